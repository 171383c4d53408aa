"""The table of figures held against published ones: arrows move from row to row, Enter or a double click opens the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView, QWidget

from ombudsview.gui.dialogs.held_model import COLUMNS, MEANING, HeldModel, told
from ombudsview.gui.style.columns import Columns
from ombudsview.gui.style.table_style import prepare
from ombudsview.gui.style.theme import type_size

if TYPE_CHECKING:
    from ombudsview.published.hold import Held

_WIDTHS = (120, 130, 150, 100, 140, 80, 300)
_WIDEST = 240
"""What one cell may ask for, in pixels at the usual text size; what needs more is cut at its end, and is whole in its tooltip."""
_BESIDE = 32
"""What stands beside the words of a cell."""


def in_two_lines(text: str, metrics: QFontMetrics) -> int:
    """The least width in pixels at which words stand in two lines."""
    words = text.split(" ")
    cuts = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words) + 1))
    return min(max(metrics.horizontalAdvance(line) for line in lines) for lines in cuts)


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
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(rows.defaultSectionSize() + self.fontMetrics().lineSpacing())
        self.columns = Columns(self, _WIDTHS, (MEANING,), state, "published")
        model.modelReset.connect(self._suit)
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

    def _suit(self) -> None:
        """Each column as wide as its words need in two lines; what they mean has all that is left."""
        self.ensurePolished()
        metrics, scale = self.fontMetrics(), type_size(13) / 13
        widths = [round(width * scale) for width in _WIDTHS]
        for column in range(len(COLUMNS)):
            if column != MEANING:
                said = {str(self._held.index(row, column).data()) for row in range(self._held.rowCount())}
                need = max((in_two_lines(text, metrics) for text in said), default=0)
                least = self.horizontalHeader().sectionSizeHint(column)
                widths[column] = max(least, min(need, round(_WIDEST * scale)) + round(_BESIDE * scale))
        self.columns.suit(widths)

    def _tell(self, index: QModelIndex) -> None:
        self.told.emit(told(self._held.rows[index.row()]) if index.isValid() else "")

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            one = self._held.rows[index.row()]
            self.asked.emit(one.letter, one.key if one.mine else "")
