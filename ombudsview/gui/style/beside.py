"""A box to type in with buttons at its right, or beneath it where both have not the room."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.theme import UNIT


class Beside(QWidget):
    """The box always has at least `least` pixels, or the whole width; what it does not need goes between it and the buttons."""

    def __init__(self, box: QWidget, buttons: ButtonRow, least: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons, self._least = buttons, least
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(UNIT)
        self._line.addWidget(box, 1000)
        self._line.addStretch(1)  # what the box does not need
        self._line.addWidget(buttons)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self._buttons.minimumSizeHint().width(), self.sizeHint().height()
        )  # else it could not become narrower

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._least + UNIT + self._buttons.one_line <= event.size().width()
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if fits else ways.TopToBottom
        if self._line.direction() is not wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()
