"""The box of a list of paragraphs: one line until its field is open, then as many lines as they need, each item on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QWidget

from ombudsview.gui.letter.value_edit import Settled, is_for_the_window
from ombudsview.gui.style.theme import type_font

LEAST_LINES, MOST_LINES = 3, 9
_BREAKS = re.compile("\r\n|[\r\n\u2028\u2029\ufdd0\ufdd1]")
"""Where Qt ends a line of a text document."""


class LongEdit(QPlainTextEdit):
    """Speaks as `ValueEdit` does. Enter confirms here too; Shift+Enter begins another item, on a line of its own.

    `joint` stands between the items in the text that goes in and out.
    """

    entered = Signal()
    emptied = Signal()
    sought = Signal()
    escaped = Signal()
    stepped = Signal(int)
    taken = Signal()
    filled = Signal()
    textEdited = Signal(str)  # noqa: N815 - as the line edit has it

    def __init__(self, joint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._joint = joint
        self._settled = self._struck = self._instead = ""
        self._refused = self._settling = self._typed = self._tall = self._reached = False
        self.setFont(type_font(13, tabular=True))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        self.textChanged.connect(self._changed)
        self.setProperty("look", "words")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit()

    # What it holds

    def text(self) -> str:
        """Its items with the joint between them."""
        return self._joint.join(_broken(self.document().toRawText()))

    @property
    def edited(self) -> bool:
        """Whether it holds something else than the settled value; a line that is broken within an item of it is no edit."""
        return _broken(self.document().toRawText()) != _broken(self._lines(self._settled))

    def _lines(self, text: str) -> str:
        return text.replace(self._joint, "\n")

    def settle(self, value: str, struck: str = "", instead: str = "") -> None:
        """Show a settled value; what was typed is gone, and the box's own undo with it."""
        self._settled, self._struck, self._instead = value, struck, instead
        self.setPlaceholderText(instead)
        if self.edited:  # else somebody may be typing in it just now
            self.put(value)
            if self.hasFocus():
                self.selectAll()
        self._repaint()

    def put(self, text: str) -> None:
        """Show a text that the program gives: nobody has typed it. One that waits to be gone on with has the caret at its end."""
        lines = self._lines(text)
        if lines == self.toPlainText():
            return  # the caret stays where it was
        self._set(lines)
        if self.edited:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def renew(self) -> None:
        """Empty, as if nothing had ever stood in it."""
        self.refuse(False)
        self._set("")
        self.settle("")

    def _set(self, lines: str) -> None:
        self._settling = True
        self.setPlainText(lines)
        self._settling = False

    def drop(self) -> None:
        """Back to the settled value."""
        self.put(self._settled)
        self.selectAll()

    def refuse(self, refused: bool) -> None:
        """Show the text as one that is not the value."""
        if refused is not self._refused:
            self._refused = refused
            self.setProperty("ink", "look" if refused else "")
            self.style().polish(self)
            self._repaint()

    def selectedText(self) -> str:
        """What is selected of it, item by item."""
        return self._joint.join(_broken(self.textCursor().selectedText()))

    def isUndoAvailable(self) -> bool:
        return self.document().isUndoAvailable()

    def isRedoAvailable(self) -> bool:
        return self.document().isRedoAvailable()

    # How it shows

    def _repaint(self) -> None:
        if self.isVisible():  # before, its viewport would have PySide make all classes to find out what it is
            self.viewport().update()

    def grow(self, tall: bool) -> None:
        """As many lines as its items need, or one with dots."""
        if tall is self._tall:
            return
        self._tall = tall
        self.setProperty("look", "box" if tall else "words")
        self.style().polish(self)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # a frame learns its room within from this alone
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if tall else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), LEAST_LINES), MOST_LINES) if self._tall else 1
        height = lines * self.fontMetrics().lineSpacing() + 2 * round(self.document().documentMargin()) + 6
        if height != self.height():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()  # the lines are broken elsewhere

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tall:
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        Settled(self.text(), self._struck, self._instead, self._refused).paint(
            painter, self.viewport().rect(), self.font()
        )
        painter.end()

    # What is typed

    @contextmanager
    def _typing(self) -> Iterator[None]:
        """What changes the text within is the officer's hand; else it is a client of the accessibility tree, or the program."""
        before, self._typed = self._typed, True
        try:
            yield
        finally:
            self._typed = before

    def _changed(self) -> None:
        self._fitting.start()
        if self._settling:
            return
        if self._typed:
            self.textEdited.emit(self.text())
        else:
            self.filled.emit()

    def undo(self) -> None:
        with self._typing():
            super().undo()

    def redo(self) -> None:
        with self._typing():
            super().redo()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are for the window, which opens them; Qt would write their addresses into the text."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        with self._typing():
            super().insertFromMimeData(source)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        with self._typing():
            super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        if is_for_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The box's menu is a part of the field's."""
        event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.stepped.emit(1 if forward else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.entered.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                with self._typing():
                    self.insertPlainText("\n")
                self.ensureCursorVisible()
            case Qt.Key.Key_Escape:
                event.setAccepted(self.edited)  # with nothing to drop here, a notice may want it
                self.escaped.emit()
            case Qt.Key.Key_Delete if plain and self._nothing_typed():
                self.emptied.emit()
            case Qt.Key.Key_Space if plain and self._nothing_typed():
                self.sought.emit()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.stepped.emit(1 if event.key() == Qt.Key.Key_Tab else -1)
            case _:
                with self._typing():
                    super().keyPressEvent(event)

    def _nothing_typed(self) -> bool:
        return not self.toPlainText() or (not self.edited and self.selectedText() == self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self.edited:
            self.selectAll()  # however it is reached: what is typed next takes the place of the value
        self.taken.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As one line it has nothing to scroll: the fields scroll beneath the pointer."""
        if self._tall:
            super().wheelEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click that reaches the box selects its value, as a key does; the next one sets the cursor."""
        super().mouseReleaseEvent(event)
        if self._reached and not self.edited and not self.textCursor().hasSelection():
            self.selectAll()
        self._reached = False


def _broken(text: str) -> list[str]:
    """The lines of a text as Qt breaks it. What it calls plain text has lost its no-break spaces: a value that has one would
    count as typed over."""
    return _BREAKS.split(text)
