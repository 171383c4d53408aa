"""What is said of a step that will not do goes as soon as it is mended, or another field has the focus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.again.by_hand import Chosen, begin
from ombudsview.gui.window import Window
from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.letters.population_2023 import POPULATION_2023
from tests.gui.handmade import DATA
from tests.gui.listen import waiting


def refuse(window: Window) -> None:
    """Agree to a field that has no value."""
    window.desk.focus("compliance_rate")
    QTest.keyClick(window.letter_page.panel.row("compliance_rate").edit, Qt.Key.Key_Return)
    assert "No value was read" in window.notice.text


def types(window: Window) -> None:
    QTest.keyClicks(window.letter_page.panel.row("compliance_rate").edit, "5")


def says_not_in_letter(window: Window) -> None:
    QTest.keyClick(window.letter_page.panel.row("compliance_rate").edit, Qt.Key.Key_Delete)


def goes_elsewhere(window: Window) -> None:
    window.desk.focus("upheld_rate")


@pytest.mark.parametrize("mend", [types, says_not_in_letter, goes_elsewhere])
def test_a_refusal_goes_when_it_is_mended_or_left(working: Window, mend: Callable[[Window], None]) -> None:
    refuse(working)
    working.desk.focus("compliance_rate")
    assert working.notice.text, "it is still about this field"
    mend(working)
    assert working.notice.text == ""


def test_what_went_wrong_with_the_world_stays(working: Window) -> None:
    working.desk.troubled.emit(Trouble("disk_full", "The disk is full.", "Make room."))
    types(working)
    goes_elsewhere(working)
    assert "The disk is full" in working.notice.text


def test_words_that_do_not_fit_are_said_until_the_field_is_left(working: Window) -> None:
    working.desk.focus("upheld_rate")
    working.desk.refused.emit(Trouble("does_not_fit", "“Council” is not a percentage.", "Point at another place."))
    working.desk.focus("upheld_rate")
    assert "is not a percentage" in working.notice.text
    working.desk.focus("letter_date")
    assert working.notice.text == ""


def test_what_only_tells_goes_with_the_next_step(working: Window) -> None:
    working.desk.focus("upheld_rate")
    working.notice.say("Copied.")
    working.desk.focus("upheld_rate")
    assert working.notice.text == "Copied."
    working.desk.step(1)
    assert working.notice.text == ""
    working.notice.say("It can be brought back.", ("Bring it back", lambda: None))
    working.desk.step(1)
    assert working.notice.text, "it offers something"
    working.desk.agree_safe()
    assert "agreed in one step" in working.notice.text, "it is said of this step"


def test_esc_that_nothing_else_wants_dismisses_the_notice(working: Window) -> None:
    working.desk.focus("upheld_rate")
    edit = working.letter_page.panel.row("upheld_rate").edit
    QTest.keyClicks(edit, "5")
    working.notice.warn("The disk is full.")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.edited
    assert working.notice.text, "what is being typed is dropped first"
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert working.notice.text == ""
    working.notice.warn("The disk is full.")
    QTest.keyClick(working.letter_page.footer.finish, Qt.Key.Key_Escape)
    assert working.notice.text == ""


@pytest.mark.parametrize("further", [Qt.Key.Key_BracketRight, Qt.Key.Key_Escape])
def test_a_refused_word_is_left_with_the_next_one(working: Window, further: Qt.Key) -> None:
    working.desk.focus("compliance_rate")
    view = working.letter_page.view
    view.setFocus()
    for key in (Qt.Key.Key_BracketRight, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    assert "is not a percentage" in working.notice.text
    QTest.keyClick(view, further)
    assert working.notice.text == ""
    assert view.hasFocus()


def test_each_dialog_goes_when_it_was_answered_and_no_other(working: Window, qtbot: QtBot) -> None:
    below, above = QDialog(working), QDialog(working)
    gone: list[str] = []
    below.destroyed.connect(lambda: gone.append("below"))
    above.destroyed.connect(lambda: gone.append("above"))
    working.talk.ask(below)
    working.talk.ask(above)
    below.reject()
    qtbot.waitUntil(lambda: gone == ["below"])
    assert working.talk.dialog is above
    above.accept()
    qtbot.waitUntil(lambda: gone == ["below", "above"])
    assert working.talk.dialog is None


def test_a_letter_that_was_given_a_kind_by_hand_can_be_given_another(working: Window) -> None:
    working.talk.fill_by_hand()
    assert working.talk.dialog is None, "what was recognised has its kind"
    begin(working.desk, Chosen(OVERVIEW_2025, {"authority": "Alder Council"}))
    working.talk.fill_by_hand()
    dialog = working.talk.dialog
    assert isinstance(dialog, QInputDialog)
    assert dialog.textValue() == OVERVIEW_2025.name
    dialog.setTextValue(POPULATION_2023.name)
    dialog.accept()
    assert working.desk.review is not None
    assert working.desk.review.reading.kind == POPULATION_2023.key
    assert working.desk.review.values()["authority"] == "Alder Council"


def test_a_question_about_a_letter_is_not_answered_for_the_one_that_came_meanwhile(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(working.desk, Chosen(OVERVIEW_2025))
    working.talk.fill_by_hand()
    dialog = working.talk.dialog
    assert isinstance(dialog, QInputDialog)
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA + b"other")
    with waiting(qtbot, working.desk.read):
        working.open_files([other])
    assert working.talk.dialog is None
