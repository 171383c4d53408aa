"""What every table under fixed headings has alike: how many rows and columns there are, and what the headings say."""

from __future__ import annotations

from collections.abc import Sized
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class HeadedModel(QAbstractTableModel):
    """A row for each of `rows`. `columns` are the headings as they stand in the source, `context` that of their translation."""

    def __init__(self, context: str, columns: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._columns = context, columns

    @property
    def rows(self) -> Sized:
        """What the table lists."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(self._context, self._columns[section])
        return None
