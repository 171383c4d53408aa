"""What a cluster's worker process runs: the reading of one file, by reader processes that it keeps for the next file."""

from __future__ import annotations

import atexit
from dataclasses import dataclass

from ombudsview.many.one import read_document, taken
from ombudsview.many.readers import Readers
from ombudsview.paper.document import Document
from ombudsview.paper.worker import Worker
from ombudsview.reading.read import READER_VERSION
from ombudsview.reports.file_reading import FileReading

IDLE = 60.0
"""Seconds without a file after which a reader is ended, should nobody have said that the work is done."""

_readers = Readers(lambda: Worker.start(spare=False), idle=IDLE)
atexit.register(_readers.close)


@dataclass(frozen=True)
class Job:
    """One file: its name as it was given, where it lies, or its bytes where a worker cannot see it; who is to read it.

    `rules` are the officer's own, packed.
    """

    name: str
    path: str
    reader: str
    password: str | None = None
    data: bytes | None = None
    rules: bytes = b""


@dataclass(frozen=True)
class OtherReader:
    """The worker has another version of the program, so that its reading is not what was asked for."""

    reader: str


def read(job: Job) -> FileReading | OtherReader:
    """The file read here; a function of its bytes and the rules alone, so that it does not matter how often it is begun."""
    if job.reader != READER_VERSION:
        return OtherReader(READER_VERSION)
    document = taken(job.name, job.path) if job.data is None else Document.of(job.name, job.data)
    if isinstance(document, FileReading):
        return document
    with _readers.lent() as worker:
        return read_document(job.name, document, worker, job.password, rules=job.rules)


def look(job: Job) -> str | None:
    """The SHA-256 of the file's bytes; None where there are none to be had."""
    document = taken(job.name, job.path)
    return None if isinstance(document, FileReading) else document.sha256


def rest() -> None:
    """End the readers that are not at work."""
    _readers.rest()
