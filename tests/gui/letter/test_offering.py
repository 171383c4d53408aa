"""A stray click on the page replaces nothing: words that a value might be lost to are offered, a second click takes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.letter_page import LetterPage
from ombudsview.gui.letter.pointer import Pointer
from ombudsview.review.state import State
from tests.gui.letter.test_filling import CONTROL, LEFT, NONE, click, field, mouse, page, pointer, spot

__all__ = ["page", "pointer"]


@pytest.fixture
def offering(page: LetterPage, opened: Desk, pointer: Pointer) -> Pointer:
    """The first click on a word beside a title that was read."""
    opened.deny("letter_date")  # its own words are lit no more
    opened.focus("authority")
    click(page, "July")
    return pointer


def test_a_text_that_was_read_is_not_replaced_by_one_click(page: LetterPage, opened: Desk, offering: Pointer) -> None:
    found = field(opened, "authority")
    assert (found.value, found.state) == ("Wraxmere Council", State.TO_CHECK)
    assert offering.shown is not None
    assert offering.shown.words == "Authority: July. Click again to take it"
    assert page.panel.row("authority").edit.hasFocus(), "the keys stay with the field"
    assert page.panel.row("authority").edit.text() == "Wraxmere Council"


def test_a_second_click_takes_the_word_with_its_place(page: LetterPage, opened: Desk, offering: Pointer) -> None:
    click(page, "July")
    found = field(opened, "authority")
    assert (found.value, found.sources[0].text) == ("July", "July")
    assert offering.shown is None
    opened.undo()
    assert field(opened, "authority").value == "Wraxmere Council"


def test_a_quick_second_click_is_one_too(page: LetterPage, opened: Desk, offering: Pointer) -> None:
    offering.withdraw()
    at = QPointF(spot(page, "July"))
    for kind, held in (
        (QEvent.Type.MouseButtonPress, True),
        (QEvent.Type.MouseButtonRelease, False),
        (QEvent.Type.MouseButtonDblClick, True),
        (QEvent.Type.MouseButtonRelease, False),
    ):
        mouse(page, kind, at, NONE, held=held)
    assert field(opened, "authority").value == "July"


def enters(page: LetterPage) -> None:
    QTest.keyClick(page.panel.row("authority").edit, Qt.Key.Key_Return)


def escapes(page: LetterPage) -> None:
    QTest.keyClick(page.panel.row("authority").edit, Qt.Key.Key_Escape)


def types(page: LetterPage) -> None:
    QTest.keyClicks(page.panel.row("authority").edit, "W")


def clicks_beside(page: LetterPage) -> None:
    QTest.mouseClick(page.view.viewport(), LEFT, NONE, page.view.viewport().rect().topLeft())


@pytest.mark.parametrize("do", [enters, escapes, types, clicks_beside])
def test_anything_else_lets_the_words_be(
    page: LetterPage, opened: Desk, offering: Pointer, do: Callable[[LetterPage], None]
) -> None:
    do(page)
    assert offering.shown is None
    assert field(opened, "authority").value == "Wraxmere Council"
    assert field(opened, "authority").state is (State.AGREED if do is enters else State.TO_CHECK)


def test_another_word_is_offered_in_its_turn(page: LetterPage, opened: Desk, offering: Pointer) -> None:
    click(page, "22")
    assert offering.shown is not None
    assert offering.shown.source.text == "22"
    click(page, "July")
    assert field(opened, "authority").value == "Wraxmere Council"


def test_an_answer_is_not_replaced_by_one_click_whatever_its_unit(page: LetterPage, opened: Desk) -> None:
    opened.deny("upheld_rate_similar")
    opened.agree("upheld_rate")
    opened.focus("upheld_rate")
    click(page, "45%")
    assert field(opened, "upheld_rate").value == "100"
    click(page, "45%")
    assert (field(opened, "upheld_rate").value, field(opened, "upheld_rate").state) == ("45", State.CHANGED)


def test_what_is_being_typed_is_not_lost_to_one_click(page: LetterPage, opened: Desk) -> None:
    opened.deny("upheld_rate_similar")
    opened.focus("compliance_rate")
    QTest.keyClicks(page.panel.row("compliance_rate").edit, "9")
    click(page, "45%")
    assert page.panel.row("compliance_rate").edit.text() == "9"
    assert field(opened, "compliance_rate").value is None


def test_a_question_that_is_being_typed_is_not_lost_to_one_click(page: LetterPage, opened: Desk) -> None:
    opened.deny("upheld_rate_similar")
    opened.focus("upheld_rate")
    page.panel.ask_note()
    QTest.keyClicks(QApplication.focusWidget(), "which av")
    click(page, "45%")
    assert field(opened, "upheld_rate").value == "100"
    QTest.keyClicks(QApplication.focusWidget(), "erage")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    answer = field(opened, "upheld_rate").answer
    assert answer is not None
    assert answer.note == "which average"


def test_where_nothing_is_lost_one_click_fills(page: LetterPage, opened: Desk) -> None:
    opened.deny("upheld_rate_similar")
    for key, word, value in (("reference", "July", "July"), ("compliance_rate", "45%", "45")):
        opened.deny("letter_date")
        opened.focus(key)
        click(page, word)
        assert field(opened, key).value == value
    opened.focus("upheld_decisions")
    click(page, "22")
    assert field(opened, "upheld_decisions").value == "22", "a figure that nobody has answered"


def test_who_means_it_takes_at_once(page: LetterPage, opened: Desk, offering: Pointer) -> None:
    click(page, "July", CONTROL)
    assert field(opened, "authority").value == "Wraxmere Council July"
