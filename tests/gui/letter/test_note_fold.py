"""Boxes for notes where the window is low: one line stands for them, and whoever goes to it is in a box."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.note_box import NoteBox
from ombudsview.gui.letter.note_fold import NoteFold


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Three boxes in a row, the fold between a box above and one below it."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit(page))
    column.addWidget(NoteFold(tuple(NoteBox("Which?", page) for _ in range(3)), page))
    column.addWidget(QLineEdit(page))
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    return page


def parts(page: QWidget) -> tuple[NoteFold, list[NoteBox], list[QLineEdit]]:
    (fold,) = page.findChildren(NoteFold)
    edges = page.findChildren(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return fold, page.findChildren(NoteBox), edges


def ask(box: NoteBox, why: str) -> None:
    box.show_note(why, "")
    box.show()


def test_the_line_counts_the_boxes_and_says_what_asks(page: QWidget) -> None:
    fold, boxes, _ = parts(page)
    fold.be_low(True)
    assert not fold.line.isVisible(), "nothing asks"
    ask(boxes[0], "Compliance is below 100%.")
    assert fold.line.text() == "1 note for the record…"
    ask(boxes[2], "The remedy came late.")
    assert fold.line.text() == "2 notes for the record…"
    assert fold.line.accessibleDescription() == "Compliance is below 100%.\nThe remedy came late."
    assert not any(box.isVisible() for box in boxes)
    fold.be_low(False)
    assert [box.isVisible() for box in boxes] == [True, False, True]
    assert not fold.line.isVisible()
    fold.be_low(True)
    boxes[0].put_away()
    boxes[2].put_away()
    assert not fold.line.isVisible()


def test_a_key_or_a_click_goes_into_a_box_and_leaving_folds_them_again(page: QWidget, qtbot: QtBot) -> None:
    fold, boxes, (above, below) = parts(page)
    fold.be_low(True)
    ask(boxes[0], "One.")
    ask(boxes[1], "Two.")
    above.setFocus()
    QTest.keyClick(above, Qt.Key.Key_Tab)
    assert boxes[0].box.hasFocus()
    QTest.keyClick(boxes[0].box, Qt.Key.Key_Tab)
    assert boxes[1].box.hasFocus()
    QTest.qWait(20)
    assert boxes[1].isVisible(), "from one box to the next they stay"
    QTest.keyClick(boxes[1].box, Qt.Key.Key_Tab)
    assert below.hasFocus()
    qtbot.waitUntil(fold.line.isVisible)
    QTest.keyClick(below, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert boxes[1].box.hasFocus(), "from below it is the last one"
    above.setFocus()
    qtbot.waitUntil(fold.line.isVisible)
    QTest.mouseClick(fold.line, Qt.MouseButton.LeftButton)
    assert boxes[0].box.hasFocus()


def test_what_is_typed_is_kept_when_the_boxes_fold(page: QWidget, qtbot: QtBot) -> None:
    fold, boxes, (above, _) = parts(page)
    given: list[str] = []
    boxes[0].given.connect(given.append)
    fold.be_low(True)
    ask(boxes[0], "One.")
    fold.line.setFocus()
    QTest.keyClicks(boxes[0].box, "Answer sooner.")
    above.setFocus()
    qtbot.waitUntil(fold.line.isVisible)
    assert given == ["Answer sooner."]
