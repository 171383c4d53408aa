"""A box to choose from as a screen reader meets it: its name, what is chosen, and each choice, which a press takes."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QComboBox

from ombudsview.gui.access.parts import NOTHING, Deeds, Face, Kind, Part, Role, Text, is_there


class ChoiceAccess(QAccessibleWidget):
    """Qt's own bears what is chosen for its name, and its choices can be taken by key or mouse only."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, Role.ComboBox)
        self.box = box
        self._choices: list[Choice] = []
        box.currentTextChanged.connect(self._chosen)

    def _chosen(self) -> None:
        if is_there(self):
            for what in (QAccessible.Event.ValueChanged, QAccessible.Event.DescriptionChanged):
                QAccessible.updateAccessibility(QAccessibleEvent(self.box, what))

    def text(self, what: Text) -> str:
        if what is Text.Value:
            return self.box.currentText()
        return self.box.currentText() if what is Text.Description else super().text(what)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = state.hasPopup = True
        state.expanded = self.box.view().isVisible()
        return state

    def actionNames(self) -> list[str]:
        return ["ShowMenu", "Press", *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name in ("ShowMenu", "Press"):
            self.box.showPopup()
        else:
            super().doAction(name)

    def childCount(self) -> int:
        return self.box.count()

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.box.count():
            return NOTHING
        while len(self._choices) <= index:
            self._choices.append(Choice(self, len(self._choices)))
        return self._choices[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, Choice) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return NOTHING  # the choices have no place while the box is shut


class Choice(Part):
    """One of the choices, by its number."""

    def __init__(self, owner: ChoiceAccess, number: int) -> None:
        super().__init__(owner.box)
        self.owner, self.number = owner, number
        self._deeds = Deeds(owner.box, {"Press": self._press})

    def _press(self) -> None:
        if self.isValid():
            self.owner.box.setCurrentIndex(self.number)
            self.owner.box.activated.emit(self.number)

    def isValid(self) -> bool:
        return super().isValid() and self.number < self.owner.box.count()

    def parent(self) -> QAccessibleInterface:
        return self.owner

    def role(self) -> Role:
        return Role.ListItem

    def text(self, what: Text) -> str:
        return self.owner.box.itemText(self.number) if what is Text.Name and self.isValid() else ""

    def rect(self) -> QRect:
        return self.owner.rect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invalid = not self.isValid()
        state.selectable = state.focusable = True
        state.selected = self.number == self.owner.box.currentIndex()
        state.invisible = not self.owner.box.isVisible()
        return state

    def faces(self) -> dict[Kind, Face]:
        return {Kind.ActionInterface: self._deeds}
