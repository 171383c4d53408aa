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


HEADS = [
    word("Adult", 200, 200, 10),
    word("care", 204, 211, 10),
    word("Housing", 298, 200, 10),
    word("Total", 402, 200, 10),
]
TITLE = [word("Complaints", 150, 180), word("received", 220, 180), word("by", 276, 180), word("subject", 292, 180)]
EARLIER = [word(text, 210 + 100 * n, 240, 10) for n, text in enumerate("123")]
ROW = [word("2019/20", 60, 260, 10), *(word(text, 210 + 100 * n, 260, 10) for n, text in enumerate(("4", "-", "14")))]


def test_in_a_row_of_figures_the_heading_over_the_column_is_cut_out_too() -> None:
    page = sheet(*TITLE, *HEADS, *EARLIER, *ROW)
    cut = cutting(page, SIZE, [ROW[1].box])
    assert cut is not None
    assert cut.words == "2019/20 4 - 14"
    assert cut.heading == "Adult care"
    assert all(holds(cut.clip, one.box) for one in (*HEADS[:2], *ROW))
    assert cut.clip.y0 >= TITLE[0].box.y1  # the title is over the whole table
    bare = sheet(*HEADS, *ROW[1:])  # rows without a name: the first column's heading begins left of its figure
    first = cutting(bare, SIZE, [ROW[2].box])
    assert first is not None
    assert first.heading == "Housing"
    assert all(holds(first.clip, one.box) for one in (HEADS[0], HEADS[2], HEADS[3]))
    total = cutting(page, SIZE, [ROW[3].box])
    assert total is not None
    assert total.heading == "Total"


def test_another_table_over_the_heading_is_none_of_it() -> None:
    other = [word(text, 210 + 100 * n, 188, 10) for n, text in enumerate("789")]
    cut = cutting(sheet(*other, *HEADS, *ROW), SIZE, [ROW[1].box])
    assert cut is not None
    assert cut.heading == "Adult care"
    assert cut.clip.y0 >= other[0].box.y1


def test_a_sentence_with_many_figures_has_no_heading() -> None:
    texts = ("Between", "1", "April", "2019", "and", "31", "March", "2020", "we", "upheld", "14")
    sentence = [word(text, 40 + 46 * n, 260, 10) for n, text in enumerate(texts)]
    cut = cutting(sheet(*HEADS, *sentence), SIZE, [sentence[-1].box])
    assert cut is not None
    assert cut.heading == ""
    assert cut.clip.y0 > HEADS[1].box.y1


def test_a_heading_too_far_away_is_of_something_else() -> None:
    lower = [Word(one.text, Box(one.box.x0, one.box.y0 + 300, one.box.x1, one.box.y1 + 300), 0) for one in ROW]
    cut = cutting(sheet(*HEADS, *lower), SIZE, [lower[1].box])
    assert cut is not None
    assert cut.heading == ""


def test_a_heading_that_cannot_be_told_from_its_neighbour_is_not_shown_in_part() -> None:
    figures = [word(text, 230 + 60 * n, 260) for n, text in enumerate("479")]
    heads = [word("care", 220, 240), word("Adult", 216, 226), word("Benefits", 254, 226)]
    cut = cutting(sheet(*heads, *figures), SIZE, [figures[0].box])
    assert cut is not None
    assert (cut.words, cut.heading) == ("4 7 9", "")
    assert cut.clip.y0 >= heads[0].box.y1
    apart = cutting(sheet(*heads[:2], word("Benefits", 270, 226), *figures), SIZE, [figures[0].box])
    assert apart is not None
    assert apart.heading == "Adult care"


def test_a_heading_of_several_lines_is_shown_whole_over_many_rows() -> None:
    rows = [[word(text, 230 + 60 * n, y) for n, text in enumerate("479")] for y in range(240, 401, 20)]
    heads = [word("care", 220, 210), word("Adult", 216, 196)]
    cut = cutting(sheet(*heads, *(one for row in rows for one in row)), SIZE, [rows[-1][0].box])
    assert cut is not None
    assert cut.heading == "Adult care"
    assert holds(cut.clip, heads[1].box)


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
