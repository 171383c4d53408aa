"""Work on the history as a whole, behind the window: a copy of it, a thorough look at it, and making it anew from its letter files."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path

import msgspec
from sqlite_utils import Database

from ombudsview.disk.durable import put_in_place
from ombudsview.errors import Trouble
from ombudsview.history import backup_place, backups, faults, letter_file
from ombudsview.history.documents import path_of
from ombudsview.history.healing import rebuild
from ombudsview.history.marks import Mark, read_only, refuse, true_mark
from ombudsview.history.soundness import is_sound
from ombudsview.history.store import Store
from ombudsview.history.tables import read_record
from ombudsview.history.validity import is_day, is_whole
from ombudsview.letters.fields import year_name
from ombudsview.places import Places

Progress = Callable[[int, int], None]
"""Hears how many of how many are done."""


def unheard(done: int, of: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Checked:
    """What a thorough look found: how many letters there are, and a sentence for each thing that is not as it should be."""

    letters: int
    faults: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """That all is well, or what is not."""
        if self.faults:
            return " ".join(self.faults)
        if not self.letters:
            return "All is well: the history is sound, and has no letters yet."
        if self.letters == 1:
            return "All is well: the history is sound, and its letter has its PDF and its second copy."
        return f"All is well: the history is sound, and each of its {self.letters:,} letters has its PDF and its second copy."


def copy_to(places: Places, path: Path) -> int:
    """Write a copy of the history to `path`, one file, checked after it was written; its bytes. The old file stays where that fails.

    Trouble: no_history, history_damaged, disk_full, not_writable.
    """
    with faults.told():
        _insist_on_history(true_mark(places.history))
    with faults.told_of(path):
        made = backups.make(places.history, path.parent, datetime.now().astimezone(), "-copy")
        try:
            put_in_place(made, path)
        finally:
            made.unlink(missing_ok=True)
        return path.stat().st_size


def check(places: Places, progress: Progress = unheard) -> Checked:
    """Look at every page of the history's file, and at every letter's PDF and second copy; nothing is changed. Trouble."""
    with faults.told():
        _insist_on_history(true_mark(places.history))
    with faults.told(), closing(read_only(places.history)) as connection:
        if not is_sound(connection):
            raise faults.damaged()
        letters = connection.execute("SELECT id, name, filed FROM letter ORDER BY id").fetchall()
        documents = [row[0] for row in connection.execute("SELECT sha256 FROM document ORDER BY sha256")]
        titles = _titles(connection)
        every, done = len(letters) + len(documents), count(1)
        torn = []
        for number, name, _ in letters:
            if not _is_sound_letter(connection, number):
                torn.append((name, titles.get(name, name[:8])))
            progress(next(done), every)
    spoilt = []
    for sha256 in documents:
        if not _is_whole(path_of(places.documents, sha256), sha256):
            spoilt.append(titles.get(sha256, sha256[:8]))
        progress(next(done), every)
    copies = dict(letter_file.stamps(places.letter_files))
    missing = sum(name not in copies for _, name, _ in letters)
    changed = sum(name in copies and copies[name] != filed for _, name, filed in letters)
    found = [*_torn(places, torn), *_sentences(missing, changed, spoilt)]
    if found and not torn:
        found.append("The history's own file is sound.")
    return Checked(len(letters), tuple(found))


def _is_sound_letter(connection: sqlite3.Connection, number: int) -> bool:
    """Whether all that is kept of a letter can be read and is what this program writes."""
    try:
        return is_whole(read_record(Database(connection, execute_plugins=False), number))
    except (Trouble, msgspec.MsgspecError):
        return False


def _torn(places: Places, torn: list[tuple[str, str]]) -> list[str]:
    """What is said of letters whose record is damaged, each by its name in the record and for people: how to mend them."""
    whole = [title for name, title in torn if _has_whole_copy(places, name)]
    lost = [title for name, title in torn if not _has_whole_copy(places, name)]
    said = []
    if whole:
        said.append(
            f"What the history keeps of {_some(whole)} is damaged, but the second copy is whole. "
            "To mend it, choose Rebuild the history in the Tools menu."
        )
    if lost:
        said.append(
            f"What the history keeps of {_some(lost)} is damaged, and there is no whole second copy. "
            "Open the letter's PDF again and save it anew."
        )
    return said


def _has_whole_copy(places: Places, name: str) -> bool:
    try:
        return is_whole(letter_file.decode(letter_file.path_of(places.letter_files, name).read_bytes()))
    except (Trouble, OSError):
        return False


def _some(titles: list[str]) -> str:
    return ", ".join(titles[:5]) + (f" and {len(titles) - 5} more" if len(titles) > 5 else "")


def remake(places: Places, progress: Progress = unheard) -> str:
    """Make the history anew from its letter files, after a copy of it as it is; in a sentence, what came of it.

    Nobody else may have it open. Trouble, and then all is as before: no_letter_files, history_newer, history_foreign,
    history_locked, disk_full, not_writable.
    """
    if next(letter_file.stamps(places.letter_files), None) is None:
        raise Trouble("no_letter_files", "There are no letter files to make the history from.", "Nothing was changed.")
    with faults.told():
        mark = true_mark(places.history)
    if mark is not Mark.DAMAGED:
        refuse(mark)
    copied = _copied(places) if mark is Mark.OURS else ""
    rebuilt = rebuild(places, progress=progress)
    result = rebuilt.result
    noun = "letter" if result.taken_in == 1 else "letters"
    said = [f"The history was made anew from {result.taken_in:,} {noun}.", result.sentence(places.letter_files), copied]
    if rebuilt.aside is not None:
        said.append(f"Its old file is kept as {rebuilt.aside.name}.")
    return " ".join(filter(None, said))


def _copied(places: Places) -> str:
    """Write the second copies that letters lack, and a backup of the history as it is; a sentence that names that. Trouble."""
    try:
        with closing(Store.open(places)) as store, faults.told():
            made, _ = backup_place.make(places, datetime.now().astimezone(), "-before-rebuild")
    except Trouble as trouble:
        if trouble.code != "history_damaged":  # a damaged one is kept beside the new one all the same
            raise
        return ""
    was = f"{store.notice.what} " if store.notice is not None else ""
    return f"{was}The history as it was is kept as {made.name}."


def _insist_on_history(mark: Mark) -> None:
    refuse(mark)
    if mark in (Mark.MISSING, Mark.BLANK):
        raise Trouble("no_history", "There is no history yet.", "It begins with the first letter that is finished.")


def _titles(connection: sqlite3.Connection) -> dict[str, str]:
    """What people call each letter, by its name in the record and by its document's hash."""
    rows = connection.execute("SELECT letter, sha256, authority, period_end, file_name FROM letters")
    named = [(one[:2], _title(*one[2:])) for one in rows]
    return {key: title for keys, title in named for key in keys}


def _title(authority: str | None, period_end: str | None, file_name: str) -> str:
    if authority and period_end:
        return f"{authority} {year_name(period_end)}" if is_day(period_end) else authority
    return file_name


def _is_whole(path: Path, sha256: str) -> bool:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError:
        return False


def _sentences(missing: int, changed: int, spoilt: list[str]) -> list[str]:
    found = []
    if spoilt:
        found.append(
            f"The kept file is missing or damaged: {_some(spoilt)}. Open the letter's own file once more and finish it."
        )
    if missing:
        what = "1 letter has" if missing == 1 else f"{missing:,} letters have"
        found.append(f"{what} no second copy. It is written again at the next start.")
    if changed:
        what = "1 second copy was" if changed == 1 else f"{changed:,} second copies were"
        found.append(f"{what} changed by somebody else. It is compared at the next start.")
    return found
