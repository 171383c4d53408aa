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
from ombudsview.review.state import State
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
