"""What is lit on the page: each field's sources as boxes, in the colour of its state, and whether the words there bear it out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ombudsview.gui.theme import LIGHT
from ombudsview.letters.fields import FIELDS, parse
from ombudsview.paper.geometry import Box, around
from ombudsview.review.state import FieldReview, State

if TYPE_CHECKING:
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Source
    from ombudsview.review.review import Review


@dataclass(frozen=True)
class Highlight:
    """One source of one field: the page (from 0), a box for each line of it in points, `sure` where the words there read so."""

    key: str
    page: int
    boxes: tuple[Box, ...]
    state: State
    sure: bool
    first: bool

    def holds(self, x: float, y: float, slack: float = 1.5) -> bool:
        """Whether a point of the page lies on it, a little slack allowed."""
        return any(Box(b.x0 - slack, b.y0 - slack, b.x1 + slack, b.y1 + slack).holds(x, y) for b in self.boxes)


def highlights(review: Review, paper: Paper) -> tuple[Highlight, ...]:
    """All sources of all fields, in the order of the fields."""
    return tuple(
        Highlight(
            field.key,
            source.page - 1,
            lines(source.boxes),
            field.state,
            bears_out(paper, source, field, item),
            item == 0,
        )
        for field in review.fields()
        for item, source in enumerate(field.sources)
        if source.boxes
    )


def lines(boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Boxes of words joined into one box a line: a word goes with the last where their middles are level and it follows."""
    joined: list[Box] = []
    for box in boxes:
        last = joined[-1] if joined else None
        if last is not None and last.y0 <= box.middle[1] <= last.y1 and -1 <= box.x0 - last.x1 <= 2 * box.height:
            joined[-1] = around((last, box))
        else:
            joined.append(box)
    return tuple(joined)


def bears_out(paper: Paper, source: Source, field: FieldReview, item: int) -> bool:
    """Whether the words that lie under the boxes, looked up on the paper afresh, read as what is said to be printed there."""
    if source.page > len(paper.sheets):
        return False
    words = paper.sheets[source.page - 1].words
    under = [word.text for box in source.boxes for word in words if box.holds(*word.box.middle)]
    found = " ".join(" ".join(under).split())
    if found != " ".join(source.text.split()):
        return False
    printed, value = field.read.printed, field.read.value
    if field.answer is not None and field.answer.sources:
        printed, value = None, field.answer.value
    if isinstance(printed, tuple):
        printed = printed[item] if item < len(printed) else None
    if isinstance(value, tuple):
        value = value[item] if item < len(value) else None
    return (printed is not None and _stands_in(" ".join(printed.split()), found)) or _reads_as(field.key, found, value)


def _stands_in(printed: str, found: str) -> bool:
    """Whether the words hold just this: the 2 of "(2)", not that of "12", "2.5" or "1,200"."""
    return re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(printed)}(?!\w|[.,]\d)", found, re.ASCII) is not None


def _reads_as(key: str, text: str, value: str | None) -> bool:
    return value is not None and parse(FIELDS[key].unit, text.strip(".,;:()'\"“”‘’")) == value


def paint(
    painter: QPainter, place: QRectF, state: State, *, sure: bool, focused: bool, hovered: bool, glow: float
) -> None:
    """Draw one box: a thin outline in the colour of the state; in focus filled and bold; dashed where not borne out.

    `glow` from 1 to 0 fades out after a flash. Colours are those of white paper, whatever the window's.
    """
    colour = LIGHT.of_state(state)
    pad = 2.5 if focused else 1.5
    frame = place.adjusted(-pad, -pad * 0.6, pad, pad * 0.6)
    if focused or glow > 0:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        fill = QColor(LIGHT.source)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 3, 3)
        painter.restore()
    elif hovered:
        tint = QColor(colour)
        tint.setAlpha(40)
        painter.fillRect(frame, tint)
    if glow > 0:
        halo = QColor(colour)
        halo.setAlphaF(0.35 * glow)
        painter.setPen(QPen(halo, 3 + 8 * glow))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 4, 4)
    pen = QPen(colour, 2.4 if focused else 1.1)
    if not sure:
        pen.setDashPattern([3, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 3, 3)
