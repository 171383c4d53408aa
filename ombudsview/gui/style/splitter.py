"""Panes beside each other with a line between that can be moved by mouse, by key and from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ombudsview.gui.style.theme import UNIT, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

_WAYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class Splitter(QSplitter):
    """`names` says of each line what it divides, from the first."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None, *, names: tuple[str, ...]) -> None:
        self._names = names  # first: lines are made while the splitter is
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return Handle(self.orientation(), self)

    def name_of(self, line: QSplitterHandle) -> str:
        """What a line divides; the one before the first pane never shows."""
        number = self.indexOf(line) - 1
        return self._names[number] if 0 <= number < len(self._names) else ""

    def lines(self) -> list[Handle]:
        """The lines that show."""
        found = [self.handle(number) for number in range(1, self.count())]
        return [line for line in found if isinstance(line, Handle) and line.isVisible()]


class Handle(QSplitterHandle):
    """One line. Arrow keys move it, Page Up and Page Down farther, Home and End to the end; Enter or Esc leave it."""

    STEP = 2 * UNIT

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._before: QWidget | None = (
            None  # it lies in nobody's way: Tab passes it by, and a drag leaves the keys where they are
        )

    @property
    def reach(self) -> tuple[int, int, int]:
        """How many pixels lie before it at least, now, and at most."""
        splitter = self.splitter()
        number = splitter.indexOf(self)
        least, most = cast(tuple[int, int], splitter.getRange(number))
        return least, self._place(), most

    def _place(self) -> int:
        margins = self.contentsMargins()  # Qt gives a thin line room at both sides for the mouse
        return (
            self.x() + margins.left() if self.orientation() is Qt.Orientation.Horizontal else self.y() + margins.top()
        )

    def move_to(self, place: int) -> None:
        """Put it there, or as near as the panes allow."""
        least, _, most = self.reach
        self.moveSplitter(min(max(place, least), most))
        self._tell()

    def take_keys(self, before: QWidget | None) -> None:
        """Give it the keyboard; `before`, or whatever that line would give it to, gets it back."""
        self._before = before._before if isinstance(before, Handle) else before
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent

        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, self._place()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        least, now, most = self.reach
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.move_to(now + _WAYS[key] * self.STEP)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.move_to(least if key == Qt.Key.Key_Home else most)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        splitter = self.splitter()
        if isinstance(splitter, Splitter):  # only now is it known which line it is
            self.setAccessibleName(splitter.name_of(self))

    # Qt masks a thin line but for its middle; while the keys go to it all of it is painted.

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.clearMask()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.splitter().handleWidth() <= 2:
            self.setMask(QRegion(self.contentsRect()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(theme().accent))
            painter.end()

    def event(self, event: QEvent) -> bool:
        """Arrow keys that are shortcuts elsewhere move the line while it has the keyboard."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _WAYS:
            event.accept()
            return True
        return super().event(event)

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.access.bars import Line

        return Line(self)
