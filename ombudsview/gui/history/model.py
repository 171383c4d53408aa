"""Saved letters as rows of a table, and the filter upon them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
)

from ombudsview.history.rows import LetterRow
from ombudsview.letters.fields import Unit, shown, year_name

Index = QModelIndex | QPersistentModelIndex

COLUMNS = (
    QT_TRANSLATE_NOOP("History", "Authority"),
    QT_TRANSLATE_NOOP("History", "Year"),
    QT_TRANSLATE_NOOP("History", "Letter date"),
    QT_TRANSLATE_NOOP("History", "Title"),
    QT_TRANSLATE_NOOP("History", "Saved"),
    QT_TRANSLATE_NOOP("History", "Revision"),
)
AUTHORITY, YEAR, LETTER_DATE, TITLE, SAVED, REVISION = range(len(COLUMNS))
TEXT_ROLE = Qt.ItemDataRole.UserRole
LETTER_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class LettersModel(QAbstractTableModel):
    """One row a saved letter; `LETTER_ROLE` gives its name within the program, `TEXT_ROLE` what a filter looks at.

    It sorts by itself: thousands of rows take Python milliseconds, and a proxy that asks for each comparison a second.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[LetterRow] = []
        self._texts: dict[str, str] = {}
        self._order = (SAVED, Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: tuple[LetterRow, ...]) -> None:
        """Put other letters in the place of these, in the order that was chosen last."""
        self.beginResetModel()
        self._rows = self._sorted(rows)
        self._texts.clear()
        self.endResetModel()

    def place_of(self, letter: str | None) -> QModelIndex:
        """The row of a letter; an invalid index where it is not listed."""
        place = next((place for place, row in enumerate(self._rows) if row.letter == letter), -1)
        return self.index(place, AUTHORITY)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; rows that are equal there keep their order."""
        self.layoutAboutToBeChanged.emit()
        self._order = column, order
        old = self.persistentIndexList()
        letters = [(self._rows[index.row()].letter, index.column()) for index in old]
        self._rows = self._sorted(tuple(self._rows))
        places = {row.letter: place for place, row in enumerate(self._rows)}
        self.changePersistentIndexList(old, [self.index(places[letter], column) for letter, column in letters])
        self.layoutChanged.emit()

    def _text(self, row: LetterRow) -> str:
        """What a filter looks at, kept, since it looks at every row for every key pressed."""
        if row.letter not in self._texts:
            cells = (cell(row, column) for column in (AUTHORITY, YEAR, LETTER_DATE, TITLE))
            self._texts[row.letter] = " ".join((*cells, row.file_name))
        return self._texts[row.letter]

    def _sorted(self, rows: tuple[LetterRow, ...]) -> list[LetterRow]:
        column, order = self._order
        return sorted(rows, key=lambda row: _sorted_by(row, column), reverse=order is Qt.SortOrder.DescendingOrder)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("History", str(COLUMNS[section]))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return row.file_name
            case _ if role == TEXT_ROLE:
                return self._text(row)
            case _ if role == LETTER_ROLE:
                return row.letter
        return None


def cell(row: LetterRow, column: int) -> str:
    """One cell as people read it; a dash for what the letter does not give."""
    match column:
        case 0:
            return row.authority or "\N{EN DASH}"
        case 1:
            year = year_name(row.period_end) if row.period_end else "\N{EN DASH}"
            return f"{year} ({row.sequence})" if row.sequence > 1 else year
        case 2:
            return shown(Unit.DATE, row.letter_date) or "\N{EN DASH}"
        case 3:
            return row.title or row.file_name
        case 4:
            return _moment(row.saved)
        case _:
            return str(row.revision)


def _moment(saved: str) -> str:
    """A time of the record in this machine's zone: `22 July 2026, 14:02`."""
    local = datetime.fromisoformat(saved).astimezone()
    return f"{shown(Unit.DATE, local.date().isoformat())}, {local:%H:%M}"


def _sorted_by(row: LetterRow, column: int) -> Any:
    if column == YEAR:
        return f"{row.period_end or ''} {row.sequence:04d}"
    if column == LETTER_DATE:
        return row.letter_date or ""
    if column == SAVED:
        return datetime.fromisoformat(row.saved).timestamp()
    return row.revision if column == REVISION else cell(row, column).casefold()


class LettersFilter(QSortFilterProxyModel):
    """Lets through the rows that hold every word of the wish, anywhere, in any case; sorting is left to the rows themselves."""

    def __init__(self, letters: LettersModel) -> None:
        super().__init__()
        self.letters = letters
        self.setSourceModel(letters)
        self.setFilterKeyColumn(AUTHORITY)
        self.setFilterRole(TEXT_ROLE)

    def wish(self, text: str) -> None:
        """Filter by these words; all rows for none."""
        every = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        self.setFilterRegularExpression(
            QRegularExpression(f"^{every}", QRegularExpression.PatternOption.CaseInsensitiveOption)
        )

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.letters.sort(column, order)
