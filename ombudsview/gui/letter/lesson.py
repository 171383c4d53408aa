"""The note of what was learnt, asked for above Finish where the letter gives occasion. It may stay empty: nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.row import DRAFT_AFTER_MS
from ombudsview.gui.theme import UNIT


class LessonBar(QWidget):
    """Hides itself where nothing asks for a note and none was made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.why = QLabel(self)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setProperty("ink", "soft")
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("What was learnt? (a note for the record; may stay empty)"))
        self.box.setAccessibleName(self.tr("What was learnt"))
        self.box.setMaxLength(2000)
        self.why.setBuddy(self.box)
        self._quiet = QTimer(self, singleShot=True, interval=DRAFT_AFTER_MS)
        self._quiet.timeout.connect(self.commit)
        self.box.textEdited.connect(lambda _: self._quiet.start())
        self.box.editingFinished.connect(self.commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, UNIT, 2 * UNIT + 2, UNIT)
        column.setSpacing(UNIT // 2)
        column.addWidget(self.why)
        column.addWidget(self.box)
        self.hide()
        desk.leaving.connect(self.commit)
        desk.read.connect(self.refresh)
        desk.changed.connect(self.refresh)
        desk.arriving.connect(lambda _: self._put_away())
        desk.left.connect(self._put_away)

    def refresh(self) -> None:
        """Ask where there is occasion; what is being typed stays."""
        from ombudsview.review.lesson import occasions

        review = self._desk.review
        if review is None:
            self._put_away()
            return
        found = occasions(review)
        self.why.setText(" ".join(found) or self.tr("What was learnt from this letter:"))
        self.box.setAccessibleDescription(self.why.text())
        if not self._quiet.isActive() and self.box.text().strip() != review.lesson:
            self.box.setText(review.lesson)
        self.setVisible(bool(found or review.lesson or self.box.text()))

    def commit(self) -> None:
        """Keep what is typed in the draft."""
        self._quiet.stop()
        if self._desk.review is not None and not self.isHidden():
            self._desk.learn(self.box.text())

    def _put_away(self) -> None:
        self._quiet.stop()
        self.box.clear()
        self.hide()
