"""Work on the history as a whole: what it will do, how far it is, and in one sentence what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from ombudsview.errors import Trouble
from ombudsview.gui.record.record import Record
from ombudsview.gui.style.progress_bar import ProgressBar
from ombudsview.gui.style.room import room_of
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.work.errands import Errand

Work = Callable[[Callable[[int, int], None]], str]
"""Does it, telling how many of how many are done; gives the sentence that is shown at the end."""


@dataclass(frozen=True)
class Chore:
    """`title` and `about` say what it is, `go` is the word on the button that begins it."""

    title: str
    about: str
    work: Work
    go: str = ""


class ChoreDialog(QDialog):
    """Waits for the officer's word, unless `begin` gives it. While it works it stays: what it does must not be left half seen."""

    done_with = Signal(bool)
    _progressed = Signal(int, int)

    def __init__(self, chore: Chore, record: Record, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record, self._work = record, chore.work
        self.working = False
        self.setWindowTitle(chore.title)
        self.words = QLabel(chore.about, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.bar = ProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton(chore.go, QDialogButtonBox.ButtonRole.ActionRole)
        self.go.setProperty("look", "primary")
        self.go.clicked.connect(self.begin)
        self.leave = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.leave.setDefault(True)  # what is asked with care is not answered by one Enter too many
        self.buttons.rejected.connect(self.reject)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (self.words, self.bar, self.buttons):
            column.addWidget(widget)
        self.leave.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Wide enough for a path, which has no place to be wrapped at."""
        self.words.ensurePolished()
        widest = max(map(self.words.fontMetrics().horizontalAdvance, self.words.text().split()), default=0)
        self.setMinimumWidth(min(max(480, widest + 8 * UNIT), room_of(self).width()))

    def begin(self) -> None:
        """Do it now."""
        self.working = True
        self.go.hide()
        self.leave.setEnabled(False)
        self.bar.setRange(0, 0)
        self.bar.show()
        self._record.ask(partial(self._work, self._progressed.emit), self._came)

    def _show_progress(self, done: int, of: int) -> None:
        if self.working:
            self.bar.setRange(0, of)
            self.bar.setValue(done)

    def _came(self, errand: Errand[str]) -> None:
        self.working = False
        self.bar.hide()
        self.leave.setText(self.tr("Close"))
        self.leave.setEnabled(True)
        self.leave.setFocus()
        try:
            sentence = errand.result
        except Trouble as trouble:
            self._say(trouble.sentence)
            self.done_with.emit(False)
            return
        self._say(sentence)
        self.done_with.emit(True)

    def _say(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.words.setAccessibleName(sentence)
        self._fit()
        self.adjustSize()

    def reject(self) -> None:
        if not self.working:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.working:
            event.ignore()
        else:
            super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.working:
            super().keyPressEvent(event)
