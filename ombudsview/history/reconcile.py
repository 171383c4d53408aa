"""The tables and the letter files brought into agreement: the tables first, but whatever only a file has is taken in. Letters
whose authority the register knows by another name are filed anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from sqlite_utils import Database

from ombudsview.disk.durable import set_aside
from ombudsview.errors import Trouble
from ombudsview.history import letter_file
from ombudsview.history.connection import action
from ombudsview.history.record import LetterRecord
from ombudsview.history.refiling import filed_otherwise
from ombudsview.history.saving import sequence_for
from ombudsview.history.tables import letter_id, read_record, write_record
from ombudsview.history.validity import is_whole


@dataclass
class Reconciled:
    """How many letters were taken in from files, written to files, and filed under another name.

    `left` are to be filed anew still, as that was stopped. `damaged` names the letters whose file could not be read and was set
    aside, `unreadable` those whose rows could not be.
    """

    taken_in: int = 0
    written: int = 0
    refiled: int = 0
    left: int = 0
    damaged: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def sentence(self, folder: Path) -> str:
        """What the officer should know of it; empty where all was well."""
        said = []
        if self.damaged:
            what = "The second copy of a letter" if len(self.damaged) == 1 else f"{len(self.damaged):,} second copies"
            said.append(f"{what} could not be read; it is kept in {folder} under a name with “damaged” in it.")
        if self.unreadable:
            some = "a letter" if len(self.unreadable) == 1 else f"{len(self.unreadable):,} letters"
            said.append(f"What the history keeps of {some} is damaged: choose Check the history in the Tools menu.")
        if self.refiled == 1:
            said.append("A letter is now filed under its authority's official name, which it prints otherwise.")
        elif self.refiled:
            said.append(
                f"{self.refiled:,} letters are now filed under their authority's official name, which they print otherwise."
            )
        if self.left:
            some = "1 letter follows" if self.left == 1 else f"{self.left:,} letters follow"
            said.append(f"Filing letters under official names was stopped: {some} with the next start.")
        return " ".join(said)


Progress = Callable[[int, int], None]
"""Hears how many of how many letters that the tables lacked are taken in."""

Filing = Callable[[int, int], bool]
"""Hears how many of how many letters are filed anew; False stops it there, and the next time goes on with the rest."""


def reconcile(db: Database, folder: Path, progress: Progress | None = None, filing: Filing | None = None) -> Reconciled:
    """Make every letter have a file that says the same. OSError, sqlite3.Error; what was done until then stays done.

    A file that has not been touched since it was written is not read, so that ten thousand letters cost no time.
    """
    result = Reconciled()
    rows: dict[str, str | None] = dict(db.conn.execute("SELECT name, filed FROM letter").fetchall())
    files = dict(letter_file.stamps(folder))
    lacking = sorted(files.keys() - rows.keys())
    for number, name in enumerate(lacking, 1):
        _take_in(db, folder, name, result)
        if progress is not None:
            progress(number, len(lacking))
    for name, filed in rows.items():
        if name not in files:
            _write(db, folder, name, result)
        elif files[name] != filed:
            _settle(db, folder, name, result)
    _file_all_anew(db, folder, filing, result)
    return result


def _file_all_anew(db: Database, folder: Path, filing: Filing | None, result: Reconciled) -> None:
    """Each by itself, so that what is done stays done: ten thousand take most of a minute, once."""
    wanted = filed_otherwise(db.conn)
    for number, (name, authority) in enumerate(wanted.items()):
        if filing is not None and not filing(number, len(wanted)):
            result.left = len(wanted) - number
            return
        _file_anew(db, folder, name, authority, result)


def _readable(db: Database, letter: int, name: str, result: Reconciled) -> LetterRecord | None:
    """The tables' record; None, and noted, where what they kept of the letter is damaged: the history opens all the same."""
    try:
        record = read_record(db, letter)
        if is_whole(record):
            return record
    except Trouble:
        pass
    result.unreadable.append(name)
    return None


def file_letter(db: Database, folder: Path, letter: int) -> None:
    """Write one letter's file and note that it was. OSError, sqlite3.Error; the note is missing then, so that it is tried again."""
    record = read_record(db, letter)
    _note(db, record.letter, letter_file.write(folder, record))


def _note(db: Database, name: str, stamp: str) -> None:
    with action(db):
        db.conn.execute("UPDATE letter SET filed = ? WHERE name = ?", [stamp, name])


def _write(db: Database, folder: Path, name: str, result: Reconciled) -> None:
    letter = letter_id(db, name)
    assert letter is not None
    if _readable(db, letter, name, result) is None:
        return
    file_letter(db, folder, letter)
    result.written += 1


def _file_anew(db: Database, folder: Path, name: str, authority: str, result: Reconciled) -> None:
    """File a letter under another name of its authority, as the last of those of its year where there are others."""
    letter = letter_id(db, name)
    assert letter is not None
    if name in result.unreadable or (record := _readable(db, letter, name, result)) is None:
        return
    sequence = sequence_for(db, record, record.sender, authority, record.period_end)
    with action(db):
        db.conn.execute(
            "UPDATE letter SET filed = NULL, authority = ?, sequence = ? WHERE id = ?", [authority, sequence, letter]
        )
    file_letter(db, folder, letter)
    result.refiled += 1


def _settle(db: Database, folder: Path, name: str, result: Reconciled) -> None:
    """A file that is not the one that was noted: the same, older, newer, or spoilt."""
    letter = letter_id(db, name)
    assert letter is not None
    ours = _readable(db, letter, name, result)
    if ours is None:
        return
    theirs = _read(folder, name, result)
    if theirs is not None and theirs.version > ours.version:
        _take_in(db, folder, name, result)
    elif theirs == ours:
        _note(db, name, letter_file.stamp(letter_file.path_of(folder, name)))
    else:
        if theirs is not None and theirs.version == ours.version and not _is_only_filed_otherwise(theirs, ours):
            set_aside(letter_file.path_of(folder, name), "differs")
        _write(db, folder, name, result)


def _is_only_filed_otherwise(theirs: LetterRecord, ours: LetterRecord) -> bool:
    return msgspec.structs.replace(theirs, authority=ours.authority, sequence=ours.sequence) == ours


def _take_in(db: Database, folder: Path, name: str, result: Reconciled) -> None:
    record = _read(folder, name, result)
    if record is None:
        return
    try:
        with action(db):
            letter = write_record(db, record)
    except (sqlite3.IntegrityError, OverflowError):  # it contradicts itself: no program of ours wrote it
        _put_aside(folder, name, result)
        return
    if read_record(db, letter) == record:
        _note(db, name, letter_file.stamp(letter_file.path_of(folder, name)))
    else:
        file_letter(db, folder, letter)  # its place among the letters of its year was taken, or the tables knew more
    result.taken_in += 1


def _read(folder: Path, name: str, result: Reconciled) -> LetterRecord | None:
    """The file's record; None where it is spoilt or of another letter, and then it is set aside."""
    path = letter_file.path_of(folder, name)
    try:
        record = letter_file.decode(path.read_bytes())
        if record.letter == name:
            return record
    except Trouble as trouble:
        if trouble.code == "history_newer":
            raise
    _put_aside(folder, name, result)
    return None


def _put_aside(folder: Path, name: str, result: Reconciled) -> None:
    set_aside(letter_file.path_of(folder, name), "damaged")
    result.damaged.append(name)
