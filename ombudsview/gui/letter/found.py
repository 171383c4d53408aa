"""What was found in the letter: every place of the words that were looked for, and the one that is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ombudsview.gui.letter.highlights import lines
from ombudsview.gui.style.theme import LIGHT
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import TextMap, folded

MOST = 2000
"""Places that are marked; nobody goes through more of them."""


@dataclass(frozen=True)
class Place:
    """Words on a page (from 0), a box a line."""

    page: int
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Found:
    """The places in the order of the text, and which of them is looked at (-1: none)."""

    places: tuple[Place, ...] = ()
    at: int = -1

    @property
    def current(self) -> Place | None:
        """The place that is looked at."""
        return self.places[self.at] if 0 <= self.at < len(self.places) else None

    def stepped(self, by: int) -> Found:
        """The next or previous place, round the ends."""
        return Found(self.places, (self.at + by) % len(self.places)) if self.places else self


def pattern_of(words: str) -> re.Pattern[str] | None:
    """What matches some words in a folded text: any white space for theirs. None where there are no words."""
    wanted = folded(words).split()
    return re.compile(r"\s+".join(re.escape(word) for word in wanted)) if wanted else None


def find(text: TextMap, pattern: re.Pattern[str]) -> Iterator[Place]:
    """Every place of a pattern in the text of one page."""
    for match in pattern.finditer(text.text):
        boxes = tuple(word.box for _, word in text.words(*match.span()))
        yield Place(text.pages[0] - 1, lines(boxes))


def paint_found(
    painter: QPainter, place_of: Callable[[int, Box], QRectF], found: Found, showing: Container[int]
) -> None:
    """Every place on a page (from 0) that shows, tinted; the one that is looked at outlined as well. Colours of white paper."""
    for number, place in enumerate(found.places):
        if place.page not in showing:  # a pack has thousands
            continue
        looked_at = number == found.at
        for box in place.boxes:
            where = place_of(place.page, box).adjusted(-1, -1, 1, 1)
            tint = QColor(LIGHT.look)
            tint.setAlpha(90 if looked_at else 45)
            painter.fillRect(where, tint)
            if looked_at:
                painter.setPen(QPen(QColor(LIGHT.look), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(where)
