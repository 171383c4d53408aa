"""Ruled lines go, whatever they are ruled in; strokes of letters stay, also those that touch or cross a line."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.rules import unruled

SCALE = 200 / 72
WHITE, BLACK, GREY = 245, 20, 160


def _page() -> Grey:
    page = np.full((600, 800), WHITE, np.uint8)
    noise = np.random.default_rng(1).normal(0, 4, page.shape)
    page[10:30, 10:60] = BLACK  # something as black as ink is
    return np.clip(page + noise, 0, 255).astype(np.uint8)


def _table(page: Grey, colour: int) -> None:
    for row in (100, 150, 200):
        page[row : row + 2, 50:750] = colour
    for column in (50, 400, 748):
        page[100:202, column : column + 2] = colour


@pytest.mark.parametrize("colour", [BLACK, GREY])
def test_the_grid_of_a_table_goes(colour: int) -> None:
    page = _page()
    _table(page, colour)
    assert unruled(page, SCALE)[90:210].min() > 200


def test_a_wall_as_low_as_a_line_of_type_goes_where_lines_hold_it() -> None:
    page = _page()
    for row in (100, 140):
        page[row : row + 2, 50:750] = BLACK
    page[100:142, 300:302] = BLACK
    assert unruled(page, SCALE)[90:150].min() > 200


def test_a_stroke_that_nothing_holds_is_a_letter() -> None:
    page = _page()
    _table(page, BLACK)
    page[110:140, 300:304] = BLACK
    assert (unruled(page, SCALE)[110:140, 300:304] == BLACK).all()


def test_a_letter_that_ends_close_to_a_line_stays_and_the_line_over_it_goes() -> None:
    page = _page()
    _table(page, BLACK)
    page[105:140, 300:304] = BLACK
    clean = unruled(page, SCALE)
    assert (clean[105:140, 300:304] == BLACK).all()
    assert clean[98:103, 290:315].min() > 200


def test_what_crosses_a_line_stays_whole() -> None:
    page = _page()
    page[100:102, 50:750] = BLACK
    page[80:120, 300:304] = BLACK
    clean = unruled(page, SCALE)
    assert (clean[80:120, 300:304] == BLACK).all()
    assert clean[98:104, 310:700].min() > 200


def test_the_feet_of_letters_in_a_row_are_no_line() -> None:
    page = _page()
    page[120:122, 100:300] = BLACK
    page[95:120, 100:300:8] = BLACK
    page[95:120, 101:300:8] = BLACK
    assert (unruled(page, SCALE) == page).all()


def test_a_page_without_lines_is_left_as_it_is() -> None:
    page = _page()
    assert unruled(page, SCALE) is page
