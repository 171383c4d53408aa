"""A first look at the history without opening it for writing: what the start needs, by plain sqlite3, which is always there."""

from __future__ import annotations

from contextlib import closing

from ombudsview.history import faults, find
from ombudsview.history.marks import Mark, look_in, mark_in, mark_of
from ombudsview.history.rows import LetterRow
from ombudsview.places import Places


def glance(places: Places) -> tuple[LetterRow, ...]:
    """Every saved letter, the newest save first; empty where there is no history yet.

    Trouble where it cannot be read: history_newer, history_foreign, history_damaged, history_locked, not_writable.
    """
    with faults.told():
        mark = mark_of(places.history)
        if mark is Mark.MISSING:
            return ()
        if mark in (Mark.DAMAGED, Mark.NO_FILE):
            raise faults.damaged()
        _refuse(mark)
        with closing(look_in(places.history)) as connection:
            mark = mark_in(connection)
            if mark is Mark.BLANK:  # begun, but killed before it had tables
                return ()
            _refuse(mark)
            return find.letters(connection)


def _refuse(mark: Mark) -> None:
    if mark is Mark.NEWER:
        raise faults.newer()
    if mark is Mark.FOREIGN:
        raise faults.foreign()
