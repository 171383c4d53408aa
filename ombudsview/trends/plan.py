"""Makes the plan of a chart: how much room names, scale, heading and break labels take is measured in the chart's own letters."""

from __future__ import annotations

from math import ceil

from ombudsview.trends.breaks import Break
from ombudsview.trends.caption import caption
from ombudsview.trends.finding import finding
from ombudsview.trends.frame import Frame, Look
from ombudsview.trends.labels import Area
from ombudsview.trends.lettering import measured, wrapped
from ombudsview.trends.series import Series

OWN_NAME, SIMILAR_NAME = "this authority", "average of similar"


def frame(series: Series, look: Look) -> Frame:
    """The plan of one chart. A series without any point has the plan of an empty year."""
    width, height = look.size
    years = [point.year for point in series.points] or [1]
    top = 100.0 if series.measure.is_rate else float(nice_top(_largest(series)))
    left = 12 + measured(scale_text(top, rate=series.measure.is_rate), look.text)[0]
    names = [OWN_NAME, *([SIMILAR_NAME] if look.compare and series.similar_runs else [])]
    names_wide = max(measured(name, look.text)[0] for name in names)
    right = max(width - 20 - (names_wide if series.measure.is_rate else 0), left + 40)
    heading = (
        wrapped(finding(series, compare=look.compare), 1.6 * look.text, width - 24, bold=True) if look.titled else ()
    )
    told = wrapped(" ".join(caption(series, compare=look.compare)), look.text, width - 24) if look.titled else ()
    above = len(heading) * 2.1 * look.text + len(told) * 1.5 * look.text + (8 if look.titled else 0)
    plan = Frame(Area(left, 0, right, height), years[0], years[-1], top, heading, told, ())
    rows = _rows(series, plan, look, width)
    row_height = 1.5 * look.text
    high = above + (max((row for _, _, row in rows), default=-1) + 1) * row_height + 2.2 * look.text
    low = max(height - 2.6 * look.text, high + 40)
    labels = tuple((one, x, above + (row + 0.7) * row_height) for one, x, row in rows)
    return Frame(Area(left, high, right, low), plan.first, plan.last, top, heading, told, labels)


def scale_text(value: float, *, rate: bool) -> str:
    """A number on the scale."""
    return f"{value:g}%" if rate else f"{value:,.0f}"


def nice_top(largest: int) -> int:
    """A round number, at least 4 and divisible by 4, that the largest count does not pass."""
    step = 1
    while True:
        for times in (1, 2, 3, 5):
            if 4 * step * times >= largest:
                return 4 * step * times
        step *= 10


def _largest(series: Series) -> int:
    return max((ceil(point.value.value) for point in series.points if point.value), default=0)


def _rows(series: Series, plan: Frame, look: Look, width: float) -> list[tuple[Break, float, int]]:
    """Each break's label: its left edge, and its row counted from the top; labels in one row do not touch."""
    ends: list[float] = []
    placed = []
    for one in reversed(series.breaks):
        wide = measured(one.label, look.text)[0]
        left = min(plan.x(one.year - 0.5) + 4, width - 8 - wide)
        row = next((row for row, edge in enumerate(ends) if left + wide + 12 < edge), len(ends))
        ends[row : row + 1] = [left]
        placed.append((one, left, row))
    return [(one, left, len(ends) - 1 - row) for one, left, row in reversed(placed)]
