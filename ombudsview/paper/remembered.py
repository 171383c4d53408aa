"""What was recognised once: a sheet a file in a folder of the cache, the ones not asked for longest forgotten first."""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from pathlib import Path

import msgspec

from ombudsview.disk.durable import write_whole
from ombudsview.paper.paper import Sheet

MOST = 2_000
_LARGEST = 16 << 20
_ENDING = ".sheet"


class Remembered:
    """Sheets by key, in `folder`, which is made when it is needed. Never in the way: a cache that fails has nothing."""

    def __init__(self, folder: Path, most: int = MOST) -> None:
        self._folder = folder
        self._most = most

    def get(self, key: str) -> Sheet | None:
        """The sheet of that key, or None."""
        file = self._file(key)
        try:
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(file.read_bytes(), _LARGEST)
            if unpacker.unconsumed_tail:
                return None
            sheet = msgspec.msgpack.decode(data, type=Sheet)
            os.utime(file)
        except (OSError, zlib.error, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return sheet

    def put(self, key: str, sheet: Sheet) -> None:
        """Remember a sheet, whole or not at all."""
        content = zlib.compress(msgspec.msgpack.encode(sheet), 1)
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._file(key), content, lasting=False, private=True)
            self._forget_oldest()

    def _file(self, key: str) -> Path:
        return self._folder / (hashlib.sha256(key.encode()).hexdigest() + _ENDING)

    def _forget_oldest(self) -> None:
        files = [entry for entry in os.scandir(self._folder) if entry.name.endswith(_ENDING)]
        for entry in sorted(files, key=lambda entry: entry.stat().st_mtime)[: max(0, len(files) - self._most)]:
            os.unlink(entry.path)  # noqa: PTH108 (it is an entry of a folder, not a Path)
