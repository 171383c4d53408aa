"""A box for one line of text that lets files fall through: one that is dropped there is meant for the window, which opens it."""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QLineEdit


class LineBox(QLineEdit):
    """As Qt's own, which would take the name of a dropped file for text. Text that is dragged to it is taken still."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)
