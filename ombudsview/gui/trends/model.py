"""The table under the chart: every figure again, newest year first, each leading to its printed line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from ombudsview.gui.style.theme import theme
from ombudsview.gui.style.words import plain_tip
from ombudsview.trends.finding import amount, signed
from ombudsview.trends.measure import Measure
from ombudsview.trends.point import Point, Quoted
from ombudsview.trends.series import Series

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Cell:
    """Text, the figure that it leads to if any, and how it is set."""

    text: str
    figure: Quoted | None = None
    right: bool = True
    soft: bool = False


class SeriesModel(QAbstractTableModel):
    """A row a year. `link` gives the letter and the key that a cell opens."""

    def __init__(self) -> None:
        super().__init__()
        self._heads: tuple[tuple[str, bool], ...] = ()
        self._cells: list[tuple[Cell, ...]] = []
        self._points: list[Point] = []

    def show_series(self, series: Series | None, *, compare: bool) -> None:
        """Show this instead; None empties the table."""
        self.beginResetModel()
        self._points = list(reversed(series.points)) if series else []
        rate = bool(series and series.measure.is_rate)
        self._heads = _heads(series.measure, compare=compare) if series else ()
        self._cells = [_row(point, rate=rate, compare=compare) for point in self._points]
        self.endResetModel()

    def link(self, index: Index) -> tuple[str, str] | None:
        """The letter and key of the figure in a cell; of the year's own figure where the cell holds none; None for a gap."""
        if not index.isValid():
            return None
        point = self._points[index.row()]
        figure = self._cells[index.row()][index.column()].figure or point.value
        return (point.letter, figure.key) if point.letter and figure else None

    def is_figure(self, index: Index) -> bool:
        """Whether the cell itself is a figure, underlined, that a click opens."""
        return index.isValid() and self._cells[index.row()][index.column()].figure is not None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._heads[section][0]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if self._heads[section][1] else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._cells[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if cell.right else _LEFT
            case Qt.ItemDataRole.ForegroundRole if cell.soft:
                return QColor(theme().soft)
            case Qt.ItemDataRole.FontRole if cell.figure:
                return _underlined()
            case Qt.ItemDataRole.ToolTipRole if cell.text and cell.figure is None:
                return plain_tip(cell.text)
            case Qt.ItemDataRole.AccessibleTextRole if cell.figure:
                return _translate("{figure}, opens its printed line").format(figure=cell.text)
        return None


def _underlined() -> QFont:
    font = QFont()
    font.setUnderline(True)
    return font


def _translate(text: str) -> str:
    return QCoreApplication.translate("Trends", text)


def _heads(measure: Measure, *, compare: bool) -> tuple[tuple[str, bool], ...]:
    """Each column's heading, and whether it stands on the right."""
    heads = [(_translate("Year"), False), (measure.label, True)]
    if measure.is_rate:
        heads.append((_translate("Cases"), True))
    if measure.is_rate and compare:
        heads += [(_translate("Similar"), True), (_translate("Gap, points"), True)]
        return (*heads, (_translate("What it can tell"), False))
    return (*heads, (_translate("Notes"), False))


def _row(point: Point, *, rate: bool, compare: bool) -> tuple[Cell, ...]:
    value = Cell(amount(point.value), point.value) if point.value else Cell("\N{EN DASH}", soft=True)
    cells = [Cell(point.name, right=False), value]
    if rate:
        starred = "*" if point.worked_part is not None else ""
        cells.append(Cell(point.cases + starred, point.part or point.base))
    if rate and compare:
        cells += [Cell(amount(point.similar), point.similar), Cell(signed(point.gap))]
    told = (point.why_not, point.chance.value if compare and point.chance else "", *point.notes)
    return (*cells, Cell("; ".join(part for part in told if part), right=False, soft=True))
