"""What stands in a spreadsheet, and where: its sheets, and the cells that are not empty. The paper of what is published as tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

import msgspec

MOST_SHEETS, MOST_CELLS, MOST_LETTERS = 64, 200_000, 2_000
"""What a spreadsheet may hold: a row for each of some five hundred authorities, a few dozen columns, a few sheets."""
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14

Value = float | str


class Cell(msgspec.Struct, frozen=True, array_like=True):
    """One cell that holds something: row and column from 1, a finite number or a text; of a formula what it last came to."""

    row: int
    column: int
    value: Value


class Merged(msgspec.Struct, frozen=True, array_like=True):
    """Cells that are shown as one; the first of them holds what it says. Rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(msgspec.Struct, frozen=True, array_like=True, dict=True):
    """One sheet, its cells by row and then column. A file that has no sheets (CSV) is one without a name."""

    name: str
    cells: tuple[Cell, ...]
    merged: tuple[Merged, ...] = ()

    @cached_property
    def by_row(self) -> Mapping[int, Mapping[int, Value]]:
        """The rows that hold anything, each with its cells by column."""
        rows: dict[int, dict[int, Value]] = {}
        for cell in self.cells:
            rows.setdefault(cell.row, {})[cell.column] = cell.value
        return rows


class Workbook(msgspec.Struct, frozen=True, array_like=True):
    """A spreadsheet whole, hidden sheets left out: nobody who opens the file is shown them."""

    grids: tuple[Grid, ...]


class NotCells(Exception):
    """What the reader process sent is no spreadsheet."""


def address(row: int, column: int) -> str:
    """How a spreadsheet calls a cell: `F27` for row 27, column 6."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


def encode(workbook: Workbook) -> bytes:
    """For the way from the reader process."""
    return msgspec.msgpack.encode(workbook)


def decode(data: bytes) -> Workbook:
    """What `encode` made; NotCells for what it cannot have made: the sender is not trusted."""
    try:
        workbook = msgspec.msgpack.decode(data, type=Workbook)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise NotCells(str(error)) from error
    if len(workbook.grids) > MOST_SHEETS or sum(len(grid.cells) for grid in workbook.grids) > MOST_CELLS:
        raise NotCells("more than a spreadsheet may hold")
    for grid in workbook.grids:
        places = [(cell.row, cell.column) for cell in grid.cells]
        if places != sorted(set(places)) or not all(map(_credible, grid.cells)) or not all(map(_inside, grid.merged)):
            raise NotCells("cells that cannot be")
    return workbook


def _credible(cell: Cell) -> bool:
    if not (1 <= cell.row <= LAST_ROW and 1 <= cell.column <= LAST_COLUMN):
        return False
    return math.isfinite(cell.value) if isinstance(cell.value, float) else 0 < len(cell.value) <= MOST_LETTERS


def _inside(one: Merged) -> bool:
    return 1 <= one.top <= one.bottom <= LAST_ROW and 1 <= one.left <= one.right <= LAST_COLUMN
