"""The file of `--resume`: a line a letter, added as files are read, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import BinaryIO

import msgspec

from ombudsview.disk.durable import no_room
from ombudsview.disk.lock import seize
from ombudsview.errors import Trouble
from ombudsview.many.ledger import Ledger, Line
from ombudsview.many.one import Answer, Known
from ombudsview.reading.rule_data import reader_name
from ombudsview.reading.version import READER_VERSION
from ombudsview.reports.file_reading import FileReading
from ombudsview.reports.json_report import Object, as_line, letter_objects
from ombudsview.reports.text import encodable

_SYNC_EVERY = 5.0  # seconds; what is younger can be lost with the power, never with the program

_FAR = 1 << 40  # further than results ever reach: they must be readable for others


class Results:
    """A results file that nobody else writes to meanwhile. `known` says which bytes need not be read."""

    def __init__(self, path: Path, *, retry: bool = False, rules: bytes = b"") -> None:
        """Open it, or begin it; what the last run did not write whole is cut off.

        With `retry` files that wanted a password are read again. A reader with other `rules` (packed) is
        another reader. Trouble `no_results`, `results_busy`, `no_locks`, `not_writable`.
        """
        self._reader = reader_name(READER_VERSION, rules)
        self.known = Ledger(self._reader, retry=retry)
        try:
            self._file: BinaryIO = path.open("r+b" if path.exists() else "x+b", buffering=0)
        except OSError as fault:
            raise _not_written(fault) from fault
        try:
            self._begin(path)
        except BaseException:
            self._file.close()
            raise
        self._synced = time.monotonic()

    def _begin(self, path: Path) -> None:
        try:
            is_ours = seize(self._file.fileno(), _FAR)
        except OSError as fault:
            what = "The folder of the results named with --resume does not support locks."
            raise Trouble("no_locks", what, "Name a file in a folder of this machine.") from fault
        if not is_ours:
            what = "Another run writes to the results named with --resume."
            raise Trouble("results_busy", what, "Wait for it, or name another file.")
        with path.open("rb") as lines:
            self._end = self.known.load(lines)
        self._file.truncate(self._end)

    def add(self, answer: Answer) -> bool:
        """Write the answer unless it stands there already, whole or not at all; whether the file is in trouble."""
        letters = self._again(answer) if isinstance(answer, Known) else _letters(answer, self._reader)
        first = letters[0]
        before = self.known.trouble(first["file"], first["sha256"], first["verdict"])
        if before is not None:
            return before
        begin = self._write(encodable("".join(f"{as_line(letter)}\n" for letter in letters)).encode())
        self.known.note(msgspec.convert(first, Line), begin)
        return first["trouble"] is not None

    def _again(self, known: Known) -> list[Object]:
        """The answer about the same bytes, under this file's name."""
        self._file.seek(self.known.answer(known.sha256))
        with open(self._file.fileno(), "rb", closefd=False) as lines:
            letters = [json.loads(lines.readline())]
            letters += [json.loads(lines.readline()) for _ in range(1, letters[0]["letters"])]
        return [{**letter, "file": known.file} for letter in letters]

    def _write(self, lines: bytes) -> int:
        """Add all lines of a file and return where they begin; what cannot be added whole is taken back."""
        begin = self._end
        try:
            self._file.seek(begin)
            rest = memoryview(lines)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as fault:
            self._file.truncate(begin)
            raise _not_written(fault) from fault
        self._end += len(lines)
        if time.monotonic() - self._synced > _SYNC_EVERY:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()
        return begin

    def close(self) -> None:
        """Make it last and let others write."""
        try:
            os.fsync(self._file.fileno())
        finally:
            self._file.close()

    def __enter__(self) -> Results:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _letters(file: FileReading, reader: str) -> list[Object]:
    """An object for each line: what `--format jsonl` prints, who read it, and which of how many letters of its file it is."""
    letters = list(letter_objects(file))
    return [
        {**letter, "reader": reader, "letter": number, "letters": len(letters)}
        for number, letter in enumerate(letters, 1)
    ]


def _not_written(fault: OSError) -> Trouble:
    if no_room(fault):
        return Trouble("disk_full", "The disk is full.", "Make some room on it and give the same command again.")
    why = fault.strerror or type(fault).__name__
    return Trouble("not_writable", f"The results named with --resume cannot be written ({why}).", "Name another file.")
