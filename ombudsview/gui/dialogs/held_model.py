"""Figures held against published ones, a row each: what came of it, whose and which, in the letter, published, what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont

from ombudsview.gui.letter.says import full_label
from ombudsview.gui.style.headed_model import HeadedModel, Index
from ombudsview.gui.style.theme import theme
from ombudsview.gui.style.words import QT_TRANSLATE_NOOP, plain_tip, visible

if TYPE_CHECKING:
    from ombudsview.published.hold import Held

translate = QCoreApplication.translate

COLUMNS = (
    QT_TRANSLATE_NOOP("Held", "Outcome"),
    QT_TRANSLATE_NOOP("Held", "Authority"),
    QT_TRANSLATE_NOOP("Held", "Figure"),
    QT_TRANSLATE_NOOP("Held", "In the letter"),
    QT_TRANSLATE_NOOP("Held", "In the spreadsheet"),
    QT_TRANSLATE_NOOP("Held", "Cell"),
    QT_TRANSLATE_NOOP("Held", "What it means"),
)
OUTCOME, AUTHORITY, FIGURE, MINE, THEIRS, CELL, MEANING = range(len(COLUMNS))
_MARKS = {"differs": "\N{NOT EQUAL TO}", "agrees": "=", "cannot be compared": "?"}
_OUTCOMES = {
    "differs": QT_TRANSLATE_NOOP("Held", "differs"),
    "cannot be compared": QT_TRANSLATE_NOOP("Held", "cannot be compared"),
    "only in the letter": QT_TRANSLATE_NOOP("Held", "only in the letter"),
    "only in the spreadsheet": QT_TRANSLATE_NOOP("Held", "only in the spreadsheet"),
    "agrees": QT_TRANSLATE_NOOP("Held", "agrees"),
}
_DASH = "\N{EN DASH}"


class HeldModel(HeadedModel):
    """In the order that they are given."""

    def __init__(self) -> None:
        super().__init__("Held", COLUMNS)
        self._held: tuple[Held, ...] = ()
        self._many_sheets = False

    @property
    def rows(self) -> tuple[Held, ...]:
        return self._held

    def show_held(self, held: tuple[Held, ...]) -> None:
        """List these."""
        self.beginResetModel()
        self._held = held
        self._many_sheets = len({one.place.sheet for one in held if one.place is not None}) > 1
        self.endResetModel()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one, column = self._held[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole if column == CELL and one.place is not None and not self._many_sheets:
                return one.place.cell
            case Qt.ItemDataRole.DisplayRole:
                return cell(one, column)
            case Qt.ItemDataRole.AccessibleTextRole if column == OUTCOME:
                return _outcome(one)
            case Qt.ItemDataRole.ToolTipRole if cell(one, column):
                return plain_tip(cell(one, column))
            case Qt.ItemDataRole.FontRole if column == OUTCOME and one.outcome == "differs":
                return _bold()
            case Qt.ItemDataRole.ForegroundRole:
                return _ink(one, column)
        return None


def cell(one: Held, column: int) -> str:
    """One cell as people read it."""
    match column:
        case 0:
            mark = _MARKS.get(one.outcome, "")
            return f"{mark} {_outcome(one)}".strip()
        case 1:
            return visible(one.whose)
        case 2:
            return full_label(one.key)
        case 3:
            return one.mine or _DASH
        case 4:
            return visible(one.theirs) or _DASH
        case 5:
            return _place(one)
        case _:
            return one.says


def line(one: Held) -> str:
    """A row as text, its cells by tabs."""
    return "\t".join(cell(one, column) for column in range(len(COLUMNS)))


def told(one: Held) -> str:
    """A row in full, for the line below the table."""
    words = translate("Held", "{figure} of {authority}: {mine} in the letter, {theirs} in the spreadsheet ({place}).")
    if one.place is None:
        words = translate("Held", "{figure} of {authority}: {mine} in the letter.")
    said = words.format(
        figure=full_label(one.key),
        authority=visible(one.whose),
        mine=one.mine or translate("Held", "nothing"),
        theirs=visible(one.theirs) or translate("Held", "nothing"),
        place=visible(one.place.words) if one.place is not None else "",
    )
    return f"{said} {one.says}".strip()


def _place(one: Held) -> str:
    """The cell of the published figure, its address first: both ends are seen where there is little room."""
    if one.place is None:
        return ""
    return f"{one.place.cell}, {visible(one.place.sheet)}" if one.place.sheet else one.place.cell


def _outcome(one: Held) -> str:
    return translate("Held", _OUTCOMES[one.outcome])


def _ink(one: Held, column: int) -> QColor | None:
    """A difference is told by its sign, its words and its weight; colour only helps."""
    if one.outcome == "differs" and column in (OUTCOME, MINE, THEIRS):
        return QColor(theme().look)
    if one.outcome not in ("differs", "cannot be compared") or column == MEANING:
        return QColor(theme().soft) if column in (OUTCOME, MEANING) else None
    return None


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
