"""One field while it is typed in: what Enter would do, and what was refused."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.details import Details
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.style.theme import UNIT
from ombudsview.reading.model import Doubt, FieldReading, ReaderState
from ombudsview.review.review import Review
from ombudsview.review.state import State
from tests.gui.handmade import reading
from tests.gui.keys import press, types
from tests.gui.letter.test_panel import go
from tests.history.made import VALUES, Letter


def button(row: FieldRow) -> tuple[str, bool]:
    """What the first answer says, and whether it can be pressed."""
    assert row._details is not None
    QApplication.processEvents()  # it is as wide as it may be
    return row._details.agree_button.text(), row._details.agree_button.isEnabled()


def test_the_button_says_what_enter_will_do(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate_similar")
    row = panel.row("upheld_rate_similar")
    assert button(row) == ("Agree  Enter", True)
    types("4")
    assert button(row) == ("Change to 4%  Enter", True)
    types("6")
    assert button(row) == ("Change to 46%  Enter", True)
    assert row._details is not None
    assert (
        row._details.agree_button.accessibleName() == "Change to 46%: Complaints upheld: average of similar authorities"
    )
    types("0")
    assert button(row) == ("Change to …  Enter", False)
    press(Qt.Key.Key_Backspace)
    assert button(row) == ("Change to 46%  Enter", True)
    for _ in range(2):
        press(Qt.Key.Key_Backspace)
    assert button(row) == ("Not in letter  Enter", True)
    types("45")
    assert button(row) == ("Agree  Enter", True)
    press(Qt.Key.Key_Escape)
    assert button(row) == ("Agree  Enter", True)
    types("46")
    press(Qt.Key.Key_Return)
    go(opened, "upheld_rate_similar")
    assert button(row) == ("Next  Enter", True)


@pytest.mark.parametrize("text", ["46", "45%", "", "many"])
def test_enter_does_what_the_button_said(panel: FieldsPanel, opened: Desk, text: str) -> None:
    go(opened, "upheld_rate_similar")
    row = panel.row("upheld_rate_similar")
    row.edit.clear()
    types(text)
    words, can = button(row)
    press(Qt.Key.Key_Return)
    assert opened.review is not None
    state = opened.review.field("upheld_rate_similar").state
    done = {State.CHANGED: "Change to 46%", State.AGREED: "Agree", State.NOT_IN_LETTER: "Not in letter"}
    assert words.removesuffix("  Enter") == done.get(state, "Change to …")
    assert can is (state is not State.LOOK_HERE)


def test_not_in_letter_is_offered_once_and_not_where_that_is_said_already(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate_similar")
    details = panel.row("upheld_rate_similar")._details
    assert details is not None
    assert not details.deny_button.isHidden()
    panel.row("upheld_rate_similar").edit.clear()
    assert details.deny_button.isHidden(), "Enter says it"
    opened.deny("upheld_rate_similar")
    go(opened, "upheld_rate_similar")
    assert details.deny_button.isHidden()
    types("4")
    assert not details.deny_button.isHidden()


def test_the_whole_text_and_the_key_are_in_the_buttons_tooltip_as_text(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "authority")
    row = panel.row("authority")
    assert row._details is not None
    assert row._details.agree_button.toolTip() == "Agree (Enter)"
    types("<b>Wraxmere")
    assert "&lt;b&gt;Wraxmere (Enter)" in row._details.agree_button.toolTip()
    assert "Del" not in row._details.deny_button.toolTip(), "that key takes a letter away just now"


def test_a_long_text_is_cut_short_on_the_button(panel: FieldsPanel, opened: Desk) -> None:
    panel.resize(900, 700)
    go(opened, "authority")
    types("The Council of the Isles of Scilly and beyond")
    assert button(panel.row("authority")) == ("Change to The Council of the Isle…  Enter", True)


def worry(row: FieldRow) -> str:
    return row._worry.text() if row._worry is not None and not row._worry.isHidden() else ""


def test_a_refusal_goes_as_soon_as_it_is_mended(panel: FieldsPanel, opened: Desk) -> None:
    go(opened, "upheld_rate")
    types("many")
    press(Qt.Key.Key_Return)
    row = panel.row("upheld_rate")
    assert worry(row).startswith('"many" is not a percentage')
    press(Qt.Key.Key_Backspace)
    assert worry(row).startswith('"man" is not a percentage'), "it speaks of what stands there now"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    types("9")
    assert worry(row) == ""
    types("9")
    press(Qt.Key.Key_Return)
    assert row.state is State.CHANGED


@pytest.mark.parametrize("width", [450, 380])
def test_a_long_text_makes_no_field_wider_than_the_panel(panel: FieldsPanel, opened: Desk, width: int) -> None:
    panel.resize(width, 700)
    go(opened, "authority")
    row = panel.row("authority")
    types("The Council of the Isles of Scilly")
    QTest.qWait(20)
    assert row.width() <= panel.viewport().width()
    assert row._details is not None
    agree = row._details.agree_button
    assert agree.text().startswith("Change to")
    assert agree.text().endswith("…  Enter")
    assert agree.sizeHint().width() >= agree.width()
    assert agree.fontMetrics().horizontalAdvance(agree.text()) < agree.width()
    panel.resize(900, 700)
    QTest.qWait(20)
    assert agree.text() == "Change to The Council of the Isle…  Enter"


def test_its_buttons_touch_no_words(qtbot: QtBot) -> None:
    words = "Such a letter gives this."
    doubt = Doubt("not_found", words, ("compliance_rate",))
    absent = FieldReading("compliance_rate", None, None, ReaderState.LOOK_HERE, (), (doubt,), words)
    review = Review(msgspec.structs.replace(reading(), fields=(absent,)), "x", who="", clock=lambda: "")
    row, details = FieldRow("compliance_rate"), Details()
    qtbot.addWidget(row)
    row.show_field(review.field("compliance_rate"))
    row.open(details, review)
    row.resize(420, row.sizeHint().height())
    row.show()
    QTest.qWait(20)
    answers, said = details.agree_button.parentWidget(), row._worry
    assert answers is not None
    assert said is not None
    assert not details._values.isVisible()
    assert answers.mapTo(row, QPoint(0, 0)).y() - said.geometry().bottom() >= UNIT - 2


def test_why_the_totals_differ_stands_in_the_open_row_of_either(qtbot: QtBot) -> None:
    review = Letter(VALUES | {"received.total": "79", "decided.total": "76"}).review
    for name in ("received.total", "decided.total"):
        row = FieldRow(name)
        qtbot.addWidget(row)
        row.show_field(review.field(name))
        assert row._worry is None  # no doubt: the closed row has nothing to say
        details = Details()
        row.open(details, review)
        assert "79 received, 76 decided: cases cross the year's end" in details._values.text()
        review.agree(name)
        assert review.field(name).state is State.AGREED
