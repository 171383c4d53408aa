"""A list as a screen reader meets it: each row by its name and state; a press on it is a click, which Qt's own rows do not offer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleSelectionInterface
from PySide6.QtWidgets import QAbstractItemView, QListView

from ombudsview.gui.access.parts import NOTHING, Deeds, Face, Faced, Kind, Part, Role, Text, is_there

_MANY = 50
"""Rows that are told of one by one; of more it is told that the list is another one."""


class ListAccess(Faced):
    """The rows of a view of one column."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view, Role.List, (Kind.SelectionInterface, Chosen(self)))
        self.view = view
        self._rows: list[RowItem] = []
        model = view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            signal.connect(self._other_rows)
        model.dataChanged.connect(self._other_words)

    @property
    def model(self) -> QAbstractItemModel:
        """What is listed."""
        return self.view.model()

    def index(self, row: int) -> QModelIndex:
        """A row of the model."""
        return self.model.index(row, 0)

    def item(self, row: int) -> RowItem:
        """A row as a part; one place in the list is one object."""
        while len(self._rows) <= row:
            self._rows.append(RowItem(self, len(self._rows)))
        return self._rows[row]

    def _other_rows(self) -> None:
        if is_there(self):
            QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.ObjectReorder))

    def _other_words(self, first: QModelIndex, last: QModelIndex) -> None:
        if not is_there(self):
            return
        if last.row() - first.row() >= _MANY:
            self._other_rows()
            return
        for item in self._rows[first.row() : last.row() + 1]:
            QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.NameChanged))

    def state(self) -> QAccessible.State:
        state = super().state()
        modes = QAbstractItemView.SelectionMode
        state.multiSelectable = self.view.selectionMode() not in (modes.SingleSelection, modes.NoSelection)
        return state

    def childCount(self) -> int:
        return self.model.rowCount()

    def child(self, index: int) -> QAccessibleInterface:
        return self.item(index) if 0 <= index < self.childCount() else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.row if isinstance(child, RowItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        index = self.view.indexAt(self.view.viewport().mapFromGlobal(QPoint(x, y)))
        return self.item(index.row()) if index.isValid() else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        if not self.view.hasFocus():
            return NOTHING
        index = self.view.currentIndex()
        return self.item(index.row()) if index.isValid() else self


class RowItem(Part):
    """One row, by its place in the list."""

    def __init__(self, owner: ListAccess, row: int) -> None:
        super().__init__(owner.view)
        self.owner, self.row = owner, row
        deeds: dict[str, Callable[[], object]] = {"Press": self._press, "SetFocus": self._take_keys}
        if owner.view.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection:
            deeds["Toggle"] = self._toggle
        self._deeds = Deeds(owner.view, deeds)

    @property
    def index(self) -> QModelIndex:
        """The row in the model, as it is now."""
        return self.owner.index(self.row)

    def _take_keys(self) -> None:
        self.owner.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.owner.view.setCurrentIndex(self.index)

    def _press(self) -> None:
        if self.index.isValid():
            self.owner.view.setCurrentIndex(self.index)
            self.owner.view.clicked.emit(self.index)

    def _toggle(self) -> None:
        self.owner.view.selectionModel().select(self.index, QItemSelectionModel.SelectionFlag.Toggle)

    def isValid(self) -> bool:
        return super().isValid() and self.row < self.owner.childCount()

    def parent(self) -> QAccessibleInterface:
        return self.owner

    def role(self) -> Role:
        return Role.ListItem

    def text(self, what: Text) -> str:
        roles = Qt.ItemDataRole
        if what is Text.Name:
            return str(self.index.data(roles.AccessibleTextRole) or self.index.data(roles.DisplayRole) or "")
        return str(self.index.data(roles.AccessibleDescriptionRole) or "") if what is Text.Description else ""

    def rect(self) -> QRect:
        place, port = self.owner.view.visualRect(self.index), self.owner.view.viewport()
        return QRect(port.mapToGlobal(place.topLeft()), place.size())

    def state(self) -> QAccessible.State:
        state, view = QAccessible.State(), self.owner.view
        there = self.isValid()
        place = view.visualRect(self.index) if there else QRect()
        state.invalid = not there
        state.selectable = state.focusable = state.active = True
        state.selected = there and view.selectionModel().isSelected(self.index)
        state.focused = there and view.hasFocus() and view.currentIndex() == self.index
        state.offscreen = not (view.isVisible() and view.viewport().rect().intersects(place))
        state.invisible = not view.isVisible()
        return state

    def faces(self) -> dict[Kind, Face]:
        return {Kind.ActionInterface: self._deeds}


class Chosen(QAccessibleSelectionInterface):
    """The rows that are selected."""

    def __init__(self, owner: ListAccess) -> None:
        super().__init__()
        self._owner = owner

    def _rows(self) -> list[int]:
        return sorted(index.row() for index in self._owner.view.selectionModel().selectedIndexes())

    def _choose(self, child: QAccessibleInterface, flag: QItemSelectionModel.SelectionFlag) -> bool:
        if isinstance(child, RowItem) and child.isValid():
            self._owner.view.selectionModel().select(child.index, flag)
            return True
        return False

    def selectedItemCount(self) -> int:
        return len(self._rows())

    def selectedItems(self) -> list[QAccessibleInterface]:
        return [self._owner.item(row) for row in self._rows()]

    def select(self, childItem: QAccessibleInterface) -> bool:  # noqa: N803 - Qt names it
        return self._choose(childItem, QItemSelectionModel.SelectionFlag.Select)

    def unselect(self, childItem: QAccessibleInterface) -> bool:  # noqa: N803 - Qt names it
        return self._choose(childItem, QItemSelectionModel.SelectionFlag.Deselect)

    def selectAll(self) -> bool:
        self._owner.view.selectAll()
        return True

    def clear(self) -> bool:
        self._owner.view.clearSelection()
        return True
