"""The chart: a measure over the years, drawn by matplotlib without pyplot, so that nothing global is touched.

The printed rate at every year with its n of N, the 95% interval as a bar, the average of similar authorities as dashed squares;
no line over a missing year or a break. All text is set literally: a `$` in a name is a `$`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from ombudsview.trends.finding import amount
from ombudsview.trends.frame import Frame, Look
from ombudsview.trends.labels import AROUND, BESIDE, Area, Room, Spot
from ombudsview.trends.lettering import DPI, font, in_points, measured, wrapped
from ombudsview.trends.palette import Palette
from ombudsview.trends.plan import OWN_NAME, SIMILAR_NAME, frame, scale_text
from ombudsview.trends.point import UNSURE, Point
from ombudsview.trends.series import Series

MARK = 8
BAR = 9


def draw(series: Series, palette: Palette, look: Look) -> Figure:
    """A new figure of the look's size."""
    figure = Figure(dpi=DPI)
    figure.set_size_inches(look.size[0] / DPI, look.size[1] / DPI)
    fill(figure, series, palette, look)
    return figure


def fill(figure: Figure, series: Series, palette: Palette, look: Look) -> Frame:
    """Draw into a figure that is there already, in place of what it showed; the plan by which it was drawn."""
    plan = frame(series, look)
    figure.clear()
    figure.set_facecolor(palette.surface)
    _Drawing(figure, series, palette, look, plan).all()
    return plan


