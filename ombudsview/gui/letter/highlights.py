"""What is lit on the page: each field's sources as boxes, in the colour of its state, and whether the words there bear it out."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ombudsview.gui.style.marks import paint_mark
from ombudsview.gui.style.theme import LIGHT
from ombudsview.letters.fields import FIELDS, Unit, parse
from ombudsview.letters.punctuation import BRACKETS, QUOTES, STOPS
from ombudsview.paper.geometry import Box, around
from ombudsview.reading.printed_value import value_of
from ombudsview.review.state import FieldReview, State

if TYPE_CHECKING:
    from ombudsview.paper.paper import Paper, Sheet
    from ombudsview.reading.model import Source
    from ombudsview.review.review import Review


BADGE = 8
"""Pixels of the mark of a state on the corner of a highlight; what is still to be checked has none."""

OVER = 0.1
"""Of the height of a box is left free over it: no line of a letter stands so near to the next."""

_BEFORE = re.compile(r"(?:\w|\d[.,])\Z", re.ASCII)
_IN_WORDS = re.compile("(?<=[^\\W\\d_])[\\s\u2010-]+(?=[^\\W\\d_])")
"""Where lines may end within words and between them; what stands beside a figure is a part of it."""

_AFTER = re.compile(r"\w|[.,]\d", re.ASCII)


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
    grounds = _Grounds(paper)
    return tuple(
        Highlight(
            field.key,
            source.page - 1,
            lines(source.boxes),
            field.state,
            _bears_out(grounds.under(source), source, field, item),
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


class _Grounds:
    """Looks up on the paper afresh what lies under boxes; a sheet's words are put in order of height once, not searched each time."""

    def __init__(self, paper: Paper) -> None:
        self._sheets = paper.sheets
        self._sorted: dict[int, list[tuple[float, float, int, str]]] = {}

    def under(self, source: Source) -> str:
        """The words whose middles lie in the boxes of a source, each box's in the sheet's order."""
        if source.page > len(self._sheets):
            return ""
        if source.page not in self._sorted:
            self._sorted[source.page] = _by_height(self._sheets[source.page - 1])
        words = self._sorted[source.page]
        texts: list[str] = []
        for x0, y0, x1, y1 in source.boxes:
            level = words[bisect_left(words, (y0,)) : bisect_right(words, (y1, inf))]
            texts += [text for _, text in sorted((order, text) for _, x, order, text in level if x0 <= x <= x1)]
        return " ".join(" ".join(texts).split())


def _by_height(sheet: Sheet) -> list[tuple[float, float, int, str]]:
    """The words of a sheet: the middle's y and x, the place in the sheet's order, the text."""
    return sorted(
        ((y0 + y1) / 2, (x0 + x1) / 2, order, word.said)
        for order, word in enumerate(sheet.words)
        for x0, y0, x1, y1 in (word.box,)
    )


def _bears_out(found: str, source: Source, field: FieldReview, item: int) -> bool:
    """Whether the words that were found under the boxes read as what is said to be printed there."""
    if found != " ".join(source.text.split()):
        return False
    printed, value = field.read.printed, field.read.value
    if field.answer is not None and field.answer.sources:
        printed, value = (field.printed if source in field.read.sources else None), field.answer.value
    if isinstance(printed, tuple):
        printed = printed[item] if item < len(printed) else None
    if isinstance(value, tuple):
        value = value[item] if item < len(value) else None
    if FIELDS[field.key].unit is Unit.TEXT and _run_on(found) in [_run_on(said) for said in (printed, value) if said]:
        return True
    return (printed is not None and _stands_in(" ".join(printed.split()), found)) or _reads_as(field.key, found, value)


def _run_on(text: str) -> str:
    """A text however lines part its words: the reader puts one together again that is broken at the end of a line."""
    return _IN_WORDS.sub("", " ".join(text.split())).strip(STOPS + BRACKETS + QUOTES)


def _stands_in(printed: str, found: str) -> bool:
    """Whether the words hold just this: the 2 of "(2)", not that of "12", "2.5" or "1,200"."""
    start = found.find(printed)
    while start >= 0:
        if not _BEFORE.search(found, max(0, start - 2), start) and not _AFTER.match(found, start + len(printed)):
            return True
        start = found.find(printed, start + 1)
    return False


def _reads_as(key: str, text: str, value: str | None) -> bool:
    unit = FIELDS[key].unit
    return value is not None and value in (parse(unit, text.strip(STOPS + BRACKETS + QUOTES)), value_of(unit, text))


def frame_of(place: QRectF, *, focused: bool) -> QRectF:
    """The frame drawn round words: it covers their box, and has some room over it.

    Many fonts say that they end where their capitals do, but go on under the line for their tails; without that room the frame of a
    title would seem to hang.
    """
    pad = 2.5 if focused else 1.5
    return place.adjusted(-pad, -pad * 0.6 - place.height() * OVER, pad, pad * 0.6)


def paint(
    painter: QPainter, place: QRectF, state: State, *, sure: bool, focused: bool, hovered: bool, glow: float
) -> None:
    """Draw one box: a thin outline in the colour of the state; in focus filled and bold; dashed where not borne out.

    `glow` from 1 to 0 fades out after a flash. Colours are those of white paper, whatever the window's.
    """
    colour = LIGHT.of_state(state)
    frame = frame_of(place, focused=focused)
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
    if state is not State.TO_CHECK:
        _badge(painter, frame, state, colour)


def badge_place(frame: QRectF) -> QRectF:
    """Above the upper right corner and beyond it: never over what is printed in the box."""
    return QRectF(frame.right(), frame.top() - BADGE + 1, BADGE, BADGE)


def _badge(painter: QPainter, frame: QRectF, state: State, colour: QColor) -> None:
    """The mark of the state at the corner, so that the colour of the outline need not be told from another."""
    paint_mark(painter, state, badge_place(frame), colour)
