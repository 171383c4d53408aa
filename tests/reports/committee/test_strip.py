"""What is cut out of a page: the figure's whole line, no more, and the figure's box in it, on pages turned any way."""

from __future__ import annotations

import math

import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet, Word
from ombudsview.reports.committee.strip import CLEAR, MARGIN, cutting

SIZE = (595.0, 842.0)


def word(text: str, x: float, y: float, height: float = 12.0) -> Word:
    return Word(text, Box(x, y, x + 0.55 * height * len(text), y + height), 0)


LINE = [word(text, 70 + 60 * n, 300) for n, text in enumerate(("This", "compares", "to", "45%", "elsewhere."))]
ABOVE = [word("Above", 70, 280), word("it", 250, 285.5)]
BELOW = [word("Below", 70, 313)]
FIGURE = LINE[3].box


def sheet(*words: Word, turn: int = 0, size=SIZE) -> Sheet:
    return Sheet(*size, turn, words)


def holds(outer: Box, inner: Box) -> bool:
    return outer.x0 <= inner.x0 and outer.y0 <= inner.y0 and outer.x1 >= inner.x1 and outer.y1 >= inner.y1


def test_the_whole_line_is_cut_out_and_no_other() -> None:
    cut = cutting(sheet(*ABOVE, *LINE, *BELOW), SIZE, [FIGURE])
    assert cut is not None
    assert cut.words == "This compares to 45% elsewhere."
    assert all(holds(cut.clip, one.box) for one in LINE)
    assert cut.clip.y0 >= ABOVE[1].box.y1  # though it stands so close that the margin would reach it
    assert cut.clip.y1 <= BELOW[0].box.y0
    assert cut.clip.x0 == LINE[0].box.x0 - MARGIN
    (outline,) = cut.outlines
    assert outline == Box(FIGURE.x0 - CLEAR, FIGURE.y0 - CLEAR, FIGURE.x1 + CLEAR, FIGURE.y1 + CLEAR)


def test_a_big_number_beside_the_text_is_none_of_its_line_and_has_its_label() -> None:
    big = word("6", 400, 290, 40)
    label = [word("upheld", 380, 325), word("decisions", 430, 325)]
    page = sheet(*LINE[:4], big, *label)
    line = cutting(page, SIZE, [FIGURE])
    assert line is not None
    assert line.words == "This compares to 45%"
    assert line.clip.x1 < big.box.x0
    number = cutting(page, SIZE, [big.box])
    assert number is not None
    assert number.words == "6 upheld decisions"
    assert all(holds(number.clip, one.box) for one in (big, *label))
    assert number.clip.x0 > LINE[3].box.x1
    assert number.outlines[0].y1 <= label[0].box.y0  # the label is not struck out by the outline


def test_a_sentence_close_beside_a_big_number_belongs_to_it() -> None:
    big, text = word("45%", 70, 290, 36), [word("of", 142, 300), word("complaints", 160, 300), word("far", 400, 300)]
    cut = cutting(sheet(big, *text), SIZE, [big.box])
    assert cut is not None
    assert cut.words == "45% of complaints"


def test_two_words_of_a_figure_have_one_outline_and_two_lines_two() -> None:
    beside = [Box(100, 300, 115, 312), Box(118, 300, 126, 312)]
    below = Box(70, 313, 90, 325)
    cut = cutting(sheet(), SIZE, [*beside, below])
    assert cut is not None
    assert len(cut.outlines) == 2
    assert holds(cut.outlines[0], beside[0])
    assert holds(cut.outlines[0], beside[1])
    assert holds(cut.outlines[1], below)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_on_a_turned_page_it_is_the_same_line(turn: int) -> None:
    width, height = SIZE
    shown = (height, width) if turn in (90, 270) else SIZE

    def lying(one: Word) -> Word:
        """The word on the page as shown, which must be turned by `turn` to be read."""
        return Word(one.text, one.box.turned(360 - turn, width, height), 0)

    words = [lying(one) for one in (*ABOVE, *LINE, *BELOW)]
    figure = lying(LINE[3]).box
    cut = cutting(sheet(*words, turn=turn, size=shown), shown, [figure])
    assert cut is not None
    assert cut.words == "This compares to 45% elsewhere."
    assert cut.turn == turn
    assert all(holds(cut.clip, lying(one).box) for one in LINE)
    assert not any(holds(cut.clip, lying(one).box) for one in (*ABOVE, *BELOW))
    assert holds(cut.clip, figure)


def test_without_the_words_of_the_page_it_is_as_wide_as_the_page() -> None:
    cut = cutting(None, SIZE, [FIGURE])
    assert cut is not None
    assert cut.clip == Box(0.0, FIGURE.y0 - MARGIN, SIZE[0], FIGURE.y1 + MARGIN)
    assert cut.words == ""


def test_the_clip_stays_on_the_page() -> None:
    corner = Box(0, 0, 20, 10)
    cut = cutting(sheet(Word("1", corner, 0)), SIZE, [corner])
    assert cut is not None
    assert cut.clip == Box(0, 0, 20 + MARGIN, 10 + MARGIN)


@pytest.mark.parametrize(
    "box",
    [
        Box(10, 10, 700, 20),
        Box(-5, 10, 20, 20),
        Box(10, 10, 10, 20),
        Box(30, 10, 20, 20),
        Box(math.nan, 10, 20, 20),
        Box(10, 10, math.inf, 20),
    ],
)
def test_a_place_that_is_none_is_refused(box: Box) -> None:
    assert cutting(sheet(*LINE), SIZE, [box]) is None
    assert cutting(sheet(*LINE), SIZE, [FIGURE, box]) is None


def test_no_place_is_none() -> None:
    assert cutting(sheet(*LINE), SIZE, []) is None
