from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.column import LARGEST, SMALLEST
from ombudsview.gui.letter.highlights import Highlight, frame_of
from ombudsview.gui.letter.page import PageView
from ombudsview.gui.letter.pictures import Pictures
from ombudsview.gui.style.theme import LIGHT
from ombudsview.gui.work.bridge import Bridge
from ombudsview.paper.geometry import Box
from ombudsview.review.state import State
from tests.gui.handmade import FakeReader
from tests.gui.listen import Heard

SIZES = ((595.0, 842.0),) * 4
MARKS = (
    Highlight("upheld_rate", 0, (Box(100, 100, 140, 112),), State.TO_CHECK, True, True),
    Highlight("remedy_rate", 0, (Box(100, 500, 140, 512),), State.AGREED, False, True),
    Highlight("letter_date", 3, (Box(300, 600, 340, 612),), State.CHANGED, True, True),
)


@pytest.fixture
def view(bridge: Bridge, qtbot: QtBot) -> PageView:
    bridge.worker.open(b"")
    view = PageView(Pictures(bridge))
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    view.set_pages(SIZES)
    view.set_highlights(MARKS, {"upheld_rate": "Upheld rate: 100%"})
    return view


def middle(view: PageView, key: str) -> QPoint:
    place = view.place_of(key)
    assert place is not None
    return place.center().toPoint()


def shows(view: PageView, key: str) -> bool:
    return view.viewport().rect().contains(middle(view, key))


def test_a_click_on_a_highlight_names_its_field(view: PageView) -> None:
    picked, opened = Heard(view.picked), Heard(view.opened)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "upheld_rate"))
    assert picked.all == [("upheld_rate",)]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(picked.all) == 1
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "upheld_rate"))
    assert opened.all == [("upheld_rate",)]


def test_a_page_whose_source_shows_does_not_move(view: PageView, qtbot: QtBot) -> None:
    assert shows(view, "upheld_rate")
    before = view.verticalScrollBar().value()
    view.set_focus_key("upheld_rate")
    qtbot.wait(50)
    assert view.verticalScrollBar().value() == before


@pytest.mark.parametrize("click", [QTest.mouseClick, QTest.mouseDClick])
def test_a_click_on_a_figure_that_shows_moves_nothing(view: PageView, qtbot: QtBot, click: Callable[..., None]) -> None:
    view.picked.connect(view.set_focus_key)
    view.opened.connect(view.set_focus_key)
    view.zoom_by(1.2)
    qtbot.wait(50)
    low = view.verticalScrollBar().value() + middle(view, "remedy_rate").y() - view.viewport().height() + 20
    view.verticalScrollBar().setValue(low)  # at the foot, where the notice would float
    click(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "remedy_rate"))
    qtbot.wait(250)
    assert view.verticalScrollBar().value() == low
    view.verticalScrollBar().setValue(low - 20)
    click(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, "remedy_rate") - QPoint(0, 4))
    qtbot.wait(250)
    assert view.verticalScrollBar().value() > low - 20, "what is cut off is brought into view"


def test_a_page_does_not_move_where_another_source_of_the_field_shows(view: PageView) -> None:
    again = Highlight("upheld_rate", 0, (Box(100, 300, 140, 312),), State.TO_CHECK, True, False)
    view.set_highlights((*MARKS, again), {})
    view.verticalScrollBar().setValue(250)
    view.set_focus_key("upheld_rate")
    assert not shows(view, "upheld_rate")
    assert view.verticalScrollBar().value() == 250
    assert view.source_place() is not None


def test_a_source_that_is_far_is_jumped_to(view: PageView) -> None:
    view.set_focus_key("letter_date")
    assert shows(view, "letter_date")


def test_a_source_that_is_near_is_glided_to(view: PageView, qtbot: QtBot) -> None:
    view.verticalScrollBar().setValue(300)
    view.set_focus_key("upheld_rate")
    assert not shows(view, "upheld_rate")
    qtbot.waitUntil(lambda: shows(view, "upheld_rate"))


def test_a_source_that_the_page_glides_away_from_stays_in_view(view: PageView, qtbot: QtBot) -> None:
    """Who goes on by key does not wait: the field before drew the page elsewhere, and it has hardly begun to move."""
    low = Highlight("remedy_rate", 0, (Box(100, 780, 140, 792),), State.AGREED, False, True)
    view.set_highlights((MARKS[0], low), {})
    view.set_focus_key("remedy_rate")
    assert shows(view, "upheld_rate")
    view.set_focus_key("upheld_rate")
    qtbot.wait(300)  # longer than any glide
    assert shows(view, "upheld_rate")
    view.set_focus_key("remedy_rate")
    view.set_focus_key("remedy_rate")
    qtbot.waitUntil(lambda: shows(view, "remedy_rate"))


def test_a_source_on_its_way_into_view_arrives_though_the_page_changes_its_width(view: PageView) -> None:
    view.verticalScrollBar().setValue(300)
    view.set_focus_key("upheld_rate")
    assert not shows(view, "upheld_rate")
    view.resize(view.width() - 7, view.height())
    assert shows(view, "upheld_rate")


