"""The box of one value: a plain line edit that looks like text until it has the focus."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ombudsview.gui.style.line_box import LineBox
from ombudsview.gui.style.theme import theme, type_font

_UNDO_KEYS = {Qt.Key.Key_Z, Qt.Key.Key_Y}


def is_for_the_window(event: QEvent) -> bool:
    """Whether a text box must leave a key alone: undo and redo are the window's, which asks the box first.

    Ctrl+U would empty the box on Linux, and an empty box says that the letter has no such value.
    """
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _UNDO_KEYS:
        return True
    keys = QKeySequence.StandardKey
    return event.matches(keys.Undo) or event.matches(keys.DeleteCompleteLine)


class ValueEdit(LineBox):
    """Keys that belong to a field come out as signals; all else is the line edit's own.

    Delete says "not in letter" only where nothing is being typed: the box is empty, or holds the settled value wholly
    selected, as it does when the field is reached by key. With a cursor inside the text it deletes a character. Space asks
    there where the value is printed: typed over the value it would only empty it.
    """

    entered = Signal()
    emptied = Signal()
    sought = Signal()
    escaped = Signal()
    stepped = Signal(int)
    taken = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settled = ""
        self._struck = ""
        self._instead = ""
        self._refused = self._settling = False
        self.textChanged.connect(self._changed)
        self._reached = False  # by the click that is under way
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(type_font(13, tabular=True))

    @property
    def edited(self) -> bool:
        """Whether the box holds something else than the settled value.

        What the box itself would make of that value is no edit: it cuts what is longer than it can hold.
        """
        return self.text() != self._settled[: self.maxLength()]

    def settle(self, value: str, struck: str = "", instead: str = "") -> None:
        """Show a settled value; what was typed is gone, and the box's own undo with it."""
        self._settled, self._struck, self._instead = value, struck, instead
        self.setPlaceholderText(instead)
        self.setReadOnly(len(value) > self.maxLength())
        if self.text() != value:  # else somebody may be typing in it just now
            self.put(value)
            if self.hasFocus():
                self.selectAll()
        self.update()

    def renew(self) -> None:
        """Empty, as if nothing had ever stood in it."""
        self.refuse(False)
        self.put("")  # also where it is empty: the box's own undo goes with it
        self.settle("")

    def put(self, text: str) -> None:
        """Show a text that the program gives: nobody has typed it."""
        self._settling = True
        self.setText(text)
        self._settling = False

    def _changed(self) -> None:
        if (
            not self._settling and not self.isModified()
        ):  # keys modify; only a client of the accessibility tree sets it so
            self.filled.emit()

    def refuse(self, refused: bool) -> None:
        """Show the text as one that is not the value, with the focus and without it."""
        if refused is not self._refused:
            self._refused = refused
            self.setProperty("ink", "look" if refused else "")
            self.style().polish(self)
            self.update()

    def drop(self) -> None:
        """Back to the settled value."""
        self.put(self._settled)
        self.selectAll()

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
            case Qt.Key.Key_Escape:
                event.setAccepted(self.edited)  # with nothing to drop here, a notice may want it
                self.escaped.emit()
            case Qt.Key.Key_Delete if plain and self._nothing_typed():
                self.emptied.emit()
            case Qt.Key.Key_Space if plain and self._nothing_typed():
                self.sought.emit()
            case _:
                super().keyPressEvent(event)

    def _nothing_typed(self) -> bool:
        return not self.text() or (not self.edited and self.selectedText() == self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reached = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self.edited:
            self.selectAll()  # however it is reached: what is typed next takes the place of the value
        self.taken.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click that reaches the box selects its value, as a key does; the next one sets the cursor."""
        super().mouseReleaseEvent(event)
        if self._reached and not self.edited and not self.hasSelectedText():
            self.selectAll()
        self._reached = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without the focus: the value at the right, cut short with dots, the printed one struck through beside it."""
        if self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        Settled(self.text(), self._struck, self._instead, self._refused).paint(painter, self.rect(), self.font())
        painter.end()


@dataclass(frozen=True)
class Settled:
    """A value that is not being worked on; `struck`: the printed one in whose place it stands, `instead`: what is said for none."""

    text: str
    struck: str = ""
    instead: str = ""
    refused: bool = False

    def paint(self, painter: QPainter, over: QRect, font: QFont) -> None:
        """At the right, cut short with dots, the printed one struck through beside it."""
        tokens = theme()
        place = QRectF(over).adjusted(8, 0, -8, 0)
        text = self.text or self.instead
        ink = tokens.look if self.refused else tokens.ink if self.text else tokens.gone
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        struck = self.struck if self.struck != text else ""
        room = place.width() - (metrics.horizontalAdvance(struck) + 8 if struck else 0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, place.width() / 2))
        painter.setPen(QColor(ink))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, flags, text)
        if struck:
            crossed = QFont(font)
            crossed.setStrikeOut(True)
            painter.setFont(crossed)
            painter.setPen(QColor(tokens.soft))
            rest = place.adjusted(0, 0, -metrics.horizontalAdvance(text) - 8, 0)
            painter.drawText(rest, flags, metrics.elidedText(struck, Qt.TextElideMode.ElideRight, rest.width()))
