"""A folder holds very many letters: all of them, the first of them, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ombudsview.gui.arrival.gathering import MANY, Gathered
from ombudsview.gui.style.theme import UNIT


class ManyLetters(QDialog):
    """Calls `then` with what the officer chose; with nothing chosen it is as if nothing had been dropped."""

    def __init__(self, gathered: Gathered, then: Callable[[Gathered], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gathered, self._then = gathered, then
        self.setWindowTitle(self.tr("Very many letters"))
        self.setMinimumWidth(460)
        count = len(gathered.files)
        words = (
            self.tr("{count} letters were found.")
            if not gathered.cut
            else self.tr("More than {count} letters were found.")
        )
        strong = QLabel(words.format(count=f"{count:,}"), self)
        strong.setProperty("type", "strong")
        about = QLabel(
            self.tr("All of them can wait in the queue; they are read in the background, and reading can be stopped."),
            self,
        )
        about.setProperty("ink", "soft")
        buttons = QDialogButtonBox(self)
        self.first = buttons.addButton(
            self.tr("The first {count}").format(count=f"{MANY:,}"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.all = buttons.addButton(self.tr("All of them"), QDialogButtonBox.ButtonRole.ActionRole)
        self.none = buttons.addButton(self.tr("None"), QDialogButtonBox.ButtonRole.RejectRole)
        self.first.setDefault(True)
        self.first.clicked.connect(lambda: self._take(MANY))
        self.all.clicked.connect(lambda: self._take(count))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for label in (strong, about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(buttons)

    def _take(self, count: int) -> None:
        self.accept()
        self._then(replace(self._gathered, files=self._gathered.files[:count]))
