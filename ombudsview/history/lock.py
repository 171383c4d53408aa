"""One process writes the history: a lock on a file beside it, which says who holds it."""

from __future__ import annotations

import json
import os
import platform
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ombudsview.disk.lock import seize
from ombudsview.history import faults
from ombudsview.places import Places

_FAR = 1 << 30  # who holds it must be readable for others


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
            if not seize(self._file.fileno(), _FAR):
                self._file.close()
                raise faults.locked(_holder(path))
        except OSError as error:
            self._file.close()
            raise faults.no_locks(str(path.parent)) from error
        self._file.truncate(0)
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
