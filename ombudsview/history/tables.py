"""One letter's record out of the tables and into them. Into them only ever adds: what is there already stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from sqlite_utils import Database

from ombudsview.history.loading import events_of
from ombudsview.history.outcome import single
from ombudsview.history.packed import pack_reading, unpack_reading
from ombudsview.history.record import (
    FORMAT,
    DocumentRecord,
    LetterRecord,
    PaperRecord,
    PlaceRecord,
    ReadingRecord,
    RevisionRecord,
    ThreadRecord,
    ValueRecord,
)
from ombudsview.review.edit import Event

Row = Mapping[str, Any]
_Record = TypeVar("_Record", bound=msgspec.Struct)
_LETTER = ("sender", "authority", "period_end", "sequence", "document", "first_page", "last_page", "current")
_REVISION = ("number", "thread", "last_event", "document", "file_name", "saved", "who", "reason", "withdrawn")


def letter_id(db: Database, name: str) -> int | None:
    """The row of a letter in the record, or None."""
    found = db.conn.execute("SELECT id FROM letter WHERE name = ?", [name]).fetchone()
    return None if found is None else int(found[0])


def read_record(db: Database, letter: int) -> LetterRecord:
    """Everything about one letter; LookupError where there is no such row."""
    row = next(iter(db.query("SELECT * FROM letter WHERE id = ?", [letter])), None)
    if row is None:
        raise LookupError(letter)
    return LetterRecord(
        FORMAT,
        letter,
        row["name"],
        row["version"],
        **{name: row[name] for name in _LETTER},
        documents=_records(DocumentRecord, db, _DOCUMENTS, [letter]),
        revisions=tuple(_revision(db, letter, found) for found in db.query(_REVISIONS, [letter])),
        threads=_threads(db, letter),
        papers=_records(PaperRecord, db, _PAPERS, [letter]),
    )


_DOCUMENTS = (
    """SELECT * FROM document WHERE sha256 IN (SELECT document FROM revision WHERE letter = ?) ORDER BY sha256"""
)
_REVISIONS = "SELECT * FROM revision WHERE letter = ? ORDER BY number"
_PAPERS = "SELECT * FROM paper WHERE hash IN (SELECT paper FROM reading WHERE letter = ?) ORDER BY hash"
_OF_REVISION = "SELECT * FROM {} WHERE letter = ? AND revision = ? ORDER BY {}"


def _records(kind: type[_Record], db: Database, sql: str, wanted: list[object]) -> tuple[_Record, ...]:
    return tuple(_made(kind, row) for row in db.query(sql, wanted))


def _made(kind: type[_Record], row: Row) -> _Record:
    return kind(**{name: row[name] for name in kind.__struct_fields__})


def _revision(db: Database, letter: int, row: Row) -> RevisionRecord:
    wanted = [letter, row["number"]]
    readings = db.query(_OF_REVISION.format("reading", "number"), wanted)
    return RevisionRecord(
        **{name: row[name] for name in _REVISION},
        values=_records(ValueRecord, db, _OF_REVISION.format("value", "key, item"), wanted),
        places=_records(PlaceRecord, db, _OF_REVISION.format("place", "key, source, box"), wanted),
        readings=tuple(
            ReadingRecord(r["number"], r["reader"], r["kind"], r["ocr"], r["paper"], unpack_reading(r["body"]))
            for r in readings
        ),
    )


def _threads(db: Database, letter: int) -> tuple[ThreadRecord, ...]:
    numbers = [
        row["thread"] for row in db.query("SELECT DISTINCT thread FROM event WHERE letter = ? ORDER BY 1", [letter])
    ]
    return tuple(ThreadRecord(number, events_of(db.conn, letter, number)) for number in numbers)


def write_record(db: Database, record: LetterRecord) -> int:
    """Add what the tables lack of a letter, and set what may change: its key, newest revision and what was taken back.

    To be called within a transaction. The row's number is kept where it is free. The letter's row id.
    """
    _insert(db, "document", (msgspec.structs.asdict(one) for one in record.documents))
    _insert(db, "paper", (msgspec.structs.asdict(one) for one in record.papers))
    letter = _letter_row(db, record)
    for revision in record.revisions:
        _write_revision(db, letter, revision)
    for thread in record.threads:
        add_events(db, letter, thread.number, thread.events)
    return letter


def _letter_row(db: Database, record: LetterRecord) -> int:
    letter = letter_id(db, record.letter)
    fields = {name: getattr(record, name) for name in _LETTER}
    fields |= {"version": record.version, "sequence": _free_sequence(db, record)}
    if letter is not None:
        _table(db, "letter").update(letter, fields)
        return letter
    taken = db.conn.execute("SELECT 1 FROM letter WHERE id = ?", [record.number]).fetchone()
    number = {} if taken or record.number <= 0 else {"id": record.number}
    _insert(db, "letter", [number | {"name": record.letter} | fields])
    made = letter_id(db, record.letter)
    assert made is not None
    return made


def _free_sequence(db: Database, record: LetterRecord) -> int:
    """The letter's own sequence, unless another letter of that authority and period has it."""
    key = [record.sender, record.authority, record.period_end]
    others = db.conn.execute(
        "SELECT sequence FROM letter WHERE sender = ? AND authority IS ? AND period_end IS ? AND name <> ?",
        [*key, record.letter],
    )
    taken = {row[0] for row in others}
    return max(taken) + 1 if record.sequence in taken else record.sequence


def _write_revision(db: Database, letter: int, revision: RevisionRecord) -> None:
    row = {"letter": letter} | {name: getattr(revision, name) for name in _REVISION}
    here = {"letter": letter, "revision": revision.number}
    copied = {key: single(revision.values, key) for key in ("letter_date", "title")}
    _insert(db, "revision", [row | copied])
    db.conn.execute(
        "UPDATE revision SET withdrawn = ? WHERE letter = ? AND number = ?",
        [revision.withdrawn, letter, revision.number],
    )
    _insert(db, "value", (here | msgspec.structs.asdict(one) for one in revision.values))
    _insert(db, "place", (here | msgspec.structs.asdict(one) for one in revision.places))
    for reading in revision.readings:
        row = {name: getattr(reading, name) for name in ("number", "reader", "kind", "ocr", "paper")}
        _insert(db, "reading", [here | row | {"body": pack_reading(reading.reading)}])


def add_events(db: Database, letter: int, thread: int, events: Iterable[Event]) -> None:
    """Add events to a thread; those that are there already stay as they are."""
    rows = (
        {
            "letter": letter,
            "thread": thread,
            "sequence": event.sequence,
            "moment": event.when,
            "who": event.who,
            "deed": event.deed.value,
            "body": msgspec.json.encode(event).decode(),
        }
        for event in events
    )
    _insert(db, "event", rows)


def _insert(db: Database, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        db.conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT DO NOTHING",  # noqa: S608 - names are ours
            list(row.values()),
        )


def _table(db: Database, name: str) -> Any:
    return db[name]
