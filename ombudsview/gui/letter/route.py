"""The way of the thread from a source to its field: beside what is printed, never through it. Arithmetic only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ombudsview.gui.letter.lie import Lie

if TYPE_CHECKING:
    from ombudsview.paper.paper import Sheet, Word

CLEAR = 3.0
"""Pixels between the thread's middle and what is printed, where there are so many."""

_NEAR = 6.0
_CORNER = 8.0
_OVER_CAPITALS, _UNDER_LETTERS = 0.15, 0.2
"""Parts of a word's box that its font keeps free: above capitals, and beneath words that reach below the line nowhere."""

_BELOW_THE_LINE = frozenset("gjpqyQ,;()[]{}|/_$@§")


@dataclass(frozen=True)
class Route:
    """From `start` to the height of `bend` and along it, past every word, and from there in a curve to `end`."""

    start: QPointF
    bend: QPointF
    end: QPointF

    @property
    def path(self) -> QPainterPath:
        """The line itself."""
        start, bend, end = self.start, self.bend, self.end
        path = QPainterPath(start)
        corner = min(_CORNER, bend.x() - start.x())
        path.quadTo(QPointF(start.x(), bend.y()), QPointF(start.x() + corner, bend.y()))
        path.lineTo(bend)
        reach = (end.x() - bend.x()) * 0.5
        path.cubicTo(bend + QPointF(reach, 0), end - QPointF(reach, 0), end)
        return path


def route(source: QRectF, printed: Sequence[QRectF], end: QPointF, edge: float) -> Route:
    """The way from a source's frame to `end`, which lies right of the page; `edge` is where the page's view ends.

    `printed` is the ink of the words that show. Beside a source with nothing after it on its line the way leaves at its middle;
    else it goes along the gap between lines, on the field's side where there is room.
    """
    after = [ink for ink in printed if ink.right() > source.right()]
    level, start = source.center().y(), QPointF(source.right(), source.center().y())
    if any(ink.top() - CLEAR < level < ink.bottom() + CLEAR for ink in after):
        up = end.y() < level
        gaps = sorted((_above(source, after), _below(source, after)), key=lambda gap: gap[0] > level)
        first, second = gaps if up else reversed(gaps)
        (level, room), other = first, second
        if room < 2 * CLEAR and other[1] > room:
            level = other[0]
        start = QPointF(source.right(), source.top() if level < source.center().y() else source.bottom())
    low, high = sorted((level, end.y()))
    passed = [ink.right() for ink in after if ink.bottom() > low - CLEAR and ink.top() < high + CLEAR]
    bend = min(max([start.x() + _CORNER, *(right + 2 * CLEAR for right in passed)]), max(edge, start.x()))
    return Route(start, QPointF(bend, level), end)


def _below(source: QRectF, after: Sequence[QRectF]) -> tuple[float, float]:
    """The height of the gap beneath the source's line, near to it, and how high the gap is."""
    line = [ink.bottom() for ink in after if ink.top() < source.center().y() < ink.bottom()]
    top = max(line, default=source.bottom())
    bottom = min((ink.top() for ink in after if ink.top() > source.center().y()), default=top + 4 * _NEAR)
    return min((top + bottom) / 2, top + _NEAR), bottom - top


def _above(source: QRectF, after: Sequence[QRectF]) -> tuple[float, float]:
    line = [ink.top() for ink in after if ink.top() < source.center().y() < ink.bottom()]
    bottom = min(line, default=source.top())
    top = max((ink.bottom() for ink in after if ink.bottom() < source.center().y()), default=bottom - 4 * _NEAR)
    return max((top + bottom) / 2, bottom - _NEAR), bottom - top


class Inks:
    """Where the words of a letter's pages are printed, without the room that their fonts keep above and beneath them."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets

    def on(self, lie: Lie, height: float) -> list[QRectF]:
        """The ink that shows on a viewport of that height, in its pixels."""
        found = []
        for page in lie.column.between(lie.dy, lie.dy + height):
            if page < len(self._sheets):
                top, bottom = sorted(lie.column.on(page, 0, at)[1] for at in (lie.dy, lie.dy + height))
                words = self._sheets[page].words
                if lie.column.turn % 180:
                    found += [lie.place(page, word.box) for word in words]
                else:
                    level = (word for word in words if word.box.y1 > top and word.box.y0 < bottom)
                    found += [ink(word, lie.place(page, word.box), turned=lie.column.turn == 180) for word in level]
        return found


def ink(word: Word, place: QRectF, *, turned: bool = False) -> QRectF:
    """Where a word is printed within the place of its box."""
    above = place.height() * _OVER_CAPITALS
    hangs = not word.text.isascii() or not _BELOW_THE_LINE.isdisjoint(word.text)
    beneath = 0.0 if hangs else place.height() * _UNDER_LETTERS
    return place.adjusted(0, beneath, 0, -above) if turned else place.adjusted(0, above, 0, -beneath)