def test_the_thread_starts_at_the_source_while_it_shows(view: PageView) -> None:
    view.set_focus_key("upheld_rate")
    start = view.source_place()
    place = view.place_of("upheld_rate")
    assert start is not None
    assert place is not None
    assert start.contains(place)
    assert start.right() <= place.right() + 8
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.source_place() is None


def test_zoom_keeps_the_place_under_the_mouse(view: PageView) -> None:
    place = QPointF(middle(view, "upheld_rate"))
    for _ in range(3):
        event = QWheelEvent(
            place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert (QPointF(middle(view, "upheld_rate")) - place).manhattanLength() <= 4


@pytest.mark.parametrize("key", ["remedy_rate", "letter_date"])
@pytest.mark.parametrize("up", [40, 300, 560])
def test_zoom_keeps_the_figure_in_focus_in_view(view: PageView, key: str, up: int) -> None:
    view.set_focus_key(key)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + middle(view, key).y() - view.viewport().height() + up)
    zooms = [*[partial(view.zoom_by, 1.25)] * 5, view.fit_width, *[partial(view.zoom_by, 0.8)] * 4, view.fit_width]
    for zoom in zooms:
        zoom()
        place = view.place_of(key)
        assert place is not None
        assert QRectF(view.viewport().rect()).contains(place)


def test_zoom_stops_at_its_limits(view: PageView) -> None:
    zoomed = Heard(view.zoomed)
    for factor in (1e6, 1e-9):
        view.zoom_by(factor)
    assert [round(scale, 3) for scale, _ in zoomed.all] == [16.0, 0.1]


def test_fit_width_follows_the_window(view: PageView, qtbot: QtBot) -> None:
    zoomed = Heard(view.zoomed)
    view.resize(QSize(900, 600))
    qtbot.waitUntil(lambda: bool(zoomed.all))
    scale, fits = zoomed.args
    assert fits
    assert 595 * scale < view.viewport().width() <= 595 * scale + 60
    view.zoom_by(2)
    assert zoomed.args == (pytest.approx(2 * scale), False)
    view.resize(QSize(800, 600))
    qtbot.wait(20)
    assert zoomed.args[0] == pytest.approx(2 * scale)


def test_the_page_that_shows_is_told(view: PageView) -> None:
    turned = Heard(view.turned)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert turned.args == (4, 4)


def test_only_pages_that_show_are_asked_for(view: PageView, reader: FakeReader, qtbot: QtBot) -> None:
    view.grab()
    qtbot.waitUntil(lambda: len([1 for verb, *_ in reader.asked if verb == "picture"]) >= 2)
    qtbot.wait(30)
    asked = {about[0] for verb, *about in reader.asked if verb == "picture"}
    assert asked == {0, 1}  # what shows, and the page below


def test_a_focused_source_is_filled_and_others_are_outlined(view: PageView, qtbot: QtBot) -> None:
    def colour(key: str) -> QColor:
        point = middle(view, key)
        return view.viewport().grab().toImage().pixelColor(point)

    paper = colour("upheld_rate")
    view.set_focus_key("upheld_rate")
    assert colour("upheld_rate") != paper
    assert colour("remedy_rate") == paper
    place = view.place_of("remedy_rate")
    assert place is not None
    image = view.viewport().grab().toImage()
    top = round(frame_of(place, focused=False).top())
    edge = [image.pixelColor(x, top) for x in range(round(place.left()), round(place.right()))]
    agreed = QColor(LIGHT.agreed)
    near = [abs(c.red() - agreed.red()) + abs(c.green() - agreed.green()) < 150 for c in edge]
    assert any(near)
    assert not all(near), "a source whose words do not read as printed is dashed"


def test_no_letter_is_no_page(view: PageView) -> None:
    view.set_pages(())
    view.grab()
    assert view.place_of("upheld_rate") is None
    assert view.highlight_at(QPointF(10, 10)) is None


def test_pages_larger_than_any_paper_do_no_harm(view: PageView) -> None:
    view.set_pages(((2e9, 100.0), (1.0, 1e12), (595.0, 842.0)))
    bars = (view.horizontalScrollBar(), view.verticalScrollBar())
    for factor, scale in ((1000.0, LARGEST), (1e-6, SMALLEST)):
        view.zoom_by(factor)
        view.viewport().repaint()
        assert view.lie.column.scale == scale
        assert all(0 < bar.maximum() <= 2**30 for bar in bars), "more than that, and Qt counts backwards"
    view.fit_width()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.viewport().repaint()
    view.set_pages(SIZES)
    view.set_highlights(MARKS, {})
    assert shows(view, "upheld_rate"), "the next letter lies as any other"


def test_two_fingers_zoom_about_the_place_between_them(view: PageView) -> None:
    zoomed, place = Heard(view.zoomed), QPointF(middle(view, "upheld_rate"))
    scale = view._column.scale
    where = view.viewport().mapToGlobal(place)
    kind = Qt.NativeGestureType.ZoomNativeGesture
    pinch = QNativeGestureEvent(kind, QPointingDevice.primaryPointingDevice(), 2, place, place, where, 0.25, QPointF())
    QApplication.sendEvent(view.viewport(), pinch)
    assert zoomed.args == (pytest.approx(1.25 * scale), False)
    assert (QPointF(middle(view, "upheld_rate")) - place).manhattanLength() <= 4
