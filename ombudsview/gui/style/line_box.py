"""A box for one line of text that lets fall through what is not for it: files that are dropped there, which the window opens, and,
where notes are written, the keys for a step back that it cannot make itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class LineBox(QLineEdit):
    """As Qt's own, which would take the name of a dropped file for text. Text that is dragged to it is taken still."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)


class NoteLine(LineBox):
    """Undo and redo are the window's once the box has no change of its text left for them."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._spares(event):
            event.ignore()
            return False
        return super().event(event)

    def _spares(self, event: QKeyEvent) -> bool:
        """Whether a key does nothing here, and may do something else."""
        keys = QKeySequence.StandardKey
        undo, redo = event.matches(keys.Undo), event.matches(keys.Redo)
        return (undo and not self.isUndoAvailable()) or (redo and not self.isRedoAvailable())
