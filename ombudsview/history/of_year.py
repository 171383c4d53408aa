"""The saved letters of one sender about one year, with their figures: what is held against what is published for all."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ombudsview.history import faults, find
from ombudsview.history.rows import Figure
from ombudsview.history.validity import is_day

_LETTERS = """SELECT letter, authority, sequence FROM letters
    WHERE period_end = ? AND sender = ? ORDER BY authority, sequence, letter"""
_YEARS = "SELECT DISTINCT period_end FROM letters WHERE sender = ? AND period_end IS NOT NULL ORDER BY period_end DESC"


@dataclass(frozen=True)
class OfYear:
    """One saved letter, and the final figures of its newest revision by key. `authority` is None where the letter has none."""

    letter: str
    authority: str | None
    sequence: int
    figures: dict[str, Figure]


def of_year(connection: sqlite3.Connection, sender: str, period_end: str) -> tuple[OfYear, ...]:
    """The letters of that year, by authority. Trouble `letter_damaged` where one of their figures is none."""
    with faults.told():
        rows = connection.execute(_LETTERS, [period_end, sender]).fetchall()
        return tuple(
            OfYear(name, authority, sequence, {one.key: one for one in find.figures_of(connection, name)})
            for name, authority, sequence in rows
        )


def years(connection: sqlite3.Connection, sender: str) -> tuple[str, ...]:
    """The last days of the years of which there are letters of a sender, the newest first."""
    with faults.told():
        return tuple(end for (end,) in connection.execute(_YEARS, [sender]) if is_day(end))
