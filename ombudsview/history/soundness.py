"""Whether a history's file can be trusted: SQLite's own checks, by plain sqlite3."""

from __future__ import annotations

import sqlite3

from ombudsview.history.faults import DAMAGE, primary_code

CHECK_AT_ONCE = 16 << 20
"""Bytes of a file that is checked at every start; a larger one only after an end that was not clean, or where it is suspected."""


def is_sound(connection: sqlite3.Connection, *, thorough: bool = True) -> bool:
    """Whether SQLite finds the file whole: pages and rows, for a thorough look indexes and references too. sqlite3.Error."""
    try:
        check = "integrity_check" if thorough else "quick_check"
        if connection.execute(f"PRAGMA {check}(1)").fetchone()[0] != "ok":
            return False
        return not thorough or connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.DatabaseError as error:
        if primary_code(error) in DAMAGE:
            return False
        raise  # busy, unreadable or out of memory says nothing about the file
