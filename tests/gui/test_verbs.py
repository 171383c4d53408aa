"""What acts on the letter acts where it is seen: from another page it shows the letter, and a deed waits to be asked again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.verbs import DEEDS
from ombudsview.gui.window import Window
from tests.gui.keys import press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PAGES = ["show_history", "show_trends"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("deed", sorted(DEEDS))
def test_nothing_is_done_to_a_letter_that_is_not_seen(working: Window, page: str, deed: str) -> None:
    assert working.desk.review is not None
    working.actions_by_name[page].trigger()
    assert not working.pages.shows_letter
    working.actions_by_name[deed].trigger()
    assert working.desk.review.events == []
    assert working.talk.dialog is None
    assert working.pages.shows_letter
    assert "nothing has been done to it yet" in working.notice.text
    assert working.letter_page.panel.row("authority").edit.hasFocus()


def test_asked_once_more_it_is_done(working: Window) -> None:
    working.actions_by_name["show_trends"].trigger()
    for done in (False, True):
        press(Qt.Key.Key_Return, CONTROL | SHIFT)
        assert working.desk.review is not None
        assert bool(working.desk.review.events) is done


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("step", ["next_open", "swap_side", "query", "flash", "find", "undo"])
def test_what_only_looks_or_asks_shows_the_letter_and_goes_on(
    working: Window, page: str, step: str, qtbot: QtBot
) -> None:
    working.desk.agree("authority")
    working.actions_by_name[page].trigger()
    working.actions_by_name[step].trigger()
    assert working.pages.shows_letter
    qtbot.waitUntil(lambda: working.letter_page.isAncestorOf(QApplication.focusWidget()))
    assert working.desk.review is not None
    assert (working.desk.focus_key, working.desk.review.can_undo) == {
        "undo": ("authority", False),
        "next_open": ("letter_date", True),
    }.get(step, ("period_end", True))


def test_undo_in_the_filter_of_the_saved_letters_stays_there(working: Window, qtbot: QtBot) -> None:
    working.desk.agree("authority")
    with qtbot.waitSignal(working.desk.finished):
        working.desk.finish("a test")
    working.actions_by_name["show_history"].trigger()
    box = working.pages.history.filter
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    QTest.keyClicks(box, "Wrax")
    working.actions_by_name["undo"].trigger()
    assert box.text() == ""
    assert not working.pages.shows_letter
    assert working.desk.review is not None
    assert working.desk.review.finished


def test_what_stands_in_the_place_of_the_letter_gives_way_as_well(working: Window) -> None:
    working.workplace.show_summary()
    working.actions_by_name["agree_safe"].trigger()
    assert working.desk.review is not None
    assert working.desk.review.events == []
    assert not working.workplace.shows_summary
