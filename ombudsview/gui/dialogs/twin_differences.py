"""What two letters say differently, a row a field: read-only, for the dialog that asks which of them shall stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from ombudsview.gui.letter import says
from ombudsview.gui.style.headed_model import HeadedModel, Index
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP, plain_tip
from ombudsview.history.alike import Difference
from ombudsview.letters.fields import FIELDS, Value, shown

translate = QCoreApplication.translate

COLUMNS = (
    QT_TRANSLATE_NOOP("Differences", "Field"),
    QT_TRANSLATE_NOOP("Differences", "Saved"),
    QT_TRANSLATE_NOOP("Differences", "This letter"),
)


class Differences(HeadedModel):
    """Three columns: the field, what is saved, what the letter on the desk says."""

    def __init__(self, differences: tuple[Difference, ...], parent: QObject | None = None) -> None:
        super().__init__("Differences", COLUMNS, parent)
        self._rows = [
            (
                says.full_label(one.key),
                _words(one.key, one.saved, by_hand=one.saved_by_hand),
                _words(one.key, one.now, by_hand=one.now_by_hand),
            )
            for one in differences
            if one.key in FIELDS
        ]

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        return self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = translate("Differences", "{field}: saved {saved}, this letter {now}")
            return words.format(field=row[0], saved=row[1], now=row[2])
        return None


def _words(key: str, value: Value | None, *, by_hand: bool) -> str:
    words = shown(FIELDS[key].unit, value) or translate("Differences", "not given")
    return translate("Differences", "{value}, as corrected by hand").format(value=words) if by_hand else words
