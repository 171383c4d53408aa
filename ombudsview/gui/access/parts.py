"""Interfaces of widgets that Qt knows too little about, and of parts that are drawn and are no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QAccessibleTextInterface,
    QAccessibleValueInterface,
    QWindow,
)
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

Role = QAccessible.Role
Text = QAccessible.Text
Kind = QAccessible.InterfaceType
Face = QAccessibleActionInterface | QAccessibleSelectionInterface | QAccessibleTextInterface | QAccessibleValueInterface


NOTHING = cast(QAccessibleInterface, None)
"""What is given where there is no such part: Qt takes None, only its stubs do not say so."""


def pointer(face: Face | None) -> int:
    """What `interface_cast` must give, whatever the stubs say: a plain number, or None, would be taken for an address and crash."""
    return cast(int, shiboken6.VoidPtr(shiboken6.getCppPointer(face)[0] if face is not None else 0))


def is_there(thing: object) -> bool:
    """Whether Qt's half of it has not been deleted yet."""
    return bool(shiboken6.isValid(thing))


class Named(QAccessibleWidget):
    """A widget in a role that its class does not tell; `name` where it changes with what is shown."""

    def __init__(self, widget: QWidget, role: Role, name: Callable[[], str] | None = None) -> None:
        super().__init__(widget, role)
        self._name = name

    def text(self, what: Text) -> str:
        if what is Text.Name and self._name is not None:
            return self._name()
        return super().text(what)


class Tab(QAccessibleWidget):
    """A button that turns to a page."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, Role.PageTab)
        self._button = button

    def text(self, what: Text) -> str:
        if what is Text.Name:
            return self._button.text()
        return self._button.toolTip() if what is Text.Description else super().text(what)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return ["Press", *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == "Press":
            QTimer.singleShot(0, self._button, self._button.click)
        else:
            super().doAction(name)


class Amount(QAccessibleValueInterface):
    """A whole number of so many, to be read only."""

    def __init__(self, amount: Callable[[], tuple[int, int]]) -> None:
        super().__init__()
        self._amount = amount

    def currentValue(self) -> int:
        return self._amount()[0]

    def maximumValue(self) -> int:
        return self._amount()[1]

    def minimumValue(self) -> int:
        return 0

    def minimumStepSize(self) -> int:
        return 1

    def setCurrentValue(self, value: object) -> None:
        """What is done cannot be set from outside."""


class Faced(QAccessibleWidget):
    """A widget that can do one thing more than its class tells: be set, be chosen from."""

    def __init__(self, widget: QWidget, role: Role, face: tuple[Kind, Face]) -> None:
        super().__init__(widget, role)
        self._face = face

    def interface_cast(self, kind: Kind) -> int:
        if kind is Kind.ActionInterface:
            return super().interface_cast(kind)
        return pointer(self._face[1] if kind is self._face[0] else None)


class Progress(Faced):
    """How much of something is done."""

    def __init__(self, widget: QWidget, amount: Callable[[], tuple[int, int]]) -> None:
        super().__init__(widget, Role.ProgressBar, (Kind.ValueInterface, Amount(amount)))


class Deeds(QAccessibleActionInterface):
    """What can be done to a part: each deed's name, with what does it when the client's call is over."""

    def __init__(self, owner: QWidget, deeds: Mapping[str, Callable[[], object]]) -> None:
        super().__init__()
        self._owner, self._deeds = owner, deeds

    def actionNames(self) -> list[str]:
        return list(self._deeds)

    def doAction(self, name: str) -> None:
        if name in self._deeds:
            QTimer.singleShot(0, self._owner, self._deeds[name])

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class Part(QAccessibleInterface):
    """A part that its widget draws: no object of Qt's stands for it, so it says everything itself."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.widget = widget

    def isValid(self) -> bool:
        return is_there(self.widget)

    def object(self) -> QObject:
        return cast(QObject, None)

    def window(self) -> QWindow:
        return self.widget.window().windowHandle()

    def setText(self, what: Text, text: str) -> None:
        """Nothing of it can be set."""

    def child(self, index: int) -> QAccessibleInterface:
        return NOTHING

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def faces(self) -> dict[Kind, Face]:
        """What it can do beside being there."""
        return {}

    def interface_cast(self, kind: Kind) -> int:
        return pointer(self.faces().get(kind))
