"""A history that was damaged or is gone, made anew from its second copies.

It is built whole beside the old one, from the newest sound backup and the letter files, and only then renamed into place; the
damaged file is kept. Killed at any point, the next start begins again from what is there.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ombudsview.disk.durable import put_in_place, set_aside, sync_file
from ombudsview.errors import Trouble
from ombudsview.history import backup_place, faults, letter_file
from ombudsview.history.connection import action, connect
from ombudsview.history.lock import Lock, lock_path
from ombudsview.history.marks import Mark, companions, look_in, mark_in
from ombudsview.history.reconcile import Progress, Reconciled, reconcile
from ombudsview.history.schema import Plan, bring_up
from ombudsview.history.soundness import is_sound
from ombudsview.letters.fields import Unit, shown
from ombudsview.places import Places


def heal(places: Places, plan: Plan) -> Trouble:
    """Put a restored history in place, the lock being held; what the officer should be told. Trouble, sqlite3.Error, OSError."""
    part = _healing(places)
    backup = _restore_newest(places, part, plan)
    has_files = next(letter_file.stamps(places.letter_files), None) is not None
    result, letters = _fill(part, places, plan)
    kept = _swap(places, part, "damaged")
    was = f"was damaged and is kept as {kept.name}" if kept else "was missing"
    restored = f"The history's file {was}. {_from_what(backup, letters, has_files=has_files)}"
    return Trouble(
        "history_restored", restored, f"{result.sentence(places.letter_files)} Please look it through.".strip()
    )


@dataclass(frozen=True)
class Rebuilt:
    """What was taken in, and where the old file lies; None where there was none."""

    result: Reconciled
    aside: Path | None


def rebuild(places: Places, plan: Plan | None = None, progress: Progress | None = None) -> Rebuilt:
    """Make the history anew from the letter files alone, and keep the old one as `.replaced-*`. Trouble; all is as before then.

    Whatever lies in the history's place is replaced: who calls this has looked what it is.
    """
    with faults.told():
        lock = Lock(lock_path(places))
        try:
            tidy(places)
            result, _ = _fill(_healing(places), places, plan or Plan(), progress)
            aside = _swap(places, _healing(places), "replaced")
        finally:
            lock.release()
    return Rebuilt(result, aside)


def _healing(places: Places) -> Path:
    return places.history.with_name("history.healing")


def _restore_newest(places: Places, part: Path, plan: Plan) -> datetime | None:
    """Copy the newest backup that is sound to `part`; its time, or None where there is none."""
    for when, path in backup_place.newest_first(places):
        try:
            with closing(look_in(path)) as connection:
                mark = mark_in(connection, plan.version)
                sound = is_sound(connection)
        except sqlite3.DatabaseError:
            continue
        if sound and mark is Mark.OURS:
            shutil.copyfile(path, part)
            return when
    return None


def _fill(part: Path, places: Places, plan: Plan, progress: Progress | None = None) -> tuple[Reconciled, int]:
    """Take every letter file into the tables at `part`, and leave it as one sound file; and how many letters it has then."""
    with closing(connect(part)) as db:
        with action(db):
            bring_up(db, plan)
            db.conn.execute("UPDATE letter SET filed = NULL")
        result = reconcile(db, places.letter_files, progress)
        if not is_sound(db.conn):
            raise faults.damaged()
        letters = int(db.conn.execute("SELECT count(*) FROM letters").fetchone()[0])
    sync_file(part)
    return result, letters


def _swap(places: Places, part: Path, why: str) -> Path | None:
    """Put the new file in place; the database goes aside before its log, which means nothing alone."""
    kept = set_aside(places.history, why)
    for companion in companions(places.history):
        set_aside(companion, why)
    put_in_place(part, places.history)
    return kept


def _from_what(backup: datetime | None, letters: int, *, has_files: bool) -> str:
    """Where the restored history came from, and whether anything may be missing from it."""
    holds = "It has 1 letter now." if letters == 1 else f"It has {letters:,} letters now."
    if backup is None:
        if not has_files:
            return "There was no second copy, so that it begins anew, without letters."
        return f"It was restored from the second copy that each saved letter has. {holds}"
    local = backup.astimezone()
    source = f"It was restored from the backup of {shown(Unit.DATE, local.date().isoformat())}, {local:%H:%M}"
    if has_files:
        return f"{source}, and from the letters' own second copies. {holds}"
    return f"{source}; what was saved after that is missing, as there were no letter files. {holds}"


def tidy(places: Places) -> None:
    """Remove what a process that was killed had begun to write."""
    for path in (_healing(places), *companions(_healing(places))):
        path.unlink(missing_ok=True)
    for folder in (places.letter_files, places.documents, places.backups, places.wording):
        _tidy(folder)
    if (elsewhere := backup_place.elsewhere(places)) is not None:
        with suppress(OSError):  # a stick that is locked, or a share that is away, keeps nobody from the history
            _tidy(elsewhere)


def _tidy(folder: Path) -> None:
    for path in folder.glob(".*.part") if folder.is_dir() else ():
        path.unlink(missing_ok=True)
