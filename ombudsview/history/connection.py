"""The one connection that writes: its pragmas, and one transaction for each thing the officer does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlite_utils import Database

from ombudsview.history.whereabouts import shared

PRAGMAS: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: NORMAL loses acknowledged saves when the power goes
    "fullfsync": 1,  # macOS keeps writes in the drive's memory without it
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,  # else INSERT OR REPLACE would get round the triggers that guard events
    "mmap_size": 0,
    "busy_timeout": 5000,
}
"""Set on every connection that writes, in this order after the waiting time, and read back by a test."""


def connect(path: Path, *, wait: float = 5.0) -> Database:
    """Open for writing with every pragma set; `wait` in seconds for another program's lock. sqlite3.Error where it cannot be.

    Where other machines write too there is no log: machines do not share what it needs, and a program that keeps folders in step
    takes the file without it.
    """
    journal = "delete" if shared(path.parent.resolve()) is not None else PRAGMAS["journal_mode"]
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    with ExitStack() as otherwise:
        otherwise.callback(connection.close)
        for name, value in (PRAGMAS | {"journal_mode": journal}).items():
            if name != "busy_timeout":
                connection.execute(f"PRAGMA {name} = {value}").fetchall()
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        otherwise.pop_all()
    return Database(connection, execute_plugins=False)


@contextmanager
def action(db: Database) -> Iterator[Database]:
    """One thing the officer does is one transaction, and has the write lock from its start.

    sqlite-utils begins a plain transaction; inside this one its own blocks become savepoints.
    """
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        yield db
        db.conn.execute("COMMIT")
    finally:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
