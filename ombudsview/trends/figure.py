"""The chart: a measure over the years, drawn by matplotlib without pyplot, so that nothing global is touched.

The printed rate at every year with its n of N, the 95% interval as a bar, the average of similar authorities as dashed squares;
no line over a missing year or a break. All text is set literally: a `$` in a name is a `$`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ombudsview.trends.finding import amount
from ombudsview.trends.frame import OWN_NAME, SIMILAR_NAME, Frame, Look, frame, scale_text
from ombudsview.trends.labels import AROUND, BESIDE, Area, Room, Spot
from ombudsview.trends.lettering import DPI, font, in_points, measured, wrapped
from ombudsview.trends.palette import Palette
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
        axes.set_facecolor("none")
        axes.spines[:].set_visible(False)
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
        plan, soft = self.plan, self.palette.soft
        ticks = [plan.top * quarter / 4 for quarter in range(5)]
        self.axes.set_yticks(ticks, [scale_text(tick, rate=self.series.measure.is_rate) for tick in ticks])
        every = -(-int(measured("2019-20", self.look.text)[0] + 10) // max(1, int(plan.step)))
        shown = [point for point in self.series.points if (plan.last - point.year) % every == 0]
        self.axes.set_xticks([point.year for point in shown], [point.name for point in shown])
        self.axes.tick_params(length=0, pad=in_points(8), labelcolor=soft)
        for label in (*self.axes.get_xticklabels(), *self.axes.get_yticklabels()):
            label.set_fontproperties(font(self.look.text))
        self.axes.grid(axis="y", color=self.palette.line, linewidth=in_points(1), clip_on=False)
        self.axes.set_axisbelow(True)

    def _breaks(self) -> None:
        plan, soft = self.plan, self.palette.soft
        for one, left, y in plan.break_labels:
            x, top = one.year - 0.5, plan.top * (plan.plot.bottom - y - 4) / (plan.plot.bottom - plan.plot.top)
            self.axes.plot(
                [x, x], [0, top], color=soft, linestyle=":", linewidth=in_points(1.2), clip_on=False, zorder=1
            )
            self._write(one.label, left, y, soft, va="center")
            self.room.lines.append((plan.x(x), plan.plot.bottom, plan.x(x), y))
            wide, high = measured(one.label, self.look.text)
            self.room.marks.append(Area(left, y - high / 2, left + wide, y + high / 2))

    def _bars(self) -> None:
        """The intervals; their round ends lie inside what they say."""
        cap = BAR / 2 * self.plan.top / (self.plan.plot.bottom - self.plan.plot.top)
        for point in self.series.given:
            if point.interval is None:
                continue
            low, high = point.interval
            inset = min(cap, (high - low) / 2)
            self.axes.plot(
                [point.year] * 2, [low + inset, high - inset], color=self.palette.own, alpha=0.17,
                linewidth=in_points(BAR), solid_capstyle="round", clip_on=False, zorder=1.5,
            )  # fmt: skip
            x = self.plan.x(point.year)
            self.room.bands.append(Area(x - BAR / 2, self.plan.y(high), x + BAR / 2, self.plan.y(low)))

    def _gaps(self) -> None:
        """A year without a value says why, where there is room for it."""
        room = self.plan.step - 6
        for point in self.series.points:
            lines = wrapped(point.why_not, self.look.text, room)
            if lines and max(measured(line, self.look.text)[0] for line in lines) <= room:
                y = self.plan.plot.bottom - 8
                self._write("\n".join(lines), self.plan.x(point.year), y, self.palette.soft, ha="center", va="bottom")

    def _average(self) -> None:
        for run in self.series.similar_runs:
            spots = [(point.year, float(point.similar.value)) for point in run if point.similar]
            self._line(spots, self.palette.similar, (0, (3.2, 2)), 1.6)
            self.axes.plot(
                *zip(*spots, strict=True), linestyle="none", marker="s", markersize=in_points(MARK + 1), clip_on=False,
                markerfacecolor=self.palette.surface, markeredgecolor=self.palette.similar,
                markeredgewidth=in_points(1.8), zorder=4,
            )  # fmt: skip
            self._taken(spots)

    def _own(self) -> None:
        for run in self.series.runs:
            spots = [(point.year, float(point.value.value)) for point in run if point.value]
            self._line(spots, self.palette.own, "-", 2.2)
            self._taken(spots)
        for point in self.series.given:
            if point.value:
                sure = point.value.state not in UNSURE
                self.axes.plot(
                    [point.year], [float(point.value.value)], linestyle="none", marker="o", markersize=in_points(MARK),
                    markerfacecolor=self.palette.own if sure else self.palette.surface,
                    markeredgecolor=self.palette.own, markeredgewidth=in_points(1.8), clip_on=False, zorder=5,
                )  # fmt: skip

    def _line(self, spots: list[tuple[int, float]], colour: str, dash: Any, width: float) -> None:
        if len(spots) > 1:
            self.axes.plot(
                *zip(*spots, strict=True),
                color=colour,
                linestyle=dash,
                linewidth=in_points(width),
                clip_on=False,
                zorder=3,
            )

    def _taken(self, spots: list[tuple[int, float]]) -> None:
        """Remember marks and lines, so that no label hides them."""
        places = [(self.plan.x(year), self.plan.y(value)) for year, value in spots]
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
