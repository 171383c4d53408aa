"""Changes of the tables: a checked copy first, one transaction, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from sqlite_utils import Database, Migrations

from ombudsview.errors import Trouble
from ombudsview.history.connection import connect
from ombudsview.history.marks import VERSION
from ombudsview.history.safekeeping import open_history
from ombudsview.history.schema import MIGRATIONS, Plan
from ombudsview.history.store import Store
from ombudsview.places import Places
from tests.history.made import YEARS, dump

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def later(fail: bool = False) -> Plan:
    """The tables of some later version: everything there is, and one step more."""
    plan = Migrations("ombudsview")
    for one in MIGRATIONS._migrations:
        plan(name=one.name)(one.fn)

    @plan(name="2 later")
    def _later(db: Database) -> None:
        db.conn.execute("ALTER TABLE letter ADD COLUMN later TEXT")
        if fail:
            db.conn.execute("INSERT INTO nowhere VALUES (1)")

    return Plan(plan, VERSION + 1)


def test_older_tables_are_copied_and_then_brought_up(kept: Places) -> None:
    before = dump(kept.history)
    with closing(open_history(kept, NOW, later()).db) as db:
        assert db.conn.execute("SELECT count(later), count(*) FROM letter").fetchone() == (0, len(YEARS))
        assert db.conn.execute("PRAGMA user_version").fetchone()[0] == VERSION + 1
    [copy] = kept.backups.glob("*-before-v*.sqlite")
    assert dump(copy) == before
    with pytest.raises(Trouble) as caught:
        Store.open(kept)
    assert caught.value.code == "history_newer"


def test_a_change_that_fails_changes_nothing(kept: Places) -> None:
    before = dump(kept.history)
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_history(kept, NOW, later(fail=True))
    with closing(connect(kept.history)) as db:
        assert db.conn.execute("PRAGMA user_version").fetchone()[0] == VERSION
    with closing(Store.open(kept)) as store:
        assert store.notice is None
        assert dump(kept.history) == before
