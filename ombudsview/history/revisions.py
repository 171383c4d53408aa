"""What became of one letter, save by save: who saved it when, and what was done to it since the save before, from its events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from ombudsview.history import faults
from ombudsview.history.loading import events_of
from ombudsview.history.validity import is_moment
from ombudsview.review.edit import Event

_REVISIONS = """SELECT r.number, r.saved, r.who, r.reason, r.withdrawn, r.thread, r.last_event, l.current, l.id
    FROM revision r JOIN letter l ON l.id = r.letter WHERE l.name = ? ORDER BY r.number"""
_TAKEN_BACK = """SELECT l.name, r.file_name, l.authority, l.period_end, max(r.withdrawn)
    FROM letter l JOIN revision r ON r.letter = l.id
    WHERE r.withdrawn IS NOT NULL AND r.number > coalesce(l.current, 0) GROUP BY l.id ORDER BY 5 DESC"""


@dataclass(frozen=True)
class Revision:
    """One save. `saved` and `withdrawn` (None where it was not taken back) are ISO 8601; `events` are those since the save before.

    `counts`: it is the one that the history gives.
    """

    number: int
    saved: str
    who: str
    reason: str
    withdrawn: str | None
    counts: bool
    events: tuple[Event, ...]


class Withdrawable(Protocol):
    """A save as it is told or kept: its number, and when it was taken back (ISO 8601; None where it was not)."""

    @property
    def number(self) -> int: ...

    @property
    def withdrawn(self) -> str | None: ...


Save = TypeVar("Save", bound=Withdrawable)


@dataclass(frozen=True)
class TakenBack:
    """A letter with a save that can be brought back."""

    letter: str
    file_name: str
    authority: str | None
    period_end: str | None
    withdrawn: str


def revisions(connection: sqlite3.Connection, letter: str) -> tuple[Revision, ...]:
    """Every save of a letter, the newest first. Trouble `no_letter`, `letter_damaged`; sqlite3.Error."""
    rows = connection.execute(_REVISIONS, [letter]).fetchall()
    if not rows:
        raise faults.no_letter()
    found = []
    seen: tuple[Event, ...] = ()
    for number, saved, who, reason, withdrawn, thread, last, current, row in rows:
        if not is_moment(saved) or not is_moment(withdrawn):
            raise faults.letter_damaged()
        events = events_of(connection, row, thread, last)
        since = len(seen) if events[: len(seen)] == seen else 0  # another thread begins at its own beginning
        found.append(Revision(number, saved, who, reason, withdrawn, number == current, events[since:]))
        seen = events
    return tuple(reversed(found))


def taken_back(connection: sqlite3.Connection) -> tuple[TakenBack, ...]:
    """The letters with a save that can be brought back, the one taken back last first."""
    return tuple(TakenBack(*row) for row in connection.execute(_TAKEN_BACK))


def taken_back_last(saves: Iterable[Save], current: int | None) -> Save | None:
    """The save that comes back next where `current` counts: of those above it the one that was taken back last.

    None where there is none. Saves go from the newest down, so that of two of one second the lower one went last.
    """
    above = [one for one in saves if one.number > (current or 0) and one.withdrawn is not None]
    return max(above, key=lambda one: (_instant(one.withdrawn), -one.number), default=None)


def _instant(moment: str | None) -> float:
    """Seconds, so that times of two zones compare; a damaged one is before all others."""
    return datetime.fromisoformat(moment).timestamp() if moment and is_moment(moment) else 0.0
