"""The real window for hands that hold no mouse and eyes that see little: where the keys go is seen, and everything can be reached."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from ombudsview.gui.style import theme
from ombudsview.places import resources
from tests.helpers.contrast import ratio
from tests.stories.conftest import SAMPLE, Officer

PAGES = ("welcome", "letter", "history", "trends")
LEAST = 24
"""Pixels that a target must have each way (WCAG 2.2, 2.5.8)."""


@pytest.fixture(params=["light", "dark"])
def colours(request: pytest.FixtureRequest, officer: Officer) -> Iterator[str]:
    officer.window.set_theme(request.param)
    yield request.param
    officer.window.set_theme("light")


def turn_to(officer: Officer, page: str) -> None:
    """Show a page as it is after some work: two letters in the queue, one saved, notices about."""
    if page == "welcome":
        return
    officer.opens(SAMPLE, min((resources() / "samples").glob("*.pdf")))
    officer.desk.correct("upheld_rate", "58")
    officer.sees(lambda: not officer.window.workplace.queue_pane.progress.isVisible())  # its button goes with the work
    if page == "letter":
        officer.window.notice.say("A notice.", ("Do it", lambda: None))
        return
    officer.desk.finish("a story")
    officer.sees(lambda: len(officer.desk.keeping.rows()) == 1)
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name != SAMPLE.name)  # the next one
    officer.does(f"show_{page}")
    if page == "trends":
        officer.sees(lambda: officer.window.pages.trends.chart.plan is not None)
    else:
        officer.sees(lambda: officer.window.pages.history.model.rowCount() == 1)


def focusable(window: QWidget) -> list[QWidget]:
    """Whatever the keys can be brought to."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.visibleRegion().isEmpty()
        and type(widget).__name__ != "QMenuBar"  # its items have the frame; it is reached with Alt and F10
    ]


def part_in_focus(widget: QWidget) -> QRect:
    """The part of a widget that the keys go to: a cell of a table, a line of a list, else all of it."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex() != QModelIndex():
        return widget.visualRect(widget.currentIndex()).intersected(widget.viewport().rect())
    return widget.rect()


def picture(window: QWidget, widget: QWidget) -> QImage:
    """A widget as it shows in its window, on what lies under it."""
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


def changed(before: QImage, after: QImage) -> int:
    """How many pixels differ at 3:1 or more."""
    assert before.size() == after.size()
    count, known = 0, {}
    for y in range(before.height()):
        for x in range(before.width()):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] != pair[1]:
                if pair not in known:
                    one, other = (f"#{colour & 0xFFFFFF:06x}" for colour in pair)
                    known[pair] = ratio(one, other) >= 3
                count += known[pair]
    return count


@pytest.mark.parametrize("page", PAGES)
def test_where_the_keys_go_is_seen_on_everything(officer: Officer, colours: str, page: str) -> None:
    turn_to(officer, page)
    window = officer.window
    widgets = focusable(window)
    assert len(widgets) >= 3
    faint = []
    for widget in widgets:
        other = next(one for one in widgets if one is not widget and not one.isAncestorOf(widget))
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = picture(window, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.hasFocus():
            continue
        part = part_in_focus(widget)
        seen = changed(without, picture(window, widget))
        if seen < theme.FOCUS * (part.width() + part.height()):  # half of a frame of two pixels, for round corners
            faint.append((type(widget).__name__, widget.accessibleName(), seen, part))
    assert not faint


@pytest.mark.parametrize("page", PAGES)
def test_targets_are_large_enough(officer: Officer, page: str) -> None:
    turn_to(officer, page)
    pressed = (QAbstractButton, QComboBox, QLineEdit)
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.size().toTuple())
        for widget in officer.window.findChildren(QWidget)
        if isinstance(widget, pressed) and widget.isVisible() and min(widget.width(), widget.height()) < LEAST
    ]
    assert not small
    for view in officer.window.findChildren(QAbstractItemView):
        if view.isVisible() and not isinstance(view, QHeaderView) and view.model().rowCount():
            assert view.visualRect(view.model().index(0, 0)).height() >= LEAST


@pytest.mark.parametrize("page", PAGES)
def test_the_keys_go_in_the_order_of_reading(officer: Officer, page: str) -> None:
    """From the top, each pane to its end; within a pane line by line, from left to right."""
    turn_to(officer, page)
    window = officer.window
    chain, widget = [], window
    wanted = focusable(window)
    while (widget := widget.nextInFocusChain()) is not window:
        if widget in wanted and not isinstance(widget, QAbstractScrollArea):
            chain.append(widget)
    places = [one.mapTo(window, QPoint(0, 0)) for one in chain]
    names = [one.accessibleName() or getattr(one, "text", str)() for one in chain]
    panes = [next((n for n, pane in enumerate(panes_of(window)) if pane.isAncestorOf(one)), -1) for one in chain]
    for n in range(1, len(chain)):
        if panes[n] == panes[n - 1]:
            lower, level = places[n].y() > places[n - 1].y() + 8, abs(places[n].y() - places[n - 1].y()) <= 8
            assert lower or (level and places[n].x() > places[n - 1].x()), f"{names[n - 1]} before {names[n]}: {names}"
    assert len({name for name in names if name}) == len(names), "no two of one name"


def test_f6_leads_to_the_notice_and_esc_back_to_the_field(officer: Officer) -> None:
    officer.opens(SAMPLE)
    done: list[str] = []
    officer.window.notice.say("The letter was saved before.", ("Open the saved one", lambda: done.append("opened")))
    field = QApplication.focusWidget()
    for _ in range(6):
        officer.presses(Qt.Key.Key_F6)
        if officer.window.notice.isAncestorOf(QApplication.focusWidget()):
            break
    assert getattr(QApplication.focusWidget(), "text", str)() == "Open the saved one"
    officer.presses(Qt.Key.Key_Tab)
    assert getattr(QApplication.focusWidget(), "text", str)() == "Dismiss"
    officer.presses(Qt.Key.Key_Escape)
    assert officer.window.notice.text == ""
    assert QApplication.focusWidget() is field
    assert done == []


def panes_of(window: QWidget) -> list[QWidget]:
    """The parts of a page that are gone through one after the other."""
    page = window.letter_page
    panes = [
        page.view,
        page.panel,
        page.footer,
        page.header,
        window.workplace.queue_pane,
        window.notice,
        window.pages.tabs,
    ]
    return [*panes, window.pages.trends.choices] if "trends" in window.pages.made else panes
