"""Putting a report where the officer wants it: whole or not at all, and never silently over another file."""

from __future__ import annotations

from pathlib import Path

from ombudsview.disk.durable import no_room, write_whole
from ombudsview.errors import Trouble


def save(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write `content`. Trouble `exists` where a file is there and `replace` was not said, `no_folder`, `not_writable`, `disk_full`."""
    try:
        if not path.parent.is_dir():
            raise Trouble("no_folder", f'The folder "{path.parent.name}" is not there.', "Choose another folder.")
        if not replace and path.exists():
            way_on = "Choose another name, or say that it may be replaced."
            raise Trouble("exists", f'There is a file "{path.name}" already.', way_on)
        write_whole(path, content)
    except OSError as error:
        raise _trouble(path, error) from error


def for_spreadsheet(text: str) -> bytes:
    """CSV text as Excel opens it rightly: UTF-8 with the mark that says so."""
    return text.encode("utf-8-sig")


def _trouble(path: Path, error: OSError) -> Trouble:
    if no_room(error):
        return Trouble("disk_full", "The disk is full. Nothing was saved.", "Make some room on it and save again.")
    return Trouble(
        "not_writable", f'"{path.name}" cannot be written there.', "Choose another folder or name and save again."
    )
