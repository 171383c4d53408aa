"""Typing offers the words of the page that match, and where each sits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter import type_ahead
from ombudsview.gui.letter.letter_page import LetterPage
from ombudsview.gui.letter.row import FieldRow
from tests.gui.handmade import box
from tests.gui.letter.laid_out import letter_page


@pytest.fixture
def page(opened: Desk, qtbot: QtBot) -> LetterPage:
    return letter_page(opened, qtbot)


@pytest.fixture
def row(page: LetterPage, opened: Desk) -> FieldRow:
    opened.focus("compliance_rate")
    row = page.panel.row("compliance_rate")
    row.edit.selectAll()
    return row


def offered(page: LetterPage) -> list[str]:
    ahead = page.filling.ahead
    return [ahead.item(n).text() for n in range(ahead.count())] if ahead.isVisible() else []


def test_what_matches_is_offered_with_its_page_and_what_stands_around(page: LetterPage, row: FieldRow) -> None:
    QTest.keyClicks(row.edit, "2")
    assert [words.split(":")[0] for words in offered(page)] == ["22%, page 1", "2%, page 2", "2%, page 2"]
    QTest.keyClicks(row.edit, "2")
    assert [words.split(":")[0] for words in offered(page)] == ["22%, page 1"]
    QTest.keyClicks(row.edit, "9")
    assert offered(page) == []


def test_how_many_there_are_is_said(page: LetterPage, row: FieldRow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(type_ahead, "announce", lambda widget, sentence: said.append(sentence))
    QTest.keyClicks(row.edit, "22")
    assert said == ["3 places begin so: Down to choose one.", "1 place begins so: Down to choose it."]


def test_down_and_enter_take_the_value_with_its_place(page: LetterPage, row: FieldRow, opened: Desk) -> None:
    QTest.keyClicks(row.edit, "2")
    for _ in range(2):
        QTest.keyClick(row.edit, Qt.Key.Key_Down)
    assert page.filling.pointer.shown is not None
    assert page.filling.pointer.shown.source.text == "2"
    assert row._details is not None
    assert row._details.agree_button.text() == "Change to 2%  Enter"
    QTest.keyClick(row.edit, Qt.Key.Key_Up)
    assert row._details.agree_button.text() == "Change to 22%  Enter"
    QTest.keyClick(row.edit, Qt.Key.Key_Down)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert offered(page) == []
    field = opened.review.field("compliance_rate")
    assert field.value == "2"
    assert field.sources[0].boxes in ((box("2", 400, 200),), (box("(2)", 300, 280),))
    assert opened.review.typed_keys() == ()


def test_enter_without_a_choice_takes_what_was_typed(page: LetterPage, row: FieldRow, opened: Desk) -> None:
    QTest.keyClicks(row.edit, "2")
    QTest.keyClick(row.edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(row.edit, "22")
    assert offered(page)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert opened.review.field("compliance_rate").value == "22"
    assert offered(page) == []


def test_esc_puts_the_list_away_and_keeps_what_is_typed(page: LetterPage, row: FieldRow) -> None:
    QTest.keyClicks(row.edit, "2")
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert offered(page) == []
    assert row.edit.text() == "2"
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    assert not row.edit.edited


def test_a_click_takes_too_and_leaving_the_box_puts_the_list_away(
    page: LetterPage, row: FieldRow, opened: Desk
) -> None:
    QTest.keyClicks(row.edit, "2")
    ahead = page.filling.ahead
    QTest.mouseClick(ahead.viewport(), Qt.MouseButton.LeftButton, pos=ahead.visualItemRect(ahead.item(0)).center())
    assert opened.review.field("compliance_rate").value == "22"
    QTest.keyClicks(row.edit, "2")
    opened.focus("upheld_rate")
    assert offered(page) == []


def test_the_list_leaves_in_sight_what_is_printed_and_what_enter_does(page: LetterPage, opened: Desk) -> None:
    opened.focus("upheld_decisions")
    row = page.panel.row("upheld_decisions")
    QTest.keyClicks(row.edit, "22")
    assert offered(page)
    ahead = page.filling.ahead
    assert ahead.geometry().top() >= row.mapTo(page.panel, QPoint(0, row.height())).y()
    short = page.height() // 2
    page.resize(page.width(), short)
    QTest.qWait(50)
    QTest.keyClick(row.edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(row.edit, "22")
    place = QRect(row.edit.mapTo(page.panel, QPoint(0, 0)), row.edit.size())
    assert not ahead.geometry().intersects(place)
