"""The dotted thread that leads the eye from the source on the page to the row in focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ombudsview.gui.letter.route import Route
from ombudsview.gui.style.theme import DARK, LIGHT, theme

_ROOM = 6
_SHORTEST = 24
_APART = 4.7
"""Pixels from dot to dot."""

INKS_OF = {False: ((LIGHT.accent, 2.2),), True: ((LIGHT.accent, 3.4), (DARK.accent, 1.8))}
"""The thread goes over paper, which is white in both themes: among dark colours its dots have a rim that shows there too."""


class Thread(QWidget):
    """Lies over page and fields and lets the mouse through. `route` is in the parent's pixels, None where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.route: Route | None = None
        self.hide()

    def join(self, route: Route | None) -> None:
        """Draw along a way; not at all where either end does not show."""
        self.route = route
        if route is None or route.end.x() - route.start.x() < _SHORTEST:
            self.hide()
            return
        self.setGeometry(route.path.boundingRect().toAlignedRect().adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.route is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        for colour, width in INKS_OF[theme().dark]:
            pen = QPen(QColor(colour), width)
            pen.setDashPattern([0.01, _APART / width])
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPath(self.route.path)
        painter.end()
