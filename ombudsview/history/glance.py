"""A first look at the history without opening it for writing: what the start needs, by plain sqlite3, which is always there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from ombudsview.history import faults, find
from ombudsview.history.marks import Mark, look_in, mark_in, mark_of, read_only
from ombudsview.history.rows import LetterRow
from ombudsview.places import Places

T = TypeVar("T")


def glance(places: Places) -> tuple[LetterRow, ...]:
    """Every saved letter, the newest save first; empty where there is no history yet. Trouble as `look`'s."""
    return look(places, find.letters, ())


def look(places: Places, question: Callable[[sqlite3.Connection], T], nothing: T, *, in_use: bool = False) -> T:
    """What a question to the history finds, by a connection that is its own; `nothing` where there is no history yet.

    `in_use`: this program has it open for writing. Trouble where it cannot be read: history_newer, history_foreign,
    history_damaged, history_locked, not_writable.
    """
    with faults.told():
        mark = mark_of(places.history)
        if mark is Mark.MISSING:
            return nothing
        if mark in (Mark.DAMAGED, Mark.NO_FILE):
            raise faults.damaged()
        _refuse(mark)
        with closing(read_only(places.history) if in_use else look_in(places.history)) as connection:
            mark = mark_in(connection)
            if mark is Mark.BLANK:  # begun, but killed before it had tables
                return nothing
            _refuse(mark)
            return question(connection)


def _refuse(mark: Mark) -> None:
    if mark is Mark.NEWER:
        raise faults.newer()
    if mark is Mark.FOREIGN:
        raise faults.foreign()
