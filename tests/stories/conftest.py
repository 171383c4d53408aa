"""Stories run through the real window and the real reader process, on the sample letter."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places, resources
from tests.helpers.garbage import garbage_between, no_garbage_meanwhile  # noqa: F401

SAMPLE = resources() / "sample-letter.pdf"


class Officer:
    """Sits before a window. Keys go to whatever has the focus, as they do on a real desk."""

    def __init__(self, window: Window, worker: Worker, qtbot: QtBot) -> None:
        self.window, self.worker, self._qtbot = window, worker, qtbot

    @property
    def desk(self):
        return self.window.desk

    def sees(self, so: Callable[[], object]) -> None:
        """Wait until it is so."""
        self._qtbot.waitUntil(lambda: bool(so()), timeout=60_000)

    def opens(self, *paths: Path) -> None:
        """Open letters and wait for the first one's fields."""
        self.window.open_files(paths)
        self.sees(lambda: self.desk.review is not None)

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def types(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), text)

    def does(self, action: str) -> None:
        """Choose an action from the menus."""
        assert self.window.actions_by_name[action].isEnabled(), f"{action} is greyed out"
        self.window.actions_by_name[action].trigger()

    def field(self, key: str):
        assert self.desk.review is not None
        return self.desk.review.field(key)

    def page_is_drawn(self) -> bool:
        """Whether what shows of the letter is sharp and not bare paper."""
        view = self.window.letter_page.view
        image = view.viewport().grab().toImage()
        middle = range(0, image.width(), 3)
        ink = sum(1 for y in range(0, image.height(), 5) for x in middle if image.pixelColor(x, y).lightness() < 60)
        return ink > 50


@pytest.fixture(scope="session", autouse=True)
def put_away(qapp: QApplication) -> Iterator[None]:
    """At the very end the windows go before the application, which their timers need."""
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def sits_down(qapp: QApplication, qtbot: QtBot, places: Places) -> Iterator[Callable[[], Officer]]:
    """Start the program, as often as wanted; each start ends the one before in an orderly way."""
    running: list[Officer] = []

    def stand_up() -> None:
        while running:
            officer = running.pop()
            officer.window.close()
            officer.window.sitting.recognising.close()
            officer.desk.bridge.close()
            officer.worker.close()
            officer.desk.record.close()
            officer.desk.keeping.close()
            officer.window.deleteLater()

    def sit_down() -> Officer:
        stand_up()
        hook = sys.excepthook
        worker = Worker.start(spare=False)
        window = app.build(qapp, places, worker, Errands())
        sys.excepthook = hook  # the test's own, which fails the test
        window.refresh_welcome()
        window.resize(1300, 850)
        window.show()
        window.activateWindow()
        officer = Officer(window, worker, qtbot)
        running.append(officer)
        return officer

    yield sit_down
    stand_up()


@pytest.fixture
def officer(sits_down: Callable[[], Officer]) -> Officer:
    return sits_down()
