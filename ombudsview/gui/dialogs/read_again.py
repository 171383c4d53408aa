"""A letter read again: the fields that were read otherwise, of which the officer takes some, all that nobody answered, or none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from ombudsview.gui.dialogs.differences import FIELD, DifferencesModel
from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.columns import Columns
from ombudsview.gui.style.room import open_at
from ombudsview.gui.style.table_style import prepare, table_style
from ombudsview.gui.style.theme import UNIT, theme, type_size
from ombudsview.review.anew import Difference

_WIDTHS = (190, 150, 150, 150)


class ReadAgainDialog(QDialog):
    """Accepted: `ticked` are the fields to take, perhaps none. Rejected: nothing was decided."""

    def __init__(self, found: tuple[Difference, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Read again"))
        open_at(self, type_size(760), type_size(420))
        words = QLabel(
            self.tr(
                "These fields are read otherwise now. What you take replaces what was read before, and your own answer there; "
                "all else stays as it is. It is one step, which Undo takes back."
            ),
            self,
        )
        words.setWordWrap(True)
        words.setProperty("ink", "soft")
        self.model = DifferencesModel(found)
        self.table = _Table(self.model, self)
        self.table.setAccessibleName(self.tr("Fields that are read otherwise"))
        self.unanswered = QPushButton(self.tr("Tick what nobody answered"), self)
        self.unanswered.clicked.connect(self.model.tick_unanswered)
        self.unanswered.setEnabled(any(one.hand is None for one in found))
        later = QPushButton(self.tr("Decide later"), self)
        later.clicked.connect(self.reject)
        self.take = QPushButton(self)
        self.take.setProperty("look", "primary")
        self.take.clicked.connect(self.accept)
        buttons = (self.unanswered, later, self.take)
        for button in buttons:
            button.setAutoDefault(False)
        self.model.dataChanged.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 2 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(ButtonRow(buttons, self, apart=True))
        self._count()
        self.table.setFocus()

    @property
    def ticked(self) -> frozenset[str]:
        """The fields to take."""
        return frozenset(self.model.ticked)

    def _count(self) -> None:
        count = len(self.model.ticked)
        if not count:
            self.take.setText(self.tr("Keep all as they are"))
        elif count == 1:
            self.take.setText(self.tr("Take the one ticked"))
        else:
            self.take.setText(self.tr("Take the {count} ticked").format(count=count))


class _Table(QTableView):
    """Space ticks the row in focus, whichever column has it."""

    def __init__(self, model: DifferencesModel, parent: QWidget) -> None:
        super().__init__(parent)
        prepare(self)
        self.setStyleSheet(table_style(theme()))
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        Columns(self, _WIDTHS, range(len(_WIDTHS)))
        self.horizontalHeader().setHighlightSections(False)
        self.setCurrentIndex(model.index(0, FIELD))
        self.doubleClicked.connect(self._toggle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        tick = index.siblingAtColumn(FIELD)
        was = Qt.CheckState(tick.data(Qt.ItemDataRole.CheckStateRole))
        now = Qt.CheckState.Unchecked if was is Qt.CheckState.Checked else Qt.CheckState.Checked
        self.model().setData(tick, now, Qt.ItemDataRole.CheckStateRole)
