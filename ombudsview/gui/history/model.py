"""Saved letters as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt

from ombudsview.gui.style.headed_model import HeadedModel, Index
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP, plain_tip, visible
from ombudsview.history.rows import LetterRow
from ombudsview.letters.fields import Unit, shown, year_name

COLUMNS = (
    QT_TRANSLATE_NOOP("History", "Authority"),
    QT_TRANSLATE_NOOP("History", "Year"),
    QT_TRANSLATE_NOOP("History", "Letter date"),
    QT_TRANSLATE_NOOP("History", "Title"),
    QT_TRANSLATE_NOOP("History", "Saved"),
    QT_TRANSLATE_NOOP("History", "Revision"),
    QT_TRANSLATE_NOOP("History", "File"),
)
AUTHORITY, YEAR, LETTER_DATE, TITLE, SAVED, REVISION, FILE = range(len(COLUMNS))
LETTER_ROLE = Qt.ItemDataRole.UserRole


class LettersModel(HeadedModel):
    """One row a saved letter that the filter lets through; `LETTER_ROLE` gives its name within the program.

    It sorts and filters by itself: ten thousand rows take Python milliseconds, where a proxy that asks for each row and each
    comparison takes most of a second.
    """

    def __init__(self) -> None:
        super().__init__("History", COLUMNS)
        self._letters: tuple[LetterRow, ...] = ()
        self._in_order: list[LetterRow] = []
        self._rows: list[LetterRow] = []
        self._texts: dict[str, str] = {}
        self._words: list[str] = []
        self._order = (SAVED, Qt.SortOrder.DescendingOrder)

    @property
    def saved(self) -> int:
        """How many letters there are, filter or not."""
        return len(self._letters)

    def show_rows(self, rows: tuple[LetterRow, ...], texts: Mapping[str, str] | None = None) -> None:
        """Put other letters in the place of these; order and filter stay. `texts`: `text_of` by letter, where that is known."""
        self._letters, self._texts = rows, dict(texts or {})
        self._put_in_order()

    def wish(self, text: str) -> None:
        """Let through the letters that have every word of this somewhere, in any case; all of them for no word."""
        self._words = text.casefold().split()
        self._let_through()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column."""
        self._order = column, order
        self._put_in_order()

    def place_of(self, letter: str | None) -> QModelIndex:
        """The row of a letter; an invalid index where it is not shown."""
        place = next((place for place, row in enumerate(self._rows) if row.letter == letter), -1)
        return self.index(place, AUTHORITY)

    def title_of(self, letter: str) -> str:
        """The authority and year of a letter, else its file's name; empty where it is not shown."""
        row = next((row for row in self._rows if row.letter == letter), None)
        if row is None:
            return ""
        return f"{row.authority} {cell(row, YEAR)}" if row.authority and row.period_end else visible(row.file_name)

    def _put_in_order(self) -> None:
        column, order = self._order
        down = order is Qt.SortOrder.DescendingOrder
        self._in_order = sorted(self._letters, key=lambda row: _sorted_by(row, column), reverse=down)
        self._let_through()

    def _let_through(self) -> None:
        self.beginResetModel()
        self._rows = [row for row in self._in_order if self._has_every_word(row)] if self._words else self._in_order
        self.endResetModel()

    def _has_every_word(self, row: LetterRow) -> bool:
        text = self._texts.get(row.letter)
        if text is None:
            text = self._texts[row.letter] = text_of(row)
        return all(word in text for word in self._words)

    @property
    def rows(self) -> list[LetterRow]:
        return self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell(row, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                text = cell(row, index.column())
                return plain_tip(text if text == visible(row.file_name) else f"{text}\n{visible(row.file_name)}")
            case _ if role == LETTER_ROLE:
                return row.letter
        return None


def text_of(row: LetterRow) -> str:
    """What the filter finds a letter by; any thread may ask."""
    cells = (cell(row, column) for column in (AUTHORITY, YEAR, LETTER_DATE, TITLE))
    return " ".join((*cells, row.file_name)).casefold()


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
            return row.title or visible(row.file_name) if not row.damaged else damaged()
        case 4:
            return _moment(row.saved) if row.saved else "\N{EN DASH}"
        case 5:
            return str(row.revision)
        case _:
            return visible(row.file_name)


def damaged() -> str:
    """What is said of a letter whose dates cannot be read."""
    return QCoreApplication.translate("History", "Damaged: choose Check the history in the Tools menu")


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
        return datetime.fromisoformat(row.saved).timestamp() if row.saved else 0.0
    return row.revision if column == REVISION else cell(row, column).casefold()
