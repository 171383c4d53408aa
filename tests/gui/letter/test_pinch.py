"""Fingers on a touch screen and on a touchpad are heard alike."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.pinch import Pinch


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


@pytest.fixture
def widget(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def drawn_apart(widget: QWidget, screen: QPointingDevice, *halves: int) -> None:
    """Two fingers about the middle, so far from it at each step."""
    middle = QPoint(200, 200)
    for number, half in enumerate(halves):
        touch = QTest.touchEvent(widget, screen, False)
        for finger, side in enumerate((-half, half)):
            place = middle + QPoint(side, 0)
            (touch.move if number else touch.press)(finger, place, widget)
        touch.commit()
    touch = QTest.touchEvent(widget, screen, False)
    for finger, side in enumerate((-halves[-1], halves[-1])):
        touch.release(finger, middle + QPoint(side, 0), widget)
    touch.commit()


def test_fingers_drawn_apart_on_a_touch_screen(widget: QWidget, screen: QPointingDevice) -> None:
    said: list[tuple[float, QPointF]] = []
    Pinch(widget).pinched.connect(lambda factor, place: said.append((factor, place)))
    drawn_apart(widget, screen, 40, 60, 80, 120)
    whole = 1.0
    for factor, _ in said:
        whole *= factor
    assert whole == pytest.approx(3)
    assert all((place - QPointF(200, 200)).manhattanLength() < 5 for _, place in said)


def test_fingers_drawn_together_make_it_smaller(widget: QWidget, screen: QPointingDevice) -> None:
    said: list[float] = []
    Pinch(widget).pinched.connect(lambda factor, _: said.append(factor))
    drawn_apart(widget, screen, 120, 90, 60)
    assert said == [pytest.approx(0.75), pytest.approx(2 / 3)]


def test_a_touchpads_own_gesture(widget: QWidget) -> None:
    said: list[tuple[float, QPointF]] = []
    Pinch(widget).pinched.connect(lambda factor, place: said.append((factor, place)))
    place = QPointF(30, 50)
    for kind in (Qt.NativeGestureType.ZoomNativeGesture, Qt.NativeGestureType.RotateNativeGesture):
        mouse = QPointingDevice.primaryPointingDevice()
        gesture = QNativeGestureEvent(kind, mouse, 2, place, place, widget.mapToGlobal(place), 0.25, QPointF())
        QApplication.sendEvent(widget, gesture)
    assert said == [(pytest.approx(1.25), place)]


def test_one_finger_still_clicks(widget: QWidget, screen: QPointingDevice, monkeypatch: pytest.MonkeyPatch) -> None:
    clicked: list[QPoint] = []
    monkeypatch.setattr(QWidget, "mouseReleaseEvent", lambda _, event: clicked.append(event.position().toPoint()))
    Pinch(widget)
    QTest.touchEvent(widget, screen).press(0, QPoint(50, 60), widget)
    QTest.touchEvent(widget, screen).release(0, QPoint(50, 60), widget)
    assert clicked == [QPoint(50, 60)]
