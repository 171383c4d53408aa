"""Lines and blocks: what stands together on the page comes together, whatever the file draws first, and nothing else does."""

from __future__ import annotations

import pytest

from ombudsview.paper.layout import blocks, drawn_blocks
from ombudsview.paper.paper import Sheet
from tests.paper.handmade import BROAD, SIZE, TALL, Laid, laid, sheet, typed


def lines(page: Sheet) -> list[str]:
    return [" ".join(word.text for word in run.words) for block in blocks(page) for run in block]


def grouped(page: Sheet) -> list[list[str]]:
    return [[" ".join(word.text for word in run.words) for run in block] for block in blocks(page)]


def apart(*words: str, x: float, y: float, gap: float, size: float = SIZE) -> Laid:
    """Words drawn one by one, `gap` sizes of white between them."""
    drawn: Laid = []
    for word in words:
        drawn += laid(word, x, y, size=size)
        x += BROAD * size * len(word) + gap * size
    return drawn


def test_an_empty_page_has_no_blocks() -> None:
    assert blocks(sheet()) == []
    assert drawn_blocks(sheet()) == []


def test_words_drawn_one_by_one_make_a_line() -> None:
    assert lines(sheet(apart("of", "complaints", "upheld", x=40, y=40, gap=0.3))) == ["of complaints upheld"]


def test_a_wide_gap_parts_a_line_that_the_file_draws_as_one() -> None:
    left, right = laid("Complaints", 40, 40), laid("upheld", 300, 40)
    line = left[0].line
    one = [*left, *(type(word)(word.text, word.box, line) for word in right)]
    assert lines(sheet(one)) == ["Complaints", "upheld"]


@pytest.mark.parametrize("big", [24, 48, 80])
def test_a_big_number_beside_a_sentence_stays_out_of_it(big: float) -> None:
    """It stands between the two halves, its middle on their line, each half within a space of it."""
    number = "42"
    x = 40 + BROAD * SIZE * len("In all")
    middle = 100 + TALL * SIZE / 2
    page = sheet(
        laid("In all", 40, 100),
        laid(number, x + 2, middle - TALL * big / 2, size=big),
        laid("decisions were upheld", x + 4 + BROAD * big * len(number), 100),
    )
    assert number in lines(page)
    assert not any(number in line.split() for line in lines(page) if line != number)


def test_a_sentence_goes_on_behind_a_big_number_that_reaches_into_it() -> None:
    """Its box overlaps the gap between two words, as a graphic's box does."""
    start = laid("There were two", 40, 100)
    end = start[-1].box.x1
    page = sheet(start, laid("2", end - 10, 78, size=40), laid("upheld decisions", end + 3, 100))
    assert "There were two upheld decisions" in lines(page)


def test_the_size_that_still_belongs_to_a_line() -> None:
    """A figure set somewhat larger belongs to its sentence, one of twice the size does not."""
    near = sheet(laid("79%", 40, 100, size=16), laid("of complaints", 68, 103))
    far = sheet(laid("79%", 40, 96, size=22), laid("of complaints", 78, 103))
    assert lines(near) == ["79% of complaints"]
    assert sorted(lines(far)) == ["79%", "of complaints"]


@pytest.mark.parametrize("gap", [0.3, 0.8, 1.4, 2.5])
def test_a_justified_line_in_a_narrow_column_stays_one(gap: float) -> None:
    assert lines(sheet(apart("compared", "with", "similar", "bodies", x=40, y=40, gap=gap))) == [
        "compared with similar bodies"
    ]


def test_two_words_of_a_justified_line_have_the_edges_of_their_neighbours() -> None:
    full = laid("an average of such bodies", 40, 40)
    right = full[-1].box.x1
    last = laid("circumstances", right - BROAD * SIZE * 13, 54)
    assert lines(sheet(full, laid("extra", 40, 54), last)) == ["an average of such bodies", "extra circumstances"]
    assert len(lines(sheet(full, laid("extra", 40, 54), [*laid("circumstances", right + 20, 54)]))) == 3


def test_figures_in_a_row_are_columns_however_even_their_gaps() -> None:
    assert lines(sheet(apart("12", "7", "31", "4", x=40, y=40, gap=1.5))) == ["12", "7", "31", "4"]


def test_two_columns_stay_apart() -> None:
    left = typed("The first column of\nthe page goes on\nto its end.", x=40, y=40)
    right = typed("Another column that\nstands beside it\nand is not it.", x=180, y=40)
    assert grouped(sheet(left, right)) == [
        ["The first column of", "the page goes on", "to its end."],
        ["Another column that", "stands beside it", "and is not it."],
    ]


def test_a_heading_is_no_part_of_the_paragraph_below_it() -> None:
    page = sheet(
        laid("Complaints upheld", 40, 40, size=18), typed("We uphold complaints\nwhen we find fault.", x=40, y=64)
    )
    assert grouped(page) == [["Complaints upheld"], ["We uphold complaints", "when we find fault."]]


def test_paragraphs_are_parted_by_an_empty_line() -> None:
    assert grouped(sheet(typed("One line\nand the next.\n\nA second paragraph."))) == [
        ["One line", "and the next."],
        ["A second paragraph."],
    ]


def test_lines_come_from_top_to_bottom_whatever_is_drawn_first() -> None:
    upper, lower = laid("The upper line", 40, 40), laid("the lower line", 40, 54)
    assert grouped(sheet(lower, upper)) == [["The upper line", "the lower line"]]


def test_the_drawn_order_is_kept_where_it_is_asked_for() -> None:
    """Columns so close that they touch are one line by place, and two as drawn."""
    left = typed("it is set\nvery near", x=40, y=40)
    right = typed("the other\nto this one", x=40 + 9.3 * BROAD * SIZE, y=40)
    by_place = lines(sheet(left, right))
    drawn = [[" ".join(word.text for word in run.words) for run in block] for block in drawn_blocks(sheet(left, right))]
    assert by_place == ["it is set the other", "very near to this one"]
    assert drawn == [["it is set", "very near"], ["the other", "to this one"]]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_has_the_same_blocks(turn: int) -> None:
    words = typed("The first column    another\nof the page         beside it\n\nA new paragraph.")
    assert grouped(sheet(words, turn=turn)) == grouped(sheet(words))


def test_a_box_without_height_breaks_nothing() -> None:
    flat = [type(word)(word.text, word.box._replace(y1=word.box.y0), word.line) for word in laid("a flat line", 40, 40)]
    assert sorted(" ".join(lines(sheet(flat))).split()) == ["a", "flat", "line"]
