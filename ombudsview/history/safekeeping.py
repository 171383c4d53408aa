"""The history opens or heals: it is checked at the door, copied before its tables change, and restored where it is damaged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history import backup_place, faults
from ombudsview.history.backups import has_second_copies
from ombudsview.history.connection import action, connect
from ombudsview.history.healing import heal, tidy
from ombudsview.history.marks import TABLES, Mark, companions, log_of, mark_of, names_in, refuse, true_mark
from ombudsview.history.schema import Plan, bring_up
from ombudsview.history.soundness import CHECK_AT_ONCE, is_sound
from ombudsview.places import Places


class _Damage(Exception):
    """The file cannot be trusted; never leaves this module."""


@dataclass(frozen=True)
class Opened:
    """The history ready for use, and what the officer should be told where it had to be restored."""

    db: Database
    notice: Trouble | None


def open_history(places: Places, now: datetime, plan: Plan | None = None, *, suspected: bool = False) -> Opened:
    """Open, make, bring up or restore the history; the lock must be held. Trouble, sqlite3.Error, OSError; all is as before then.

    `suspected`: it was found damaged when it was read, so that it is looked through however large it is.
    """
    plan = plan or Plan()
    tidy(places)
    mark = mark_of(places.history, plan.version)
    gone = mark is Mark.MISSING and (has_second_copies(places) or bool(companions(places.history)))
    if mark is Mark.DAMAGED or gone:
        return _healed(places, plan)
    refuse(mark)
    try:
        return Opened(_open(places, now, plan, suspected=suspected), None)
    except _Damage:
        return _healed(places, plan)


def _healed(places: Places, plan: Plan) -> Opened:
    notice = heal(places, plan)
    return Opened(connect(places.history), notice)


def _open(places: Places, now: datetime, plan: Plan, *, suspected: bool) -> Database:
    path = places.history
    unclean = log_of(path).exists() and log_of(path).stat().st_size > 0
    if path.exists():
        _insist(_look(path, plan) is Mark.OURS or not has_second_copies(places))
    with _damage_told(), ExitStack() as otherwise:
        db = connect(path)
        otherwise.callback(db.close)
        thorough = suspected or path.stat().st_size <= CHECK_AT_ONCE
        if unclean or thorough:
            _insist(is_sound(db.conn, thorough=thorough))
        _migrate(db, places, now, plan)
        _insist(names_in(db.conn) >= TABLES)
        otherwise.pop_all()
    return db


def _insist(sound: bool) -> None:
    if not sound:
        raise _Damage


def _look(path: Path, plan: Plan) -> Mark:
    """Ours or blank; what its log says of it counts. Trouble for others."""
    mark = true_mark(path, plan.version)
    _insist(mark is not Mark.DAMAGED)
    refuse(mark)
    return mark


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if faults.primary_code(error) in faults.DAMAGE:
            raise _Damage from error
        raise


def _migrate(db: Database, places: Places, now: datetime, plan: Plan) -> None:
    """Bring older tables up in one transaction, after a copy that was checked."""
    version = db.conn.execute("PRAGMA user_version").fetchone()[0]
    if version == plan.version:
        return
    if version:
        backup_place.make(places, now, f"-before-v{plan.version}")
    with action(db):
        bring_up(db, plan)
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()  # the marks belong into the file itself
