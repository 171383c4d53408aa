from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.row import FieldRow
from ombudsview.review.state import State
from tests.gui.keys import press, types
from tests.gui.listen import waiting


def go(desk: Desk, name: str) -> None:
    desk.focus(name)


def state(desk: Desk, name: str) -> State:
    assert desk.review is not None
    return desk.review.field(name).state


def test_the_field_in_focus_is_open_and_no_other(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    rows = [panel.row(name) for name in ("authority", "letter_date", "upheld_rate", "investigations")]
    assert [row.is_open for row in rows] == [False, False, True, False]
    assert panel.row("upheld_rate").edit.hasFocus()
    assert panel.row("upheld_rate").edit.selectedText() == "100%"


def test_rows_are_grouped_as_the_letter_groups_them(panel: FieldsPanel) -> None:
    order = sorted(panel.findChildren(FieldRow), key=lambda row: row.y())
    assert [row.key for row in order] == [
        "authority", "period_end", "letter_date", "reference",
        "upheld_rate", "upheld_rate_similar", "upheld_decisions", "investigations", "compliance_rate",
    ]  # fmt: skip


def test_enter_agrees_and_goes_on(panel: FieldsPanel, opened: Desk) -> None:
    press(Qt.Key.Key_Return)
    assert state(opened, "authority") is State.AGREED
    assert panel.row("period_end").edit.hasFocus()


def test_typing_and_enter_correct_and_go_on(panel: FieldsPanel, opened: Desk) -> None:
    for identity in ("authority", "period_end", "letter_date"):
        opened.agree(identity)
    opened.deny("compliance_rate")
    go(opened, "upheld_rate")
    types("100")
    press(Qt.Key.Key_Enter)
    go(opened, "upheld_rate_similar")
    types("46")
    press(Qt.Key.Key_Enter)
    assert state(opened, "upheld_rate_similar") is State.CHANGED
    assert panel.row("upheld_rate_similar").edit.text() == "46%"
    assert opened.focus_key == "upheld_decisions"


def test_tab_commits_and_moves_without_agreeing(panel: FieldsPanel, opened: Desk) -> None:
    press(Qt.Key.Key_Tab)
    assert state(opened, "authority") is State.TO_CHECK
    assert opened.focus_key == "period_end"
    types("31 March 2021")
    press(Qt.Key.Key_Tab)
    assert state(opened, "period_end") is State.CHANGED
    assert opened.focus_key == "letter_date"
    press(Qt.Key.Key_Backtab)
    assert opened.focus_key == "period_end"
    assert state(opened, "letter_date").is_open


def test_a_click_elsewhere_commits_too(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("98")
    QTest.mouseClick(panel.row("letter_date"), Qt.MouseButton.LeftButton)
    assert opened.focus_key == "letter_date"
    assert state(opened, "upheld_rate") is State.CHANGED


def test_what_is_no_value_stays_and_says_why(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("many")
    press(Qt.Key.Key_Tab)
    assert opened.focus_key == "upheld_rate"
    assert panel.row("upheld_rate").edit.text() == "many"
    words = [label.text() for label in panel.row("upheld_rate").findChildren(type(panel.row("upheld_rate")._name))]
    assert any("percentage" in text for text in words)
    press(Qt.Key.Key_Escape)
    assert panel.row("upheld_rate").edit.text() == "100%"


def test_what_is_no_value_survives_a_click_elsewhere(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("many")
    go(opened, "letter_date")
    assert panel.row("upheld_rate").edit.text() == "many"
    assert opened.review is not None
    assert opened.review.field("upheld_rate").typing == "many"


@pytest.mark.parametrize("with_enter", [True, False])
@pytest.mark.parametrize("with_mouse", [True, False])
def test_what_was_refused_stays_refused_and_is_never_saved_over(
    panel: FieldsPanel, opened: Desk, qtbot: QtBot, with_enter: bool, with_mouse: bool
) -> None:
    opened.agree_safe()
    opened.deny("compliance_rate")
    go(opened, "upheld_rate")
    row = panel.row("upheld_rate")
    types("570")
    if with_enter:
        press(Qt.Key.Key_Return)
    if with_mouse:
        QTest.mouseClick(panel.row("letter_date"), Qt.MouseButton.LeftButton)
    else:
        opened.focus("letter_date")
    assert opened.focus_key == "letter_date"
    assert row.edit.text() == "570"
    assert row.edit.property("ink") == "look"
    assert row.state is State.LOOK_HERE
    assert row._worry is not None
    assert not row._worry.isHidden()
    assert '"570" is not a percentage' in row._worry.text()
    assert opened.review is not None
    assert opened.review.open_keys() == ("upheld_rate",)
    with waiting(qtbot, opened.refused) as heard:
        assert not opened.finish("Whatever.")
    assert heard.args[0].sentence.startswith("Upheld rate: “570” was typed")
    assert opened.focus_key == "upheld_rate"
    press(Qt.Key.Key_Escape)
    assert (row.edit.text(), row.edit.property("ink"), row.state) == ("100%", "", State.AGREED)
    assert opened.finish()


def test_undo_takes_back_what_was_refused_in_its_turn(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("570")
    press(Qt.Key.Key_Return)
    go(opened, "letter_date")
    press(Qt.Key.Key_Return)
    assert state(opened, "letter_date") is State.AGREED
    opened.undo()
    assert state(opened, "letter_date") is State.TO_CHECK
    assert panel.row("upheld_rate").edit.text() == "570"
    assert opened.can_undo
    opened.undo()
    assert not opened.can_undo
    assert opened.focus_key == "upheld_rate"
    assert panel.row("upheld_rate").edit.text() == "100%"
    assert state(opened, "upheld_rate") is State.TO_CHECK


def test_text_typed_back_to_the_value_leaves_nothing_in_the_draft(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("570")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    types("100%")
    press(Qt.Key.Key_Tab)
    assert opened.review is not None
    assert opened.review.typed_keys() == ()
    assert state(opened, "upheld_rate") is State.TO_CHECK
    assert panel.row("upheld_rate").edit.property("ink") == ""


def test_escape_drops_what_is_typed_and_nothing_else(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("99")
    press(Qt.Key.Key_Escape)
    assert panel.row("upheld_rate").edit.text() == "100%"
    assert state(opened, "upheld_rate") is State.TO_CHECK


def test_delete_on_an_untouched_field_says_not_in_letter(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    press(Qt.Key.Key_Delete)
    assert state(opened, "upheld_rate") is State.NOT_IN_LETTER
    assert opened.focus_key == "upheld_rate"
    types("97")
    press(Qt.Key.Key_Return)
    assert state(opened, "upheld_rate") is State.CHANGED


def test_delete_on_an_empty_field_says_not_in_letter(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "compliance_rate")
    press(Qt.Key.Key_Delete)
    assert state(opened, "compliance_rate") is State.NOT_IN_LETTER


def test_delete_inside_a_text_deletes_a_character(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "authority")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert panel.row("authority").edit.text() == "raxmere Council"
    assert state(opened, "authority") is State.TO_CHECK


def test_a_query_is_kept_with_its_note_and_the_work_goes_on(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    panel.ask_note()
    types("Which average?")
    press(Qt.Key.Key_Return)
    assert opened.review is not None
    answer = opened.review.field("upheld_rate").answer
    assert answer is not None
    assert answer.note == "Which average?"
    assert opened.focus_key not in ("", "upheld_rate"), "as after every other Enter"
    assert panel.row(opened.focus_key).edit.hasFocus()


def test_the_question_stays_beside_the_answer(panel: FieldsPanel, opened: Desk) -> None:
    opened.query("upheld_rate", "Which average?")
    opened.deny("upheld_rate")
    row = panel.row("upheld_rate")
    assert row.state is State.NOT_IN_LETTER
    assert row._worry is not None
    assert (row._worry.text(), row._worry.isHidden()) == ("Query: Which average?", False)
    opened.reset("upheld_rate")
    assert row._worry.isHidden()


def test_a_query_can_be_dropped(panel: FieldsPanel, opened: Desk) -> None:
    panel.ask_note()
    ways = (panel._details.note_button, panel._details.drop_button)
    assert [(way.text(), way.accessibleName()) for way in ways] == [
        ("Query  Enter", "Query with this note: Authority"),
        ("Cancel  Esc", "Cancel the query: Authority"),
    ]
    press(Qt.Key.Key_Escape)
    assert state(opened, "authority") is State.TO_CHECK
    assert panel.row("authority").edit.hasFocus()


def test_text_being_typed_reaches_the_draft(panel: FieldsPanel, opened: Desk, qtbot: QtBot) -> None:
    go(opened, "upheld_rate")
    types("9")
    assert opened.keeping.drafts() == ()
    qtbot.waitUntil(lambda: len(opened.keeping.drafts()) == 1)
    assert opened.review is not None
    assert opened.review.field("upheld_rate").typing == "9"
    assert panel.row("upheld_rate").edit.text() == "9"


def test_an_answer_elsewhere_leaves_what_is_typed(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("9")
    opened.deny("investigations")
    assert panel.row("upheld_rate").edit.text() == "9"


def test_every_box_has_a_name_and_says_how_it_stands(panel: FieldsPanel, opened: Desk) -> None:
    opened.agree("upheld_rate")
    edit = panel.row("upheld_rate").edit
    assert edit.accessibleName() == "Upheld rate"
    twins = [panel.row(key).edit.accessibleName() for key in panel._rows]
    assert len(twins) == len(set(twins)), "fields of one name are told apart by their group"
    assert edit.accessibleDescription() == "Agreed. Printed 100%, page 2."
    assert all(box.accessibleName() for box in panel.findChildren(QLineEdit))


def test_a_failed_check_is_said_at_every_field_that_it_concerns(panel: FieldsPanel, opened: Desk) -> None:
    opened.correct("upheld_rate", "99")
    for name in ("upheld_decisions", "investigations"):
        row = panel.row(name)
        assert row.state is State.LOOK_HERE
        assert row._worry is not None
        assert row._worry.text() == "2 of 2 is 100%, not 99%."
        assert not row._worry.isHidden()
    opened.undo()
    assert panel.row("investigations").state is State.TO_CHECK
    assert panel.row("investigations")._worry.isHidden()


def test_another_letter_clears_the_rows(panel: FieldsPanel, opened: Desk) -> None:
    rows = [panel.row("authority"), panel.row("upheld_rate")]
    opened.close()
    assert not any(row.isVisible() or row.edit.text() for row in rows)
    assert panel.thread_end() is None
