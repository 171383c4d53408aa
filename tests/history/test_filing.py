"""One council is one authority in the record, however its letters print its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from ombudsview.history import find
from ombudsview.history.alike import Likeness, Wanted, of_year
from ombudsview.history.looking import opened
from ombudsview.history.same_wording import Said
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import Letter, finished, ticking

NAME = "Borough Council of Kings Lynn and West Norfolk"  # as the register has it
SPELLINGS = ("Kings Lynn & West Norfolk Borough Council", "KING’S LYNN AND WEST NORFOLK BOROUGH COUNCIL", NAME)


@pytest.fixture
def store(places: Places) -> Iterator[Store]:
    with closing(Store.open(places, ticking())) as store:
        yield store


def test_spellings_of_one_council_make_one_series(store: Store, places: Places) -> None:
    for year, spelling in zip((2018, 2019, 2020), SPELLINGS, strict=True):
        finished(authority=spelling, period_end=f"{year}-03-31").save(store)
    with opened(places) as connection:
        assert connection is not None
        assert find.authorities(connection) == (NAME,)
        figures = find.figures(connection, NAME)
    assert {figure.period_end for figure in figures} == {"2018-03-31", "2019-03-31", "2020-03-31"}
    printed = {figure.value for figure in figures if figure.key == "authority"}
    assert printed == set(SPELLINGS), "the field itself stays as it is printed"


def test_a_second_letter_for_the_year_is_known_by_another_spelling(store: Store, places: Places) -> None:
    first, second = finished(authority=SPELLINGS[0]), finished(authority=SPELLINGS[1], letter_date="2020-08-01")
    first.save(store)
    wanted = Wanted(
        Said(second.paper, (1, 1), second.reading, second.review.values()), "lgsco", SPELLINGS[1], "2020-03-31"
    )
    with opened(places) as connection:
        assert connection is not None
        found = of_year(connection, wanted)
    assert found is not None
    assert (found.likeness, found.row.letter) == (Likeness.SAME_YEAR, first.name)
    second.save(store)
    assert sorted(row.sequence for row in store.letters()) == [1, 2]


def test_a_name_that_the_register_does_not_know_stays(store: Store) -> None:
    finished(authority="Mereford  Borough Council").save(store)
    assert [row.authority for row in store.letters()] == ["Mereford Borough Council"]


def test_a_save_taken_back_and_brought_back_is_filed_under_the_same_name(store: Store) -> None:
    letter = finished(authority=SPELLINGS[0])
    letter.save(store)
    letter.review.correct("upheld_decisions", "2")
    letter.save(store)
    store.remove_save(letter.name)
    assert [row.authority for row in store.letters()] == [NAME]
    store.bring_back(letter.name)
    assert [row.authority for row in store.letters()] == [NAME]


def test_figures_tell_who_sent_the_letter(store: Store) -> None:
    letter = Letter()
    letter.reading = msgspec.structs.replace(letter.reading, sender="psow")
    letter.review = letter.anew()
    letter.save(store)
    assert {figure.sender for figure in store.figures(None)} == {"psow"}
