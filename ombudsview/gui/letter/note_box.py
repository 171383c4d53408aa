"""A note for the record: what asks for it, and the box it is typed in. It goes into the draft by itself, and nothing waits for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ombudsview.gui.letter.quiet import DRAFT_AFTER_MS
from ombudsview.gui.style.line_box import NoteLine
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import plain_tip


class NoteBox(QWidget):
    """`given`: what stands in the box is to be kept."""

    given = Signal(str)

    def __init__(self, asks: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = QLabel(self)
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setProperty("ink", "soft")
        self.box = NoteLine(self)
        self.box.setPlaceholderText(asks)
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

    def show_note(self, why: str, note: str, *, whole: str = "") -> None:
        """What asks, and the note as it is kept; what is being typed stays. `whole`: what asks, where `why` is cut short."""
        self.why.setText(why)
        self.why.setToolTip(plain_tip(whole))
        self.box.setAccessibleDescription(whole or why)
        if not self.is_typed_in and self.box.text().strip() != note:
            self.box.setText(note)

    @property
    def is_typed_in(self) -> bool:
        """Whether there is text in it that is not kept yet."""
        return self._quiet.isActive()

    def commit(self) -> None:
        """Keep what is typed."""
        self._quiet.stop()
        if not self.isHidden():
            self.given.emit(self.box.text())

    def put_away(self) -> None:
        """Another letter comes, or none: what was typed has been kept by now."""
        self._quiet.stop()
        self.box.setText("")  # not `clear`, which Ctrl+Z would take back in the next letter
        self.hide()
