"""One file read to the end: the unit of work that the command line, its jobs and a cluster's workers share."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import troubles
from ombudsview.paper.document import Document, take
from ombudsview.paper.formats import Format, format_of
from ombudsview.paper.worker import Worker
from ombudsview.reading import brief
from ombudsview.reading.again import Pictures
from ombudsview.reading.answer import decode
from ombudsview.reports.file_reading import FileReading


@dataclass(frozen=True)
class Known:
    """A file that was not read, because the answer about bytes with this SHA-256 is at hand."""

    file: str
    sha256: str


Answer = FileReading | Known

_WHILE_READING = frozenset({Verdict.TIMED_OUT, Verdict.OUT_OF_MEMORY, Verdict.CRASHED})


def read_file(
    name: str,
    worker: Worker,
    password: str | None = None,
    known: Container[str] = (),
    pictures: Pictures | None = None,
    *,
    rules: bytes = b"",
) -> Answer:
    """The file of that name read, unless its SHA-256 is among the `known`; whatever goes wrong stands in the result."""
    document = taken(name)
    if isinstance(document, FileReading):
        return document
    if document.sha256 in known:
        return Known(name, document.sha256)
    return read_document(name, document, worker, password, pictures, rules=rules)


def taken(name: str, path: str | None = None) -> Document | FileReading:
    """The file's bytes, from `path` where that is not its name; or what there is to say of a file that gives none."""
    try:
        return take(Path(path or name))
    except Trouble as trouble:
        return FileReading(name, None, Verdict(trouble.code), trouble.sentence, 0, ())


def read_document(
    name: str,
    document: Document,
    worker: Worker,
    password: str | None = None,
    pictures: Pictures | None = None,
    *,
    rules: bytes = b"",
) -> FileReading:
    """Bytes to reading, by a reader process: the same bytes and `rules` (packed) give the same reading on whatever machine.

    With `pictures` the text of pages that are pictures is recognised, where what that needs is installed. Whatever goes wrong
    stands in the result, as the sentence that the officer would see; only Trouble `cancelled` is raised.
    """
    count = 0
    try:
        opened, read = worker.open_and_read(document.data, document.sha256, password, rules)
        count = len(opened.sizes)
        answer = brief.decode(read, opened.sha256, opened.sizes)
        has_text, readings = answer.has_text, answer.readings
        if pictures is not None and answer.unclear:
            whole = decode(worker.read(rules=rules), opened.sha256, opened.sizes)
            whole = pictures.read(worker, opened, whole, rules=rules)
            has_text, readings = whole.paper.has_text, whole.readings
    except Trouble as trouble:
        if trouble.code == troubles.CANCELLED:
            raise
        count = count or _pages(worker, document, password, trouble)
        return FileReading(name, document.sha256, Verdict(trouble.code), trouble.sentence, count, ())
    verdict = opened.verdict if has_text else Verdict.NO_TEXT
    return FileReading(name, document.sha256, verdict, None, count, readings)


def _pages(worker: Worker, document: Document, password: str | None, trouble: Trouble) -> int:
    """How many pages a file has that opened, and failed only while it was read; 0 where that cannot be said."""
    if trouble.code not in _WHILE_READING or format_of(document.data) is Format.WORD:
        return 0
    try:
        return len(worker.open(document.data, password, allow_large=True).sizes)
    except Trouble as again:
        if again.code == troubles.CANCELLED:
            raise
        return 0
