"""A line falls into words at its spaces, wherever the network thought that the letters were."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

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


def test_a_figure_never_goes_on_a_word() -> None:
    letters = [("o", 10, 14), ("f", 26, 8), ("4", 40, 12), (" ", 55, 0), ("o", 62, 14), ("f", 78, 8)]
    assert [piece.text for piece in _line(letters, 90)] == ["of", "4", "of"]


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        ([("o", 10, 14), ("f", 26, 10), ("E", 38, 14), ("a", 54, 12)], ["of", "Ea"]),
        ([("o", 10, 14), ("f", 26, 10), ("u", 38, 14), ("p", 54, 12)], ["of", "up"]),
        ([("o", 10, 14), ("f", 26, 10), ("f", 38, 10), ("s", 50, 12)], ["offs"]),
        ([("M", 10, 14), ("c", 26, 10), ("E", 38, 14), ("a", 54, 12)], ["McEa"]),
        ([("2", 10, 12), ("0", 24, 12), ("1", 39, 4), ("1", 56, 4), ("/", 63, 8), ("1", 75, 4)], ["2011/1"]),
    ],
)
def test_a_little_white_parts_where_no_word_goes_on(letters: list[tuple[str, int, int]], words: list[str]) -> None:
    assert [piece.text for piece in _line(letters, 90)] == words


def test_initials_stand_apart() -> None:
    letters = [("J", 10, 10), ("R", 33, 14), (" ", 50, 0), ("W", 56, 18), ("h", 77, 12), ("i", 92, 4), ("t", 99, 8)]
    assert [piece.text for piece in _line(letters, 130)] == ["J", "R", "Whit"]


def test_figures_of_two_columns_stay_two() -> None:
    letters = [("1", 10, 4), ("2", 19, 12), ("1", 95, 4), ("4", 105, 12), ("2", 119, 12)]
    assert [piece.text for piece in _line(letters, 140)] == ["12", "142"]


def test_letters_set_wide_are_one_word() -> None:
    letters = [(sign, 10 + 22 * number, 14) for number, sign in enumerate("TOTAL")]
    assert [piece.text for piece in _line(letters, 140)] == ["TOTAL"]


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


@pytest.mark.parametrize("size", [24, 25, 27, 30])
@pytest.mark.parametrize("figure", "0123456789")
def test_the_box_of_a_figure_by_itself_is_as_high_as_the_figure(figure: str, size: int) -> None:
    font = ImageFont.load_default(size)
    for lower in range(-4, 5, 2):
        picture = Image.new("L", (round(0.85 * size), round(1.25 * size)), 245)
        ImageDraw.Draw(picture).text((0.42 * size, 0.95 * size + lower), figure, fill=20, font=font, anchor="ms")
        grey = np.asarray(picture)
        rows = np.nonzero((grey < 130).any(axis=1))[0]
        (piece,) = split(grey, Strip(0, 0, picture.width, picture.height), [Sign(figure, 0.42 * size, 0.99)])
        assert piece.box.height == pytest.approx(1.2 * (rows[-1] + 1 - rows[0]) / 0.72, rel=0.1)
        assert piece.box.y0 < rows[0] < rows[-1] < piece.box.y1
