"""What came of comparing letters with published figures, as CSV: a row a figure, with the cell of the published one."""

from __future__ import annotations

from collections.abc import Iterator

from ombudsview.letters.fields import FIELDS, year_name
from ombudsview.published.compare import Comparison
from ombudsview.reports.csv_report import Cell, written

COLUMNS = (
    "Authority", "Year", "Outcome", "Figure", "In the letter", "In the spreadsheet", "Sheet", "Cell", "What it means",
    "Field", "Letter",
)  # fmt: skip
"""For people, but for the last two: the field's key, and the letter's name in the history."""


def as_published_csv(found: Comparison) -> str:
    """A header and the figures in the order of the comparison; values as people write them."""
    return written(COLUMNS, _rows(found))


def _rows(found: Comparison) -> Iterator[list[Cell]]:
    year = year_name(found.period_end)
    for one in found.held:
        field = FIELDS[one.key]
        place = (one.place.sheet, one.place.cell) if one.place is not None else ("", "")
        figure = f"{field.group}: {field.label}"
        yield [
            one.whose,
            year,
            one.outcome.value,
            figure,
            one.mine,
            one.theirs,
            *place,
            one.says,
            one.key,
            one.letter,
        ]
