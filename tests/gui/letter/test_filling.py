"""Filling the field in focus from the page: by a click, a box, more places of one value, and by key alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.letter_page import LetterPage
from ombudsview.gui.letter.pointer import Pointer
from ombudsview.paper.geometry import around
from ombudsview.review.state import FieldReview, State
from tests.gui.handmade import WORDS, box
from tests.gui.letter.laid_out import letter_page
from tests.gui.listen import Heard

SHIFT, CONTROL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(opened: Desk, qtbot: QtBot) -> LetterPage:
    """The letter with its fields beside it."""
    return letter_page(opened, qtbot)


@pytest.fixture
def pointer(page: LetterPage) -> Pointer:
    return page.filling.pointer


def spot(page: LetterPage, *texts: str) -> QPoint:
    """The middle of words on the viewport, brought into view."""
    word = [word for word in WORDS if word[1] in texts]
    whole = around(box(*one[1:]) for one in word)
    if not page.view.clear.contains(page.view.lie.place(word[0][0] - 1, whole)):
        page.view.bring(page.view.lie.place(word[0][0] - 1, whole))
        QTest.qWait(400)
    return page.view.lie.place(word[0][0] - 1, whole).center().toPoint()


def field(desk: Desk, key: str) -> FieldReview:
    assert desk.review is not None
    return desk.review.field(key)


def mouse(page: LetterPage, kind: QEvent.Type, at: QPointF, modifiers: Qt.KeyboardModifier, *, held: bool) -> None:
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    buttons = LEFT if held else Qt.MouseButton.NoButton
    where = page.view.viewport().mapToGlobal(at)
    QApplication.sendEvent(page.view.viewport(), QMouseEvent(kind, at, where, button, buttons, modifiers))


def drag(page: LetterPage, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = SHIFT) -> None:
    mouse(page, QEvent.Type.MouseButtonPress, start, modifiers, held=True)
    mouse(page, QEvent.Type.MouseMove, end, modifiers, held=True)
    mouse(page, QEvent.Type.MouseButtonRelease, end, modifiers, held=False)


def click(page: LetterPage, text: str, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(page.view.viewport(), LEFT, modifiers, spot(page, text))


def test_a_click_on_a_word_fills_the_field_in_focus(page: LetterPage, opened: Desk) -> None:
    opened.focus("compliance_rate")
    assert field(opened, "compliance_rate").value is None
    opened.deny("upheld_rate_similar")  # its own words are lit no more
    click(page, "45%")
    found = field(opened, "compliance_rate")
    assert (found.value, found.state, found.sources[0].text) == ("45", State.CHANGED, "45%")
    assert page.panel.row("compliance_rate").edit.text() == "45%"
    assert page.panel.row("compliance_rate").edit.hasFocus()
    assert page.view.place_of("compliance_rate") is not None
    opened.undo()
    assert field(opened, "compliance_rate").value is None
    assert page.view.place_of("compliance_rate") is None
    opened.redo()
    assert field(opened, "compliance_rate").value == "45"


def test_a_click_on_a_highlight_still_goes_to_its_field(page: LetterPage, opened: Desk) -> None:
    opened.focus("compliance_rate")
    click(page, "45%")
    assert opened.focus_key == "upheld_rate_similar"
    assert field(opened, "compliance_rate").value is None


def test_a_click_on_one_word_of_a_date_takes_the_date(page: LetterPage, opened: Desk) -> None:
    opened.deny("letter_date")
    opened.focus("period_end")
    click(page, "July")
    assert field(opened, "period_end").value == "2020-07-22"
    assert len(field(opened, "period_end").sources[0].boxes) == 3


def test_what_does_not_fit_is_refused_with_a_sentence(page: LetterPage, opened: Desk) -> None:
    opened.deny("letter_date")
    opened.focus("upheld_decisions")
    told = Heard(opened.refused)
    click(page, "July")
    assert told.args[0].sentence.startswith("“July” is not a whole number, such as 12 or 1,204.")
    assert field(opened, "upheld_decisions").state is State.TO_CHECK
    assert page.panel.row("upheld_decisions").edit.hasFocus()


def test_a_box_takes_the_whole_words_that_it_touches(page: LetterPage, opened: Desk) -> None:
    opened.focus("reference")
    first, last = QPointF(spot(page, "22")), QPointF(spot(page, "July"))
    drag(page, first - QPointF(3, 4), last + QPointF(2, 4))
    assert field(opened, "reference").value == "22 July"
    assert [source.text for source in field(opened, "reference").sources] == ["22 July"]


def test_control_adds_a_place_of_the_same_value(page: LetterPage, opened: Desk) -> None:
    opened.focus("upheld_decisions")
    click(page, "(2)", CONTROL)
    assert [source.text for source in field(opened, "upheld_decisions").sources] == ["2", "(2)"]
    assert opened.focus_key == "upheld_decisions"
    told = Heard(opened.refused)
    click(page, "22", CONTROL)
    assert "22" in told.args[0].sentence
    assert len(field(opened, "upheld_decisions").sources) == 2


def test_a_box_with_control_adds_too(page: LetterPage, opened: Desk) -> None:
    opened.focus("upheld_decisions")
    at = QPointF(spot(page, "(2)"))
    drag(page, at - QPointF(6, 4), at + QPointF(6, 4), SHIFT | CONTROL)
    assert len(field(opened, "upheld_decisions").sources) == 2


def test_what_would_be_taken_is_outlined_and_the_mouse_tells(page: LetterPage, pointer: Pointer, opened: Desk) -> None:
    opened.deny("letter_date")
    opened.focus("period_end")
    at = QPointF(spot(page, "July"))
    plain = page.view.viewport().grab().toImage()
    mouse(page, QEvent.Type.MouseMove, at, NONE, held=False)
    assert pointer.shown is not None
    assert pointer.shown.words == "Period to: 22 July 2020"
    assert page.view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    assert page.view.viewport().grab().toImage() != plain
    mouse(page, QEvent.Type.MouseMove, QPointF(spot(page, "Council")), NONE, held=False)
    assert pointer.shown is None
    assert page.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    opened.deny("authority")
    mouse(page, QEvent.Type.MouseMove, QPointF(spot(page, "Council")), NONE, held=False)
    assert pointer.shown is None, "no word that would be refused is outlined"


def test_words_are_walked_and_taken_by_key(page: LetterPage, pointer: Pointer, opened: Desk) -> None:
    opened.focus("reference")
    page.view.setFocus()
    page.view.verticalScrollBar().setValue(0)
    said = []
    for _ in range(6):
        QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
        assert pointer.shown is not None
        said.append(pointer.shown.source.text)
    assert said == ["Wraxmere", "Council", "22", "July", "2020", "31/03/20"]
    QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(page.view, Qt.Key.Key_BracketLeft)
    QTest.keyClick(page.view, Qt.Key.Key_BraceRight, SHIFT)
    assert pointer.shown is not None
    assert pointer.shown.source.text == "July 2020"
    QTest.keyClick(page.view, Qt.Key.Key_BraceLeft, SHIFT)
    QTest.keyClick(page.view, Qt.Key.Key_BraceLeft, SHIFT)
    assert pointer.shown.source.text == "22 July"
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert field(opened, "reference").value == "22 July"
    assert page.panel.row("reference").edit.hasFocus()
    assert pointer.shown is None


def test_words_that_will_not_do_leave_the_keyboard_on_the_page(
    page: LetterPage, pointer: Pointer, opened: Desk
) -> None:
    opened.focus("compliance_rate")
    page.view.setFocus()
    page.view.verticalScrollBar().setValue(0)
    refused = Heard(opened.refused)
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert refused.all
    assert page.view.hasFocus()
    assert pointer.shown is not None
    assert pointer.shown.source.text == "Wraxmere"
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert pointer.shown.source.text == "Council", "the walk goes on from there"


def test_walking_begins_at_the_fields_own_source(page: LetterPage, pointer: Pointer, opened: Desk) -> None:
    opened.focus("letter_date")
    QTest.qWait(400)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert pointer.shown is not None
    assert pointer.shown.source.text == "22 July 2020"


def test_escape_drops_the_words_and_then_goes_back_to_the_field(
    page: LetterPage, pointer: Pointer, opened: Desk
) -> None:
    opened.focus("reference")
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert pointer.shown is None
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.panel.row("reference").edit.hasFocus()
    assert field(opened, "reference").value is None


def test_brackets_are_typed_where_a_text_box_has_the_keyboard(page: LetterPage, opened: Desk) -> None:
    opened.focus("reference")
    QTest.keyClicks(page.panel.row("reference").edit, "[a]")
    assert page.panel.row("reference").edit.text() == "[a]"


def test_text_that_was_being_typed_gives_way(page: LetterPage, opened: Desk) -> None:
    opened.focus("upheld_decisions")
    QTest.keyClicks(page.panel.row("upheld_decisions").edit, "17")
    click(page, "(2)", CONTROL)
    assert page.panel.row("upheld_decisions").edit.text() == "2"
    page.panel.row("upheld_decisions").tell_typing()
    assert opened.review is not None
    assert opened.review.typed_keys() == ()


def test_nothing_can_be_taken_where_no_letter_is(page: LetterPage, pointer: Pointer, opened: Desk) -> None:
    opened.close()
    QTest.mouseClick(page.view.viewport(), LEFT, NONE, QPoint(200, 200))
    QTest.keyClick(page.view, Qt.Key.Key_BracketRight)
    assert pointer.shown is None
