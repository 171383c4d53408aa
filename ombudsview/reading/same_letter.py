"""Which of the letters that a file holds now is the one that was read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombudsview.reading.model import Reading


def same_letter(old: Reading, readings: tuple[Reading, ...]) -> Reading | None:
    """The one that shares most pages with what was read of it before; the first where nobody knows its pages."""
    if old.pages is None:
        return readings[0] if readings else None
    first, last = old.pages

    def shared(reading: Reading) -> int:
        if reading.pages is None:
            return 0
        return max(0, min(last, reading.pages[1]) - max(first, reading.pages[0]) + 1)

    return max(readings, key=shared, default=None)
