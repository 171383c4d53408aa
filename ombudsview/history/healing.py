"""A history that was damaged or is gone, made anew from its second copies.

It is built whole beside the old one, from the newest sound backup and the letter files, and only then renamed into place; the
damaged file is kept. Killed at any point, the next start begins again from what is there.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from ombudsview.errors import Trouble
from ombudsview.history import backups, faults
from ombudsview.history.connection import action, connect, is_sound
from ombudsview.history.durable import put_in_place, set_aside, sync_file
from ombudsview.history.lock import Lock, lock_path
from ombudsview.history.marks import Mark, look_in, mark_in
from ombudsview.history.reconcile import Progress, Reconciled, reconcile
from ombudsview.history.schema import Plan, bring_up
from ombudsview.places import Places

_COMPANIONS = ("-wal", "-shm", "-journal")


def heal(places: Places, plan: Plan) -> Trouble:
    """Put a restored history in place, the lock being held; what the officer should be told. Trouble, sqlite3.Error, OSError."""
    part = _healing(places)
    backup = _restore_newest(places, part, plan)
    result = _fill(part, places, plan)
    kept = _swap(places, part, "damaged")
    return _notice(backup, result, kept)


def rebuild(places: Places, plan: Plan | None = None, progress: Progress | None = None) -> Reconciled:
    """Make the history anew from the letter files alone, and keep the old one as `.replaced-*`. Trouble; all is as before then."""
    with faults.told():
        lock = Lock(lock_path(places))
        try:
            tidy(places)
            result = _fill(_healing(places), places, plan or Plan(), progress)
            _swap(places, _healing(places), "replaced")
        finally:
            lock.release()
    return result


def _healing(places: Places) -> Path:
    return places.history.with_name("history.healing")


def _restore_newest(places: Places, part: Path, plan: Plan) -> datetime | None:
    """Copy the newest backup that is sound to `part`; its time, or None where there is none."""
    for when, path in backups.newest_first(places.backups):
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


def _fill(part: Path, places: Places, plan: Plan, progress: Progress | None = None) -> Reconciled:
    """Take every letter file into the tables at `part`, and leave it as one sound file."""
    with closing(connect(part)) as db:
        with action(db):
            bring_up(db, plan)
            db.conn.execute("UPDATE letter SET filed = NULL")
        result = reconcile(db, places.letter_files, progress)
        if not is_sound(db.conn):
            raise faults.damaged()
    sync_file(part)
    return result


def _swap(places: Places, part: Path, why: str) -> Path | None:
    """Put the new file in place; the database goes aside before its log, which means nothing alone."""
    kept = set_aside(places.history, why)
    for companion in companions(places.history):
        set_aside(companion, why)
    put_in_place(part, places.history)
    return kept


def _notice(backup: datetime | None, result: Reconciled, kept: Path | None) -> Trouble:
    was = f"was damaged and is kept as {kept.name}" if kept else "was missing"
    source = f"from the copy of {backup:%d/%m/%Y}" if backup else "from nothing"
    letters = f"{result.taken_in} from letter files"
    if not backup:
        source = "from its letter files" if result.taken_in else "empty, as there was no second copy"
        letters = f"{result.taken_in} letters" if result.taken_in else "no letters"
    return Trouble(
        "history_restored",
        f"The history's file {was}. It was restored {source} ({letters}).",
        "Please look it through.",
    )


def companions(history: Path) -> list[Path]:
    """The files that SQLite keeps beside a history that is open, or was not closed."""
    paths = (history.with_name(history.name + tail) for tail in _COMPANIONS)
    return [path for path in paths if path.exists()]


def has_second_copies(places: Places) -> bool:
    """Whether there is anything to restore a history from."""
    files = places.letter_files.glob("*.json") if places.letter_files.is_dir() else iter(())
    return next(files, None) is not None or next(backups.newest_first(places.backups), None) is not None


def tidy(places: Places) -> None:
    """Remove what a process that was killed had begun to write."""
    for path in (_healing(places), *companions(_healing(places))):
        path.unlink(missing_ok=True)
    for folder in (places.letter_files, places.documents, places.backups, places.wording):
        for path in folder.glob(".*.part") if folder.is_dir() else ():
            path.unlink(missing_ok=True)
