"""Drafts put away: off the list at once, off the disk with the program's next start, so that there is a way back meanwhile."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from ombudsview.places import Places
    from ombudsview.review.journal import Draft

DISCARDED = ".discarded"
A_DAY = 24 * 60 * 60  # seconds


def discard(draft: Draft) -> Path:
    """Take a draft off the list; its file stays, under another name, which is given."""
    from ombudsview.review.journal import place_of

    path = draft.journal.path
    put_away = path.with_name(path.name + DISCARDED)
    try:
        path.replace(put_away)
        place_of(path).unlink(missing_ok=True)
    except OSError as fault:
        raise Trouble(
            "not_writable",
            "The draft could not be discarded.",
            "Check that the folder of drafts may be written to.",
        ) from fault
    return put_away


def restore(put_away: Path) -> None:
    """Put a discarded draft back on the list, never over another one. Trouble where that cannot be."""
    path = put_away.with_name(put_away.name.removesuffix(DISCARDED))
    try:
        if not path.exists():
            put_away.replace(path)
            return
    except OSError as fault:
        raise Trouble(
            "not_writable",
            "The draft could not be brought back.",
            "Check that the folder of drafts is there and may be written to.",
        ) from fault
    raise Trouble("exists", "This letter has a newer draft already.", "Finish that one first.")


def sweep(places: Places) -> None:
    """Remove what was discarded in an earlier session, and what a process that was killed had begun to write."""
    with suppress(OSError):  # what cannot be removed today is no reason not to start
        for path in places.drafts.glob("*" + DISCARDED):
            path.unlink(missing_ok=True)
        long_ago = time.time() - A_DAY
        for folder in (places.drafts, places.rules, places.settings, places.recognised):
            for path in folder.glob("*.part"):
                if path.stat().st_mtime < long_ago:  # else somebody may be writing it
                    path.unlink(missing_ok=True)
