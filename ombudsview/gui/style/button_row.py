"""Buttons side by side, or one below the other where there is not the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from ombudsview.gui.style.theme import UNIT


class ButtonRow(QWidget):
    """Never makes what it stands in wider than its widest button. `centred`, else they begin at the left.

    `apart`: the first one stands at the left, the others at the right.
    """

    def __init__(
        self,
        buttons: Sequence[QPushButton],
        parent: QWidget | None = None,
        *,
        centred: bool = False,
        apart: bool = False,
    ) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(UNIT)
        if centred:
            self._line.addStretch(1)
        for button in self._buttons:
            self._line.addWidget(button, 0, side)
        self._line.insertStretch(1 if apart else -1, 1)

    def _widths(self) -> list[int]:
        return [button.sizeHint().width() for button in self._buttons if not button.isHidden()] or [0]

    @property
    def one_line(self) -> int:
        """Pixels that it needs to be no more than one line."""
        widths = self._widths()
        return sum(widths) + UNIT * (len(widths) - 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths()), self.sizeHint().height())  # else a full window would make them low

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.one_line <= event.size().width()
        ways = QBoxLayout.Direction
        wanted = ways.LeftToRight if fits else ways.TopToBottom
        if self._line.direction() is not wanted:
            self._line.setDirection(wanted)
            self.updateGeometry()
