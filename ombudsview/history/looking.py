"""The history looked at by whoever only reads: a connection of its own, for one thread, any one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from ombudsview.history.marks import Mark, mark_of, read_only, refuse
from ombudsview.places import Places


@contextmanager
def opened(places: Places) -> Iterator[sqlite3.Connection | None]:
    """The history for reading; None where there is none yet. Trouble where there is something else."""
    mark = mark_of(places.history)
    if mark in (Mark.MISSING, Mark.BLANK):
        yield None
        return
    refuse(mark)
    with closing(read_only(places.history)) as connection:
        yield connection
