"""What the history has beside a letter that comes: this very file, the same text from another file, another letter for its year.

Looked up on a connection that cannot write, so that no window waits for another one's lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from enum import StrEnum

from ombudsview.history import faults, find
from ombudsview.history.marks import Mark, look_in, mark_in, mark_of
from ombudsview.history.rows import LetterRow
from ombudsview.letters.fields import Value
from ombudsview.places import Places


class Likeness(StrEnum):
    """In what way two letters are alike, the closest first."""

    SAME_FILE = "same_file"
    SAME_TEXT = "same_text"
    SAME_YEAR = "same_year"


@dataclass(frozen=True)
class Wanted:
    """The letter that comes: its file, its pages there (from 1), the hash of the file's text, and what it is filed under."""

    sha256: str
    pages: tuple[int, int]
    text_hash: str | None = None
    sender: str = "lgsco"
    authority: str | None = None
    period_end: str | None = None


@dataclass(frozen=True)
class Alike:
    """A saved letter that is like it. `version` counts what was done to it, so that a save can tell that more was done since."""

    likeness: Likeness
    row: LetterRow
    version: int


_FILE = """SELECT l.name, l.version FROM letter l WHERE l.current IS NOT NULL AND l.first_page = :first AND EXISTS
    (SELECT 1 FROM revision r WHERE r.letter = l.id AND r.withdrawn IS NULL AND r.document = :sha256) LIMIT 1"""
_TEXT = """SELECT l.name, l.version FROM letter l
    WHERE l.current IS NOT NULL AND l.first_page = :first AND l.last_page = :last AND EXISTS
    (SELECT 1 FROM revision r JOIN document d ON d.sha256 = r.document
     WHERE r.letter = l.id AND r.withdrawn IS NULL AND d.text_hash = :text) LIMIT 1"""
_YEAR = """SELECT l.name, l.version FROM letter l WHERE l.current IS NOT NULL
    AND l.sender = :sender AND l.authority = :authority AND l.period_end = :period_end
    ORDER BY l.sequence DESC LIMIT 1"""
_BY = ((Likeness.SAME_FILE, _FILE), (Likeness.SAME_TEXT, _TEXT), (Likeness.SAME_YEAR, _YEAR))


def alike(places: Places, wanted: Wanted) -> Alike | None:
    """The saved letter that is most like it, if any; None where there is no history. Trouble where it cannot be read."""
    with faults.told(), _opened(places) as connection:
        return in_history(connection, wanted) if connection is not None else None


def in_history(connection: sqlite3.Connection, wanted: Wanted) -> Alike | None:
    """The same, on a connection that is there. sqlite3.Error."""
    asked = {
        "sha256": wanted.sha256,
        "first": wanted.pages[0],
        "last": wanted.pages[1],
        "text": wanted.text_hash,
        "sender": wanted.sender,
        "authority": wanted.authority,
        "period_end": wanted.period_end,
    }
    for likeness, sql in _BY:
        found = connection.execute(sql, asked).fetchone()
        if found is not None and (row := find.letter(connection, found[0])) is not None:
            return Alike(likeness, row, found[1])
    return None


def values_of(places: Places, letter: str) -> dict[str, Value | None]:
    """The final values of a saved letter's newest revision; empty where it is not there. Trouble."""
    with faults.told(), _opened(places) as connection:
        figures = find.figures_of(connection, letter) if connection is not None else ()
        return {figure.key: figure.value for figure in figures}


@contextmanager
def _opened(places: Places) -> Iterator[sqlite3.Connection | None]:
    """The history to look into; None where there is none that this program can read, of which the start page tells."""
    if mark_of(places.history) not in (Mark.OURS, Mark.BLANK):
        yield None
        return
    with closing(look_in(places.history)) as connection:
        yield connection if mark_in(connection) is Mark.OURS else None


@dataclass(frozen=True)
class Difference:
    """One field that two readings of a letter give differently; None where one of them gives it not at all."""

    key: str
    saved: Value | None
    now: Value | None


def differences(saved: Mapping[str, Value | None], now: Mapping[str, Value | None]) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the letter as it is now, then what only the saved one has."""
    keys = dict.fromkeys((*now, *saved))
    pairs = ((key, saved.get(key), now.get(key)) for key in keys)
    return tuple(Difference(key, before, after) for key, before, after in pairs if before != after)
