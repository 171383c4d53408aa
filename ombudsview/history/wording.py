"""What saved letters teach of each year's wording: one JSON file a year with prints of sentences, and no text.

Each is a copy of what the saved papers say; one that is missing or spoilt is made again from them, see `rewording`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from ombudsview.disk.durable import write_whole
from ombudsview.places import Places
from ombudsview.reading.model import Reading
from ombudsview.reading.wording import Said, Wording, Year

FORMAT = 3
"""Raised with each change of what is a remark or of how prints are made, so that files of older programs are made again."""

_LARGEST = 16 << 20
_SENDER = re.compile(r"[a-z0-9_]{1,40}")

Letters = dict[str, Said]
"""What the letters of a year say, by their names in the record."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Annotated[int, msgspec.Meta(ge=FORMAT, le=FORMAT)]
    sender: str
    period_end: str
    letters: Letters


def told_apart(places: Places, reading: Reading) -> Reading:
    """The reading without the remarks that saved letters to other authorities about its year have too."""
    return wording(places).told_apart(reading)


def wording(places: Places) -> Wording:
    """What saved letters teach; a year's file is looked at when a letter of that year has a remark."""
    return Wording(lambda year: (load(places, year) or {}).values())


def load(places: Places, year: Year) -> Letters | None:
    """What the letters of a year say; None where that is to be made again, or cannot be had just now."""
    try:
        with path_of(places, year).open("rb") as file:
            content = file.read(_LARGEST + 1)
        found = msgspec.json.decode(content, type=_File) if len(content) <= _LARGEST else None
    except (OSError, ValueError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return found.letters if found is not None and (found.sender, found.period_end) == year else None


def every(places: Places) -> Iterator[tuple[Year, Letters]]:
    """The years that have a sound file, with what it says. OSError."""
    for path in sorted(places.wording.glob("*.json")) if places.wording.is_dir() else ():
        sender, _, period_end = path.stem.partition("-")
        letters = load(places, (sender, period_end))
        if letters is not None:
            yield (sender, period_end), letters


def write(places: Places, year: Year, letters: Letters) -> None:
    """Write a year's file. OSError; a file that could not be written anew is taken away, if that can be.

    Nobody waits until it lasts: after a power cut it is made again.
    """
    path = path_of(places, year)
    content = msgspec.json.format(msgspec.json.encode(_File(FORMAT, *year, letters)), indent=1) + b"\n"
    try:
        write_whole(path, content, lasting=False)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def path_of(places: Places, year: Year) -> Path:
    """Where a year's file lies. ValueError for a sender or a day that is none: the reader process is not believed."""
    sender, period_end = year
    if not _SENDER.fullmatch(sender) or date.fromisoformat(period_end).isoformat() != period_end:
        raise ValueError(f"no year: {year}")
    return places.wording / f"{sender}-{period_end}.json"
