"""The letters in a folder and below it. No Qt here: a share can take its time to list, so that a thread does it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ombudsview.paper.formats import is_letter

MOST = 50_000
"""Letters after which a folder is not looked into any further."""


@dataclass
class Found:
    """What was found: the letters in order, folders that could not be listed, and whether there may be more."""

    letters: list[Path] = field(default_factory=list)
    barred: list[Path] = field(default_factory=list)
    cut: bool = False


def letters_in(folder: Path, stopped: Callable[[], bool] = lambda: False, most: int = MOST) -> Found:
    """The files in and below a folder that are letters by their names, folder by folder, each in the order of its names.

    Names that begin with a dot and links to folders are left out, as is what a word processor leaves beside an open file.
    """
    found = Found()
    walk = os.walk(folder, onerror=lambda fault: found.barred.append(Path(os.fsdecode(fault.filename))))
    for place, folders, files in walk:
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=in_order)
        found.letters += (Path(place, name) for name in sorted(filter(is_letter, files), key=in_order))
        if stopped() or len(found.letters) > most:
            found.cut = True
            del found.letters[most:]
            break
    return found


def in_order(name: str) -> list[tuple[int, int, str]]:
    """What to sort names by, so that `letter 2` comes before `letter 10`."""
    return list(_parts(name.casefold()))


def _parts(name: str) -> Iterator[tuple[int, int, str]]:
    for part in re.split(r"([0-9]+)", name):
        yield (0, int(part), part) if part.isdigit() and part.isascii() else (1, 0, part)
