"""What waited in the queue is offered at the next start, however the program ended; what was finished is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ombudsview.gui.settings import Settings
from ombudsview.gui.window import Window
from tests.gui.handmade import DATA


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.pdf" for name in ("ash", "birch", "cedar")]
    for path in paths:
        path.write_bytes(DATA + path.name.encode())
    return paths


def offered(window: Window) -> list[QPushButton]:
    found = window.welcome.findChildren(QPushButton)
    return [
        button
        for button in found
        if button.text().endswith("of last time that are not finished") and button.isVisible()
    ]


def test_the_files_that_waited_are_offered_and_come_back(window: Window, files: list[Path], qtbot: QtBot) -> None:
    assert offered(window) == []
    window.open_files(files)
    qtbot.waitUntil(lambda: window.desk.review is not None)
    waited = Settings(window.settings._path).queue
    qtbot.waitUntil(lambda: Settings(window.settings._path).queue == tuple(files))
    assert waited in ((), tuple(files)), "it is written behind the window"
    window.sitting.remove(window.queue.entries)
    window.settings.queue = tuple(files)  # the next start reads what was there when this one was killed
    window.refresh_welcome()
    qtbot.waitUntil(lambda: len(offered(window)) == 1)
    (button,) = offered(window)
    assert button.text() == "Open the 3 files of last time that are not finished"
    button.click()
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert [entry.path for entry in window.queue.entries] == files


def test_what_is_finished_or_taken_off_is_not_offered(window: Window, files: list[Path], qtbot: QtBot) -> None:
    window.open_files(files)
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert window.desk.finish("a test")
    qtbot.waitUntil(lambda: window.settings.queue == tuple(files[1:]))
    window.sitting.remove([entry for entry in window.queue.entries if entry.path == files[1]])
    assert window.settings.queue == (files[2],)
    window.refresh_welcome()
    assert offered(window) == [], "one alone is among the recent ones"
