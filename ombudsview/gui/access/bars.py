"""Scroll bars, and the lines between panes: named by what they move, with a value that can be set."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QApplication, QScrollBar

from ombudsview.gui.access.parts import Faced, Kind, Role, Text

if TYPE_CHECKING:
    from ombudsview.gui.style.splitter import Handle

translate = QCoreApplication.translate


class Setting(QAccessibleValueInterface):
    """A whole number between two others, with a way to set it and how far one step goes."""

    def __init__(self, now: Callable[[], tuple[int, int, int]], then: Callable[[int], object], step: int) -> None:
        super().__init__()
        self._now, self._then, self._step = now, then, step

    def currentValue(self) -> int:
        return self._now()[1]

    def minimumValue(self) -> int:
        return self._now()[0]

    def maximumValue(self) -> int:
        return self._now()[2]

    def minimumStepSize(self) -> int:
        return self._step

    def setCurrentValue(self, value: object) -> None:
        self._then(round(float(str(value))))


class ScrollBar(Faced):
    """Qt's own knows its value, but no name."""

    def __init__(self, bar: QScrollBar) -> None:
        value = Setting(lambda: (bar.minimum(), bar.value(), bar.maximum()), bar.setValue, bar.singleStep())
        super().__init__(bar, Role.ScrollBar, (Kind.ValueInterface, value))
        self._bar = bar

    def text(self, what: Text) -> str:
        if what is not Text.Name:
            return super().text(what)
        upright = self._bar.orientation() is Qt.Orientation.Vertical
        way = translate("ScrollBar", "up and down") if upright else translate("ScrollBar", "left and right")
        return translate("ScrollBar", "Scroll bar, {way}: {what}").format(way=way, what=self._what()).rstrip(": ")

    def _what(self) -> str:
        """The name of what it scrolls; of a part without one, that of the whole."""
        widget = self._bar.parentWidget()
        while widget is not None and not widget.accessibleName():
            widget = widget.parentWidget() if not widget.isWindow() else None
        return widget.accessibleName() if widget is not None else ""


class Line(Faced):
    """A line between two panes: its value is how many pixels lie before it."""

    def __init__(self, handle: Handle) -> None:
        value = Setting(lambda: handle.reach, handle.move_to, handle.STEP)
        super().__init__(handle, Role.Separator, (Kind.ValueInterface, value))
        self._handle = handle

    def state(self) -> QAccessible.State:
        state = super().state()
        state.movable = state.focusable = True
        return state

    def actionNames(self) -> list[str]:
        return ["SetFocus"]

    def doAction(self, name: str) -> None:
        if name == "SetFocus":
            self._handle.take_keys(QApplication.focusWidget())
