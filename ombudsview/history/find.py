"""Questions to the record, in plain SQL on its views: these stay as they are from version to version, and little need be loaded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from ombudsview.history import faults
from ombudsview.history.rows import Figure, LetterRow
from ombudsview.history.validity import is_day, is_moment, is_value
from ombudsview.letters.fields import FIELDS, Value

_LETTERS = """SELECT letter, authority, period_end, letter_date, title, file_name, saved, revision, sha256,
    first_page, last_page, sequence FROM letters"""
_FIGURES = "SELECT letter, authority, period_end, key, value, state, page, sequence, printed, sender FROM figures"


def letters(connection: sqlite3.Connection) -> tuple[LetterRow, ...]:
    """Every saved letter, the newest save first. sqlite3.Error."""
    rows = connection.execute(f"{_LETTERS} ORDER BY saved DESC, letter")
    return tuple(_letter(row) for row in rows)


def letter(connection: sqlite3.Connection, name: str) -> LetterRow | None:
    """One saved letter by its name in the record, or by its file's hash and first page. Trouble `letter_damaged`."""
    row = connection.execute(f"{_LETTERS} WHERE letter = ?", [name]).fetchone()
    if row is None:
        sha256, _, first = name.rpartition("-")
        row = connection.execute(
            f"{_LETTERS} WHERE sha256 = ? AND first_page = ?", [sha256, int(first) if first.isdigit() else 0]
        ).fetchone()
    found = _letter(row) if row is not None else None
    if found is not None and found.damaged:
        raise faults.letter_damaged()
    return found


def authorities(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The authorities that have a letter, by name."""
    rows = connection.execute("SELECT DISTINCT authority FROM letters WHERE authority IS NOT NULL ORDER BY authority")
    return tuple(row[0] for row in rows)


def most_letters(connection: sqlite3.Connection) -> str:
    """The authority that has more letters than any other; empty where there is none, or two have equally many."""
    rows = connection.execute(
        "SELECT authority, COUNT(*) FROM letters WHERE authority IS NOT NULL GROUP BY authority ORDER BY 2 DESC LIMIT 2"
    ).fetchall()
    return "" if not rows or (len(rows) == 2 and rows[0][1] == rows[1][1]) else str(rows[0][0])


def figures(connection: sqlite3.Connection, authority: str | None) -> tuple[Figure, ...]:
    """Every field of every letter's newest revision, of one authority or of all, by period, then letter, then key.

    Trouble `letter_damaged` where one of them is no figure.
    """
    where, wanted = (" WHERE authority = ?", [authority]) if authority is not None else ("", [])
    rows = connection.execute(f"{_FIGURES}{where} ORDER BY period_end, sequence, letter, key, item", wanted)
    return tuple(_figure(tuple(items)) for _, items in groupby(rows, itemgetter(0, 3)))


def figures_of(connection: sqlite3.Connection, letter: str) -> tuple[Figure, ...]:
    """The same of one letter."""
    rows = connection.execute(f"{_FIGURES} WHERE letter = ? ORDER BY key, item", [letter])
    return tuple(_figure(tuple(items)) for _, items in groupby(rows, itemgetter(0, 3)))


def _letter(row: Sequence[Any]) -> LetterRow:
    name, authority, end, dated, title, file_name, saved, revision, sha256, first, last, sequence = row
    pages, damaged = (first, last), False
    if not (is_day(end) and is_day(dated) and is_moment(saved)):
        end, dated = end if is_day(end) else None, dated if is_day(dated) else None
        saved, damaged = saved if is_moment(saved) else "", True
    return LetterRow(name, authority, end, dated, title, file_name, saved, revision, sha256, pages, sequence, damaged)


def _figure(items: Sequence[Sequence[Any]]) -> Figure:
    name, authority, period_end, key, _, state, page, sequence, _, sender = items[0]
    if not is_day(period_end) or not all(is_value(key, item[4]) for item in items):
        raise faults.letter_damaged(f"a letter of {authority}" if authority else "a letter")
    value, printed = (_value(key, (item[at] for item in items)) for at in (4, 8))
    return Figure(name, authority, period_end, key, value, state, page, sequence, printed, sender)


def _value(key: str, items: Iterable[str | None]) -> Value | None:
    found = tuple(item for item in items if item is not None)
    if not found:
        return None
    many = key in FIELDS and FIELDS[key].many
    return found if many or len(found) > 1 else found[0]
