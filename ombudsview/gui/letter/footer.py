"""The foot of the fields: when the work was last put down, Undo, and the one thing that is asked for: Finish."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.theme import UNIT


class Footer(QWidget):
    """Its buttons are the window's own actions."""

    access_role = "Grouping"

    def __init__(self, undo: QAction, finish: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Undo and finish"))
        self._saved = QLabel(self)
        self._saved.setProperty("ink", "soft")
        self._saved.setWordWrap(True)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setToolTip(self.tr("Take the last step back (Ctrl+Z)"))
        self._undo.clicked.connect(undo.trigger)
        self._undo.setEnabled(undo.isEnabled())
        undo.changed.connect(lambda: self._undo.setEnabled(undo.isEnabled()))
        self.finish = QPushButton(self.tr("Finish   Ctrl+Enter"), self)
        self.finish.setAccessibleName(self.tr("Finish"))
        self.finish.setProperty("look", "primary")
        self.finish.clicked.connect(finish.trigger)
        self.finish.setEnabled(finish.isEnabled())
        finish.changed.connect(lambda: self.finish.setEnabled(finish.isEnabled()))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT + 2, UNIT + 2, 2 * UNIT + 2, UNIT + 2)
        row.setSpacing(UNIT + 4)
        row.addWidget(self._saved, 1)
        row.addWidget(self._undo)
        row.addWidget(self.finish)

    def show_saved(self, words: str) -> None:
        """`Saved 14:02`, or `Draft 14:02`."""
        self._saved.setText(words)
