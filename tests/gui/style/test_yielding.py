"""A pane gives way where the window is narrow, comes back with the room, and is the officer's to ask for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.style.yielding import Yielding


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1000, 300)
    over.show()
    return over


@pytest.fixture
def action(over: QWidget) -> QAction:
    action = QAction("Pane", over)
    action.setCheckable(True)
    return action


def to(over: QWidget, width: int) -> None:
    over.resize(width, 300)
    QTest.qWait(1)


def test_it_goes_with_the_room_and_comes_with_it(over: QWidget, action: QAction) -> None:
    pane = Yielding(action, over, 800)
    pane.wish()
    shown = [action.isChecked()]
    for width in (700, 600, 900):
        to(over, width)
        shown.append(action.isChecked())
    assert shown == [True, False, False, True]


def test_what_is_wished_for_without_room_waits_for_it(over: QWidget, action: QAction) -> None:
    to(over, 700)
    pane = Yielding(action, over, 800)
    to(over, 701)
    pane.wish()
    assert not action.isChecked()
    to(over, 900)
    assert action.isChecked()


def test_the_officer_has_the_last_word(over: QWidget, action: QAction) -> None:
    pane = Yielding(action, over, 800)
    pane.wish()
    action.setChecked(False)
    to(over, 700)
    to(over, 900)
    assert not action.isChecked(), "it was put away"
    to(over, 700)
    action.setChecked(True)
    pane.wish()
    to(over, 650)
    assert action.isChecked(), "it was asked for"


def test_it_comes_back_while_nobody_needs_the_room(over: QWidget, action: QAction) -> None:
    pane = Yielding(action, over, 800)
    pane.wish()
    to(over, 700)
    pane.come_back()
    assert action.isChecked()
    pane.give_way()
    assert not action.isChecked()
    to(over, 900)
    assert action.isChecked()
