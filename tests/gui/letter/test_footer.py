"""Finish says what it would do, and stands out only while there is something to be done."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.window import Window
from tests.gui.handmade import DATA


@pytest.fixture
def working(working: Window) -> Window:
    """With room for the words of the keys."""
    working.resize(1300, 850)
    QApplication.processEvents()
    return working


def finish(window: Window) -> tuple[str, str]:
    """What the button says, and how it looks."""
    button = window.letter_page.footer.finish
    return button.text(), button.property("look")


def saved(window: Window, qtbot: QtBot) -> None:
    window.desk.finish("a test")
    qtbot.waitUntil(lambda: not window.desk.saving.busy)


def test_a_saved_letter_is_finished_until_it_is_changed(working: Window, qtbot: QtBot) -> None:
    assert finish(working) == ("Finish   Ctrl+Enter", "primary")
    saved(working, qtbot)
    letter = working.desk.letter
    assert letter is not None
    assert finish(working) == ("Finished", "large")
    assert working.letter_page.footer._saved.text() == f"Finished, saved {letter.saved}"
    assert letter.saved in working.letter_page.footer.finish.toolTip()
    working.desk.correct("upheld_rate", "99")
    assert finish(working) == ("Finish   Ctrl+Enter", "primary")
    assert working.letter_page.footer._saved.text().startswith("Draft saved")
    saved(working, qtbot)
    assert finish(working) == ("Finished", "large")


def test_where_another_letter_waits_it_leads_there(working: Window, tmp_path: Path, qtbot: QtBot) -> None:
    saved(working, qtbot)
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA + b" another")
    first = working.queue.current
    assert first is not None
    working.ahead.close()  # the file is no PDF, as only the reader of the desk can be told
    working.sitting.arrivals.follow([other])
    assert finish(working) == ("Next letter   Ctrl+Enter", "large")
    working.desk.agree_safe()
    working.desk.deny("compliance_rate")
    saved(working, qtbot)
    qtbot.waitUntil(lambda: working.desk.letter is not None and working.desk.letter.name == "other.pdf")
    qtbot.waitUntil(lambda: working.desk.review is not None)
    assert finish(working) == ("Finish   Ctrl+Enter", "primary")
    working.sitting.go_to(first)
    qtbot.waitUntil(lambda: working.desk.review is not None)
    assert finish(working) == ("Next letter   Ctrl+Enter", "large")
    assert "Ctrl+Enter goes on to the next one." in working.letter_page.summary.next.text()
    working.actions_by_name["finish"].trigger()
    qtbot.waitUntil(lambda: working.desk.letter is not None and working.desk.letter.name == "other.pdf")


def test_where_there_is_little_room_the_words_for_its_keys_are_left_out(working: Window) -> None:
    working.resize(667, 336)
    QApplication.processEvents()
    assert finish(working) == ("Finish", "primary")
    assert "Ctrl+Enter" in working.letter_page.footer.finish.toolTip()
    working.desk.correct("upheld_rate", "99")
    assert finish(working) == ("Finish", "primary")
    working.resize(1300, 850)
    QApplication.processEvents()
    assert finish(working) == ("Finish   Ctrl+Enter", "primary")
