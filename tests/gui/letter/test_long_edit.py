"""Remarks are read and written in a box of several lines, an item on each; keys do there what they do in the other boxes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.letter.long_edit import LongEdit
from ombudsview.gui.window import Window
from ombudsview.review.states import State
from tests.gui.handmade import FakeReader, read, reading, source
from tests.gui.listen import Heard

LATE = "I am disappointed that your Council was late in eleven of the twelve cases in which it had agreed to a remedy."
PRAISE = "I welcome the way in which your officers now work with mine."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader() -> FakeReader:
    """A letter with a remark."""
    reader = FakeReader()
    remarks = msgspec.structs.replace(read("remarks", LATE, LATE, source(0)), value=(LATE,), printed=(LATE,))
    reader.readings = (msgspec.structs.replace(reading(), fields=(*reading().fields, remarks)),)
    return reader


@pytest.fixture
def box(qtbot: QtBot) -> Iterator[LongEdit]:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(420, 400)
    box = LongEdit(" | ", over)
    column = QVBoxLayout(over)
    column.addWidget(box)
    column.addStretch()
    box.settle(f"{LATE} | {PRAISE}")
    over.show()
    over.activateWindow()
    QTest.qWaitForWindowActive(over)
    yield box
    over.close()


def test_each_item_stands_on_lines_of_its_own_and_comes_out_as_it_went_in(box: LongEdit, qtbot: QtBot) -> None:
    assert box.toPlainText() == f"{LATE}\n{PRAISE}"
    assert box.text() == f"{LATE} | {PRAISE}"
    assert not box.edited
    one_line = box.height()
    box.grow(True)
    whole = round(box.document().size().height())
    assert whole >= 4, "both are broken over several lines"
    qtbot.waitUntil(lambda: box.height() >= whole * box.fontMetrics().lineSpacing())  # all of them show
    assert box.height() > one_line
    box.grow(False)
    assert box.height() == one_line


def test_its_words_keep_away_from_its_frame_as_soon_as_it_is_open(box: LongEdit) -> None:
    assert box.viewport().x() == 0
    box.grow(True)
    assert box.viewport().x() >= 4
    box.grow(False)
    assert box.viewport().x() == 0


def test_a_very_long_list_is_scrolled(box: LongEdit, qtbot: QtBot) -> None:
    box.settle(" | ".join([LATE] * 20))
    box.grow(True)
    QTest.qWait(20)
    assert box.height() < box.window().height()
    assert box.verticalScrollBar().maximum() > 0


def test_enter_confirms_and_shift_enter_begins_another_item(box: LongEdit) -> None:
    entered, edited = Heard(box.entered), Heard(box.textEdited)
    box.setFocus()
    assert box.selectedText() == box.text()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(box, "New.")
    assert box.text() == f"{LATE} | {PRAISE} | New."
    assert edited.args == (box.text(),)
    assert box.edited
    assert not entered.all
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert len(entered.all) == 1
    assert box.text().endswith("New."), "Enter is no part of the text"


def test_the_other_keys_are_those_of_every_field(box: LongEdit) -> None:
    heard = {name: Heard(getattr(box, name)) for name in ("emptied", "sought", "stepped", "escaped", "filled")}
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    QTest.keyClick(box, Qt.Key.Key_Backtab, SHIFT)
    assert [len(heard[name].all) for name in ("sought", "emptied")] == [1, 1]
    assert heard["stepped"].all == [(1,), (-1,)]
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, " x")
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert len(heard["emptied"].all) == 1, "within a text it deletes a character"
    box.undo()
    assert not box.edited
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert len(heard["escaped"].all) == 1
    assert not heard["filled"].all
    QApplication.clipboard().setText("pasted")
    box.paste()
    assert box.edited
    assert not heard["filled"].all


def test_a_client_of_the_accessibility_tree_can_fill_it(box: LongEdit) -> None:
    heard = Heard(box.filled)
    QAccessible.queryAccessibleInterface(box).setText(QAccessible.Text.Value, "Said aloud.")
    assert heard.all
    assert box.text() == "Said aloud."


def test_half_typed_text_that_comes_back_is_gone_on_with_at_its_end(box: LongEdit) -> None:
    half = f"{LATE} | {PRAISE} | And a th"
    box.put(half)
    box.setFocus()
    QTest.keyClicks(box, "ird.")
    assert box.text() == f"{half}ird."
    QTest.keyClick(box, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    box.put(box.text())  # as it is shown anew while it is being typed
    QTest.keyClicks(box, "x")
    assert box.text() == f"x{half}ird."


def test_the_remarks_of_a_letter_are_written_there(working: Window, letter_file: Path, qtbot: QtBot) -> None:
    desk, panel = working.desk, working.letter_page.panel
    desk.correct("remarks", f"{LATE} | {PRAISE}")
    desk.focus("authority")
    row = panel.row("remarks")
    box = row.edit
    assert isinstance(box, LongEdit)
    closed = box.height()
    desk.focus("remarks")
    qtbot.waitUntil(lambda: box.height() > 2 * closed)
    assert box.width() > row.width() * 3 // 4, "the lines have the width of the fields"
    assert row._name.geometry().bottom() <= box.geometry().top()
    QTest.keyClick(box, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(box, Qt.Key.Key_Return, SHIFT)
    QTest.keyClicks(box, "A third one.")
    assert desk.review is not None
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert desk.review.field("remarks").value == (LATE, PRAISE, "A third one.")
    assert desk.review.field("remarks").state is State.CHANGED
    assert box.height() == closed or not row.is_open
    desk.focus("remarks")
    QTest.keyClicks(box, "x")
    working.actions_by_name["undo"].trigger()
    assert not box.edited, "the box's own step is taken back first"
    assert desk.review.field("remarks").value == (LATE, PRAISE, "A third one.")


@pytest.mark.parametrize("sign", ["\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}", "\N{PARAGRAPH SEPARATOR}", "\r\n", "\r"])
def test_a_sign_that_the_box_writes_otherwise_is_no_edit(box: LongEdit, sign: str) -> None:
    """Leaving the field would enter the value as the officer's own, and other than it is printed."""
    box.settle(f"12{sign}cases | {PRAISE}")
    assert not box.edited
    box.setFocus()
    box.selectAll()
    heard = Heard(box.emptied)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    assert len(heard.all) == 1, "it is the settled value that is selected"


def test_a_no_break_space_outlives_an_edit_beside_it(box: LongEdit) -> None:
    box.settle("12\N{NO-BREAK SPACE}cases")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_End)
    QTest.keyClicks(box, ".")
    assert box.text() == "12\N{NO-BREAK SPACE}cases."


def test_a_letter_dropped_on_it_is_the_windows(box: LongEdit) -> None:
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/letters/letter.pdf")])
    words.setText("Words.")
    for mime, taken in ((files, False), (words, True)):
        event = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        event.ignore()
        QApplication.sendEvent(box.viewport(), event)
        assert event.isAccepted() is taken


def test_the_wheel_is_for_the_fields_until_it_is_open(box: LongEdit) -> None:
    box.settle(" | ".join([LATE] * 20))

    def turned() -> bool:
        down, middle = QPoint(0, -120), QPointF(9, 9)
        event = QWheelEvent(
            middle, box.viewport().mapToGlobal(middle), QPoint(), down, Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box.viewport(), event)
        return event.isAccepted()

    assert not turned()
    assert box.verticalScrollBar().value() == 0
    box.grow(True)
    QTest.qWait(20)
    assert turned()
    assert box.verticalScrollBar().value() > 0
