"""The draft of one letter on disk: each of the officer's events is there before the next key, and comes back after any end.

One file a letter: a header, the reading, then an event a line, each line with a checksum. Lines are only ever added.
"""

from __future__ import annotations

import errno
import os
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

import msgspec

from ombudsview.disk.durable import no_room, write_whole
from ombudsview.errors import Trouble
from ombudsview.reading.model import Reading
from ombudsview.review.edit import Event

FORMAT = 1
SUFFIX = ".draft"
PLACE = ".place"


class DraftHeader(msgspec.Struct, frozen=True):
    """Which letter the draft is of. `pages` is its first and last page in the file, authority and year what was known then.

    `seen` is the version of the saved letter that the officer knew of when it was begun, 0 for none, None where nobody noted it.
    `sha256` is of the bytes that were read; `printed_from` is of the Word document where they are the print of one.
    """

    sha256: str
    letter: str
    file_name: str
    pages: tuple[int, int] | None = None
    authority: str | None = None
    year: str | None = None
    format: int = FORMAT
    seen: int | None = None
    printed_from: str = ""


@dataclass(frozen=True)
class Draft:
    """What a journal holds. `damaged` says that lines were spoilt, and that `events` ends before the first of them."""

    header: DraftHeader
    reading: Reading
    events: tuple[Event, ...]
    journal: Journal
    damaged: bool = False


class Journal:
    """The file of one draft, to be added to. It is not touched before the first `append`, and not held open."""

    def __init__(self, path: Path, end: int, size: int, damaged: bool = False) -> None:
        """Go on at byte `end` of the `size` that the file has; what stands after `end` is a torn line, or spoilt."""
        self.path = path
        self._end = end
        self._size: int | None = size
        self._damaged = damaged
        self._waiting: list[Event] = []
        self._place = ""

    @classmethod
    def start(cls, folder: Path, header: DraftHeader, reading: Reading, events: tuple[Event, ...] = ()) -> Self:
        """Begin a draft, with the events that a letter from the history brings along.

        A draft of that letter which is there already is kept under another name. Trouble disk_full or not_writable.
        """
        lines = b"".join(_line(one) for one in (header, reading, *events))
        try:
            path = free_path(folder, header.letter)
            write_whole(path, lines)
        except OSError as error:
            raise _trouble(error) from error
        return cls(path, len(lines), len(lines))

    @staticmethod
    def resume(path: Path) -> Draft:
        """Read a draft back; a torn last line never counted. Trouble draft_damaged or draft_newer; the file stays as it is."""
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _unreadable() from error
        return _read(path, content)

    def append(self, event: Event) -> None:
        """Add an event; it is on the disk when this returns. Trouble: it is kept, and goes with the next one."""
        self._waiting.append(event)
        content = b"".join(_line(one) for one in self._waiting)
        try:
            if self._damaged or self._was_written_to():
                _keep_copy(self.path)
                self._damaged = False
            with self.path.open("r+b", buffering=0) as file:
                file.seek(self._end)
                file.truncate()
                _write_all(file, content)
                os.fsync(file.fileno())
        except OSError as error:
            self._size = None  # whatever of it was written is written again
            raise _trouble(error) from error
        self._end = self._size = self._end + len(content)
        self._waiting.clear()

    def _was_written_to(self) -> bool:
        """Whether somebody else went on with this draft since: their lines must not be cut off."""
        return self._size is not None and self.path.stat().st_size != self._size

    @property
    def is_gone(self) -> bool:
        """Whether its file is no longer there; False where nobody can tell."""
        with suppress(OSError):
            return not self.path.exists()
        return False

    def note_place(self, key: str) -> None:
        """Keep beside the draft which field has the focus. That is no deed: it is not held back by a disk, nor told where it fails."""
        if key != self._place:
            self._place = key
            with suppress(OSError):
                place_of(self.path).write_text(key, encoding="utf-8")

    @property
    def place(self) -> str:
        """The field that had the focus when the draft was last worked on; empty where nobody knows."""
        if not self._place:
            with suppress(OSError, UnicodeDecodeError):
                self._place = place_of(self.path).read_text(encoding="utf-8")
        return self._place

    def discard(self) -> None:
        """Remove the draft: its letter was saved, or the officer gave it up. Trouble not_writable."""
        try:
            self.path.unlink(missing_ok=True)
            place_of(self.path).unlink(missing_ok=True)
        except OSError as error:
            raise _trouble(error) from error


