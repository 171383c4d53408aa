"""A file's name in a line of text: cut in its middle where there is no room, for both its ends tell it from others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ombudsview.gui.style.words import plain_tip


class Elided(QLabel):
    """`before` is never cut. The whole text is in the tooltip, and is what those hear who listen."""

    def __init__(self, name: str, parent: QWidget | None = None, *, before: str = "") -> None:
        super().__init__(parent)
        self._name, self._before = name, before
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("ink", "soft")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{before}{name}")
        self.setToolTip(plain_tip(f"{before}{name}"))
        self.setText(f"{before}{name}")

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(f"{self._before}{self._name}"), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - metrics.horizontalAdvance(self._before)
        self.setText(self._before + metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room))
