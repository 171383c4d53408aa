"""One line of the table: what was measured, both sides, and what the house wants of it."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """A measure. `ours` and `theirs` in `unit`; the figure judged is their quotient, or `ours` itself where that is `absolute`.

    It should be `at_most` or `at_least` so much; `note` says what stood on the other side, or why nothing was measured.
    """

    what: str
    note: str
    ours: float | None = None
    theirs: float | None = None
    unit: str = "ms"
    at_most: float | None = None
    at_least: float | None = None
    absolute: bool = False

    @property
    def figure(self) -> float | None:
        if self.absolute or self.ours is None or self.theirs is None:
            return self.ours if self.absolute else None
        return self.theirs / self.ours if self.at_least is not None else self.ours / self.theirs

    @property
    def holds(self) -> bool | None:
        """Whether it is as the house wants it; None where nothing was measured or nothing is wanted."""
        if self.figure is None or (self.at_most is None and self.at_least is None):
            return None
        return self.figure <= self.at_most if self.at_most is not None else self.figure >= (self.at_least or 0)

    def cells(self) -> tuple[str, ...]:
        """What, ours, the other side, the figure, what it must be, the verdict, the note."""
        sign = f" {self.unit}" if self.absolute else "x"
        bound = (
            f"<= {self.at_most:g}{sign}"
            if self.at_most is not None
            else f">= {self.at_least:g}{sign}"
            if self.at_least
            else ""
        )
        figure = "" if self.figure is None else f"{self.figure:.2f}{sign}"
        verdict = {True: "holds", False: "DOES NOT HOLD", None: "" if self.figure is not None else "not measured"}[
            self.holds
        ]
        return (
            self.what,
            _amount(self.ours, self.unit),
            _amount(self.theirs, self.unit),
            figure,
            bound,
            verdict,
            self.note,
        )


HEADINGS = ("what", "ours", "other", "figure", "must be", "", "other side, or why not")


def table(rows: Sequence[Row]) -> str:
    """The rows in columns, as text."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def middle(values: Sequence[float]) -> float:
    """The median: what most runs took, with the odd slow one left out."""
    return statistics.median(values)


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    return f"{value:.2f} {unit}" if value < 10 else f"{value:.0f} {unit}"
