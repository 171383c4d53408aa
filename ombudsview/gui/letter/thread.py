"""The dotted thread that leads the eye from the source on the page to the row in focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ombudsview.gui.theme import DARK, LIGHT, theme

_ROOM = 6
_APART = 4.7
"""Pixels from dot to dot."""

_INKS_OF = {False: ((LIGHT.accent, 2.2),), True: ((LIGHT.accent, 3.4), (DARK.accent, 1.8))}
"""The thread goes over paper, which is white in both themes: among dark colours its dots have a rim that shows there too."""


class Thread(QWidget):
    """Lies over page and fields and lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._start = self._end = QPoint()
        self.hide()

    def join(self, start: QPoint | None, end: QPoint | None) -> None:
        """Draw from one place to the other, in the parent's pixels; not at all where either does not show."""
        if start is None or end is None or end.x() - start.x() < 24:
            self.hide()
            return
        around = QRect(start, end).normalized().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        self._start, self._end = start - around.topLeft(), end - around.topLeft()
        self.setGeometry(around)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        reach = (self._end.x() - self._start.x()) * 0.5
        path = QPainterPath(self._start.toPointF())
        path.cubicTo(
            self._start.toPointF() + QPoint(round(reach), 0).toPointF(),
            self._end.toPointF() - QPoint(round(reach), 0).toPointF(),
            self._end.toPointF(),
        )
        for colour, width in _INKS_OF[theme().dark]:
            pen = QPen(QColor(colour), width)
            pen.setDashPattern([0.01, _APART / width])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPath(path)
        painter.end()
