"""A sheet's headings: which row they stand in, over one row or two, and the words over each column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ombudsview.paper.cells import Grid, Merged, Value

MOST_COLUMNS = 300
_MOST_ROWS = 60  # rows that hold anything before the headings: titles, notes, a list of contents


@dataclass(frozen=True)
class Over:
    """What stands over a column: its own heading, and the heading of several columns above that; empty where there is none."""

    column: int
    own: str
    group: str


class Layout:
    """A grid looked at for its headings. Nothing is known here of what they mean."""

    def __init__(self, grid: Grid) -> None:
        self._rows = grid.by_row
        self._merged = _by_cell(grid.merged)
        self._has_merged = bool(grid.merged)

    @property
    def candidates(self) -> Sequence[int]:
        """Rows that could be the last of the headings."""
        return [
            row for row in sorted(self._rows)[:_MOST_ROWS] if any(isinstance(v, str) for v in self._rows[row].values())
        ]

    def over(self, row: int) -> tuple[Over, ...]:
        """What stands over each column where `row` is the last row of the headings; columns without a heading are left out."""
        columns = sorted({*self._rows.get(row, ()), *self._rows.get(row - 1, ()), *self._spread(row)})[:MOST_COLUMNS]
        found = (self._over(row, column) for column in columns)
        return tuple(one for one in found if one.own)

    def title(self, row: int) -> tuple[tuple[int, int, str], ...]:
        """The texts above the headings whose last row this is: row, column, words."""
        return tuple(
            (above, column, value)
            for above in sorted(self._rows)
            if above < row
            for column, value in self._rows[above].items()
            if isinstance(value, str)
        )

    def rows_below(self, row: int) -> Mapping[int, Mapping[int, Value]]:
        """The rows under the headings."""
        return {number: cells for number, cells in sorted(self._rows.items()) if number > row}

    def _over(self, row: int, column: int) -> Over:
        own = self._text(row, column)
        if not own:  # its heading stands in the row above, over nothing
            return Over(column, self._text(row - 1, column), "")
        above = self._text(row - 1, column) or self._to_the_left(row - 1, column)
        return Over(column, own, above if above != own else "")

    def _text(self, row: int, column: int) -> str:
        """The words of a cell, or of the merged cells that it is one of."""
        row, column = self._merged.get((row, column), (row, column))
        value = self._rows.get(row, {}).get(column)
        return " ".join(value.split()) if isinstance(value, str) else ""

    def _spread(self, row: int) -> set[int]:
        """Columns whose heading is merged down to this row from above."""
        return {column for (at, column), (top, _) in self._merged.items() if at == row and top < row}

    def _to_the_left(self, row: int, column: int) -> str:
        """Where nothing is merged, a heading over several columns stands over the first of them only."""
        if self._has_merged:
            return ""
        words = [at for at, value in self._rows.get(row, {}).items() if isinstance(value, str)]
        left = [at for at in words if at < column]
        return self._text(row, max(left)) if left and len(words) > 1 else ""  # a lone text is the title


def _by_cell(merged: Sequence[Merged]) -> dict[tuple[int, int], tuple[int, int]]:
    """For each merged cell the one that holds what it says; of those as large as headings are."""
    return {
        (row, column): (one.top, one.left)
        for one in merged
        if one.bottom - one.top < 10 and one.right - one.left < MOST_COLUMNS and one.top <= 200
        for row in range(one.top, one.bottom + 1)
        for column in range(one.left, one.right + 1)
    }
