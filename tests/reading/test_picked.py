"""Whole words from where the officer points: one under the mouse, those in a box, those of a date; on turned pages too."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import Unit
from ombudsview.paper.geometry import Box, around
from ombudsview.reading.picked import PageWords
from tests.paper.handmade import paper, sheet, typed

PAGE = """
Annual Review letter   22 July 2020

Four of 1,204 complaints (45 %) were
upheld by 31 March
2021, the 5th of its kind.
"""


@pytest.fixture(params=[0, 90, 180, 270])
def words(request: pytest.FixtureRequest) -> PageWords:
    return PageWords(paper(sheet(typed(PAGE), turn=request.param)), 1)


def number(words: PageWords, text: str) -> int:
    return next(n for n, (word, _) in enumerate(words.words) if word == text)


def said(words: PageWords, numbers: tuple[int, ...]) -> str:
    return words.source(numbers).text


def test_words_come_in_reading_order_however_the_page_lies(words: PageWords) -> None:
    assert " ".join(text for text, _ in words.words).split() == PAGE.split()


def test_what_is_taken_from_the_page_holds_no_soft_hyphen() -> None:
    """Nobody would see it in the value, which would be another than that of the letters beside it."""
    page = PageWords(paper(sheet(typed("Wrax\u00ad\nmere"))), 1)
    assert said(page, (0, 1)) == "Wrax mere"


def test_the_word_under_a_point(words: PageWords) -> None:
    for n in range(len(words)):
        assert words.at(*words.box(n).middle) == n
    assert words.at(1, 1) is None


def test_a_box_takes_whole_words_that_it_covers_in_part(words: PageWords) -> None:
    first, last = words.box(number(words, "of")), words.box(number(words, "complaints"))
    whole = around((first, last))
    shrunk = Box(whole.x0 + 3, whole.y0 + 3, whole.x1 - 3, whole.y1 - 3)
    assert said(words, words.within(shrunk)) == "of 1,204 complaints"
    assert words.within(Box(0, 0, 2, 2)) == ()


def test_a_small_box_within_a_word_takes_the_word(words: PageWords) -> None:
    x, y = words.box(number(words, "complaints")).middle
    assert said(words, words.within(Box(x - 1, y - 1, x + 1, y + 1))) == "complaints"


@pytest.mark.parametrize(
    ("word", "unit", "taken"),
    [
        ("July", Unit.DATE, "22 July 2020"),
        ("2020", Unit.DATE, "22 July 2020"),
        ("March", Unit.DATE, "31 March 2021,"),
        ("(45", Unit.PERCENT, "(45 %)"),
        ("%)", Unit.PERCENT, "(45 %)"),
        ("1,204", Unit.COUNT, "1,204"),
        ("5th", Unit.COUNT, "5th"),
        ("Four", Unit.COUNT, "Four"),
        ("letter", Unit.TEXT, "letter"),
        ("letter", Unit.DATE, "letter"),
    ],
)
def test_a_word_brings_the_others_of_its_figure(words: PageWords, word: str, unit: Unit, taken: str) -> None:
    numbers = words.figure(number(words, word), unit)
    assert said(words, numbers) == taken
    assert len(words.source(numbers).boxes) == len(taken.split())


def test_a_page_without_words_has_nothing_to_take() -> None:
    empty = PageWords(paper(sheet()), 1)
    assert (len(empty), empty.at(10, 10), empty.within(Box(0, 0, 500, 500)), empty.near(0)) == (0, None, (), None)


def test_walking_begins_at_a_height() -> None:
    words = PageWords(paper(sheet(typed(PAGE))), 1)
    top = words.box(number(words, "upheld")).y0
    assert words.near(top) == number(words, "upheld")
    assert words.near(5000) == len(words) - 1
