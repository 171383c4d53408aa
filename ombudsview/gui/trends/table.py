"""The table of a series: arrows move from figure to figure, Enter or a click opens the printed line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from ombudsview.gui.style.table_style import prepare
from ombudsview.gui.style.theme import type_size
from ombudsview.gui.trends.model import SeriesModel

_WIDTH = 92


class SeriesTable(QTableView):
    """`asked` gives the letter and the key of the figure that was asked for."""

    asked = Signal(str, str)

    def __init__(self, model: SeriesModel) -> None:
        super().__init__()
        self._series = model
        prepare(self)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("The chart's figures, year by year"))
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsClickable(False)
        self.clicked.connect(self._on_click)

    def fit(self) -> None:
        """Room for every heading, and the focus on the newest figure."""
        least = round(_WIDTH * type_size(13) / 13)
        for column in range(self._series.columnCount() - 1):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, max(self.columnWidth(column), least))
        self.setCurrentIndex(self._series.index(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._series.is_figure(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _on_click(self, index: QModelIndex) -> None:
        if self._series.is_figure(index):
            self._ask(index)

    def _ask(self, index: QModelIndex) -> None:
        link = self._series.link(index)
        if link is not None:
            self.asked.emit(*link)
