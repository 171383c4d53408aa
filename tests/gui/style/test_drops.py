"""Files held over a window and dropped on it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.style.drops import DropFrame, Drops

ADDRESS = QUrl.fromLocalFile("/letters/one.pdf")
HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([ADDRESS])
    return data


@pytest.fixture
def held(qtbot: QtBot) -> QWidget:
    """A window with a button, on the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    QPushButton("Press", window)
    window.show()
    return window


@pytest.fixture
def drops(held: QWidget) -> Drops:
    return Drops(held, "Drop to open")


def enters(window: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *HOW)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def frames(window: QWidget) -> list[DropFrame]:
    return [frame for frame in window.findChildren(DropFrame) if frame.isVisible()]


def test_the_window_shows_that_it_takes_files_while_they_are_held_over_it(held: QWidget, drops: Drops) -> None:
    bare = held.grab().toImage()
    assert enters(held, files())
    (frame,) = frames(held)
    assert frame.size() == held.size()
    assert held.grab().toImage() != bare
    QApplication.sendEvent(held, QDragLeaveEvent())
    assert frames(held) == []
    assert held.grab().toImage() == bare


def test_it_covers_a_window_that_has_grown_since(held: QWidget, drops: Drops) -> None:
    enters(held, files())
    QApplication.sendEvent(held, QDragLeaveEvent())
    held.resize(500, 400)
    enters(held, files())
    (frame,) = frames(held)
    assert frame.size() == held.size()


def test_text_is_not_taken(held: QWidget, drops: Drops) -> None:
    data = QMimeData()
    data.setText("100%")
    assert not enters(held, data)
    assert frames(held) == []


def test_what_is_dropped_comes_once_the_drag_is_over(held: QWidget, drops: Drops, qtbot: QtBot) -> None:
    came: list[list[QUrl]] = []
    drops.came.connect(came.append)
    data = files()
    enters(held, data)
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *HOW)
    QApplication.sendEvent(held, event)
    assert event.isAccepted()
    assert frames(held) == []
    assert came == []
    qtbot.waitUntil(lambda: came == [[ADDRESS]])
