"""Where backups lie: beside the history, or in a folder that the officer pointed to, which a file beside the history remembers."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ombudsview.disk.durable import write_whole
from ombudsview.errors import Trouble
from ombudsview.history import backups, faults
from ombudsview.history.whereabouts import lies_in
from ombudsview.places import Places

POINTER = "backups-elsewhere.txt"
FOLDER = "OmbudsView backups"


def elsewhere(places: Places) -> Path | None:
    """The folder that the officer pointed to; None where backups lie beside the history."""
    try:
        name = os.fsdecode((places.data / POINTER).read_bytes()).strip()
    except OSError:
        return None
    return Path(name) if name and "\0" not in name and Path(name).is_absolute() else None


def newest_first(places: Places) -> list[tuple[datetime, Path]]:
    """The backups there are, in that folder and beside the history, with the time of each in UTC."""
    found = [*backups.newest_first(places.backups)]
    if (place := elsewhere(places)) is not None:
        with suppress(OSError):  # a share whose machine is off is as a stick that was taken out
            found += backups.newest_first(place)
    return sorted(set(found), reverse=True)


def make(places: Places, now: datetime, mark: str = "") -> tuple[Path, Trouble | None]:
    """Make a backup. Where the folder elsewhere does not take it, it lies beside the history, and the Trouble given says so.

    As `backups.make` else.
    """
    place = elsewhere(places)
    if place is None:
        return backups.make(places.history, places.backups, now, mark), None
    try:
        if not place.is_dir():  # a stick that was taken out: nothing may be made in its stead
            raise FileNotFoundError(str(place))
        return backups.make(places.history, place, now, mark), None
    except (
        OSError,
        sqlite3.Error,
        Trouble,
    ):  # a Trouble: that copy is not sound; whether the history is tells this one
        made = backups.make(places.history, places.backups, now, mark)
    return made, Trouble(
        "backups_elsewhere",
        f"The backup could not be written to {place}: it lies beside the history instead.",
        "Make that folder available again, or choose another one: Tools, Where backups lie.",
    )


def thin(places: Places, now: datetime) -> None:
    """Thin the backups in each folder by the rule, elsewhere where that can be had. OSError."""
    backups.thin(places.backups, now)
    if (place := elsewhere(places)) is not None:
        with suppress(OSError):
            backups.thin(place, now)


def choose(places: Places, where: Path | None, now: datetime) -> Path:
    """Have backups lie below a folder from now on, None for beside the history, and make the first one there; gives its path.

    They get a folder of their own, in which no other history's lie. Those that were made before stay where they are. Trouble,
    and nothing is changed then.
    """
    if where is None:
        with faults.told():
            (places.data / POINTER).unlink(missing_ok=True)
        return places.backups
    with faults.told_of(where / FOLDER):
        place = _free(where)
        place.mkdir(exist_ok=True)  # below what was chosen, and nothing in the stead of that
        if places.history.exists():
            backups.make(places.history, place, now)
    with faults.told():
        write_whole(places.data / POINTER, os.fsencode(place))
    return place


def warning(where: Path, mounts: str | None = None) -> str:
    """What there is to say of a folder where others write too; empty for a folder of this machine alone."""
    network, program = lies_in(where, mounts)
    if network:
        return (
            f"That is in a network folder, {network}: whoever may read it can read the history there, and a backup is made beside "
            "the history while the connection fails."
        )
    if program:
        return (
            f"{program} keeps that folder in step with other machines: whoever may read it there can read the history."
        )
    return ""


def _free(where: Path) -> Path:
    number, place = 1, where / FOLDER
    while next(iter(backups.newest_first(place)), None) is not None:
        number += 1
        place = where / f"{FOLDER} {number}"
    return place
