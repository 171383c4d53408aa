"""The way of the thread from a source to its field: beside what is printed, never through it. Arithmetic only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from ombudsview.gui.letter.lie import Lie
from ombudsview.paper.geometry import Box

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
        self._known: dict[tuple[int, int], list[Box]] = {}

    def upon(self, sheets: Sequence[Sheet]) -> Inks:
        """Those of these pages: what is known of them already stays."""
        return self if sheets is self._sheets else Inks(sheets)

    def on(self, lie: Lie, height: float, right_of: float = 0.0) -> list[QRectF]:
        """The ink on a viewport of that height that ends right of a place, in its pixels. Asked at every step of a scroll."""
        found = []
        scale = lie.column.scale
        for page in lie.column.between(lie.dy, lie.dy + height):
            frame = lie.frame(page)
            left, top = frame.left(), frame.top()
            for x0, y0, x1, y1 in self._of(page, lie.column.turn):
                if left + x1 * scale > right_of and top + y1 * scale > 0 and top + y0 * scale < height:
                    found.append(QRectF(left + x0 * scale, top + y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale))
        return found

    def _of(self, page: int, turn: int) -> list[Box]:
        """The ink of a page (from 0) as it lies turned, in points."""
        if page >= len(self._sheets):
            return []
        if (page, turn) not in self._known:
            sheet = self._sheets[page]
            words = ((word, word.box.turned(turn, sheet.width, sheet.height)) for word in sheet.words)
            self._known[page, turn] = [ink(word, box, turn) for word, box in words]
        return self._known[page, turn]


def ink(word: Word, box: Box, turn: int = 0) -> Box:
    """Where a word is printed within its box on a page that lies turned by so many degrees."""
    hangs = not word.text.isascii() or not _BELOW_THE_LINE.isdisjoint(word.text)
    above, beneath = box.height * _OVER_CAPITALS, 0.0 if hangs else box.height * _UNDER_LETTERS
    if turn == 180:
        above, beneath = beneath, above
    return box if turn % 180 else Box(box.x0, box.y0 + above, box.x1, box.y1 - beneath)
