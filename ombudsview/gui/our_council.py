"""Whose officer sits here: as they said themselves, else the authority with most letters in the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from ombudsview.gui.record.keeping import Keeping
    from ombudsview.gui.settings import Settings


def our_council(settings: Settings, keeping: Keeping) -> str:
    """The authority's name; empty where nobody can know, as with two that have equally many letters."""
    if settings.our_council:
        return settings.our_council
    try:
        return keeping.most_letters()
    except Trouble:  # told of where the history itself is wanted
        return ""
