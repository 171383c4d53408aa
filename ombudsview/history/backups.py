"""Copies of the whole history, each checked after it was written, thinned by Anki's rule."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ombudsview.disk.durable import put_in_place, sync_file
from ombudsview.history import faults
from ombudsview.history.marks import read_only
from ombudsview.history.soundness import is_sound
from ombudsview.places import Places

_NAME = re.compile(r"history-(\d{8}T\d{6}Z)(-before-(?:v\d+|rebuild))?\.sqlite\Z")
_STAMP = "%Y%m%dT%H%M%SZ"
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9


def make(history: Path, folder: Path, now: datetime, mark: str = "") -> Path:
    """Copy the history as it stands and check the copy. Trouble `history_damaged` where it is not sound; sqlite3.Error, OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"history-{now.astimezone(UTC).strftime(_STAMP)}{mark}.sqlite"
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        sound = _copy(history, part)
        if not sound:
            raise faults.damaged()
        sync_file(part)
        put_in_place(part, path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _copy(history: Path, part: Path) -> bool:
    with closing(read_only(history)) as source, closing(sqlite3.connect(part, isolation_level=None)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()  # one file, that can be carried about
        return is_sound(target)


def newest_first(folder: Path) -> Iterator[tuple[datetime, Path]]:
    """The backups there are, with the time of each in UTC."""
    paths = folder.glob("history-*.sqlite") if folder.is_dir() else ()
    named = ((_NAME.match(path.name), path) for path in paths)
    found = [(datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC), path) for match, path in named if match]
    return iter(sorted(found, reverse=True))


def has_second_copies(places: Places) -> bool:
    """Whether there is anything to restore a history from: a letter file or a backup."""
    from ombudsview.history.backup_place import newest_first

    files = places.letter_files.glob("*.json") if places.letter_files.is_dir() else iter(())
    return next(files, None) is not None or bool(newest_first(places))


def thin(folder: Path, now: datetime) -> None:
    """Remove the backups that the rule does not keep; those made before a change of tables or a rebuild always stay. OSError."""
    ordinary = [(when, path) for when, path in newest_first(folder) if "-before-" not in path.name]
    kept = set(keep((when for when, _ in ordinary), now))
    for when, path in ordinary:
        if when not in kept:
            path.unlink(missing_ok=True)


def keep(times: Iterable[datetime], now: datetime) -> list[datetime]:
    """The times to keep, newest first: all of two days, then one a day, one a week, one a month, as many as the rule has."""
    left = {"%Y-%j": DAILY, "%G-%V": WEEKLY, "%Y-%m": MONTHLY}
    kept: list[datetime] = []
    for when in sorted(times, reverse=True):
        if now - when < ALL_OF:
            kept.append(when)
            continue
        stage = next((stage for stage, number in left.items() if number), None)
        if stage is None:
            break
        if not kept or kept[-1].strftime(stage) != when.strftime(stage):
            left[stage] -= 1
            kept.append(when)
    return kept
