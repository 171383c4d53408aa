"""What stands at the head of the next page, past running headers and page numbers; on turned pages too."""

from __future__ import annotations

from itertools import accumulate

import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.layout import blocks
from ombudsview.paper.paper import Paper, Word
from ombudsview.reading.continuing import figures_below, is_head, rest_of_text
from ombudsview.reading.model import Source
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper

FIRST = """
Wraxmere District Council   page 1

Some letter about a year that was long, and the remedy which
was late although the council

Page 1 of 3
"""
SECOND = """
Wraxmere District Council   page 2

had promised it within
a month.

Another paragraph of 4 cases.

Page 2 of 3
"""
THIRD = """
Wraxmere District Council   page 3

The last words.
"""


@pytest.fixture(params=[0, 90, 180, 270])
def letter(request: pytest.FixtureRequest) -> Paper:
    return paper(*(sheet(typed(text), turn=request.param) for text in (FIRST, SECOND, THIRD)))


def source(letter: Paper, page: int, *texts: str) -> Source:
    words = [word for word in letter.sheets[page - 1].words if word.text in texts]
    return Source(page, tuple(word.box for word in words), " ".join(word.text for word in words))


def test_a_soft_hyphen_is_no_part_of_the_rest_of_a_text() -> None:
    letter = typed_paper("It was late al\u00ad", "though it had been prom\u00ad\nised.")
    rest = rest_of_text(letter, source(letter, 1, "late"))
    assert rest is not None
    assert rest.text == "though it had been prom ised."


def test_the_first_paragraph_is_the_rest_of_a_text(letter: Paper) -> None:
    rest = rest_of_text(letter, source(letter, 1, "was", "late", "although"))
    assert rest is not None
    assert (rest.page, rest.text) == (2, "had promised it within a month.")
    assert len(rest.boxes) == 6
    assert is_head(letter, rest)
    assert not is_head(letter, source(letter, 2, "Another"))
    further = rest_of_text(letter, rest)
    assert further is not None
    assert (further.page, further.text) == (3, "The last words.")
    assert rest_of_text(letter, further) is None, "there is no page more"


def test_of_two_columns_it_is_the_one_beneath_the_text() -> None:
    def words(*lines: tuple[str, float, float]) -> tuple[Word, ...]:
        return tuple(
            Word(text, Box(x + 40 * n, y, x + 40 * n + 36, y + 10), number)
            for number, (line, x, y) in enumerate(lines)
            for n, text in enumerate(line.split())
        )

    pages = paper(
        sheet(words(("left text", 50, 700), ("right text", 350, 700))),
        sheet(words(("left rest", 50, 60), ("right rest", 350, 60))),
    )
    rest = rest_of_text(pages, source(pages, 1, "right"))
    assert rest is not None
    assert rest.text == "right rest"


CLOSE_SET = """
Resources to help you get it right

There are a range of resources available that can support you to place the
learning from complaints, about your authority and others, at the heart of
your system.

I would encourage you to share the tool with colleagues and elected members.

Yours sincerely,
"""


@pytest.mark.parametrize("turn", [0, 180])
def test_of_paragraphs_that_stand_close_it_is_the_first_and_no_heading(turn: int) -> None:
    heights = accumulate((14 if line else 10 for line in CLOSE_SET.splitlines()), initial=40)
    lines = [laid(line, 60, y) for line, y in zip(CLOSE_SET.splitlines(), heights, strict=False) if line]
    pages = paper(sheet(typed(FIRST), turn=turn), sheet(*lines, turn=turn))
    assert len(blocks(pages.sheets[1])) == 1
    rest = rest_of_text(pages, source(pages, 1, "was", "late", "although"))
    assert rest is not None
    assert rest.text.startswith("There are a range of resources")
    assert rest.text.endswith("your system.")
    assert is_head(pages, rest)


@pytest.mark.parametrize("page", ["Yours sincerely,", "Yours sincerely\n\n\n\nMichael King\nOmbudsman"])
def test_where_the_letter_closes_nothing_goes_on(page: str) -> None:
    pages = paper(sheet(typed(FIRST)), sheet(typed(page)))
    assert rest_of_text(pages, source(pages, 1, "was", "late", "although")) is None


TABLE = """
                  Housing   Other   Total
2006/07           12        3       15
"""
GOES_ON = """
2005/06           14        4       18
2004/05           16        5       21
"""


@pytest.mark.parametrize("turn", [0, 90])
def test_the_figures_of_a_column_are_found_on_the_next_page(turn: int) -> None:
    pages = paper(sheet(typed(TABLE), turn=turn), sheet(typed(GOES_ON), turn=turn))
    found = figures_below(pages, "received.other", source(pages, 1, "3"))
    assert [(one.page, one.text) for one in found] == [(2, "4"), (2, "5")]
    assert [one.text for one in figures_below(pages, "received.other", source(pages, 1, "12"))] == ["14", "16"]
