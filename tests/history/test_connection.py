"""The connection that writes: its pragmas as SQLite reports them, and what a transaction leaves behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from ombudsview.history.connection import PRAGMAS, action, connect
from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.places import Places


def test_every_pragma_reads_back(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "new.sqlite")) as db:
        assert {name: db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS} == PRAGMAS
    assert PRAGMAS["journal_mode"] == "wal"
    assert PRAGMAS["synchronous"] == 2


def test_the_stores_own_connection_has_them(places: Places) -> None:
    with closing(Store.open(places)) as store:
        connection = store._db.conn
        assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in PRAGMAS} == PRAGMAS


def test_an_action_holds_the_write_lock_from_its_start_and_leaves_all_or_nothing(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with closing(connect(path)) as db, closing(connect(path, wait=0)) as other:
        db.conn.execute("CREATE TABLE one (n INTEGER NOT NULL)")
        with action(db):
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.conn.execute("BEGIN IMMEDIATE")
            with db.atomic():
                db.conn.execute("INSERT INTO one VALUES (1)")
        with pytest.raises(sqlite3.IntegrityError, match="NULL"), action(db):
            db.conn.executemany("INSERT INTO one VALUES (?)", [(2,), (None,)])
        assert other.conn.execute("SELECT n FROM one").fetchall() == [(1,)]
        assert not db.conn.in_transaction


def test_soundness_is_of_pages_and_of_references(tmp_path: Path) -> None:
    path = tmp_path / "new.sqlite"
    with closing(connect(path)) as db:
        db.conn.execute("CREATE TABLE a (n INTEGER PRIMARY KEY)")
        db.conn.execute("CREATE TABLE b (a INTEGER REFERENCES a (n))")
        assert is_sound(db.conn)
        db.conn.execute("PRAGMA foreign_keys = 0")
        db.conn.execute("INSERT INTO b VALUES (7)")
        assert is_sound(db.conn, thorough=False)
        assert not is_sound(db.conn)
