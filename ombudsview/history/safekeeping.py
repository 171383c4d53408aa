"""The history opens or heals: it is checked at the door, copied before its tables change, and restored where it is damaged.

A restored history is built whole beside the old one, from the newest sound backup and the letter files, and only then renamed
into place; the damaged file is kept. Killed at any point, the next start begins again from what is there.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history import backups, faults
from ombudsview.history.connection import action, connect, is_sound
from ombudsview.history.durable import put_in_place, set_aside, sync_file
from ombudsview.history.lock import Lock
from ombudsview.history.marks import Mark, mark_in, mark_of, read_only
from ombudsview.history.reconcile import Reconciled, reconcile
from ombudsview.history.schema import TABLES, Plan, bring_up
from ombudsview.places import Places

_CHECK_AT_ONCE = 16 << 20  # bytes that are checked at every start; a larger file only after an end that was not clean
_COMPANIONS = ("-wal", "-shm", "-journal")


class _Damage(Exception):
    """The file cannot be trusted; never leaves this module."""


@dataclass(frozen=True)
class Opened:
    """The history ready for use, and what the officer should be told where it had to be restored."""

    db: Database
    notice: Trouble | None


def lock_path(places: Places) -> Path:
    """The file that says who writes."""
    return places.history.with_name("history.lock")


def open_history(places: Places, now: datetime, plan: Plan | None = None) -> Opened:
    """Open, make, bring up or restore the history; the lock must be held. Trouble, sqlite3.Error, OSError; all is as before then."""
    plan = plan or Plan()
    _tidy(places)
    match mark_of(places.history, plan.version):
        case Mark.NEWER:
            raise faults.newer()
        case Mark.FOREIGN:
            raise faults.foreign()
        case Mark.NO_FILE:
            raise Trouble(
                "history_damaged",
                "There is a folder in the place of the history's file. It was left as it is.",
                "Move it away and start OmbudsView again.",
            )
        case Mark.DAMAGED:
            return _heal(places, plan)
        case Mark.MISSING if _has_second_copies(places) or _companions(places.history):
            return _heal(places, plan)
        case Mark.BLANK if places.history.stat().st_size == 0 and _has_second_copies(places):
            return _heal(places, plan)
        case _:
            try:
                return Opened(_open(places, now, plan), None)
            except _Damage:
                return _heal(places, plan)


def _open(places: Places, now: datetime, plan: Plan) -> Database:
    path = places.history
    unclean = bool(_companions(path))
    _look(path, plan)
    try:
        db = connect(path)
    except sqlite3.DatabaseError as error:
        raise _seen_as(error) from error
    try:
        small = path.stat().st_size <= _CHECK_AT_ONCE
        if unclean or small:
            _insist(is_sound(db.conn, thorough=small))
        _migrate(db, places, now, plan)
        _insist(_names(db.conn) >= TABLES)
    except BaseException as error:
        db.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise _seen_as(error) from error
        raise
    return db


def _insist(sound: bool) -> None:
    if not sound:
        raise _Damage


def _look(path: Path, plan: Plan) -> None:
    """Read the marks once more through SQLite, as a log that was not yet merged may hold newer ones."""
    if not path.exists():
        return
    try:
        with closing(read_only(path)) as connection:
            mark, names = mark_in(connection, plan.version), _names(connection)
    except sqlite3.DatabaseError as error:
        raise _seen_as(error) from error
    if mark is Mark.NEWER:
        raise faults.newer()
    if mark is Mark.FOREIGN or (mark is Mark.BLANK and names):
        raise faults.foreign()


def _names(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}


def _seen_as(error: sqlite3.DatabaseError) -> Exception:
    return _Damage() if faults.primary_code(error) in faults.DAMAGE else error


def _migrate(db: Database, places: Places, now: datetime, plan: Plan) -> None:
    """Bring older tables up in one transaction, after a copy that was checked."""
    version = db.conn.execute("PRAGMA user_version").fetchone()[0]
    if version == plan.version:
        return
    if version:
        backups.make(places.history, places.backups, now, f"-before-v{plan.version}")
    with action(db):
        bring_up(db, plan)
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # the marks belong into the file itself


# Healing


def _heal(places: Places, plan: Plan) -> Opened:
    part = _healing(places)
    backup = _restore_newest(places, part, plan)
    result = _fill(part, places, plan)
    kept = _swap(places, part, "damaged")
    return Opened(connect(places.history), _notice(backup, result, kept))


def rebuild(places: Places, plan: Plan | None = None) -> Reconciled:
    """Make the history anew from the letter files alone, and keep the old one as `.replaced-*`. Trouble; all is as before then."""
    with faults.told():
        lock = Lock(lock_path(places))
        try:
            _tidy(places)
            result = _fill(_healing(places), places, plan or Plan())
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
            with closing(read_only(path)) as connection:
                mark = mark_in(connection, plan.version)
                sound = is_sound(connection)
        except sqlite3.DatabaseError:
            continue
        if sound and mark is Mark.OURS:
            shutil.copyfile(path, part)
            return when
    return None


def _fill(part: Path, places: Places, plan: Plan) -> Reconciled:
    """Take every letter file into the tables at `part`, and leave it as one sound file."""
    with closing(connect(part)) as db:
        with action(db):
            bring_up(db, plan)
            db.conn.execute("UPDATE letter SET filed = NULL")
        result = reconcile(db, places.letter_files)
        if not is_sound(db.conn):
            raise faults.damaged()
    sync_file(part)
    return result


def _swap(places: Places, part: Path, why: str) -> Path | None:
    """Put the new file in place; the database goes aside before its log, which means nothing alone."""
    kept = set_aside(places.history, why)
    for companion in _companions(places.history):
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


def _companions(history: Path) -> list[Path]:
    paths = (history.with_name(history.name + tail) for tail in _COMPANIONS)
    return [path for path in paths if path.exists()]


def _has_second_copies(places: Places) -> bool:
    files = places.letter_files.glob("*.json") if places.letter_files.is_dir() else iter(())
    return next(files, None) is not None or next(backups.newest_first(places.backups), None) is not None


def _tidy(places: Places) -> None:
    """Remove what a process that was killed had begun to write."""
    for path in (_healing(places), *_companions(_healing(places))):
        path.unlink(missing_ok=True)
    for folder in (places.letter_files, places.documents, places.backups):
        for path in folder.glob(".*.part") if folder.is_dir() else ():
            path.unlink(missing_ok=True)
