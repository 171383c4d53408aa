"""Which notes of what was learnt are carried on to a letter: those of its authority's earlier years that nobody has answered."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import msgspec
import pytest

from ombudsview.history.beside import beside
from ombudsview.history.store import Store
from ombudsview.letters.fields import Value
from ombudsview.places import Places
from ombudsview.review.edit import Carried
from tests.history import asked
from tests.history.made import VALUES, Letter

EXETER = "Exeter City Council"


class Office:
    """Saves letters of one authority and asks what is carried on to another."""

    def __init__(self, places: Places) -> None:
        self.places = places

    def finish(self, letter: Letter) -> str:
        letter.review.finish("The rest was not needed.")
        with closing(Store.open(self.places)) as store:
            return letter.save(store).letter

    def saves(self, year: int, lesson: str, *done: tuple[Carried, str], **values: Value | None) -> str:
        """A letter about the year to March, with a note and what was done about earlier ones; its name in the record."""
        letter = Letter(VALUES | {"authority": EXETER, "period_end": f"{year}-03-31"} | values)
        letter.review.agree_safe()
        letter.review.learn(lesson)
        for carried, text in done:
            letter.review.follow_up(carried, text)
        return self.finish(letter)

    def finds(self, year: int, authority: str = EXETER, letter: str = "", sender: str = "lgsco") -> tuple[Carried, ...]:
        return beside(self.places, letter, sender, authority, f"{year}-03-31").carried

    def notes(self, year: int, authority: str = EXETER, **about: str) -> list[str]:
        return [f"{one.year} {one.note}" for one in self.finds(year, authority, **about)]


@pytest.fixture
def office(places: Places) -> Office:
    return Office(places)


def test_a_note_comes_to_the_next_years_letter_and_to_no_other_authority_or_ombudsman(office: Office) -> None:
    name = office.saves(2019, "Answer sooner.")
    assert office.finds(2020) == (Carried(name, EXETER, "2018-19", "Answer sooner."),)
    assert office.notes(2020, "Exeter") == ["2018-19 Answer sooner."]  # another of its names
    assert office.notes(2019) == office.notes(2018) == []
    assert office.notes(2020, "Adur District Council") == office.notes(2020, sender="psow") == []


def test_a_letter_without_a_note_carries_nothing(office: Office) -> None:
    office.saves(2019, "")
    assert office.notes(2020) == []


def test_it_comes_again_the_year_after_until_a_letter_answers_it(office: Office) -> None:
    office.saves(2019, "Answer sooner.")
    office.saves(2020, "One name on each case.")
    assert office.notes(2021) == ["2019-20 One name on each case.", "2018-19 Answer sooner."]
    old = office.finds(2021)[1]
    answering = office.saves(2021, "", (old, "A weekly list."))
    assert office.notes(2022) == ["2019-20 One name on each case."]
    assert office.notes(2021, letter=answering) == ["2019-20 One name on each case.", "2018-19 Answer sooner."]


def test_an_answer_that_was_taken_away_or_whose_save_was_taken_back_is_none(office: Office) -> None:
    office.saves(2019, "Answer sooner.")
    (carried,) = office.finds(2020)
    office.saves(2020, "", (carried, "A weekly list."), (carried, ""))
    assert office.notes(2021) == ["2018-19 Answer sooner."]
    name = office.saves(2021, "", (carried, "A weekly list."))
    assert office.notes(2022) == []
    with closing(Store.open(office.places)) as store:
        store.remove_save(name)
    assert office.notes(2022) == ["2018-19 Answer sooner."]


def test_one_letter_that_is_damaged_takes_nothing_else_along(office: Office) -> None:
    office.saves(2018, "Answer sooner.")
    broken = office.saves(2017, "Nobody can read this.")
    office.saves(2019, "One name on each case.")
    with closing(sqlite3.connect(office.places.history)) as connection, connection:
        connection.execute("DROP TRIGGER event_never_changes")
        where = "letter = (SELECT id FROM letter WHERE name = ?)"
        assert connection.execute(f"UPDATE event SET body = '{{' WHERE {where}", [broken]).rowcount > 0
    found = beside(office.places, "", "lgsco", EXETER, "2020-03-31")
    assert [one.note for one in found.carried] == ["One name on each case.", "Answer sooner."]
    assert [one.authority for one in found.past] == [EXETER]


def test_whoever_took_an_authority_over_has_its_notes(office: Office) -> None:
    for name in ("Taunton Deane Borough Council", "West Somerset District Council"):
        office.saves(2019, f"{name} was late.", authority=name)
    assert sorted(office.notes(2020, "Somerset West and Taunton Council")) == [
        "2018-19 Taunton Deane Borough Council was late.",
        "2018-19 West Somerset District Council was late.",
    ]


def test_the_note_is_the_one_that_counts_and_its_answers_come_back_from_the_letter_files(office: Office) -> None:
    letter = Letter(VALUES | {"authority": EXETER, "period_end": "2019-03-31"})
    letter.review.agree_safe()
    for note in ("Answer sooner.", "Answer within 20 days.", "Answer sooner."):
        letter.review.learn(note)
        name = office.finish(letter)  # the last note is one that was kept before, and is saved all the same
        assert office.notes(2020) == [f"2018-19 {note}"]
    (carried,) = office.finds(2020)
    office.saves(2020, "", (msgspec.structs.replace(carried, note="As it was then."), "A weekly list."))
    office.places.history.unlink()
    with closing(Store.open(office.places)) as store:
        assert {row.letter for row in asked.letters(store)} > {name}
    assert office.notes(2021) == []


def test_saving_the_same_answer_again_is_no_new_save(office: Office) -> None:
    office.saves(2019, "Answer sooner.")
    (carried,) = office.finds(2020)
    letter = Letter(VALUES | {"authority": EXETER})
    letter.review.agree_safe()
    with closing(Store.open(office.places)) as store:
        for text, number in (("A list.", 1), ("A list.", 1), ("A weekly list.", 2), ("", 3)):
            letter.review.follow_up(carried, text)
            letter.review.finish("The rest was not needed.")
            assert letter.save(store).revision == number


def test_an_answer_whose_save_was_taken_back_is_saved_anew_when_it_is_finished_again(office: Office) -> None:
    office.saves(2019, "Answer sooner.")
    (carried,) = office.finds(2020)
    letter = Letter(VALUES | {"authority": EXETER})
    letter.review.agree_safe()
    office.finish(letter)
    letter.review.follow_up(carried, "A weekly list.")
    name = office.finish(letter)
    with closing(Store.open(office.places)) as store:
        store.remove_save(name)
    assert office.notes(2021) == ["2018-19 Answer sooner."]
    letter.review.reopen()
    office.finish(letter)
    assert office.notes(2021) == []
