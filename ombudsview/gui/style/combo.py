"""A choice from a list that shows by a frame that the keys go to it, and that the wheel of a scrolling hand does not change."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox

from ombudsview.gui.style.theme import FOCUS, theme


class Combo(QComboBox):
    """As Qt's own, but for the frame, which the style draws too faint, and for the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # what lies around it scrolls on

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(theme().accent), FOCUS))
            inset = 1 + FOCUS / 2  # within its edge
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
            painter.end()
