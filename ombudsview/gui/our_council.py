"""Whose officer sits here: as they said themselves, else the authority with most letters in the history."""

from __future__ import annotations

from collections import Counter
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
        counted = Counter(row.authority for row in keeping.rows() if row.authority).most_common(2)
    except Trouble:  # told of where the history itself is wanted
        return ""
    if not counted or (len(counted) == 2 and counted[0][1] == counted[1][1]):
        return ""
    return str(counted[0][0])
