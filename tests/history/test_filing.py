"""One council is one authority in the record, however its letters print its name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from unittest.mock import Mock

import msgspec
import pytest

from ombudsview.history import find, letter_file, outcome, reconcile, refiling
from ombudsview.history.alike import Likeness, Wanted, of_year
from ombudsview.history.glance import is_behind
from ombudsview.history.healing import rebuild
from ombudsview.history.looking import opened
from ombudsview.history.same_wording import Said
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import Letter, dump, finished, ticking

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
    assert sorted(row.sequence for row in asked.letters(store)) == [1, 2]


def test_a_name_that_the_register_does_not_know_stays(store: Store) -> None:
    finished(authority="Mereford  Borough Council").save(store)
    assert [row.authority for row in asked.letters(store)] == ["Mereford Borough Council"]


def test_a_save_taken_back_and_brought_back_is_filed_under_the_same_name(store: Store) -> None:
    letter = finished(authority=SPELLINGS[0])
    letter.save(store)
    letter.review.correct("upheld_decisions", "2")
    letter.save(store)
    store.remove_save(letter.name)
    assert [row.authority for row in asked.letters(store)] == [NAME]
    store.bring_back(letter.name)
    assert [row.authority for row in asked.letters(store)] == [NAME]


def saved_before_the_register_knew(places: Places, *letters: Letter) -> None:
    """Letters filed, in the tables and in their files, as they print their council's name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outcome, "official_name", lambda name, _: name)
        with closing(Store.open(places, ticking())) as store:
            for letter in letters:
                letter.save(store)
            names = {letter.values["authority"] for letter in letters}
            assert {row.authority for row in asked.letters(store)} == names


def test_letters_are_filed_anew_where_the_register_has_another_name_by_now(places: Places) -> None:
    first, second = finished(authority=SPELLINGS[0]), finished(authority=SPELLINGS[1], letter_date="2020-08-01")
    unknown, other = (
        finished(authority="Mereford Borough Council"),
        finished(authority=SPELLINGS[0], period_end="2019-03-31"),
    )
    saved_before_the_register_knew(places, first, second, unknown, other)
    assert is_behind(places)
    with closing(Store.open(places)) as store:
        rows = {row.letter: (row.authority, row.sequence) for row in asked.letters(store)}
        assert rows == {
            first.name: (NAME, 1),
            second.name: (NAME, 2),
            other.name: (NAME, 1),
            unknown.name: ("Mereford Borough Council", 1),
        }
        assert store.notice is not None
        assert store.notice.what.startswith("3 letters are now filed under their authority's official name")
        assert first.save(store).unchanged, "it is the same letter, and nobody did anything to it"
    before = dump(places.history)
    assert not is_behind(places)
    with closing(Store.open(places)) as store:
        assert store.notice is None
    assert (dump(places.history), len(list(places.letter_files.iterdir()))) == (before, 4)
    rebuild(places)
    assert dump(places.history) == before


def test_filing_many_letters_anew_is_told_of_can_be_stopped_and_is_gone_on_with(places: Places) -> None:
    letters = [finished(authority=SPELLINGS[0], period_end=f"{year}-03-31") for year in range(2010, 2016)]
    saved_before_the_register_knew(places, *letters)
    heard: list[tuple[int, int]] = []

    def two(done: int, of: int) -> bool:
        heard.append((done, of))
        return done < 2

    with closing(Store.open(places, filing=two)) as store:
        assert heard == [(0, 6), (1, 6), (2, 6)]
        assert [row.authority for row in asked.letters(store)].count(NAME) == 2
        assert store.notice is not None
        assert store.notice.what.endswith("was stopped: 4 letters follow with the next start.")
    assert is_behind(places), "so that the next start goes on by itself"
    heard.clear()
    with closing(Store.open(places, filing=lambda *far: not heard.append(far))) as store:
        assert heard == [(number, 4) for number in range(4)], "what was done stays done"
        assert {row.authority for row in asked.letters(store)} == {NAME}
    assert not is_behind(places)


def test_a_program_with_an_older_register_leaves_letters_filed_as_they_are(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store.open(places)) as store:
        finished(authority=SPELLINGS[0]).save(store)
    monkeypatch.setattr(refiling, "known_name", lambda *_: None)
    assert not is_behind(places)
    with closing(Store.open(places)) as store:
        assert [row.authority for row in asked.letters(store)] == [NAME]


def test_a_history_made_anew_from_old_files_has_the_registers_names(places: Places) -> None:
    saved_before_the_register_knew(places, finished(authority=SPELLINGS[0]))
    rebuild(places)
    with opened(places) as connection:
        assert connection is not None
        assert find.authorities(connection) == (NAME,)


def test_a_start_killed_while_it_files_anew_leaves_no_second_opinion(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_before_the_register_knew(places, finished(authority=SPELLINGS[0]))
    with monkeypatch.context() as patch:
        patch.setattr(reconcile, "file_letter", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            Store.open(places)
    with closing(Store.open(places)) as store:
        assert [row.authority for row in asked.letters(store)] == [NAME]
    (file,) = places.letter_files.iterdir()
    assert letter_file.decode(file.read_bytes()).authority == NAME


def test_figures_tell_who_sent_the_letter(store: Store) -> None:
    letter = Letter()
    letter.reading = msgspec.structs.replace(letter.reading, sender="psow")
    letter.review = letter.anew()
    letter.save(store)
    assert {figure.sender for figure in asked.figures(store, None)} == {"psow"}


def test_the_authority_with_most_letters_is_one_or_none(store: Store, places: Places) -> None:
    def most() -> str:
        with opened(places) as connection:
            assert connection is not None
            return find.most_letters(connection)

    assert most() == ""
    for year, spelling in zip((2018, 2019), SPELLINGS, strict=False):
        finished(authority=spelling, period_end=f"{year}-03-31").save(store)
    assert most() == NAME
    finished(authority="Wraxmere Council", period_end="2018-03-31").save(store)
    assert most() == NAME
    finished(authority="Wraxmere Council", period_end="2019-03-31").save(store)
    assert most() == "", "two have equally many"
