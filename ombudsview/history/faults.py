"""The door of the record: SQLite's and the system's faults, told by their codes, become sentences for the officer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ombudsview.disk.durable import no_room
from ombudsview.errors import Trouble
from ombudsview.letters.fields import Unit, shown

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_SHUT = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_IOERR}
)


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code, or None where the fault is not SQLite's but the program's."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def disk_full() -> Trouble:
    """No room left; whatever was being written was taken back."""
    return Trouble("disk_full", "The disk is full. Nothing was changed.", "Make some room on it and save again.")


def not_writable() -> Trouble:
    """The folder or file does not let itself be written."""
    return Trouble(
        "not_writable",
        "The history's folder cannot be written to. Nothing was changed.",
        "Check that the disk is there and that you may write to the folder, and save again.",
    )


def locked(holder: str = "another program") -> Trouble:
    """Somebody else has the history open for writing."""
    return Trouble(
        "history_locked",
        f"The history is in use by {holder}. Nothing was changed.",
        "Close OmbudsView there, or wait a little, and try again.",
    )


def stale(who: str, when: str) -> Trouble:
    """Somebody saved the letter after the officer had begun with it."""
    moment = datetime.fromisoformat(when).astimezone()
    day, by = shown(Unit.DATE, moment.date().isoformat()), f" by {who}" if who else ""
    return Trouble(
        "stale",
        f"This letter was saved{by} on {day} at {moment:%H:%M}, after you began with it. Nothing was changed.",
        "Compare both, then say which shall stand.",
    )


def no_letter() -> Trouble:
    """A letter that is asked for by name is not there."""
    return Trouble("no_letter", "This letter is not in the history.", "Open its PDF to read it again.")


def letter_damaged(which: str = "this letter") -> Trouble:
    """What is kept of one letter is not what this program writes; all else is well."""
    return Trouble(
        "letter_damaged",
        f"What the history keeps of {which} is damaged.",
        "Choose Check the history in the Tools menu: it says how to mend it.",
    )


def damaged(kept: str = "") -> Trouble:
    """The history's file cannot be trusted any more."""
    return Trouble(
        "history_damaged",
        f"The history's file is damaged.{kept}",
        "It is restored from its second copies, at the latest when OmbudsView is started again.",
    )


def newer() -> Trouble:
    """Written by a later version, whose tables this one does not know."""
    return Trouble(
        "history_newer",
        "This history was made by a newer OmbudsView. It was left exactly as it is.",
        "Install the newer version to work on it; meanwhile its letters are listed and drawn, but none is opened or saved.",
    )


def foreign() -> Trouble:
    """A database, but not one of ours."""
    return Trouble(
        "history_foreign",
        "The file in the history's place belongs to another program. It was left exactly as it is.",
        "Move it to another folder and start OmbudsView again.",
    )


def no_locks(folder: str) -> Trouble:
    """A folder, as of some network shares, where nobody can be kept from writing at the same time."""
    return Trouble(
        "no_locks",
        f"The folder {folder} does not support locks, so that two windows could overwrite each other's letters there. "
        "Nothing was changed.",
        "Keep OmbudsView's data in a folder of this machine.",
    )


def no_file() -> Trouble:
    """A folder or the like where the history's file should be."""
    return Trouble(
        "history_damaged",
        "There is a folder in the place of the history's file. It was left as it is.",
        "Move it away and start OmbudsView again.",
    )


def elsewhere(path: Path, *, full: bool) -> Trouble:
    """A place that the officer chose for a copy does not take it; the history itself is well."""
    if full:
        return Trouble(
            "disk_full",
            f"There is no room for “{path.name}” in {path.parent}. Nothing was written there.",
            "Make some room on that disk, or choose another folder.",
        )
    return Trouble(
        "not_writable",
        f"“{path.name}” cannot be written to {path.parent}. Nothing was written there.",
        "Check that the disk is there and that you may write to the folder, or choose another one.",
    )


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """As `told`, for what is written to a place that the officer chose: what cannot be written is there."""
    try:
        with told():
            yield
    except Trouble as trouble:
        if trouble.code not in ("disk_full", "not_writable"):
            raise
        raise elsewhere(path, full=trouble.code == "disk_full") from trouble


@contextmanager
def told() -> Iterator[None]:
    """Translate the world's faults on the way out; a fault of the program's own passes unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        trouble = of_sqlite(error)
        if trouble is None:
            raise
        raise trouble from error
    except OSError as error:
        raise of_system(error) from error


def of_sqlite(error: sqlite3.Error) -> Trouble | None:
    """The trouble that an SQLite error means, or None where it is a bug."""
    code = primary_code(error)
    if code == sqlite3.SQLITE_FULL:
        return disk_full()
    if code in DAMAGE:
        return damaged()
    if code in _BUSY:
        return locked()
    return not_writable() if code in _SHUT else None


def of_system(error: OSError) -> Trouble:
    """The trouble that a failed system call on our folders means."""
    return disk_full() if no_room(error) else not_writable()
