from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory
from ombudsview.gui.trends.canvas import Chart
from ombudsview.gui.trends.drawer import Drawer
from ombudsview.trends.frame import Frame
from ombudsview.trends.labels import Area
from ombudsview.trends.measure import MEASURES
from ombudsview.trends.series import series
from tests.trends.figures import TEN_YEARS

Role, Text = QAccessible.Role, QAccessible.Text


@pytest.fixture
def chart(qtbot: QtBot, tmp_path: Path) -> Chart:
    """The last ten years, on a plan of this test's own: nothing is drawn."""
    factory.install()
    chart = Chart(Drawer(tmp_path))
    qtbot.addWidget(chart)
    chart.show_series(series(TEN_YEARS, MEASURES[0]), compare=True)
    assert chart.series is not None
    years = [point.year for point in chart.series.points]
    chart.plan = Frame(Area(100, 20, 1100, 220), years[0], years[-1], 100.0, (), (), ())
    return chart


@pytest.fixture
def told(chart: Chart) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(chart)


def marks(told: QAccessibleInterface) -> dict[str, QAccessibleInterface]:
    return {told.child(n).text(Text.Name): told.child(n) for n in range(told.childCount())}


def test_each_mark_is_told_by_its_year_and_figures(chart: Chart, told: QAccessibleInterface) -> None:
    assert told.role() == Role.Chart
    found = marks(told)
    own = found["2023-24: 83%, 5 of 6"]
    average = found["2023-24: average of similar authorities 63%"]
    assert (own.role(), own.text(Text.Value), average.text(Text.Value)) == (Role.Link, "83%", "63%")
    assert chart.plan is not None
    assert own.rect().center() != average.rect().center()
    spot = chart.mapFromGlobal(own.rect().center())
    hit = chart.at(spot.toPointF())
    assert hit is not None
    assert (hit[0].name, hit[1].key) == ("2023-24", "upheld_rate")
    assert told.childAt(*own.rect().center().toTuple()).text(Text.Name) == own.text(Text.Name)


def test_a_press_on_a_mark_asks_for_its_printed_line(chart: Chart, told: QAccessibleInterface, qtbot: QtBot) -> None:
    asked: list[str] = []
    chart.picked.connect(lambda _, key: asked.append(key))
    marks(told)["2023-24: 83%, 5 of 6"].actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: asked == ["upheld_rate"])


def test_without_the_average_its_marks_are_gone(chart: Chart, told: QAccessibleInterface) -> None:
    last = told.child(told.childCount() - 1)
    assert chart.series is not None
    chart.show_series(chart.series, compare=False)
    assert not any("average" in name for name in marks(told))
    assert not last.isValid()
    assert last.rect().isEmpty()
