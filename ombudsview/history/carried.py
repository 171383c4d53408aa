"""Notes of what was learnt that are carried on: each waits with the letters of later years until one of them says what was done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ombudsview.authorities.fold import plain
from ombudsview.errors import Trouble
from ombudsview.history.loading import events_of
from ombudsview.history.validity import is_day
from ombudsview.letters.fields import year_name
from ombudsview.review.edit import Carried
from ombudsview.review.noted import Noted

_AUTHORITIES = "SELECT DISTINCT authority FROM letter WHERE authority IS NOT NULL"
_LETTERS = """SELECT l.name, l.authority, l.period_end, l.id, r.thread, r.last_event
    FROM letter l JOIN revision r ON r.letter = l.id AND r.number = l.current
    WHERE l.authority = ? AND l.sender = ? AND l.name <> ?"""


def still_open(
    connection: sqlite3.Connection, letter: str, sender: str, names: Iterable[str], period_end: str
) -> tuple[Carried, ...]:
    """The notes of all years before `period_end` that no saved letter answers, the newest first; `letter` itself is left out.

    `names`: of the authority, and of those it took over from, as letters are filed. A letter whose events cannot be read has
    no part in it: that is told where it is looked at, and what else is beside this letter does not go with it. sqlite3.Error.
    """
    wanted = {plain(name) for name in names}
    filed = [name for (name,) in connection.execute(_AUTHORITIES) if plain(name) in wanted]
    rows = [row for name in filed for row in connection.execute(_LETTERS, [name, sender, letter])]
    noted = [(row[:3], noted) for row in rows if is_day(row[2]) and (noted := _noted(connection, *row[3:])) is not None]
    answered = {earlier for _, one in noted for earlier in one.done}
    waiting = [
        (end, Carried(name, authority, year_name(end), one.lesson))
        for (name, authority, end), one in noted
        if end is not None and end < period_end and one.lesson and name not in answered
    ]
    return tuple(carried for _, carried in sorted(waiting, key=lambda one: one[0], reverse=True))


def _noted(connection: sqlite3.Connection, letter: int, thread: int, last: int) -> Noted | None:
    try:
        return Noted(events_of(connection, letter, thread, last))
    except Trouble:
        return None
