"""The dotted thread that leads the eye from the source on the page to the row in focus."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ombudsview.gui.theme import theme

_ROOM = 6


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
        pen = QPen(QColor(theme().accent), 1.8)
        pen.setDashPattern([0.01, 2.6])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(path)
        painter.end()