class _Drawing:
    """One chart being drawn. Everything is placed in pixels by the plan; the axes only lend their scale."""

    def __init__(self, figure: Figure, series: Series, palette: Palette, look: Look, plan: Frame) -> None:
        self.figure, self.series, self.palette, self.look, self.plan = figure, series, palette, look, plan
        self.compare = look.compare and series.measure.is_rate
        self.axes = self._axes()
        self.room = Room(Area(plan.plot.left - 4, plan.plot.top - 2 * look.text, look.size[0], plan.plot.bottom))

    def all(self) -> None:
        self._heading()
        self._grid()
        self._breaks()
        self._bars()
        self._gaps()
        if self.compare:
            self._average()
        self._own()
        self._numbers()
        self._names()

    def _axes(self) -> Axes:
        (width, height), plot = self.look.size, self.plan.plot
        axes = self.figure.add_axes(
            (
                plot.left / width,
                1 - plot.bottom / height,
                (plot.right - plot.left) / width,
                (plot.bottom - plot.top) / height,
            )
        )
        axes.set_xlim(self.plan.first - 0.5, self.plan.last + 0.5)
        axes.set_ylim(0, self.plan.top)
        axes.set_axis_off()  # scale and grid are drawn by hand: matplotlib's ticks take as long as all the rest
        return axes

    def _write(self, text: str, x: float, y: float, colour: str, **how: Any) -> None:
        """Text at a place in pixels from the top left."""
        width, height = self.look.size
        bold, size = how.pop("bold", False), how.pop("size", self.look.text)
        self.figure.text(
            x / width, 1 - y / height, text, color=colour, fontproperties=font(size, bold=bold), parse_math=False, **how
        )

    def _heading(self) -> None:
        y, text = 8.0, self.look.text
        for line in self.plan.heading:
            self._write(line, 12, y, self.palette.ink, bold=True, size=1.6 * text, va="top")
            y += 2.1 * text
        for line in self.plan.caption:
            self._write(line, 12, y, self.palette.soft, va="top")
            y += 1.5 * text

    def _grid(self) -> None:
        plan, soft, text = self.plan, self.palette.soft, self.look.text
        ticks = [plan.top * quarter / 4 for quarter in range(5)]
        ends = plan.first - 0.5, plan.last + 0.5
        self._strokes("grid", [[(ends[0], tick), (ends[1], tick)] for tick in ticks], self.palette.line, 1, zorder=0.5)
        for tick in ticks:
            label = scale_text(tick, rate=self.series.measure.is_rate)
            self._write(label, plan.plot.left - 8, plan.y(tick), soft, ha="right", va="center")
        every = -(-int(measured("2019-20", text)[0] + 10) // max(1, int(plan.step)))
        for point in self.series.points:
            if (plan.last - point.year) % every == 0:
                self._write(point.name, plan.x(point.year), plan.plot.bottom + text, soft, ha="center", va="center")

    def _strokes(self, name: str, strokes: list[list[Spot]], colour: str, width: float, **how: Any) -> None:
        """Lines through (year, value) places, under a name by which the picture's parts can be found."""
        if strokes:
            collection = LineCollection(strokes, colors=colour, linewidths=in_points(width), clip_on=False, **how)
            collection.set_gid(name)
            self.axes.add_collection(collection, autolim=False)

    def _marks(self, name: str, spots: list[Spot], shape: str, colours: tuple[str, str], **how: Any) -> None:
        """Marks at (year, value) places, in the colours of their edge and their face."""
        if spots:
            (marks,) = self.axes.plot(
                *zip(*spots, strict=True), linestyle="none", marker=shape, markersize=in_points(MARK), clip_on=False,
                markerfacecolor=colours[1], markeredgecolor=colours[0], markeredgewidth=in_points(1.8), **how,
            )  # fmt: skip
            marks.set_gid(name)

    def _breaks(self) -> None:
        plan, soft, strokes = self.plan, self.palette.soft, []
        for one, left, y in plan.break_labels:
            x, top = one.year - 0.5, plan.top * (plan.plot.bottom - y - 4) / (plan.plot.bottom - plan.plot.top)
            strokes.append([(x, 0.0), (x, top)])
            self._write(one.label, left, y, soft, va="center")
            self.room.lines.append((plan.x(x), plan.plot.bottom, plan.x(x), y))
            wide, high = measured(one.label, self.look.text)
            self.room.marks.append(Area(left, y - high / 2, left + wide, y + high / 2))
        self._strokes("breaks", strokes, soft, 1.2, linestyles=":", zorder=1)

    def _bars(self) -> None:
        """The intervals; their round ends lie inside what they say."""
        cap = BAR / 2 * self.plan.top / (self.plan.plot.bottom - self.plan.plot.top)
        strokes: list[list[Spot]] = []
        for point in self.series.given:
            if point.interval is None:
                continue
            low, high = point.interval
            inset = min(cap, (high - low) / 2)
            strokes.append([(point.year, low + inset), (point.year, high - inset)])
            x = self.plan.x(point.year)
            self.room.bands.append(Area(x - BAR / 2, self.plan.y(high), x + BAR / 2, self.plan.y(low)))
        self._strokes("intervals", strokes, self.palette.own, BAR, alpha=0.17, capstyle="round", zorder=1.5)

    def _gaps(self) -> None:
        """A year without a value says why, where there is room for it."""
        room = self.plan.step - 6
        for point in self.series.points:
            lines = wrapped(point.why_not, self.look.text, room)
            if lines and max(measured(line, self.look.text)[0] for line in lines) <= room:
                y = self.plan.plot.bottom - 8
                self._write("\n".join(lines), self.plan.x(point.year), y, self.palette.soft, ha="center", va="bottom")

    def _average(self) -> None:
        runs: list[list[Spot]] = [
            [(point.year, float(point.similar.value)) for point in run if point.similar]
            for run in self.series.similar_runs
        ]
        self._strokes("similar", runs, self.palette.similar, 1.6, linestyles=(0, (3.2, 2)), zorder=3)
        spots = [spot for run in runs for spot in run]
        self._marks("similar-marks", spots, "s", (self.palette.similar, self.palette.surface), zorder=4)
        self._taken(runs)

    def _own(self) -> None:
        runs: list[list[Spot]] = [
            [(point.year, float(point.value.value)) for point in run if point.value] for run in self.series.runs
        ]
        self._strokes("own", runs, self.palette.own, 2.2, zorder=3)
        told = [(point.year, point.value) for point in self.series.given if point.value]
        for unsure, name, face in ((False, "own-marks", self.palette.own), (True, "own-hollow", self.palette.surface)):
            spots = [(float(year), float(value.value)) for year, value in told if (value.state in UNSURE) is unsure]
            self._marks(name, spots, "o", (self.palette.own, face), zorder=5)
        self._taken(runs)

    def _taken(self, runs: list[list[Spot]]) -> None:
        """Remember marks and lines, so that no label hides them."""
        for run in runs:
            places = [(self.plan.x(year), self.plan.y(value)) for year, value in run]
            self.room.marks.extend(Area.around(x, y, MARK + 3, MARK + 3) for x, y in places)
            self.room.lines.extend((*start, *end) for start, end in pairwise(places))

    def _numbers(self) -> None:
        """At each point what it is taken of: n of N for a rate, the number itself for a count."""
        for point in self.series.given:
            if point.value is not None:
                self._label(
                    _number(self.series, point),
                    self._spot(point.year, float(point.value.value)),
                    self.palette.ink,
                    AROUND,
                )

    def _names(self) -> None:
        """Each line's name at its end."""
        if not self.series.measure.is_rate:
            return
        last = self.series.given[-1:]
        for point in last:
            if point.value:
                self._label(OWN_NAME, self._spot(point.year, float(point.value.value)), self.palette.own, BESIDE)
        for run in self.series.similar_runs[-1:] if self.compare else ():
            if run[-1].similar:
                spot = self._spot(run[-1].year, float(run[-1].similar.value))
                self._label(SIMILAR_NAME, spot, self.palette.similar, BESIDE)

    def _spot(self, year: int, value: float) -> Spot:
        return self.plan.x(year), self.plan.y(value)

    def _label(self, text: str, spot: Spot, colour: str, wishes: tuple[Spot, ...]) -> None:
        if text:
            width, height = measured(text, self.look.text)
            x, y = self.room.place(spot, width, height + 3, wishes)
            self._write(text, x, y, colour, ha="center", va="center", zorder=6)


def _number(series: Series, point: Point) -> str:
    if not series.measure.is_rate:
        return amount(point.value)
    return f"{point.cases}*" if point.worked_part is not None else point.cases
