"""Desks for the tests: a fake reader, real folders, and no letter but the one that the test puts there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui import app
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.record.keeping import Keeping
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.style import theme
from ombudsview.gui.window import Window
from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.review.journal import Draft
from tests.gui.at_once import AtOnce
from tests.gui.handmade import DATA, FakeReader
from tests.gui.listen import waiting
from tests.helpers.garbage import garbage_between, no_garbage_meanwhile  # noqa: F401


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every widget looks as in the program."""
    qapp.setStyle("Fusion")
    theme.apply(qapp, "light")


@pytest.fixture
def reader() -> FakeReader:
    return FakeReader()


@pytest.fixture
def bridge(qapp: QApplication, reader: FakeReader) -> Iterator[Bridge]:
    bridge = Bridge(cast(Worker, reader), Errands())
    yield bridge
    bridge.close()


@pytest.fixture
def desk(bridge: Bridge, places: Places) -> Iterator[Desk]:
    keeping = Keeping(places, who="tester")
    yield Desk(bridge, keeping, record=AtOnce())
    keeping.close()


@pytest.fixture
def letter_file(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(DATA)
    return path


@pytest.fixture
def opened(desk: Desk, letter_file: Path, qtbot: QtBot) -> Desk:
    """A desk with the letter read."""
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    return desk


@pytest.fixture
def draft(desk: Desk, letter_file: Path, qtbot: QtBot) -> Draft:
    """What an earlier session left of the letter, of which the queue knows nothing; the desk is empty."""
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    desk.agree("authority")
    desk.close()
    (draft,) = desk.keeping.drafts()
    return draft


@pytest.fixture
def queue(desk: Desk) -> Queue:
    return Queue(desk)


@pytest.fixture
def sitting(desk: Desk, queue: Queue, tmp_path: Path) -> Sitting:
    """The letters that a desk goes through."""
    return Sitting(desk, queue, desk.keeping, Settings(tmp_path / "settings.json"), desk)


@pytest.fixture
def window(qapp: QApplication, reader: FakeReader, places: Places, qtbot: QtBot) -> Iterator[Window]:
    """The whole window, with nothing open."""
    hook = sys.excepthook
    window = app.build(qapp, places, cast(Worker, reader), Errands())
    sys.excepthook = hook
    window.refresh_welcome()
    window.show()
    window.activateWindow()
    yield window
    window.ahead.close()
    window.desk.bridge.close()
    window.desk.keeping.close()
    window.close()
    window.deleteLater()


@pytest.fixture
def working(window: Window, letter_file: Path, qtbot: QtBot) -> Window:
    """The window with the letter read."""
    window.open_files([letter_file])
    qtbot.waitUntil(lambda: window.desk.review is not None)
    return window
