"""What two letters say differently, a row a field: read-only, for the dialog that asks which of them shall stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ombudsview.gui.letter import says
from ombudsview.history.alike import Difference
from ombudsview.letters.fields import FIELDS, Value, shown

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class Differences(QAbstractTableModel):
    """Three columns: the field, what is saved, what the letter on the desk says."""

    def __init__(self, differences: tuple[Difference, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [
            (
                says.full_label(one.key),
                _words(one.key, one.saved, by_hand=one.saved_by_hand),
                _words(one.key, one.now, by_hand=one.now_by_hand),
            )
            for one in differences
            if one.key in FIELDS
        ]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < 3:
            names = (
                translate("Differences", "Field"),
                translate("Differences", "Saved"),
                translate("Differences", "This letter"),
            )
            return names[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = translate("Differences", "{field}: saved {saved}, this letter {now}")
            return words.format(field=row[0], saved=row[1], now=row[2])
        return None


def _words(key: str, value: Value | None, *, by_hand: bool) -> str:
    words = shown(FIELDS[key].unit, value) or translate("Differences", "not given")
    return translate("Differences", "{value}, as corrected by hand").format(value=words) if by_hand else words
