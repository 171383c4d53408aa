"""Files that are whole or not there: written aside, flushed to the disk, then renamed into place."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

_PATIENCE = (0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.6)  # seconds; a virus scanner may hold a new file for a moment
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_whole(path: Path, content: bytes, *, lasting: bool = True, private: bool = False) -> None:
    """Write a file so that it is the old one or the new one after any fault. OSError; nothing is left over then.

    Not `lasting`, for what can be made again: nobody waits for the disk, or for a program that holds the file, and after a
    power cut it may be damaged. `private`: nobody but this user may read it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            if private:
                aside.chmod(0o600)
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if lasting:
            put_in_place(aside, path)
        else:
            aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def put_in_place(aside: Path, path: Path) -> None:
    """Rename over `path`, patiently where another program holds it for a moment, and make the rename last."""
    for pause in (*_PATIENCE, None):
        try:
            aside.replace(path)
            break
        except PermissionError:
            if pause is None:
                raise
            time.sleep(pause)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Make a file's content last."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last; Windows does so by itself and cannot open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(path: Path, why: str) -> Path | None:
    """Rename `path` to `path.<why>-<time>`, never over another file; the new path, or None where there was nothing."""
    if not path.exists() and not path.is_symlink():
        return None
    stamp = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
    number = 0
    while True:
        tail = f"-{number}" if number else ""
        aside = path.with_name(f"{path.name}.{why}-{stamp}{tail}")
        if not aside.exists():
            path.rename(aside)
            return aside
        number += 1


def no_room(error: OSError) -> bool:
    """Whether it failed because the disk, or this user's share of it, is full. What to say of it the room knows that wrote."""
    return error.errno in _NO_ROOM
