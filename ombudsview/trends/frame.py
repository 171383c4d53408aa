"""The chart's plan in pixels: margins, scale, break labels. Drawing and picking both go by it, so that a click hits what is seen."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.trends.breaks import Break
from ombudsview.trends.labels import Area
from ombudsview.trends.point import Point, Quoted
from ombudsview.trends.series import Series

REACH = 14
"""Pixels around a mark within which a click means it."""


@dataclass(frozen=True)
class Look:
    """How to draw: size in pixels, the average or not, the finding as a heading (for export) or not, the small text's pixels."""

    size: tuple[float, float]
    compare: bool = True
    titled: bool = False
    text: float = 11


@dataclass(frozen=True)
class Frame:
    """Where the plot lies (pixels from the top left) and what its scales run over: whole years, and 0 to `top`."""

    plot: Area
    first: int
    last: int
    top: float
    heading: tuple[str, ...]
    caption: tuple[str, ...]
    break_labels: tuple[tuple[Break, float, float], ...]

    def x(self, year: float) -> float:
        """The pixel column of a year; between two years lies a break."""
        return self.plot.left + (year - self.first + 0.5) * self.step

    def y(self, value: float) -> float:
        """The pixel row of a value."""
        return self.plot.bottom - (self.plot.bottom - self.plot.top) * value / self.top

    @property
    def step(self) -> float:
        """Pixels from one year to the next."""
        return (self.plot.right - self.plot.left) / (self.last - self.first + 1)

    def pick(self, series: Series, x: float, y: float, *, compare: bool = True) -> tuple[Point, Quoted] | None:
        """The year and the figure whose mark lies nearest to a place, or None where none is near."""
        best, nearest = None, float(REACH**2)
        for point in series.points:
            for figure in (point.value, point.similar if compare else None):
                if figure is None:
                    continue
                away = (self.x(point.year) - x) ** 2 + (self.y(float(figure.value)) - y) ** 2
                if away < nearest:
                    best, nearest = (point, figure), away
        return best
