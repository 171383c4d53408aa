"""The first look: without the libraries that are slow to load, and without touching anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history import find, marks
from ombudsview.history.connection import action
from ombudsview.history.glance import look
from ombudsview.history.marks import VERSION, read_only
from ombudsview.history.schema import Plan, bring_up
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.helpers.process import python
from tests.history import asked
from tests.history.made import finished


def test_it_says_what_the_store_says_whether_that_is_open_or_not(places: Places) -> None:
    assert asked.letters(places) == ()
    assert not places.data.exists()
    with closing(Store.open(places)) as store:
        assert asked.letters(places) == ()
        finished().save(store)
        finished(authority="Alder Council").save(store)
        rows = asked.letters(store)
        assert len(rows) == 2
        assert asked.letters(places) == rows
    assert asked.letters(places) == rows
    assert list(places.data.glob("history.sqlite*")) == [places.history]


def test_it_loads_neither_sqlite_utils_nor_numpy_nor_a_reader() -> None:
    done = python(
        "import sys, ombudsview.history.glance\n"
        "print({'sqlite_utils', 'numpy', 'pymupdf', 'PySide6', 'matplotlib'} & set(sys.modules))"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "set()"), done.stderr


def test_what_cannot_be_read_is_told_and_untouched(places: Places) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)
    whole = places.history.read_bytes()
    for code, spoilt in {
        "history_newer": whole[:60] + (VERSION + 1).to_bytes(4, "big") + whole[64:],
        "history_foreign": whole[:68] + b"abcd" + whole[72:],
        "history_damaged": whole[: len(whole) // 2],
    }.items():
        places.history.write_bytes(spoilt)
        with pytest.raises(Trouble) as caught:
            asked.letters(places)
        assert caught.value.code == code
        assert places.history.read_bytes() == spoilt


def test_a_history_that_was_begun_and_no_more_is_empty(places: Places) -> None:
    places.data.mkdir(parents=True)
    with closing(sqlite3.connect(places.history)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
    assert asked.letters(places) == ()
    places.history.write_bytes(b"")
    assert asked.letters(places) == ()


def test_a_history_that_keeps_no_log_is_read_with_locks(places: Places) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)
    with closing(sqlite3.connect(places.history, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Trouble) as told:
            asked.letters(places)
        assert told.value.code == "history_locked"
    assert len(asked.letters(places)) == 1


def test_a_newer_history_is_listed_by_its_views_and_refused_where_these_are_others(places: Places) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)
    rows = asked.letters(places)
    with closing(sqlite3.connect(places.history, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    before = places.history.read_bytes()
    assert look(places, find.letters, (), newer_too=True) == rows
    assert look(places, find.authorities, (), newer_too=True) == ("Mereford Borough Council",)
    assert look(places, lambda connection: find.figures(connection, None), (), newer_too=True)
    assert places.history.read_bytes() == before
    with closing(sqlite3.connect(places.history, isolation_level=None)) as connection:
        connection.execute("DROP VIEW letters")
    with pytest.raises(Trouble, match="newer OmbudsView"):
        look(places, find.letters, (), newer_too=True)


def test_a_history_that_is_being_made_is_never_another_programs(tmp_path: Path) -> None:
    """The first save makes the tables and the mark in one step; a look that fell between two questions saw tables without it."""
    path = tmp_path / "history.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as maker:
        maker.execute("PRAGMA journal_mode = wal")
        maker.executescript("CREATE TABLE first (id); DROP TABLE first")  # so that there is a log

        def made_meanwhile(connection: sqlite3.Connection, version: int = marks.VERSION) -> marks.Mark:
            mark = real(connection, version)
            maker.execute("BEGIN IMMEDIATE")
            maker.execute("CREATE TABLE letter (id)")
            maker.execute(f"PRAGMA application_id = {marks.APPLICATION_ID}")
            maker.execute("COMMIT")
            return mark

        real = marks.mark_in
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(marks, "mark_in", made_meanwhile)
            assert marks.true_mark(path) is marks.Mark.BLANK
        assert marks.true_mark(path) is marks.Mark.OURS


def test_the_two_numbers_of_a_mark_are_of_one_moment(places: Places) -> None:
    """A history that is marked between two questions has half a mark, which would be another program's."""
    places.data.mkdir(parents=True)
    with closing(sqlite3.connect(places.history, isolation_level=None)) as maker:
        maker.execute("PRAGMA journal_mode = wal")
        maker.executescript("CREATE TABLE first (id); DROP TABLE first")  # so that there is a log

        def made_meanwhile(statement: str) -> None:
            if statement == "PRAGMA user_version" and not done:
                done.append(statement)
                with action(Database(maker, execute_plugins=False)) as db:
                    bring_up(db, Plan())

        def opened(path: Path, wait: float = 1.0) -> sqlite3.Connection:
            connection = read_only(path, wait)
            connection.set_trace_callback(made_meanwhile)
            return connection

        done: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(marks, "read_only", opened)
            assert asked.letters(places) == ()
        assert done
        assert asked.letters(places) == ()
        assert marks.true_mark(places.history) is marks.Mark.OURS


def test_what_is_written_during_a_look_without_locks_is_not_half_of_the_answer(places: Places) -> None:
    """A file that nobody has open is read without locks; a save that begins meanwhile makes the question be asked anew."""
    with closing(Store.open(places)) as store:
        finished().save(store)

    def count(connection: sqlite3.Connection) -> tuple[int, int]:
        before = len(find.letters(connection))
        if not saved:
            saved.append(True)
            with closing(Store.open(places)) as store:
                finished(authority="Alder Council").save(store)
        return before, len(find.letters(connection))

    saved: list[bool] = []
    assert look(places, count, (0, 0)) == (2, 2)


def test_a_file_that_was_being_written_is_not_told_as_damaged(places: Places) -> None:
    with closing(Store.open(places)) as store:
        finished().save(store)

    def torn(connection: sqlite3.Connection) -> int:
        if not saved:
            saved.append(Store.open(places))
            raise sqlite3.DatabaseError("as from pages of two moments")
        return len(find.letters(connection))

    saved: list[Store] = []
    assert look(places, torn, 0) == 1
    saved[0].close()


def test_a_fault_while_the_mark_is_read_is_told_as_what_it_is() -> None:
    """SQLite ends the savepoint itself where the disk fails, so that to end it once more is another fault, and a bug's."""

    class Failing:
        def execute(self, statement: str) -> None:
            if statement.startswith("PRAGMA"):
                raise OSError("the disk")
            if statement.startswith("RELEASE"):
                raise sqlite3.OperationalError("no such savepoint: mark")

    with pytest.raises(OSError, match="the disk"):
        marks.mark_in(cast(sqlite3.Connection, Failing()))
