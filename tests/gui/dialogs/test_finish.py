"""The reason to finish anyway is never lost: not to another letter, not to Esc, not to a second thought."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.dialogs.finish import FinishDialog
from ombudsview.gui.window import Window
from ombudsview.review.noted import REASON
from tests.gui.handmade import DATA
from tests.gui.listen import waiting


def asked(window: Window) -> FinishDialog:
    window.desk.finish()
    assert isinstance(window.talk.dialog, FinishDialog)
    return window.talk.dialog


def test_what_was_typed_of_it_is_there_when_the_letter_comes_back(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    QTest.keyClicks(asked(working).reason, "The rest is for")
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA + b"other")
    with waiting(qtbot, working.desk.read):
        working.open_files([other])
    assert working.talk.dialog is None
    assert asked(working).reason.text() == "", "it is another letter's"
    working.talk.dialog.reject()
    with waiting(qtbot, working.desk.read):
        working.sitting.step(-1)
    assert asked(working).reason.text() == "The rest is for"


@pytest.mark.parametrize("way", ["reject", "first_asked", "rest"])
def test_it_goes_into_the_draft_however_the_question_goes(working: Window, way: str, qtbot: QtBot) -> None:
    dialog = asked(working)
    QTest.keyClicks(dialog.reason, "The rest is for")
    if way == "first_asked":
        dialog.go_on.click()
    elif way == "reject":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(working.desk.keeping.drafts()))
    (draft,) = working.desk.keeping.drafts()
    assert [(event.asked, event.text) for event in draft.events] == [(REASON, "The rest is for")]


def test_enter_alone_finishes_nothing_by_a_reason_that_was_typed_before(working: Window, qtbot: QtBot) -> None:
    dialog = asked(working)
    QTest.keyClicks(dialog.reason, "The rest is for Monday.")
    dialog.reject()
    dialog = asked(working)
    assert (dialog.reason.text(), dialog.anyway.isEnabled()) == ("The rest is for Monday.", True)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert working.desk.review is not None
    assert not working.desk.review.finished
    dialog = asked(working)
    with waiting(qtbot, working.desk.finished):
        dialog.anyway.click()
    assert working.desk.review.finished
    assert working.desk.review.noted.half == {}
    assert working.desk.review.events[-1].reason == "The rest is for Monday."
