"""A trial as it goes and what it came to: progress with a way to stop, a sentence, and the letters that would be read otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ombudsview.gui.dialogs.rule_words import FIRST, outcome_line
from ombudsview.gui.style.progress_bar import ProgressBar
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import visible
from ombudsview.gui.work.trials import Trials
from ombudsview.reading.trial import Trial

MOST_LETTERS = 500
"""Letters that are listed; the sentence counts all of them."""

_LETTER = Qt.ItemDataRole.UserRole


class TrialView(QWidget):
    """`letter_asked`: a letter by its name in the history, and the field to show there."""

    letter_asked = Signal(str, str)

    def __init__(self, trials: Trials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._stopped = False
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.bar = ProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Letters tried"))
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAccessibleName(self.tr("Stop trying"))
        self.stop.clicked.connect(trials.stop)
        self.stop.clicked.connect(self._stop)
        self.letters = _Letters(self)
        self.letters.setAccessibleName(self.tr("Letters that would be read otherwise"))
        self.letters.setProperty("look", "boxed")
        self.letters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.letters.setWordWrap(True)
        self.letters.setMinimumHeight(12 * UNIT)
        self.letters.itemActivated.connect(self._ask)
        self.hint = QLabel(self.tr("Enter or a double click opens the letter; this window stays."), self)
        self.hint.setProperty("ink", "soft")
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT)
        column.addWidget(self.sentence)
        column.addLayout(row)
        column.addWidget(self.letters, 100)
        column.addWidget(self.hint)
        column.addStretch(1)
        trials.progressed.connect(self._progressed)
        self.wait()

    def wait(self) -> None:
        """Nothing is known yet."""
        self._stopped = False
        self.sentence.setText(self.tr("Looking for words that tell this place from others…"))
        self.bar.setRange(0, 0)
        self._show_parts(busy=True)

    def show_trial(self, trial: Trial) -> None:
        """What a trial came to."""
        self._key = trial.rule.key
        stopped = self.tr("Stopped before every letter was tried.") if self._stopped else ""
        self.say(" ".join(part for part in (stopped, trial.sentence if trial.tried or not stopped else "") if part))
        self.letters.clear()
        for tried in [one for outcome in FIRST for one in trial.of(outcome)][:MOST_LETTERS]:
            item = QListWidgetItem(visible(outcome_line(trial.rule, tried)), self.letters)
            item.setData(_LETTER, tried.letter)
        if self.letters.count():
            self.letters.setCurrentRow(0)
        self._show_parts(busy=False)

    def say(self, sentence: str) -> None:
        """A sentence, and no progress any more."""
        self.sentence.setText(sentence)
        self.letters.clear()
        self._show_parts(busy=False)

    def _stop(self) -> None:
        self._stopped = True

    def _show_parts(self, *, busy: bool) -> None:
        listed = not busy and self.letters.count() > 0
        for part, wanted in ((self.bar, busy), (self.stop, busy), (self.letters, listed), (self.hint, listed)):
            part.setVisible(wanted)

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        words = self.tr("Trying it on the saved letters: {done} of {total}.").format(
            done=f"{done:,}", total=f"{total:,}"
        )
        self.sentence.setText(words)
        self.bar.setAccessibleDescription(words)

    def _ask(self, item: QListWidgetItem) -> None:
        self.letter_asked.emit(item.data(_LETTER), self._key)


class _Letters(QListWidget):
    """Enter opens a letter, and does not go on to the dialog's own button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
