"""Whose words a remark is in: the letter's, an officer's over the letter's, or an officer's own."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.history.dossier import Filed
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Source
from ombudsview.reports.committee.remarks import Remark, Whose, remarks
from tests.reports.committee.dossiers import SIZE, filed, told

FIRST = (
    "It is disappointing that your Council was late in two cases this year in providing the remedies we recommended."
)
SECOND = "I was pleased to see your Council's new complaints team this year."


def letter(*items: str, places: tuple[Source, ...] = (), was: tuple[str, ...] = (FIRST, SECOND)) -> Filed:
    made = filed(2020)
    field = told("letter-2020-1", 2020, "remarks", items, "changed")
    made.fields["remarks"] = replace(field, sources=places, was=was, known=True)  # type: ignore[index]
    return made


def at(page: int, text: str) -> Source:
    return Source(page, (Box(10, 10, 50, 20),), text)


def test_words_of_the_letter_are_the_letters_with_the_page_of_each() -> None:
    found = remarks(letter(SECOND, FIRST, places=(at(2, SECOND), at(1, FIRST))))
    assert found == (Remark(SECOND, Whose.LETTER, 2, SECOND), Remark(FIRST, Whose.LETTER, 1, FIRST))


def test_a_remark_broken_over_lines_is_word_for_word_the_same() -> None:
    (one,) = remarks(letter(SECOND, places=(at(2, SECOND.replace(" new", "\nnew")),), was=()))
    assert (one.whose, one.page) == (Whose.LETTER, 2)


def test_what_was_typed_is_the_officers_whatever_place_it_was_given() -> None:
    typed = "The committee welcomes this progress."
    (one,) = remarks(letter(typed, places=(at(1, FIRST),)))
    assert (one.whose, one.page) == (Whose.ADDED, None)


def test_a_remark_that_was_changed_keeps_its_page_and_what_is_printed() -> None:
    changed = FIRST.replace("two cases", "no cases")
    (one,) = remarks(letter(changed, places=(at(3, FIRST),)))
    assert one == Remark(changed, Whose.CHANGED, 3, FIRST)


def test_a_place_that_the_record_lost_is_not_made_up() -> None:
    changed = FIRST.replace("two cases", "no cases")
    (one,) = remarks(letter(changed))
    assert one == Remark(changed, Whose.CHANGED, None, FIRST)


def test_an_item_without_a_place_takes_none_of_the_next() -> None:
    added, kept = remarks(letter("Our own words on the matter.", SECOND, places=(Source(2, (), ""), at(2, SECOND))))
    assert (added.whose, kept.whose, kept.page) == (Whose.ADDED, Whose.LETTER, 2)


def test_a_part_of_a_remark_is_the_letters_but_said_to_be_a_part() -> None:
    (one,) = remarks(letter("your Council was late in two cases this year", places=(at(1, FIRST),)))
    assert (one.whose, one.page) == (Whose.PART, 1)


def test_what_stands_elsewhere_in_the_letter_is_the_letters_and_three_words_prove_nothing() -> None:
    words = "Please share this letter with colleagues."
    made = letter(words, "share this letter", was=())
    spoken = tuple(Word(one, Box(40.0, 10.0, 95.0, 20.0), 0) for one in words.split())
    empty = Sheet(*SIZE, 0, ())
    made = replace(made, paper=Paper("0" * 64, (empty, Sheet(*SIZE, 0, spoken), empty)))
    typed, short = remarks(made)
    assert (typed.whose, typed.page, short.whose) == (Whose.PART, 2, Whose.ADDED)
