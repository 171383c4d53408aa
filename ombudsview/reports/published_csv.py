"""What came of comparing letters with published figures, as CSV: a row a figure, with the cell of the published one."""

from __future__ import annotations

from collections.abc import Iterator

from ombudsview.letters.fields import FIELDS, year_name
from ombudsview.published.compare import Comparison
from ombudsview.reports.csv_report import Cell, written

COLUMNS = (
    "authority", "year", "outcome", "figure", "key", "in_letter", "in_spreadsheet", "sheet", "cell", "meaning", "letter",
)  # fmt: skip


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
            one.key,
            one.mine,
            one.theirs,
            *place,
            one.says,
            one.letter,
        ]
