"""Which figure of a row belongs to which column: in order from left to right, each as near its heading as can be."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import cache

from ombudsview.paper.text import Placed

_FAR = 1e9


def pair(cells: list[Placed], headings: Mapping[str, tuple[float, float]], percents: Set[str]) -> dict[str, Placed]:
    """The cell of each column. Order is kept; where there are fewer cells than columns, or more, the far ones go without."""
    columns = sorted(headings, key=lambda key: sum(headings[key]))
    if len(cells) == len(columns):
        return dict(zip(columns, cells, strict=True))

    @cache
    def best(cell: int, column: int) -> tuple[int, float, tuple[tuple[int, int], ...]]:
        """Most pairs, then least distance, for the cells and columns from these on."""
        if cell == len(cells) or column == len(columns):
            return 0, 0.0, ()
        choices = [best(cell + 1, column), best(cell, column + 1)]
        distance = _distance(cells[cell], headings[columns[column]])
        if cells[cell].text.endswith("%") == (columns[column] in percents) or cells[cell].text in "-–—":
            count, cost, pairs = best(cell + 1, column + 1)
            choices.append((count - 1, cost + distance, ((cell, column), *pairs)))
        return min(choices, key=lambda choice: (choice[0], choice[1]))

    return {columns[column]: cells[cell] for cell, column in best(0, 0)[2]}


def _distance(cell: Placed, heading: tuple[float, float]) -> float:
    """How far a figure stands from its heading, seen from above: its middle from theirs."""
    left, right = heading
    return abs(cell.box.middle[0] - (left + right) / 2)
