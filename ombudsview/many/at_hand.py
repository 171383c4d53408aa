"""Letters read together teach each other the year's wording: what two authorities' letters of a year share is a remark about neither.

That is sure once the last letter has been read, so that from the first remark on the answers wait, their readings in a file.
"""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

import msgspec

from ombudsview.many.one import Answer
from ombudsview.reading.model import Reading
from ombudsview.reading.wording import KEY, Wording
from ombudsview.reports.file_reading import FileReading

_decode = msgspec.msgpack.Decoder(tuple[Reading, ...]).decode


class Waiting:
    """Answers that wait for the last one, in order; memory holds what is short of them."""

    def __init__(self) -> None:
        self._readings = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed, and gone, at the end of `given_back`)
        self._files: deque[tuple[FileReading, int]] = deque()

    def add(self, file: FileReading) -> None:
        """Put an answer behind the others."""
        readings = msgspec.msgpack.encode(file.readings)
        self._readings.write(readings)
        self._files.append((replace(file, readings=()), len(readings)))

    def given_back(self) -> Iterator[FileReading]:
        """The answers, once."""
        with self._readings as readings:
            readings.seek(0)
            while self._files:
                file, length = self._files.popleft()
                yield replace(file, readings=_decode(readings.read(length)))


def told_apart(answers: Iterable[Answer], wording: Wording) -> Iterator[Answer]:
    """The same answers in their order, without the remarks that other authorities' letters share, at hand or in `wording`."""
    waiting: Waiting | None = None
    for answer in answers:
        if not isinstance(answer, FileReading):
            yield answer
            continue
        for reading in answer.readings:
            wording.learn_from(reading)
        if waiting is None and not any(map(_has_remarks, answer.readings)):
            yield answer
            continue
        waiting = waiting or Waiting()
        waiting.add(answer)
    for file in waiting.given_back() if waiting is not None else ():
        yield replace(file, readings=tuple(map(wording.told_apart, file.readings)))


def _has_remarks(reading: Reading) -> bool:
    field = reading.field(KEY)
    return field is not None and field.value is not None
