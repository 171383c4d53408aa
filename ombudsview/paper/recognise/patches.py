"""Patches: pixels of a mask that touch each other, found from the runs of its rows."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MOST_RUNS = 60_000


class Patch(NamedTuple):
    """The pixels' bounds (right and bottom excluded) and their number."""

    x0: int
    y0: int
    x1: int
    y1: int
    pixels: int


def patches(mask: NDArray[np.bool_]) -> list[Patch]:
    """Every patch of a mask, from the top; none where the mask is noise throughout (more than `MOST_RUNS` runs)."""
    rows, starts, ends = _runs(mask)
    if len(rows) > MOST_RUNS:
        return []
    parents = list(range(len(rows)))

    def root(run: int) -> int:
        while parents[run] != run:
            parents[run] = parents[parents[run]]
            run = parents[run]
        return run

    above = 0
    for run, (row, start, end) in enumerate(zip(rows, starts, ends, strict=True)):
        while above < run and (rows[above] < row - 1 or (rows[above] == row - 1 and ends[above] < start)):
            above += 1
        other = above
        while other < run and rows[other] == row - 1 and starts[other] <= end:
            parents[root(other)] = root(run)
            other += 1
    members: dict[int, list[int]] = {}
    for run in range(len(rows)):
        members.setdefault(root(run), []).append(run)
    return sorted((_around(runs, rows, starts, ends) for runs in members.values()), key=lambda patch: patch[1::-1])


def _runs(mask: NDArray[np.bool_]) -> tuple[list[int], list[int], list[int]]:
    """The row, first column and column after the last of each unbroken run, row by row."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    return rows.tolist(), starts.tolist(), ends.tolist()


def _around(runs: list[int], rows: list[int], starts: list[int], ends: list[int]) -> Patch:
    return Patch(
        min(starts[run] for run in runs),
        min(rows[run] for run in runs),
        max(ends[run] for run in runs),
        max(rows[run] for run in runs) + 1,
        sum(ends[run] - starts[run] for run in runs),
    )
