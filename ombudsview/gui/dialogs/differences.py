"""What was read otherwise, a row a field: read before, read now, the officer's own; and which of the new ones are to be taken."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from ombudsview.gui.letter.says import full_label
from ombudsview.gui.style.headed_model import HeadedModel, Index
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP, plain_tip
from ombudsview.letters.fields import FIELDS, shown
from ombudsview.reading.model import FieldReading
from ombudsview.review.anew import Difference
from ombudsview.review.edit import Ruling

translate = QCoreApplication.translate

COLUMNS = (
    QT_TRANSLATE_NOOP("Differences", "Field"),
    QT_TRANSLATE_NOOP("Differences", "Read before"),
    QT_TRANSLATE_NOOP("Differences", "Read now"),
    QT_TRANSLATE_NOOP("Differences", "Yours"),
)
FIELD, BEFORE, NOW, YOURS = range(len(COLUMNS))
_CHECK = Qt.ItemDataRole.CheckStateRole


class DifferencesModel(HeadedModel):
    """A tick in the first column takes what was read now."""

    def __init__(self, found: tuple[Difference, ...]) -> None:
        super().__init__("Differences", COLUMNS)
        self._found = found
        self.ticked: set[str] = set()

    def tick_unanswered(self) -> None:
        """Tick every field that nobody answered, and no other."""
        self.ticked = {one.key for one in self._found if one.hand is None}
        if self._found:
            self.dataChanged.emit(self.index(0, FIELD), self.index(len(self._found) - 1, FIELD), [_CHECK])

    @property
    def rows(self) -> tuple[Difference, ...]:
        return self._found

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == FIELD else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(one, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(cell(one, index.column()))
            case _ if role == _CHECK and index.column() == FIELD:
                return Qt.CheckState.Checked if one.key in self.ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != _CHECK or index.column() != FIELD:
            return False
        key = self._found[index.row()].key
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self.ticked.add(key)
        else:
            self.ticked.discard(key)
        self.dataChanged.emit(index, index, [role])
        return True


def cell(one: Difference, column: int) -> str:
    """One cell as people read it."""
    match column:
        case 0:
            return full_label(one.key)
        case 1:
            return _read(one.old)
        case 2:
            return _read(one.new)
        case _:
            return _hand(one)


def _read(field: FieldReading | None) -> str:
    if field is None or field.value is None:
        return translate("Differences", "not found")
    value = shown(FIELDS[field.key].unit, field.value)
    if not field.sources:
        return value
    return translate("Differences", "{value}, page {page}").format(value=value, page=field.sources[0].page)


def _hand(one: Difference) -> str:
    if one.hand is None:
        return translate("Differences", "not answered")
    value = shown(FIELDS[one.key].unit, one.hand.value)
    words = {
        Ruling.AGREED: translate("Differences", "agreed: {value}"),
        Ruling.CHANGED: translate("Differences", "changed: {value}"),
        Ruling.NOT_IN_LETTER: translate("Differences", "not in letter"),
        Ruling.QUERY: translate("Differences", "query: {note}"),
    }[one.hand.ruling].format(value=value, note=one.hand.note)
    return translate("Differences", "{words} (as read now)").format(words=words) if one.agrees_with_hand else words
