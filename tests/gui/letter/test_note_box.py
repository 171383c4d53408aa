"""A box for a note that is used for one letter after the other holds nothing of the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.note_box import NoteBox
from ombudsview.gui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_note_of_one_letter_cannot_be_brought_back_in_the_next(qtbot: QtBot) -> None:
    box = NoteBox("What was learnt?")
    qtbot.addWidget(box)
    box.show_note("Compliance is below 100%.", "")
    box.show()
    QTest.keyClicks(box.box, "of the first letter")
    box.commit()
    box.put_away()
    box.show_note("The remedy came late.", "")
    box.show()
    given: list[str] = []
    box.given.connect(given.append)
    assert not box.box.isUndoAvailable()
    box.box.undo()
    box.commit()
    assert given == [""]


def test_undo_in_a_note_takes_what_is_typed_there_first_and_then_the_last_step(working: Window, qtbot: QtBot) -> None:
    desk, box = working.desk, working.letter_page.lesson.box
    desk.correct("compliance_rate", "50")
    desk.correct("upheld_rate", "58")
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    QTest.keyClicks(box, "Answer sooner.")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert (box.text(), desk.review.values()["upheld_rate"]) == ("", "58")
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert box.text() == "Answer sooner."
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert desk.review.values()["upheld_rate"] == "100"
    assert desk.focus_key == "upheld_rate"


def test_a_note_that_is_kept_stays_when_the_last_step_is_taken_back_from_it(working: Window, qtbot: QtBot) -> None:
    desk, box = working.desk, working.letter_page.lesson.box
    desk.correct("compliance_rate", "50")
    desk.learn("Answer sooner.")
    desk.correct("upheld_rate", "58")
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Z, CONTROL)
    assert desk.review.values()["upheld_rate"] == "100"
    assert (box.text(), desk.review.noted.lesson) == ("Answer sooner.", "Answer sooner.")


def test_half_a_question_is_not_lost_by_a_step_back_and_an_empty_box_lets_it_be_taken(working: Window) -> None:
    desk, details = working.desk, working.letter_page.panel._details
    desk.correct("upheld_rate", "58")
    desk.focus("upheld_rate")
    details.go_on_with_note("Is it")  # as when it was begun before
    QTest.keyClick(details._note, Qt.Key.Key_Z, CONTROL)
    assert (details.half_note, desk.review.values()["upheld_rate"]) == ("Is it", "58")
    details.go_on_with_note("")
    QTest.keyClick(details._note, Qt.Key.Key_Z, CONTROL)
    assert desk.review.values()["upheld_rate"] == "100"
