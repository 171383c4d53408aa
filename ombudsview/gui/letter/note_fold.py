"""The boxes for notes above Finish. Where the window is low, one line stands for them until somebody goes there: the fields have
the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.letter.note_box import NoteBox
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import plain_tip

_OF_A_PART = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class NoteFold(QWidget):
    """`line` stands for the boxes while they are folded away; whoever goes to it by key or with the mouse is in a box."""

    def __init__(self, parts: tuple[QWidget, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._low = self._gone_into = False
        self.line = QPushButton(self)
        self.line.setProperty("look", "inline")
        self.line.clicked.connect(lambda: self._go_into(Qt.FocusReason.OtherFocusReason))
        self.line.hide()
        self._inside = QWidget(self)
        for holder, widgets in ((self._inside, parts), (self, (self.line, self._inside))):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for widget in widgets:
                column.addWidget(widget)
        column.setAlignment(self.line, Qt.AlignmentFlag.AlignLeft)
        column.setContentsMargins(2 * UNIT + 2, 0, 0, 0)
        self._column = column
        self._notes = tuple(self._inside.findChildren(NoteBox))
        for part in {*parts, *self._notes}:
            part.installEventFilter(self)
        for watched in (self.line, *(note.box for note in self._notes)):
            watched.installEventFilter(self)
        self._left = QTimer(self, singleShot=True, interval=0)
        self._left.timeout.connect(self._come_out)
        self.refresh()

    def be_low(self, low: bool) -> None:
        """The window has become low, or high enough for boxes and fields."""
        self._low = low
        self.refresh()

    def refresh(self) -> None:
        """Show the boxes, or the line that says how many there are and what asks for them."""
        notes = self._asked()
        folded = self._low and not self._gone_into and bool(notes)
        words = self.tr("1 note for the record") if len(notes) == 1 else self.tr("{count} notes for the record")
        self.line.setText(f"{words.format(count=len(notes))}…")
        why = "\n".join(note.why.text() for note in notes)
        self.line.setToolTip(plain_tip(why))
        self.line.setAccessibleDescription(why)
        self._column.setContentsMargins(2 * UNIT + 2 if folded else 0, 0, 0, 0)
        self.line.setVisible(folded)
        self._inside.setVisible(not folded)

    def _asked(self) -> list[NoteBox]:
        return [note for note in self._notes if note.isVisibleTo(self._inside)]

    def _go_into(self, reason: Qt.FocusReason) -> None:
        notes = self._asked()
        if notes:
            self._gone_into = True
            self._inside.show()  # before the line goes, which would give the keyboard away
            notes[-1 if reason is Qt.FocusReason.BacktabFocusReason else 0].box.setFocus(reason)
            self.refresh()

    def _come_out(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._inside.isAncestorOf(focus):
            self._gone_into = False
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _OF_A_PART:
            self.refresh()
        elif isinstance(event, QFocusEvent) and event.reason() not in _PASSING:
            if event.gotFocus() and watched is self.line:
                self._go_into(event.reason())
            elif event.gotFocus():
                self._gone_into = True
            elif watched is not self.line:
                self._left.start()
        return False
