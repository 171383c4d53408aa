"""A chart's numbers as CSV: a row a year, numbers as numbers, empty where the letter gives none."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ombudsview.reports.csv_report import Cell, written
from ombudsview.trends.point import Point, Quoted
from ombudsview.trends.series import Series

RATE_COLUMNS = (
    "authority", "year", "measure", "value", "part", "part_worked_out", "base", "denominator", "similar", "gap_points",
    "interval_low", "interval_high", "verdict", "notes",
)  # fmt: skip
COUNT_COLUMNS = ("authority", "year", "measure", "value", "notes")


def as_trend_csv(series: Series) -> str:
    """A header and the years from first to last; rates in percent, the interval to one decimal, the gap in points."""
    columns = RATE_COLUMNS if series.measure.is_rate else COUNT_COLUMNS
    return written(columns, _rows(series))


def _rows(series: Series) -> Iterator[list[Cell]]:
    measure = series.measure
    for point in series.points:
        lead: list[Cell] = [series.authority, point.name, measure.label, _cell(point.value)]
        notes = "; ".join((*point.notes, *([point.why_not] if point.why_not else [])))
        yield [*lead, *(_rate_cells(point, measure.of_what) if measure.is_rate else []), notes]


def _rate_cells(point: Point, of_what: str) -> list[Cell]:
    number, interval = point.part_number, point.interval
    return [
        "" if number is None else number,
        "" if point.worked_part is None else "yes",
        _cell(point.base),
        "" if point.base is None else of_what,
        _cell(point.similar),
        _number(point.gap),
        *(("", "") if interval is None else (round(interval[0], 1), round(interval[1], 1))),
        point.chance.value if point.chance else "",
    ]


def _cell(figure: Quoted | None) -> Cell:
    return "" if figure is None else _number(figure.value)


def _number(value: Decimal | None) -> Cell:
    if value is None:
        return ""
    return int(value) if value == value.to_integral_value() else float(value)
