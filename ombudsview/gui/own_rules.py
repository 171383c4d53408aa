"""The officer's own rules on their way to the reader process. No Qt: the door sends the first letter before Qt is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from ombudsview.places import Places


def for_reader(places: Places) -> bytes:
    """The rules that are kept, packed. Where they cannot be had the letter is read without them: “Your rules” says why."""
    if not places.rules.is_dir():  # most officers teach none, and their start need not load what reads them
        return b""
    from ombudsview.history import rules

    try:
        return rules.for_reader(places)
    except Trouble:
        return b""
