"""The chart as a screen reader meets it: a mark by a mark, each named by its year and figures; a press leads to the printed line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from ombudsview.gui.access.parts import NOTHING, Deeds, Face, Kind, Part, Role, Text, is_there
from ombudsview.trends.finding import amount, year_in_words
from ombudsview.trends.frame import REACH

if TYPE_CHECKING:
    from ombudsview.gui.trends.canvas import Chart
    from ombudsview.trends.point import Point, Quoted

translate = QCoreApplication.translate


class ChartAccess(QAccessibleWidget):
    """The marks of the series in the order of years, the average's after the authority's own."""

    def __init__(self, chart: Chart) -> None:
        super().__init__(chart, Role.Chart)
        self.chart = chart
        self._marks: list[Mark] = []
        chart.shown.connect(self._other_marks)

    def _other_marks(self) -> None:
        if is_there(self):
            QAccessible.updateAccessibility(QAccessibleEvent(self.chart, QAccessible.Event.ObjectReorder))

    def figures(self) -> list[tuple[Point, Quoted | None]]:
        """A year with its figure, None where it has none; then, where it is compared, with the average."""
        series = self.chart.series
        found: list[tuple[Point, Quoted | None]] = []
        for point in series.points if series is not None else ():
            found.append((point, point.value))
            if self.chart.compares and point.similar is not None:
                found.append((point, point.similar))
        return found

    def childCount(self) -> int:
        return len(self.figures())

    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return NOTHING
        while len(self._marks) <= index:
            self._marks.append(Mark(self, len(self._marks)))
        return self._marks[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return child.number if isinstance(child, Mark) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        found = (self.child(number) for number in range(self.childCount()))
        return next((mark for mark in found if mark.rect().contains(x, y)), NOTHING)


class Mark(Part):
    """One figure of the chart, by its number."""

    def __init__(self, owner: ChartAccess, number: int) -> None:
        super().__init__(owner.chart)
        self.owner, self.number = owner, number
        self._deeds = Deeds(owner.chart, {"Press": self._press})

    @property
    def _figure(self) -> tuple[Point, Quoted | None] | None:
        figures = self.owner.figures() if super().isValid() else []
        return figures[self.number] if self.number < len(figures) else None

    def isValid(self) -> bool:
        return self._figure is not None

    def _press(self) -> None:
        if self._figure is not None:
            point, figure = self._figure
            if point.letter and figure is not None:
                self.owner.chart.picked.emit(point.letter, figure.key)

    def parent(self) -> QAccessibleInterface:
        return self.owner

    def role(self) -> Role:
        return Role.Link if self._figure is not None and self._figure[1] is not None else Role.StaticText

    def text(self, what: Text) -> str:
        series = self.owner.chart.series
        if self._figure is None or series is None:
            return ""
        point, figure = self._figure
        if what is Text.Value:
            return amount(figure)
        averaged = figure is not None and figure is point.similar
        if what is Text.Description:
            return "" if averaged else ". ".join(point.notes)
        if what is not Text.Name:
            return ""
        if averaged:
            words = translate("Chart", "{year}: average of similar authorities {value}")
            return words.format(year=point.name, value=amount(figure))
        return f"{point.name}: {year_in_words(series.measure, point, compare=False)}"

    def rect(self) -> QRect:
        """Within which a click means it; empty while the chart is being drawn."""
        plan = self.owner.chart.plan
        if self._figure is None or plan is None or self._figure[1] is None:
            return QRect()
        point, figure = self._figure
        x, y = round(plan.x(point.year)), round(plan.y(float(figure.value))) if figure is not None else 0
        corner = self.owner.chart.mapToGlobal(QPoint(x - REACH, y - REACH))
        return QRect(corner.x(), corner.y(), 2 * REACH, 2 * REACH)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.invalid = not self.isValid()
        state.linked = self.role() is Role.Link
        state.readOnly = True
        state.invisible = not self.owner.chart.isVisible()
        return state

    def faces(self) -> dict[Kind, Face]:
        return {Kind.ActionInterface: self._deeds} if self.role() is Role.Link else {}
