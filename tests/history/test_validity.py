"""Rows that SQLite finds sound and this program never wrote: found by the check, told plainly, mended from the letter file."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from ombudsview.errors import Trouble
from ombudsview.history import find, loading
from ombudsview.history.chores import check, remake
from ombudsview.history.glance import look
from ombudsview.history.revisions import revisions
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history import asked
from tests.history.made import dump, finished

DAMAGES = {
    "a year's end that is no day": "UPDATE letter SET period_end = '31 March 2020'",
    "a save at no time": "UPDATE revision SET saved = 'yesterday'",
    "a save taken back at no time": "UPDATE revision SET withdrawn = 'never'",
    "a letter's date that is no day": "UPDATE value SET value = 'soon' WHERE key = 'letter_date'",
    "a count in words": "UPDATE value SET value = 'many' WHERE key = 'investigations'",
    "a rate that is no number": "UPDATE value SET value = 'NaN' WHERE key = 'upheld_rate'",
    "an event that says nothing": "DROP TRIGGER event_never_changes; UPDATE event SET body = '{' WHERE sequence = 1",
    "an event of no kind": "DROP TRIGGER event_never_changes; UPDATE event SET body = '[]' WHERE sequence = 1",
    "no reading": "DELETE FROM reading",
    "a reading that is none": "UPDATE reading SET body = x'00'",
    "a paper that is none": "UPDATE paper SET body = x'00'",
    "a page before the first": "UPDATE letter SET first_page = 0",
    "a revision that is not there": "UPDATE letter SET current = 7",
}


@pytest.fixture
def name(places: Places) -> str:
    with closing(Store.open(places)) as store:
        finished(authority="Alder Council").save(store)
        letter = finished()
        letter.save(store)
    return letter.name


def damage(places: Places, name: str, statements: str) -> None:
    """Do this to one letter alone."""
    with closing(sqlite3.connect(places.history, isolation_level=None)) as connection:
        connection.execute("CREATE TEMP TABLE one AS SELECT id FROM letter WHERE name = ?", [name])
        for statement in statements.split("; "):
            key = "id" if " letter " in statement else "letter"
            joint = "AND" if "WHERE" in statement else "WHERE"
            of_one = f" {joint} {key} IN (SELECT id FROM one)"
            if " paper " in statement:
                of_one = " WHERE hash IN (SELECT paper FROM reading WHERE letter IN (SELECT id FROM one))"
            connection.execute(statement if statement.startswith("DROP") else statement + of_one)


@pytest.mark.parametrize("what", DAMAGES)
def test_it_is_found_named_and_mended_from_the_letter_file(places: Places, name: str, what: str) -> None:
    before = dump(places.history)
    damage(places, name, DAMAGES[what])
    said = check(places).sentence
    assert "is damaged, but the second copy is whole" in said
    assert "Rebuild the history" in said
    assert "Alder" not in said
    remake(places)
    assert check(places).sentence.startswith("All is well")
    assert dump(places.history) == before


@pytest.mark.parametrize("what", DAMAGES)
def test_it_is_told_and_nothing_else_is_raised(places: Places, name: str, what: str) -> None:
    damage(places, name, DAMAGES[what])
    assert any(row.authority == "Alder Council" for row in asked.letters(places))
    for question in (
        lambda connection: loading.load(connection, places, name),
        lambda connection: revisions(connection, name),
        lambda connection: find.figures(connection, "Mereford Borough Council"),
        lambda connection: find.figures_of(connection, name),
    ):
        try:
            look(places, question, None)
        except Trouble as trouble:
            assert trouble.code in ("letter_damaged", "no_letter")  # noqa: PT017 - what this damage does not touch is given
    assert look(places, lambda connection: find.figures(connection, "Alder Council"), ())


def test_a_damaged_letter_is_not_written_over_its_good_second_copy(places: Places, name: str) -> None:
    (path,) = (path for path in places.letter_files.glob("*.json") if path.stem == name)
    before = path.read_bytes()
    path.write_bytes(before)  # touched, so that it is compared
    damage(places, name, DAMAGES["a count in words"])
    with closing(Store.open(places)) as store:
        assert store.notice is not None
        assert "Check the history" in store.notice.sentence
    assert path.read_bytes() == before


def test_without_a_whole_second_copy_the_way_is_another(places: Places, name: str) -> None:
    (places.letter_files / f"{name}.json").unlink()
    damage(places, name, DAMAGES["a count in words"])
    said = check(places).sentence
    assert "no whole second copy" in said
    assert "Mereford Borough Council 2019-20" in said
