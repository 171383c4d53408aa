"""What a cluster's worker process runs: the reading of one file, by processes that it keeps for the next file.

It has a reader process for each of its threads, and one recogniser for all: recognition takes a core and half a gigabyte.
"""

from __future__ import annotations

import atexit
from dataclasses import dataclass

from ombudsview.many.one import read_document, taken
from ombudsview.many.readers import Readers
from ombudsview.paper.document import Document
from ombudsview.paper.worker import Worker
from ombudsview.reading.again import Pictures
from ombudsview.reading.recognisers import Recognisers
from ombudsview.reading.version import READER_VERSION
from ombudsview.reports.file_reading import FileReading

IDLE = 60.0
"""Seconds without a file after which a reader is ended, should nobody have said that the work is done."""

_recognisers = Recognisers(shared=True)
_readers = Readers(lambda: Worker.start(spare=False), idle=IDLE, resting=_recognisers.rest)
atexit.register(_recognisers.close)
atexit.register(_readers.close)


@dataclass(frozen=True)
class Job:
    """One file: its name as it was given, where it lies, or its bytes where a worker cannot see it; who is to read it.

    `rules` are the officer's own, packed. `recognise` says whether the text of pages that are pictures is recognised.
    """

    name: str
    path: str
    reader: str
    password: str | None = None
    data: bytes | None = None
    rules: bytes = b""
    recognise: bool = False


@dataclass(frozen=True)
class Unrecognised:
    """A file with pages that are pictures, read without their text: what recognition needs is not installed on the worker."""

    file: FileReading


@dataclass(frozen=True)
class OtherReader:
    """The worker has another version of the program, so that its reading is not what was asked for."""

    reader: str


def read(job: Job) -> FileReading | Unrecognised | OtherReader:
    """The file read here; a function of its bytes and the rules alone, so that it does not matter how often it is begun."""
    if job.reader != READER_VERSION:
        return OtherReader(READER_VERSION)
    document = taken(job.name, job.path) if job.data is None else Document.of(job.name, job.data)
    if isinstance(document, FileReading):
        return document
    # What was recognised elsewhere, and is remembered there, is not at hand where a worker runs.
    pictures = Pictures(None, recognisers=_recognisers) if job.recognise else None
    with _readers.lent() as worker:
        answer = read_document(job.name, document, worker, job.password, pictures, rules=job.rules)
    return Unrecognised(answer) if pictures is not None and pictures.wanting else answer


def look(job: Job) -> str | None:
    """The SHA-256 of the file's bytes; None where there are none to be had."""
    document = taken(job.name, job.path)
    return None if isinstance(document, FileReading) else document.sha256


def rest() -> None:
    """End the readers that are not at work."""
    _readers.rest()
