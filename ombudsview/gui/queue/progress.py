"""How far the background reading is: a bar, a sentence, and Stop or Go on."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.queue.standing import Standing
from ombudsview.gui.style.progress_bar import ProgressBar
from ombudsview.gui.style.theme import UNIT


class ReadingProgress(QWidget):
    """Hidden while nothing is to be read. Its button is the window's own Stop or Go on, whichever can be done."""

    def __init__(self, stop: QAction, go_on: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stop, self._go_on = stop, go_on
        self.words = QLabel(self)
        self.words.setProperty("ink", "soft")
        self.words.setWordWrap(True)
        self.bar = ProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(UNIT)
        self.bar.setAccessibleName(self.tr("Letters read"))
        self.button = QPushButton(self.tr("Stop"), self)
        self.button.clicked.connect(self._pressed)
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT + 2, 4, 4, UNIT)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.bar)
        self._stopped = False
        self.hide()

    def show_standing(self, standing: Standing | None) -> None:
        """What to say; None where there is nothing to be read."""
        if standing is None:
            self.hide()
            return
        self._stopped = standing.stopped
        self.words.setText(standing.words)
        self.bar.setRange(0, standing.total)
        self.bar.setValue(standing.done)
        self.bar.setAccessibleDescription(standing.words)
        words = self.tr("Go on") if standing.stopped else self.tr("Stop")
        self.button.setText(words)
        self.button.setAccessibleName(
            self.tr("Go on reading the letters") if standing.stopped else self.tr("Stop reading the letters")
        )
        self.show()

    def _pressed(self) -> None:
        (self._go_on if self._stopped else self._stop).trigger()
