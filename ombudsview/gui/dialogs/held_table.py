"""The table of figures held against published ones: arrows move from row to row, Enter or a double click opens the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget

from ombudsview.gui.dialogs.held_model import AUTHORITY, MEANING, HeldModel, told
from ombudsview.gui.style.columns import Columns
from ombudsview.gui.style.table_style import prepare

if TYPE_CHECKING:
    from ombudsview.published.hold import Held

_WIDTHS = (180, 170, 225, 108, 150, 96, 130)


class HeldTable(QTableView):
    """`asked` names the letter of a row in the history and the field to show there, none where the letter does not give it.

    `copied`: the rows are wanted on the clipboard; `told`: the row in focus, in full.
    """

    asked = Signal(str, str)
    copied = Signal()
    told = Signal(str)

    def __init__(self, model: HeldModel, state: QSettings | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = model
        prepare(self)
        self.setModel(model)
        self.setAccessibleName(self.tr("Figures of the letters beside the published ones"))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.columns = Columns(self, _WIDTHS, (AUTHORITY, MEANING), state, "published")
        self.doubleClicked.connect(self._ask)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def to(self, row: tuple[str, str] | None = None) -> None:
        """Put the focus on the row of this letter and this figure, else on the first."""
        rows = [(one.letter, one.key) for one in self._held.rows]
        self.setCurrentIndex(self._held.index(rows.index(row) if row in rows else 0, 0))
        self.setFocus()

    def selected(self) -> tuple[Held, ...]:
        """The rows that are selected, from the top; where only the one in focus is, nothing was chosen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._held.rows[row] for row in rows) if len(rows) > 1 else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        self.told.emit(told(self._held.rows[index.row()]) if index.isValid() else "")

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            one = self._held.rows[index.row()]
            self.asked.emit(one.letter, one.key if one.mine else "")
