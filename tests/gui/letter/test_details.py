"""The note of a query that is being typed: what happens beside it lets it be, and no other field opens when it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.details import Details
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.row import FieldRow
from ombudsview.history.compare import Besides
from ombudsview.review.noted import Noted
from ombudsview.review.state import State
from tests.gui.handmade import paper
from tests.gui.keys import press, types
from tests.gui.listen import waiting


@pytest.fixture
def asking(panel: FieldsPanel, opened: Desk) -> Details:
    """The details of a field whose note is half typed."""
    opened.focus("upheld_rate")
    panel.ask_note()
    types("which av")
    details = panel.findChild(Details)
    assert details is not None
    return details


def open_rows(panel: FieldsPanel) -> list[str]:
    return [row.key for row in panel.findChildren(FieldRow) if row.is_open]


def test_it_stays_when_other_letters_are_found_or_another_field_changes(
    asking: Details, panel: FieldsPanel, opened: Desk
) -> None:
    panel.show_besides(Besides("Alder Council", "2020-03-31"))
    opened.correct("investigations", "7")
    assert asking.half_note == "which av"
    types("erage")
    assert asking.half_note == "which average"


def test_it_stays_when_it_is_asked_for_once_more(asking: Details, panel: FieldsPanel) -> None:
    panel.ask_note()
    assert asking.half_note == "which av"


def test_it_goes_with_another_answer_to_its_field(asking: Details, panel: FieldsPanel, opened: Desk) -> None:
    opened.deny("upheld_rate")
    assert asking.half_note is None
    assert panel.row("upheld_rate").edit.hasFocus()
    assert opened.focus_key == "upheld_rate"
    assert opened.review is not None
    assert opened.review.field("upheld_rate").state is State.NOT_IN_LETTER


def test_it_waits_in_its_field_while_another_is_open(asking: Details, panel: FieldsPanel, opened: Desk) -> None:
    opened.focus("investigations")
    assert asking.half_note is None
    assert open_rows(panel) == ["investigations"]
    assert panel.row("investigations").edit.hasFocus()
    opened.focus("authority")
    opened.focus("upheld_rate")
    assert asking.half_note == "which av"
    types("erage")
    assert panel.commit(), "as saving the draft does"
    press(Qt.Key.Key_Escape)
    opened.flash()
    assert asking.half_note is None, "what was dropped does not come back"
    opened.focus("authority")
    opened.focus("upheld_rate")
    assert asking.half_note is None


def test_it_outlives_the_text_that_was_typed_beside_it_when_the_letter_is_left(
    panel: FieldsPanel, opened: Desk, qtbot: QtBot
) -> None:
    opened.focus("upheld_rate")
    types("98")
    panel.ask_note()
    types("which av")
    letter = opened.letter
    assert letter is not None
    with waiting(qtbot, opened.read):
        opened.put(letter)
    opened.focus("upheld_rate")
    assert opened.review is not None
    assert opened.review.field("upheld_rate").value == "98"
    assert panel.findChild(Details).half_note == "which av"  # type: ignore[union-attr]


def test_no_other_field_opens_when_the_letter_is_read_anew(asking: Details, panel: FieldsPanel, opened: Desk) -> None:
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    opened.rereading.emit()
    opened.read.emit()
    assert open_rows(panel) == []
    assert opened.focus_key == "upheld_rate"
    opened.focus("upheld_rate")
    assert open_rows(panel) == ["upheld_rate"]
    assert asking.half_note == "which av"


def test_it_is_in_the_draft_before_it_is_given_and_comes_back_from_there(
    asking: Details, panel: FieldsPanel, opened: Desk, qtbot: QtBot
) -> None:
    def on_the_disk() -> dict[str, str]:
        """What a program that was killed just now would find."""
        found = opened.keeping.drafts()
        return Noted(found[0].events).half if found else {}

    qtbot.waitUntil(lambda: on_the_disk() == {"upheld_rate": "which av"})
    (draft,) = opened.keeping.drafts()
    opened.close()
    letter = opened.keeping.resume(draft)
    letter.paper = paper()
    with waiting(qtbot, opened.read):
        opened.put(letter)
    assert opened.focus_key == "upheld_rate"
    assert asking.half_note == "which av"
    types("erage")
    press(Qt.Key.Key_Return)
    assert opened.review is not None
    answer = opened.review.field("upheld_rate").answer
    assert answer is not None
    assert answer.note == "which average"
    assert on_the_disk() == {}, "what was given is half typed no more"


@pytest.mark.parametrize("other", ["Esc", "deny"])
def test_what_was_dropped_is_not_in_the_draft(other: str, panel: FieldsPanel, opened: Desk, qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    opened.correct("upheld_rate", "98")
    opened.focus("upheld_rate")
    panel.ask_note()
    types("which av")
    review = opened.review
    assert review is not None
    qtbot.waitUntil(lambda: bool(review.noted.half))
    match other:
        case "Esc":
            press(Qt.Key.Key_Escape)
        case "deny":
            opened.deny("upheld_rate")
    assert review.noted.half == {}


def test_a_value_that_is_typed_in_another_field_takes_no_note_away(
    asking: Details, panel: FieldsPanel, opened: Desk, qtbot: QtBot
) -> None:
    review = opened.review
    assert review is not None
    opened.focus("investigations")
    panel.ask_note()
    types("all of")
    panel.row("investigations").edit.setFocus()
    types("7")
    opened.focus("upheld_rate")
    assert review.field("investigations").value == "7"
    assert review.noted.half == {"upheld_rate": "which av", "investigations": "all of"}
    assert asking.half_note == "which av"
