from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory
from ombudsview.gui.style.splitter import Handle, Splitter
from ombudsview.gui.style.theme import theme

Role, Name = QAccessible.Role, QAccessible.Text.Name
LEAST, WIDTH = 120, 1000


@pytest.fixture(autouse=True)
def installed() -> None:
    factory.install()


def test_a_scroll_bar_is_named_by_what_it_scrolls_and_can_be_set(qtbot: QtBot) -> None:
    area, page = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    page.setFixedSize(100, 4000)
    area.setWidget(page)
    area.show()
    bar = area.verticalScrollBar()
    told = QAccessible.queryAccessibleInterface(bar)
    assert (told.role(), told.text(Name)) == (Role.ScrollBar, "Scroll bar, up and down")
    area.setAccessibleName("Fields")
    assert told.text(Name) == "Scroll bar, up and down: Fields"
    assert "left and right" in QAccessible.queryAccessibleInterface(area.horizontalScrollBar()).text(Name)
    value = told.valueInterface()
    assert (value.currentValue(), value.maximumValue()) == (0, bar.maximum())
    value.setCurrentValue(50)
    assert bar.value() == 50


@pytest.fixture(params=[Qt.Orientation.Horizontal, Qt.Orientation.Vertical])
def line(request: pytest.FixtureRequest, qtbot: QtBot) -> Handle:
    splitter = Splitter(request.param, names=("Line between this and that",))
    qtbot.addWidget(splitter)
    splitter.setHandleWidth(1 if request.param is Qt.Orientation.Horizontal else 8)
    for words in ("This", "That"):
        label = QLabel(words)
        label.setMinimumSize(LEAST, LEAST)
        splitter.addWidget(label)
    splitter.resize(WIDTH, WIDTH)
    splitter.setSizes([400, 600])
    splitter.show()
    (line,) = splitter.lines()
    return line


def test_a_line_between_panes_is_moved_by_key(line: Handle) -> None:
    line.take_keys(None)
    start = line.splitter().sizes()[0]
    for key, farther in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_PageDown, 9)):
        QTest.keyClick(line, key)
        assert line.splitter().sizes()[0] == start + farther * line.STEP
    QTest.keyClick(line, Qt.Key.Key_Home)
    assert line.splitter().sizes()[0] == LEAST
    QTest.keyClick(line, Qt.Key.Key_End)
    assert line.splitter().sizes()[1] == LEAST


def test_a_line_between_panes_has_a_name_and_a_value_that_can_be_set(line: Handle) -> None:
    told = QAccessible.queryAccessibleInterface(line)
    assert (told.role(), told.text(Name)) == (Role.Separator, "Line between this and that")
    value = told.valueInterface()
    least, now, most = value.minimumValue(), value.currentValue(), value.maximumValue()
    assert least == LEAST < now < most
    value.setCurrentValue(300)
    assert value.currentValue() == line.splitter().sizes()[0] == 300


def test_the_keys_go_back_where_they_came_from(line: Handle, qtbot: QtBot) -> None:
    before = QLabel("Before", line.splitter().widget(0))
    before.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    before.show()
    before.setFocus()
    line.take_keys(before)
    qtbot.waitUntil(line.hasFocus)
    accent = QColor(theme().accent)
    grab = line.grab().toImage()
    assert all(grab.pixelColor(x, y) == accent for x in range(grab.width()) for y in (0, grab.height() // 2))
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert before.hasFocus()
