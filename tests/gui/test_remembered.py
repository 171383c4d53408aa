"""What comes back at the next start: the size of the window and its dividing lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.gui.handmade import FakeReader


@pytest.fixture
def anew(qapp: QApplication, places: Places, qtbot: QtBot) -> Iterator[list[Window]]:
    """The next start of the program, when it is asked for."""
    windows: list[Window] = []
    yield windows
    for window in windows:
        window.ahead.close()
        window.desk.bridge.close()
        window.desk.keeping.close()
        window.close()
        window.deleteLater()


def starts(anew: list[Window], qapp: QApplication, places: Places) -> Window:
    hook = sys.excepthook
    window = app.build(qapp, places, cast(Worker, FakeReader()), Errands())
    sys.excepthook = hook
    anew.append(window)
    window.show()
    return window


def test_the_window_is_as_large_as_it_was(
    working: Window, anew: list[Window], qapp: QApplication, places: Places
) -> None:
    working.resize(777, 666)  # on the screen of a test; what is larger than its screen is made to fit it
    working.close()
    again = starts(anew, qapp, places)
    assert (again.width(), again.height()) == (777, 666)


def test_the_line_between_page_and_fields_is_where_it_was(
    working: Window, anew: list[Window], qapp: QApplication, places: Places, letter_file: Path, qtbot: QtBot
) -> None:
    working.resize(1300, 850)
    qapp.processEvents()
    page, fields = working.letter_page.splitter.sizes()
    working.letter_page.splitter.setSizes([page - 60, fields + 60])
    qapp.processEvents()
    assert working.letter_page.splitter.sizes() == [page - 60, fields + 60]
    working.close()

    again = starts(anew, qapp, places)
    again.resize(1300, 850)
    again.open_files([letter_file])
    qtbot.waitUntil(lambda: again.desk.review is not None and again.letter_page.isVisible())
    qapp.processEvents()
    assert again.letter_page.splitter.sizes() == [page - 60, fields + 60]
