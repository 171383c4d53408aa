"""The notice bar: one sentence, what can be done about it, and a way to put it away. Nothing has to be answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.theme import UNIT

Way = tuple[str, Callable[[], object]]


class NoticeBar(QFrame):
    """Shows the newest notice; an older one gives way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "notice")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._ways: list[QPushButton] = []
        self._close = QPushButton(self.tr("Dismiss"), self)
        self._close.setProperty("look", "quiet")
        self._close.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2 * UNIT, 6, UNIT, 6)
        self._row.setSpacing(UNIT)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty where it is put away."""
        return self._words.text() if not self.isHidden() else ""

    def say(self, sentence: str, *ways: Way) -> None:
        """Show a sentence, and a button for each way on."""
        for old in self._ways:
            self._row.removeWidget(old)
            old.deleteLater()
        self._ways = [self._way(text, then) for text, then in ways]
        self._words.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _way(self, text: str, then: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda _=False: then())
        self._row.insertWidget(self._row.count() - 1, button)
        return button
