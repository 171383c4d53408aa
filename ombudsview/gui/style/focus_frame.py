"""The frame round a large pane while the keys go to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ombudsview.gui.style.theme import FOCUS, theme


def paint_focus_frame(port: QWidget) -> None:
    """In the accent, and within it in the ground's colour, so that it shows on paper too. Called while `port` is painted."""
    painter = QPainter(port)
    for inset, colour in ((FOCUS / 2, theme().accent), (FOCUS * 1.5, theme().canvas)):
        painter.setPen(QPen(QColor(colour), FOCUS))
        painter.drawRect(QRectF(port.rect()).adjusted(inset, inset, -inset, -inset))
    painter.end()
