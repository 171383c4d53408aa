"""The letter with its fields beside it, as the tests of what is done there find it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui import actions
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.carried import CarriedBar
from ombudsview.gui.letter.lesson import LessonBar
from ombudsview.gui.letter.letter_page import LetterPage

Bar = TypeVar("Bar", CarriedBar, LessonBar)


def letter_page(opened: Desk, qtbot: QtBot) -> LetterPage:
    """Shown, with the keyboard; none of the window's actions does anything."""
    owner = QWidget()
    qtbot.addWidget(owner)
    page = LetterPage(opened, actions.build(owner, {act.name: lambda: None for act in actions.ACTS}))
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    opened.arrived.emit()
    opened.read.emit()
    return page


@contextmanager
def standing(made: Callable[[Desk, QWidget], Bar], opened: Desk, qtbot: QtBot) -> Iterator[Bar]:
    """A bar above Finish, alone in a window that shows, so that only the bar decides whether it is seen."""
    window = QWidget()
    qtbot.addWidget(window)
    bar = made(opened, window)
    window.show()
    bar.refresh()
    yield bar
    window.close()
