"""Looking around in a letter: find, plain text, small pages, turned pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.aids import Aids
from ombudsview.gui.letter.found import Found, Place, find, pattern_of
from ombudsview.gui.letter.page import PageView
from ombudsview.gui.letter.page_texts import PageTexts
from ombudsview.gui.letter.pictures import Pictures
from ombudsview.gui.letter.thumbnails import IMAGE_ROLE, LIT_ROLE
from ombudsview.gui.style.theme import LIGHT
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.paper.text import folded
from tests.gui.handmade import SIZES, box, paper


@pytest.fixture
def acts(qapp: object) -> dict[str, QAction]:
    made = {name: QAction(name) for name in ("plain_text", "thumbnails")}
    for act in made.values():
        act.setCheckable(True)
    return made


@pytest.fixture
def aids(opened: Desk, acts: dict[str, QAction], qtbot: QtBot) -> Iterator[Aids]:
    parent = QWidget()
    view = PageView(Pictures(opened.bridge), parent)
    aids = Aids(opened, view, acts, parent)
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    aids.resize(900, 700)
    parent.show()
    view.set_pages(SIZES)
    opened.read.emit()
    yield aids
    parent.deleteLater()


def looks_for(aids: Aids, words: str, qtbot: QtBot) -> Found:
    aids.ask_find()
    aids.bar.box.setText(words)
    qtbot.waitUntil(lambda: not aids._finder._timer.isActive())
    return aids._finder.result


def test_words_are_found_whatever_their_capitals_and_line_ends() -> None:
    sheet = Sheet(
        595,
        842,
        0,
        (
            Word("Complaints", box("Complaints", 100, 100), 0),
            Word("Upheld", box("Upheld", 180, 100), 0),
            Word("the", box("the", 100, 114), 1),
            Word("council\u2019s", box("council\u2019s", 130, 114), 1),
        ),
    )
    text = PageTexts(Paper("", (sheet,))).page(0)
    (place,) = find(text, pattern_of("UPHELD  the"))
    assert place == Place(0, (sheet.words[1].box, sheet.words[2].box))
    assert len(list(find(text, pattern_of("council's")))) == 1
    assert list(find(text, pattern_of("rejected"))) == []
    assert pattern_of("  ") is None
    assert folded("\u201cA\u2013B\u201d") == '"a-b"'


def test_what_is_looked_for_is_a_word_and_no_pattern() -> None:
    text = PageTexts(paper()).page(1)
    assert [place.boxes for place in find(text, pattern_of("(2)"))] == [(box("(2)", 300, 280),)]
    assert list(find(text, pattern_of("1.0"))) == []


def test_every_place_is_counted_as_often_as_it_stands_there(aids: Aids, qtbot: QtBot) -> None:
    assert len(looks_for(aids, "20", qtbot).places) == 3  # twice in 2020, once in 31/03/20


def test_enter_goes_on_and_shift_enter_back_and_esc_closes(aids: Aids, qtbot: QtBot) -> None:
    assert looks_for(aids, "wraxmere", qtbot).at == 0
    assert aids.bar.count.text() == "1 of 1"
    looks_for(aids, "0", qtbot)
    first = aids._finder.result
    QTest.keyClick(aids.bar.box, Qt.Key.Key_Return)
    assert aids._finder.result.at == first.at + 1
    QTest.keyClick(aids.bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(aids.bar.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert aids._finder.result.at == len(first.places) - 1
    QTest.keyClick(aids.bar.box, Qt.Key.Key_Escape)
    assert not aids.bar.isVisible()
    assert aids.view._found == Found()


def test_what_is_not_there_is_said(aids: Aids, qtbot: QtBot) -> None:
    looks_for(aids, "nothing of the kind", qtbot)
    assert aids.bar.count.text() == "Not in this letter"


def test_the_place_that_is_looked_at_is_marked_and_comes_into_view(aids: Aids, qtbot: QtBot) -> None:
    looks_for(aids, "31/03/20", qtbot)
    place = aids.view.lie.place(1, box("31/03/20", 430, 80))
    qtbot.waitUntil(lambda: aids.view.clear.contains(aids.view.lie.place(1, box("31/03/20", 430, 80))))
    place = aids.view.lie.place(1, box("31/03/20", 430, 80))
    picture = aids.view.viewport().grab().toImage()
    assert QColor(picture.pixel(round(place.left()) - 1, round(place.center().y()))).name() == LIGHT.look


def test_find_next_asks_where_nothing_was_looked_for(aids: Aids) -> None:
    aids.find_step(1)
    assert aids.bar.isVisible()


def test_find_next_looks_in_the_next_letter_for_what_was_looked_for_before(
    aids: Aids, opened: Desk, qtbot: QtBot
) -> None:
    before = looks_for(aids, "31/03/20", qtbot)
    opened.arriving.emit("another letter")
    opened.read.emit()
    assert not aids.bar.isVisible()
    aids.find_step(1)
    qtbot.waitUntil(lambda: aids._finder.result == before)
    assert aids.bar.isVisible()
    assert aids.bar.box.hasFocus()


def test_the_text_is_there_page_by_page_with_the_source_selected(
    aids: Aids, acts: dict[str, QAction], opened: Desk
) -> None:
    opened.focus("upheld_rate")
    acts["plain_text"].setChecked(True)
    assert aids.text.isVisible()
    assert aids.text.toPlainText().startswith("Page 1\n\nWraxmere\n\nCouncil\n")
    assert "\nPage 2\n\n" in aids.text.toPlainText()
    assert aids.text.textCursor().selectedText() == "100%"
    opened.focus("letter_date")
    assert aids.text.textCursor().selectedText() == "22 July 2020"
    opened.focus("reference")
    assert not aids.text.textCursor().hasSelection()
    acts["plain_text"].setChecked(False)
    assert aids.view.isVisible()


def test_small_pages_lead_to_their_page_and_tell_which_have_figures(
    aids: Aids, acts: dict[str, QAction], qtbot: QtBot, qtmodeltester
) -> None:
    acts["thumbnails"].setChecked(True)
    pages = aids.small.pages
    assert pages.rowCount() == 2
    assert [pages.index(row).data(LIT_ROLE) for row in (0, 1)] == [True, True]
    assert pages.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2, with figures"
    qtbot.waitUntil(lambda: pages.index(0).data(IMAGE_ROLE) is not None)
    QTest.mouseClick(
        aids.small.viewport(), Qt.MouseButton.LeftButton, pos=aids.small.visualRect(pages.index(1)).center()
    )
    assert aids.view.lie.frame(1).top() == pytest.approx(16, abs=1)
    qtmodeltester.check(pages)
    acts["thumbnails"].setChecked(False)
    assert not aids.small.isVisible()


@pytest.mark.parametrize("times", [1, 2, 3, 4])
def test_turned_pages_keep_their_highlights_over_their_words(aids: Aids, times: int) -> None:
    view = aids.view
    for _ in range(times):
        view.turn_by(90)
    shown = view.lie.column.shown[0]
    assert shown == (SIZES[0] if times % 2 == 0 else SIZES[0][::-1])
    mine = Box(100, 200, 140, 212)
    place, frame = view.lie.place(0, mine), view.lie.frame(0)
    assert frame.contains(place)
    page, x, y = view.lie.at(QPointF(place.center()))
    assert (page, x, y) == (0, pytest.approx(120, abs=0.5), pytest.approx(206, abs=0.5))


def test_a_new_letter_lies_as_it_was_sent(aids: Aids) -> None:
    aids.view.turn_by(90)
    aids.view.set_pages(SIZES)
    assert aids.view.lie.column.turn == 0
