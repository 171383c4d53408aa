"""Which figure of a row belongs to which column: in order from left to right, each as near its column as can be."""

from __future__ import annotations

from collections.abc import Mapping, Set

from ombudsview.letters.headings import Extent
from ombudsview.paper.text import Placed

_EDGES = (0.5, 1.0, 0.0)  # figures stand under the middle, the right or the left of their headings
_CLEAR = 0.5
_BY_FAR = 0.4  # one column aside a figure is half as far from its own as from the next

_Paired = tuple[tuple[int, float], tuple[tuple[int, int], ...]]
"""Minus the number of pairs and the distances of them all, by which they are compared; the pairs of cell and column."""


def pair(cells: list[Placed], columns: Mapping[str, Extent], percents: Set[str]) -> tuple[dict[str, Placed], bool]:
    """The cell of each column, and whether there was no other way to pair them.

    Order is kept; where there are fewer cells than columns, or more, the far ones go without.
    """
    keys = sorted(columns, key=lambda key: sum(columns[key]))
    if len(cells) == len(keys):
        return dict(zip(keys, cells, strict=True)), True
    attempts = [
        _aligned(cells, [columns[key] for key in keys], [key in percents for key in keys], edge) for edge in _EDGES
    ]
    _, pairs, edge = min(attempts, key=lambda attempt: attempt[0])
    sure = all(_is_clear(cells[cell], column, [columns[key] for key in keys], edge) for cell, column in pairs)
    return {keys[column]: cells[cell] for cell, column in pairs}, sure


def stands_under(cells: list[Placed], columns: Mapping[str, Extent]) -> bool:
    """Whether so many cells as columns stand each by far the nearest to its own column, by one edge at least."""
    extents = sorted(columns.values(), key=sum)
    return any(
        all(_is_clear(cell, number, extents, edge, _BY_FAR) for number, cell in enumerate(cells)) for edge in _EDGES
    )


def _aligned(
    cells: list[Placed], columns: list[Extent], percents: list[bool], edge: float
) -> tuple[tuple[int, float], tuple[tuple[int, int], ...], float]:
    """Most pairs, then least distance, with figures and columns compared at one edge."""
    # From the last to the first: the best of what is left from each column on, less the figure in hand and with it.
    nothing: _Paired = ((0, 0.0), ())
    without = [nothing] * (len(columns) + 1)
    for number in reversed(range(len(cells))):
        distances = _distances(cells[number], columns, edge)
        is_percent = cells[number].text.endswith("%")
        best = nothing
        having = [nothing]
        for column in reversed(range(len(columns))):
            best = best if best[0] < without[column][0] else without[column]
            if is_percent <= percents[column]:
                (count, cost), pairs = without[column + 1]
                paired = count - 1, cost + distances[column]
                best = (paired, ((number, column), *pairs)) if paired < best[0] else best
            having.append(best)
        without = having[::-1]
    return *without[0], edge


def _distances(cell: Placed, columns: list[Extent], edge: float) -> list[float]:
    """How far a figure stands from each of the columns, both taken at one edge."""
    place = cell.box.x0 + edge * cell.box.width
    return [abs(place - left - edge * (right - left)) for left, right in columns]


def _is_clear(cell: Placed, own: int, columns: list[Extent], edge: float, clear: float = _CLEAR) -> bool:
    """Whether a figure stands much nearer to its own column than to any other."""
    distances = _distances(cell, columns, edge)
    others = distances[:own] + distances[own + 1 :]
    return not others or distances[own] < clear * min(others)
