"""The window's pages as they are turned to, while the record's thread has not answered yet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.settings import Settings
from ombudsview.gui.window import Window
from ombudsview.places import Places
from tests.gui.at_once import AtOnce


@pytest.fixture
def window(opened: Desk, tmp_path: Path, places: Places, qtbot: QtBot) -> Iterator[Window]:
    """With one letter in the history, and a record that waits."""
    assert opened.finish("a test")
    opened.close()
    window = Window(opened, Queue(opened), Settings(tmp_path / "settings.json"), places.window_state)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    assert isinstance(opened.record, AtOnce)
    opened.record.hold = True
    yield window
    window.close()


def answers(window: Window) -> None:
    record = window.desk.record
    assert isinstance(record, AtOnce)
    record.go()


def test_until_the_letters_are_known_nobody_says_that_there_are_none(window: Window) -> None:
    window.show_page("history")
    page = window.pages.history
    assert page.empty.text() == "Looking for the saved letters\N{HORIZONTAL ELLIPSIS}"
    assert page.invite.isHidden()
    answers(window)
    assert page.model.rowCount() == 1
    assert page.table.isVisible()


def test_the_letters_have_the_keys_once_they_are_there(window: Window, qtbot: QtBot) -> None:
    window.show_page("history")
    answers(window)
    qtbot.waitUntil(window.pages.history.table.hasFocus)


def test_letters_that_come_late_take_the_keys_from_nobody(window: Window, qtbot: QtBot) -> None:
    window.show_page("history")
    window.show_page("letter")
    window.welcome._open.setFocus()
    before = QApplication.focusWidget()
    answers(window)
    assert QApplication.focusWidget() is before
    assert window.pages.history.model.rowCount() == 1


def test_a_history_that_cannot_be_read_says_why(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> None:
        raise Trouble("history_locked", "The history is in use.", "Wait a little.")

    monkeypatch.setattr(window.desk.keeping, "rows", locked)
    window.show_page("history")
    answers(window)
    assert window.pages.history.empty.text() == "The history is in use. Wait a little."


def test_the_filter_finds_by_what_was_made_ready_behind_the_window(window: Window) -> None:
    window.show_page("history")
    answers(window)
    page = window.pages.history
    (row,) = page.model.rows
    page.filter.setText((row.authority or "").upper()[:5])
    assert page.model.rowCount() == 1
    page.filter.setText("nobody's")
    assert page.model.rowCount() == 0
