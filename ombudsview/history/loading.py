"""A saved letter whole, over any connection that can read."""

from __future__ import annotations

import sqlite3

import msgspec

from ombudsview.history import documents, faults, find
from ombudsview.history.packed import unpack_paper, unpack_reading
from ombudsview.history.rows import Kept, LetterRow
from ombudsview.places import Places
from ombudsview.review.edit import Event

_NEWEST = """SELECT reading.body, paper.body, revision.thread, revision.last_event, letter.id, letter.version
    FROM reading JOIN paper ON paper.hash = reading.paper
    JOIN revision ON revision.letter = reading.letter AND revision.number = reading.revision
    JOIN letter ON letter.id = reading.letter
    WHERE letter.name = ? AND reading.revision = ? ORDER BY reading.number DESC LIMIT 1"""
_EVENTS = "SELECT body FROM event WHERE letter = ? AND thread = ? AND (? IS NULL OR sequence <= ?) ORDER BY sequence"


def load(connection: sqlite3.Connection, places: Places, letter: str) -> Kept:
    """One letter whole. Trouble `no_letter`, `letter_damaged`, `document_missing` (its PDF's kept copy is gone); sqlite3.Error."""
    row = row_of(connection, letter)
    newest = connection.execute(_NEWEST, [row.letter, row.revision]).fetchone()
    if newest is None:  # it lost its reading
        raise faults.letter_damaged()
    body, paper, thread, last, number, version = newest
    events = events_of(connection, number, thread, last)
    document = documents.fetch(places.documents, row.sha256)
    return Kept(row, document, unpack_paper(paper), unpack_reading(body), events, version)


def row_of(connection: sqlite3.Connection, letter: str) -> LetterRow:
    """Its row in the list; Trouble `no_letter`."""
    row = find.letter(connection, letter)
    if row is None:
        raise faults.no_letter()
    return row


def events_of(connection: sqlite3.Connection, letter: int, thread: int, last: int | None = None) -> tuple[Event, ...]:
    """A thread's events in order, as far as `last` where it is given. Trouble `letter_damaged` where one cannot be read."""
    rows = connection.execute(_EVENTS, [letter, thread, last, last])
    try:
        return tuple(msgspec.json.decode(row[0], type=Event) for row in rows)
    except msgspec.DecodeError as error:
        raise faults.letter_damaged() from error
