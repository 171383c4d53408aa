"""Another window is open on the same folders and does not answer: this start waits for it, or opens a window that only looks."""

from __future__ import annotations

import threading
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from ombudsview.gui.arrival.single import First, hand_over
from ombudsview.gui.style.progress_bar import ProgressBar
from ombudsview.gui.style.theme import UNIT
from ombudsview.places import Places

BETWEEN = 0.3
"""Seconds between two looks whether it answers."""


class Outcome(Enum):
    """What came of it."""

    LEFT = auto()  # the officer gave it up
    TAKEN = auto()  # the other window answered and has the letters
    FIRST = auto()  # the other window has ended: this one is the first now
    LOOK = auto()


class AnotherWindow(QDialog):
    """Waits from its beginning; nothing has to be answered. `outcome` says what came of it, `first` is the right to be first."""

    _ended = Signal(object)

    def __init__(self, places: Places, letters: list[Path]) -> None:
        super().__init__()
        self._places, self._letters = places, letters
        self._enough = threading.Event()
        self.outcome = Outcome.LEFT
        self.first: First | None = None
        self.setWindowTitle(self.tr("OmbudsView is open already"))
        self.setMinimumWidth(480)
        words = QLabel(
            self.tr(
                "Another OmbudsView window is open on this machine, but it does not answer: it may be busy. This start waits for it."
                "\n\nA window that only looks can be opened meanwhile: letters can be read there, but nothing is kept."
            ),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        bar = ProgressBar(self)
        bar.setRange(0, 0)
        bar.setAccessibleName(self.tr("Waiting for the other window"))
        buttons = QDialogButtonBox(self)
        self.look = buttons.addButton(self.tr("Open to look only"), QDialogButtonBox.ButtonRole.ActionRole)
        self.leave = buttons.addButton(self.tr("Do not open"), QDialogButtonBox.ButtonRole.RejectRole)
        self.look.clicked.connect(lambda: self._end((Outcome.LOOK, None)))
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for widget in (words, bar, buttons):
            column.addWidget(widget)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._waiting = threading.Thread(target=self._wait, name="the other window", daemon=True)
        self._waiting.start()

    def done(self, result: int) -> None:
        self._enough.set()
        super().done(result)

    def _end(self, came: tuple[Outcome, First | None]) -> None:
        if not self._enough.is_set():
            self.outcome, self.first = came
            self.accept()
        elif came[1] is not None:
            came[1].release()

    def _wait(self) -> None:
        """In a thread of its own: an answer may take its time."""
        while not self._enough.wait(BETWEEN):
            taken = hand_over(self._places, self._letters, patience=0)
            first = First(self._places) if not taken else None
            if taken or (first is not None and first.is_first):
                with suppress(RuntimeError):  # the dialog is no longer there
                    self._ended.emit((Outcome.TAKEN if taken else Outcome.FIRST, first))
                return
