"""What stands alone in a table is found: dashes that say "none" in a row of figures, and no others."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from ombudsview.paper.recognise.find import Strip
from ombudsview.paper.recognise.leftover import dashes

FIGURE = Strip(300, 100, 330, 136)


def _dashes(*places: tuple[int, int, int, int]) -> list[Strip]:
    page = np.full((400, 600), 245, np.uint8)
    page[108:128, 305:325] = 20
    for x0, y0, x1, y1 in places:
        page[y0:y1, x0:x1] = 20
    return dashes(page, [FIGURE], [FIGURE])


def test_a_dash_in_a_row_of_figures_is_as_high_as_they_are() -> None:
    (dash,) = _dashes((100, 119, 112, 122))
    assert (dash.x0, dash.x1) == (100, 112)
    assert dash.height == pytest.approx(36)
    assert (dash.y0 + dash.y1) / 2 == pytest.approx(118, abs=4)


@pytest.mark.parametrize(
    "place",
    [
        (100, 300, 112, 303),  # in no row
        (100, 117, 105, 122),  # a dot
        (100, 119, 160, 122),  # a rule
        (100, 105, 112, 126),  # a letter
    ],
)
def test_other_marks_are_no_dashes(place: tuple[int, int, int, int]) -> None:
    assert _dashes(place) == []


def test_a_stroke_of_something_larger_is_no_dash() -> None:
    page = np.full((400, 600), 245, np.uint8)
    page[108:128, 305:325] = page[104:115, 100:112] = page[119:122, 100:112] = 20
    assert dashes(page, [FIGURE, Strip(98, 102, 114, 117)], [FIGURE]) == []


def test_without_figures_there_is_no_table() -> None:
    page = np.full((400, 600), 245, np.uint8)
    page[119:122, 100:112] = 20
    assert dashes(page, [], []) == []
