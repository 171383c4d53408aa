"""One process writes the history: a lock on a file beside it, which says who holds it."""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ombudsview.errors import LOCK_HELD
from ombudsview.history import faults
from ombudsview.places import Places

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # a lock on Windows keeps others from reading what it covers, so it covers a byte that is not there

    def _seize(file: BinaryIO) -> None:
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def lock_path(places: Places) -> Path:
    """The file that says who writes."""
    return places.history.with_name("history.lock")


class Lock:
    """The right to write, held until `release` or the end of the process, whichever way that ends."""

    def __init__(self, path: Path) -> None:
        """Take it. Trouble `history_locked`, naming the holder, where another process has it, `no_locks`; OSError for bad folders."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = path.open("r+b" if path.exists() else "w+b")
        try:
            _seize(self._file)
        except OSError as error:
            self._file.close()
            held = error.errno in LOCK_HELD
            raise (faults.locked(_holder(path)) if held else faults.no_locks(str(path.parent))) from error
        self._file.seek(0)
        self._file.truncate()
        self._file.write(json.dumps({"pid": os.getpid(), "machine": platform.node()}).encode())
        self._file.flush()

    def release(self) -> None:
        """Let others write."""
        with suppress(OSError):
            self._file.truncate(0)
        self._file.close()


def _holder(path: Path) -> str:
    try:
        said = json.loads(path.read_bytes())
        return f"another OmbudsView (process {int(said['pid'])} on {str(said['machine'])[:80]})"
    except (OSError, ValueError, KeyError, TypeError):
        return "another OmbudsView"
