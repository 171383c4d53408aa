"""Everything that the history knows of one letter, as one frozen value: what a letter file holds and what the tables hold."""

from __future__ import annotations

import msgspec

from ombudsview.reading.model import Reading
from ombudsview.review.edit import Event

FORMAT = 1
"""The letter file's format number; it goes up when an older program could not read the file."""


class DocumentRecord(msgspec.Struct, frozen=True):
    """What letters were read from; `text_hash` tells a re-saved copy, and is None where there is no text to tell it by."""

    sha256: str
    size: int
    text_hash: str | None


class PaperRecord(msgspec.Struct, frozen=True):
    """A Paper as msgpack under zlib, named by the SHA-256 of the msgpack."""

    hash: str
    document: str
    body: bytes


class ReadingRecord(msgspec.Struct, frozen=True):
    """One reading of a revision's document, by which reader, kind and OCR."""

    number: int
    reader: str
    kind: str | None
    ocr: str | None
    paper: str
    reading: Reading


class ValueRecord(msgspec.Struct, frozen=True):
    """One final value; lists have one for each item, from 0. `value` is canonical, None where there is none."""

    key: str
    item: int
    value: str | None
    unit: str
    printed: str | None
    state: str
    note: str
    reason: str


class PlaceRecord(msgspec.Struct, frozen=True):
    """One box of one source of a value, in points from the top left of the page as shown; no numbers where only the page is known."""

    key: str
    source: int
    box: int
    page: int
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None
    text: str


class RevisionRecord(msgspec.Struct, frozen=True):
    """One save. Its events are those of thread `thread` up to `last_event`; `withdrawn` is when it was taken back."""

    number: int
    thread: int
    last_event: int
    document: str
    file_name: str
    saved: str
    who: str
    reason: str
    withdrawn: str | None
    values: tuple[ValueRecord, ...]
    places: tuple[PlaceRecord, ...]
    readings: tuple[ReadingRecord, ...]


class ThreadRecord(msgspec.Struct, frozen=True):
    """One review's list of events, named by the revision that it began with."""

    number: int
    events: tuple[Event, ...]


class LetterRecord(msgspec.Struct, frozen=True):
    """A letter with all its revisions. `version` counts what was done to it; `current` is None once every save was taken back."""

    format: int
    number: int
    letter: str
    version: int
    sender: str
    authority: str | None
    period_end: str | None
    sequence: int
    document: str
    first_page: int
    last_page: int
    current: int | None
    documents: tuple[DocumentRecord, ...]
    revisions: tuple[RevisionRecord, ...]
    threads: tuple[ThreadRecord, ...]
    papers: tuple[PaperRecord, ...]
