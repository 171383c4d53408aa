"""A line falls into words at its spaces, wherever the network thought that the letters were."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnxruntime", reason="recognition is not installed: pip install ombudsview[ocr]")

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.find import Strip
from ombudsview.paper.recognise.spell import Sign
from ombudsview.paper.recognise.split import Piece, split

HIGH = 36
"""Pixels of a strip: type of 30."""


def _line(letters: list[tuple[str, int, int]], wide: int, moved: dict[int, float] | None = None) -> list[Piece]:
    """Split a strip with these letters (what, first column, columns); a space has none. `moved` shifts what the network says."""
    picture: Grey = np.full((HIGH, wide), 245, np.uint8)
    signs = []
    for number, (text, left, width) in enumerate(letters):
        picture[8:28, left : left + width] = 20
        signs.append(Sign(text, left + width / 2 + (moved or {}).get(number, 0.0), 0.99))
    return split(picture, Strip(0, 0, wide, HIGH), signs)


WILL_BE = [("w", 10, 16), ("i", 29, 4), ("l", 37, 4), ("l", 45, 4), (" ", 50, 0), ("b", 59, 13), ("e", 75, 12)]


def test_words_part_at_the_space() -> None:
    assert [piece.text for piece in _line(WILL_BE, 100)] == ["will", "be"]


def test_a_narrow_letter_placed_beyond_its_ink_stays_with_its_word() -> None:
    words = _line(WILL_BE, 100, {3: 8.0})
    assert [piece.text for piece in words] == ["will", "be"]
    assert words[0].box.x1 == 49
    assert words[1].box.x0 == 59


def test_the_white_at_the_end_of_a_strip_parts_nothing() -> None:
    words = _line([("u", 10, 14), ("s", 27, 12), (".", 41, 4)], 80, {2: 20.0})
    assert [piece.text for piece in words] == ["us."]


def test_white_as_wide_as_a_space_parts_words_that_the_network_ran_together() -> None:
    letters = [("o", 10, 14), ("f", 26, 8), ("c", 46, 12), ("a", 60, 12)]
    assert [piece.text for piece in _line(letters, 80)] == ["of", "ca"]


def test_a_one_has_the_white_that_belongs_to_a_figure() -> None:
    (one,) = _line([("1", 20, 4)], 44)
    assert one.box.width == pytest.approx(0.5 * one.box.height / 1.2, rel=0.01)
    assert one.box.middle[0] == pytest.approx(22, abs=0.6)


def test_what_reaches_in_from_the_lines_above_and_below_makes_no_word_taller() -> None:
    picture: Grey = np.full((HIGH + 30, 100), 245, np.uint8)
    alone = split(picture, Strip(0, 0, 100, HIGH + 30), [])
    assert alone == []
    signs = []
    for text, left, width in WILL_BE:
        picture[23:43, left : left + width] = 20
        signs.append(Sign(text, left + width / 2, 0.99))
    before = split(picture, Strip(0, 0, 100, HIGH + 30), signs)
    picture[0:12, 30:40] = picture[54:66, 60:80] = 20
    assert split(picture, Strip(0, 0, 100, HIGH + 30), signs) == before


def test_the_dot_of_an_i_belongs_to_its_line() -> None:
    picture: Grey = np.full((HIGH, 60), 245, np.uint8)
    picture[14:28, 10:14] = picture[14:28, 20:34] = 20
    picture[8:12, 10:14] = 20
    (word,) = split(picture, Strip(0, 0, 60, HIGH), [Sign("i", 12, 0.99), Sign("n", 27, 0.99)])
    assert word.box.height == pytest.approx(1.2 * 20 / 0.72, rel=0.02)
