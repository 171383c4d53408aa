"""Find in the letter: a box for the words, how many places have them, and the way from one place to the next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.access.announce import announce
from ombudsview.gui.letter.found import MOST, Found
from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.theme import UNIT, type_size

BOX = 24 * UNIT
"""Pixels of the box, where there is room, at the usual text size."""


class FindBar(QFrame):
    """Floats over the page. `wanted`: other words are looked for; `stepped`: on (1) or back (-1); `closed`: enough of it."""

    access_role = "ToolBar"

    wanted = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "float")
        self.setAccessibleName(self.tr("Find"))  # by which the pages know it as a part of theirs
        self.box = LineBox(self)
        self.box.setPlaceholderText(self.tr("Find in letter"))
        self.box.setAccessibleName(self.tr("Find in letter"))
        self.box.setMinimumWidth(8 * UNIT)
        self.box.setMaxLength(200)
        self.box.textChanged.connect(self.wanted)
        self.box.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setProperty("ink", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, 4, 4, 4)
        row.setSpacing(4)
        row.addWidget(self.box)
        row.addWidget(self.count)
        for text, name, by in (
            ("‹", self.tr("Previous place (Shift+Enter)"), -1),
            ("›", self.tr("Next place (Enter)"), 1),
            ("×", self.tr("Close (Esc)"), 0),
        ):
            button = QPushButton(text, self)
            button.setProperty("look", "quiet")
            button.setMinimumSize(28, 28)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(self.closed if by == 0 else lambda _=False, by=by: self.stepped.emit(by))
            row.addWidget(button)
        self.hide()

    def ask(self, words: str = "") -> None:
        """Show it with the keyboard in it; `words` take the place of what was looked for."""
        if words:
            self.box.setText(words)
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def show_found(self, found: Found) -> None:
        """Say how many places there are, and at which one."""
        count = (
            f"{len(found.places):,}"
            if len(found.places) < MOST
            else self.tr("{count} or more").format(count=f"{MOST:,}")
        )
        if not self.box.text().strip():
            words = ""
        elif not found.places:
            words = self.tr("Not in this letter")
        else:
            words = self.tr("{at} of {count}").format(at=found.at + 1, count=count)
        if words != self.count.text():
            self.count.setText(words)
            if self.isHidden():
                return
            announce(self.box, words)

    def wide(self, room: int) -> int:
        """How wide it is where there is so much room; how many were found gives way first."""
        self.count.setVisible(room >= BOX)
        rest = self.sizeHint().width() - self.box.sizeHint().width()
        return min(room, rest + BOX * type_size(13) // 13)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter if (
                    not event.modifiers() & Qt.KeyboardModifier.ControlModifier
                ):
                    self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                    return True
                case Qt.Key.Key_Escape:
                    self.closed.emit()
                    return True
        return False
