"""The text of a page as it is read aloud or searched: its words in lines, and which word stands at each place of the text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from ombudsview.paper.geometry import Box

if TYPE_CHECKING:
    from ombudsview.paper.paper import Sheet, Word


class PageText:
    """`text` has a blank between words and a line's end where the page has one."""

    def __init__(self, sheet: Sheet) -> None:
        self._words = sheet.words
        self._starts: list[int] = []
        parts: list[str] = []
        length, line = 0, None
        for word in sheet.words:
            if line is not None:
                parts.append(" " if word.line == line else "\n")
                length += 1
            self._starts.append(length)
            parts.append(word.said)
            length, line = length + len(word.said), word.line
        self.text = "".join(parts)

    def box_at(self, offset: int) -> Box | None:
        """The box of a character, taken as an equal part of its word; None between words."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return None
        word, within = self._words[number], offset - self._starts[number]
        if within >= len(word.said):
            return None
        share = word.box.width / len(word.said)
        left = word.box.x0 + within * share
        return Box(left, word.box.y0, left + share, word.box.y1)

    def offset_at(self, x: float, y: float) -> int:
        """The place in the text of the character at a point of the page; -1 where there is none."""
        for start, word in zip(self._starts, self._words, strict=True):
            if word.box.holds(x, y):
                return start + _letter_at(word, x)
        return -1


def _letter_at(word: Word, x: float) -> int:
    share = (x - word.box.x0) / max(word.box.width, 1e-6)
    return min(len(word.said) - 1, int(share * len(word.said)))