def place_of(draft: Path) -> Path:
    """The file beside a draft that names the field in focus."""
    return draft.with_name(draft.name + PLACE)


def drafts(folder: Path, letter: str = "") -> tuple[Draft, ...]:
    """Every draft that can be read, of one letter or of all, the one worked on last first; nothing is applied or changed."""
    found = []
    for path in _paths(folder):
        if letter and letter_of(path) != letter:  # others are not read: there may be years of them
            continue
        try:
            found.append(Journal.resume(path))
        except Trouble:
            continue
    return tuple(found)


def letter_of(draft: Path) -> str:
    """The letter that a draft is of, by the name of its file."""
    return draft.name.partition(".")[0]


def letters(folder: Path) -> frozenset[str]:
    """The letters that have a draft, of which no more than its first line is read."""
    return frozenset(letter_of(path) for path in _paths(folder) if _has_header(path))


def _has_header(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _text(file.readline()) is not None
    except OSError:
        return False


def unreadable(folder: Path) -> tuple[Path, ...]:
    """The drafts that not even the letter's name can be read from; they are left where they are."""
    readable = {draft.journal.path for draft in drafts(folder)}
    return tuple(path for path in _paths(folder) if path not in readable)


def _paths(folder: Path) -> list[Path]:
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        with suppress(OSError):  # it may go, or be set aside, while another thread looks
            if path.is_file():
                found.append((-path.stat().st_mtime_ns, path.name, path))
    return [path for _, _, path in sorted(found)]


# Lines


def _line(content: msgspec.Struct) -> bytes:
    text = msgspec.json.encode(content)
    return b"%s\t%08x\n" % (text, zlib.crc32(text))


def _text(line: bytes) -> bytes | None:
    """A line's JSON, or None where the line is torn or spoilt."""
    text, tab, check = line.rpartition(b"\t")
    return text if tab and check == b"%08x\n" % zlib.crc32(text) else None


class _Head(msgspec.Struct):
    format: int


def _read(path: Path, content: bytes) -> Draft:
    lines = content.splitlines(keepends=True)
    head = [_text(line) for line in lines[:2]]
    if len(head) < 2 or head[0] is None or head[1] is None:
        raise _unreadable()
    try:
        if msgspec.json.decode(head[0], type=_Head).format > FORMAT:
            raise Trouble(
                "draft_newer",
                "This draft was made by a newer OmbudsView.",
                "Install the newer version to go on with it.",
            )
        header = msgspec.json.decode(head[0], type=DraftHeader)
        reading = msgspec.json.decode(head[1], type=Reading)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unreadable() from error
    events = _events(lines[2:])
    used = lines[: 2 + len(events)]
    rest = lines[len(used) :]
    damaged = len(rest) > 1 or any(line.endswith(b"\n") for line in rest)
    return Draft(header, reading, events, Journal(path, sum(map(len, used)), len(content), damaged), damaged)


def _events(lines: list[bytes]) -> tuple[Event, ...]:
    """The events as far as they are whole and follow on one another."""
    events: list[Event] = []
    for line in lines:
        text = _text(line)
        try:
            event = msgspec.json.decode(text, type=Event) if text is not None else None
        except (msgspec.DecodeError, UnicodeDecodeError):
            break
        if event is None or event.sequence != (events[-1].sequence if events else 0) + 1:
            break
        events.append(event)
    return tuple(events)


# Files


def _write_all(file: BinaryIO, content: bytes) -> None:
    if file.write(content) != len(content):  # an unbuffered file writes what there is room for
        raise OSError(errno.ENOSPC, "written in part")


def free_path(folder: Path, letter: str) -> Path:
    """Where another draft of a letter can lie."""
    number, path = 1, folder / f"{letter}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{letter}.{number}{SUFFIX}"
    return path


def _keep_copy(path: Path) -> None:
    """What is spoilt is kept for whoever can make sense of it, before the draft goes on without it."""
    number = 1
    while (copy := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    write_whole(copy, path.read_bytes())


def _unreadable() -> Trouble:
    return Trouble(
        "draft_damaged", "A draft cannot be read. It was left as it is.", "Open the letter again to check it anew."
    )


def _trouble(error: OSError) -> Trouble:
    if no_room(error):
        return Trouble("disk_full", "The disk is full, so the draft is not kept.", "Make some room on it, and go on.")
    return Trouble(
        "not_writable",
        "The draft cannot be written, so it is not kept.",
        "Check that its folder is there and may be written to.",
    )
