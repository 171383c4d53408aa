"""The marks of the states: a shape and a word each, drawn in the state's colour, sharp at any scale."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ombudsview.gui.style.words import QT_TRANSLATE_NOOP
from ombudsview.review.states import State

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Mark:
    """A state's word, and its shape as strokes in a square of 16: lines through points; `filled` closes and fills the first."""

    word: str
    strokes: tuple[Points, ...] = ()
    filled: bool = False
    ring: bool = False


MARKS: dict[State, Mark] = {
    State.TO_CHECK: Mark(QT_TRANSLATE_NOOP("State", "To check"), ring=True),
    State.LOOK_HERE: Mark(QT_TRANSLATE_NOOP("State", "Look here"), (((8, 2.5), (14, 13), (2, 13)),), filled=True),
    State.AGREED: Mark(QT_TRANSLATE_NOOP("State", "Agreed"), (((3, 8.5), (6.5, 12), (13, 4)),)),
    State.CHANGED: Mark(
        QT_TRANSLATE_NOOP("State", "Changed"),
        (((3, 13), (3.8, 9.8), (10.6, 3), (13, 5.4), (6.2, 12.2), (3, 13)), ((9, 4.6), (11.4, 7))),
    ),
    State.NOT_IN_LETTER: Mark(QT_TRANSLATE_NOOP("State", "Not in letter"), (((3, 8), (13, 8)),)),
    State.WORKED_OUT: Mark(QT_TRANSLATE_NOOP("State", "Worked out"), (((3, 6), (13, 6)), ((3, 10), (13, 10)))),
    State.QUERY: Mark(
        QT_TRANSLATE_NOOP("State", "Query"), (((4, 2.5), (13, 5.2), (4, 8.5)), ((4, 2), (4, 14))), filled=True
    ),
    State.NOT_FOUND: Mark(QT_TRANSLATE_NOOP("State", "Not found"), (((7.2, 8), (8.8, 8)),)),
}


def state_word(state: State) -> str:
    """The state's name for people."""
    return QCoreApplication.translate("State", MARKS[state].word)


def paint_mark(painter: QPainter, state: State, place: QRectF, colour: QColor) -> None:
    """Draw a state's mark into a square."""
    paint_shape(painter, MARKS[state], place, colour)


def paint_shape(painter: QPainter, mark: Mark, place: QRectF, colour: QColor) -> None:
    """Draw a mark's strokes into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / 16, place.height() / 16)
    pen = QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if mark.ring:
        painter.drawEllipse(QRectF(3, 3, 10, 10))
    for number, points in enumerate(mark.strokes):
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
        if mark.filled and number == 0:
            path.closeSubpath()
            painter.fillPath(path, colour)
        painter.drawPath(path)
    painter.restore()
