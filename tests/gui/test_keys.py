"""Every key that an officer was promised, pressed in the window with a letter open: it does what it was promised to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.window import Window
from ombudsview.review.journal import Journal
from ombudsview.review.state import FieldReview, State
from ombudsview.review.states import Deed
from tests.gui.handmade import DATA
from tests.gui.keys import press, types

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def field(window: Window, key: str) -> FieldReview:
    assert window.desk.review is not None
    return window.desk.review.field(key)


def at(window: Window, key: str) -> FieldRow:
    """Go to a field as a key would, its value selected."""
    window.desk.focus(key)
    return window.letter_page.panel.row(key)


def test_tab_commits_the_edit_and_goes_on_and_shift_tab_goes_back(working: Window) -> None:
    at(working, "upheld_rate")
    types("98")
    press(Qt.Key.Key_Tab)
    assert (working.desk.focus_key, field(working, "upheld_rate").value) == ("upheld_rate_similar", "98")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert working.desk.focus_key == "upheld_rate"
    assert field(working, "upheld_rate_similar").state is State.TO_CHECK
    types("97")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert (working.desk.focus_key, field(working, "upheld_rate").value) == ("reference", "97")


def test_enter_confirms_and_goes_on_to_the_next_open_field(working: Window) -> None:
    at(working, "authority")
    press(Qt.Key.Key_Return)
    assert (working.desk.focus_key, field(working, "authority").state) == ("period_end", State.AGREED)


def test_f8_goes_through_what_needs_a_look_and_shift_f8_back(working: Window) -> None:
    at(working, "authority")
    walked = []
    for _ in range(4):
        press(Qt.Key.Key_F8)
        walked.append(working.desk.focus_key)
    assert walked == ["period_end", "letter_date", "compliance_rate", "upheld_rate"]
    press(Qt.Key.Key_F8, SHIFT, times=2)
    assert working.desk.focus_key == "letter_date"


def test_esc_drops_the_edit_in_progress(working: Window) -> None:
    row = at(working, "upheld_rate")
    types("98")
    press(Qt.Key.Key_Escape)
    assert (row.edit.text(), field(working, "upheld_rate").state) == ("100%", State.TO_CHECK)


@pytest.mark.parametrize("entered", [True, False])
def test_control_r_goes_back_to_the_readers_value(working: Window, entered: bool) -> None:
    row = at(working, "upheld_rate")
    types("98")
    if entered:
        press(Qt.Key.Key_Return)
        at(working, "upheld_rate")
    press(Qt.Key.Key_R, CONTROL)
    assert row.edit.text() == "100%"
    assert (field(working, "upheld_rate").value, field(working, "upheld_rate").state) == ("100", State.TO_CHECK)
    press(Qt.Key.Key_Tab)
    assert field(working, "upheld_rate").state is State.TO_CHECK, "nothing of what was typed is left to be committed"


@pytest.mark.parametrize("key", ["compliance_rate", "upheld_rate"])
def test_delete_on_an_empty_field_says_not_in_letter(working: Window, key: str) -> None:
    row = at(working, key)
    if row.edit.text():
        press(Qt.Key.Key_Backspace)
        assert row.edit.text() == ""
    press(Qt.Key.Key_Delete)
    assert field(working, key).state is State.NOT_IN_LETTER


def test_a_query_is_put_off_with_its_note(working: Window) -> None:
    at(working, "upheld_rate")
    press(Qt.Key.Key_Q, CONTROL | SHIFT)
    types("Which year?")
    press(Qt.Key.Key_Return)
    assert (field(working, "upheld_rate").state, field(working, "upheld_rate").answer.note) == (
        State.QUERY,
        "Which year?",
    )
    assert working.desk.focus_key != "upheld_rate", "the work goes on"


def test_all_that_pass_are_agreed_in_one_step_and_finish_saves_and_opens_the_next(
    working: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA + b" another")
    working.ahead.close()  # the file is no PDF, as only the reader of the desk can be told
    working.sitting.arrivals.follow([other])
    at(working, "authority")
    press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert working.desk.review.open_keys() == ("compliance_rate",)
    assert working.desk.focus_key == "compliance_rate"
    press(Qt.Key.Key_Z, CONTROL)
    assert len(working.desk.review.open_keys()) == 8
    press(Qt.Key.Key_Y, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    at(working, "compliance_rate")
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: working.desk.letter is not None and working.desk.letter.name == "other.pdf")
    assert len(working.desk.keeping.rows()) == 1


def test_from_letter_to_letter_without_finishing(working: Window, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(DATA + b" another")
    working.ahead.close()  # the file is no PDF, as only the reader of the desk can be told
    working.sitting.arrivals.follow([other])
    at(working, "upheld_rate")
    types("98")
    press(Qt.Key.Key_PageDown, CONTROL)
    qtbot.waitUntil(lambda: working.desk.letter.name == "other.pdf" and working.desk.review is not None)
    press(Qt.Key.Key_PageUp, CONTROL)
    qtbot.waitUntil(lambda: working.desk.letter.name == "letter.pdf" and working.desk.review is not None)
    assert field(working, "upheld_rate").value == "98"
    assert working.desk.focus_key == "upheld_rate", "the work goes on where it was left"
    assert working.desk.keeping.rows() == ()


def test_between_field_and_page_both_ways(working: Window) -> None:
    row = at(working, "upheld_rate")
    press(Qt.Key.Key_F2)
    assert working.letter_page.view.hasFocus()
    press(Qt.Key.Key_F2)
    assert row.edit.hasFocus()


def test_space_on_a_field_flashes_its_source_and_types_where_it_is_typed_in(working: Window) -> None:
    row, glow = at(working, "authority"), working.letter_page.view._glow
    glow.stop()
    press(Qt.Key.Key_Space)
    assert glow.state() is glow.State.Running
    assert row.edit.text() == "Wraxmere Council"
    glow.stop()
    QTest.mouseClick(row._name, Qt.MouseButton.LeftButton)  # its name
    press(Qt.Key.Key_Space)
    assert glow.state() is glow.State.Running
    types("A town")
    assert row.edit.text() == "A town"


def test_words_of_the_page_are_walked_and_taken(working: Window) -> None:
    at(working, "reference")
    press(Qt.Key.Key_F2)
    working.letter_page.view.verticalScrollBar().setValue(0)
    press(Qt.Key.Key_BracketRight, times=2)
    press(Qt.Key.Key_BracketLeft)
    press(Qt.Key.Key_BraceRight, SHIFT)
    press(Qt.Key.Key_Return)
    assert field(working, "reference").value == "Wraxmere Council"
    assert working.letter_page.panel.row("reference").edit.hasFocus()


def test_enter_settles_a_query(working: Window) -> None:
    working.desk.query("upheld_rate", "Which year?")
    at(working, "upheld_rate")
    press(Qt.Key.Key_Return)
    assert field(working, "upheld_rate").state is State.AGREED
    assert field(working, "upheld_rate").answer.note == "Which year?"
    assert working.desk.focus_key != "upheld_rate"


@pytest.mark.parametrize("away", [False, True], ids=["in its box", "from another field"])
def test_a_question_that_is_half_typed_is_not_left_behind_by_finish(working: Window, away: bool) -> None:
    working.desk.agree_safe()
    at(working, "upheld_rate")
    press(Qt.Key.Key_Q, CONTROL | SHIFT)
    types("which av")
    if away:
        at(working, "investigations")
    press(Qt.Key.Key_Return, CONTROL)
    assert working.talk.dialog is None, "not even with a reason"
    assert "the question “which av” was typed and is not asked" in working.notice.text
    assert working.desk.focus_key == "upheld_rate"
    types("erage")
    press(Qt.Key.Key_Return)
    answer = field(working, "upheld_rate").answer
    assert answer is not None
    assert answer.note == "which average"


def test_a_note_that_is_half_typed_goes_with_the_letter_that_is_finished(working: Window, qtbot: QtBot) -> None:
    assert working.desk.review is not None
    working.desk.agree_safe()
    for key in working.desk.review.open_keys():
        working.desk.deny(key)
    working.desk.correct("authority", "Wraxmere Council")
    working.desk.correct("period_end", "31 March 2020")
    working.desk.correct("compliance_rate", "50")
    working.letter_page.lesson.box.setFocus()
    types("Answer soon")
    with qtbot.waitSignal(working.desk.finished):
        press(Qt.Key.Key_Return, CONTROL)
    (saved,) = working.desk.keeping.revisions(working.desk.keeping.rows()[0].letter)
    assert [event.text for event in saved.events if event.deed is Deed.LEARNT] == ["Answer soon"]


def test_agreeing_to_all_that_is_safe_leaves_a_field_alone_whose_question_is_half_typed(working: Window) -> None:
    at(working, "upheld_rate")
    press(Qt.Key.Key_Q, CONTROL | SHIFT)
    types("which av")
    press(Qt.Key.Key_Return, CONTROL | SHIFT)
    assert working.desk.review is not None
    assert working.desk.review.noted.half == {"upheld_rate": "which av"}
    assert field(working, "upheld_rate").state is State.TO_CHECK


def test_zoom_find_draft_and_key_sheet(working: Window) -> None:
    view = working.letter_page.view
    at(working, "upheld_rate")
    fitted = view.lie.column.scale
    press(Qt.Key.Key_Plus, CONTROL, times=2)
    press(Qt.Key.Key_Minus, CONTROL)
    assert view.lie.column.scale == pytest.approx(fitted * 1.2)
    press(Qt.Key.Key_0, CONTROL)
    assert view.lie.column.scale == pytest.approx(fitted)
    press(Qt.Key.Key_S, CONTROL)
    assert "Nothing was done to this letter yet" in working.notice.text
    types("98")
    press(Qt.Key.Key_S, CONTROL)
    (draft,) = working.desk.keeping.drafts()
    assert draft.events[-1].changes[0].after.value == "98"
    assert "The draft is on the disk" in working.notice.text
    press(Qt.Key.Key_F, CONTROL)
    assert working.letter_page.aids.bar.isVisible()
    types("July")
    press(Qt.Key.Key_Escape)
    assert not working.letter_page.aids.bar.isVisible()
    press(Qt.Key.Key_F1)
    (sheet,) = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "KeySheet" and one.isVisible()]
    sheet.close()


def test_what_is_saved_is_called_saved_and_what_is_not_on_the_disk_is_not(
    working: Window, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    at(working, "upheld_rate")
    working.desk.correct("upheld_rate", "98")
    letter = working.desk.letter
    assert letter is not None
    assert working.desk.finish("a test")
    qtbot.waitUntil(lambda: letter.saved != "" and not working.desk.saving.busy)
    press(Qt.Key.Key_S, CONTROL)
    assert "is saved to the history" in working.notice.text

    def full(*_: object, **__: object) -> None:
        raise Trouble("disk_full", "The disk is full.", "Make room.")

    monkeypatch.setattr(Journal, "start", full)
    working.desk.correct("upheld_rate", "97")
    working.notice.put_away()
    press(Qt.Key.Key_S, CONTROL)
    assert "not on the disk yet" in working.notice.text


def test_single_letters_never_act_while_a_box_has_the_keys(working: Window) -> None:
    row = at(working, "reference")
    types("[a] b")
    assert row.edit.text() == "[a] b"
