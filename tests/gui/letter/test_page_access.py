"""The pages and the rows as they stand in the accessibility tree, asked for without any client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from pytestqt.qtbot import QtBot

from ombudsview.gui.access import factory
from ombudsview.gui.actions import ACTS
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.letter_page import LetterPage
from tests.gui.listen import waiting

Name, Description, Value = QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value
Role = QAccessible.Role


@pytest.fixture
def page(desk: Desk, letter_file: Path, qtbot: QtBot) -> Iterator[LetterPage]:
    factory.install()
    page = LetterPage(desk, {act.name: QAction() for act in ACTS})
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    return page


def children(node: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [node.child(number) for number in range(node.childCount())]


def pages(page: LetterPage) -> list[QAccessibleInterface]:
    document = QAccessible.queryAccessibleInterface(page.view)
    assert document.role() == Role.Document
    return [child for child in children(document) if child.role() == Role.Section]


def light(page: LetterPage, name: str) -> QAccessibleInterface:
    return next(child for one in pages(page) for child in children(one) if child.text(Name) == name)


def test_each_page_is_named_and_holds_its_text(page: LetterPage) -> None:
    first, second = pages(page)
    assert [first.text(Name), second.text(Name)] == ["Page 1 of 2", "Page 2 of 2"]
    text = second.textInterface()
    assert text.text(0, text.characterCount()).split() == ["100%", "45%", "2", "(2)", "31/03/20"]
    assert first.text(Description) == "2 figures are marked on it"
    assert not first.state().offscreen


def test_a_character_is_where_the_page_shows_it(page: LetterPage) -> None:
    text = pages(page)[0].textInterface()
    place = text.characterRect(0)
    box = page.view.desk.letter.paper.sheets[0].words[0].box
    expected = page.view.lie.place(0, box).toRect().translated(page.view.viewport().mapToGlobal(QPoint(0, 0)))
    assert expected.contains(place.center())
    assert place.width() > 2
    assert text.offsetAtPoint(place.center()) == 0


def test_a_mark_says_field_value_state_and_place(page: LetterPage) -> None:
    mark = light(page, "Upheld rate")
    assert mark.role() == Role.Link
    assert mark.text(Value) == "100%"
    assert mark.text(Description) == "100%. To check. Printed here: “100%”, page 2."
    place = page.view.place_of("upheld_rate")
    assert place is not None
    corner = page.view.viewport().mapToGlobal(QPoint(0, 0))
    assert (mark.rect().center() - place.toRect().translated(corner).center()).manhattanLength() <= 3
    assert mark.parent().text(Name) == "Page 2 of 2"
    assert mark.parent().indexOfChild(mark) >= 0


def test_marks_of_a_page_are_read_from_top_to_bottom(page: LetterPage) -> None:
    tops = [child.rect().top() for child in children(pages(page)[1])]
    assert tops == sorted(tops)
    assert len(tops) > 3


def test_a_press_on_a_mark_leads_to_its_field(page: LetterPage, desk: Desk, qtbot: QtBot) -> None:
    light(page, "Letter date").actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: desk.focus_key == "letter_date")
    assert light(page, "Letter date").state().selected
    assert not light(page, "Authority").state().selected


def test_a_mark_follows_its_field(page: LetterPage, desk: Desk) -> None:
    mark = light(page, "Upheld rate")
    desk.correct("upheld_rate", "98")
    assert light(page, "Upheld rate") is mark, "one place is one object"
    assert mark.text(Description).startswith("98%. Changed. Printed here: “100%”")
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    assert light(page, "Authority").state().offscreen
    page.view.set_pages(())
    assert mark.state().invalid


def test_what_lies_under_a_point_is_found(page: LetterPage) -> None:
    mark = light(page, "Authority")
    centre = mark.rect().center()
    document = QAccessible.queryAccessibleInterface(page.view)
    under = document.childAt(centre.x(), centre.y())
    assert under.text(Name) == "Page 1 of 2"
    assert under.childAt(centre.x(), centre.y()) is mark


def test_what_lies_over_the_pages_is_part_of_the_document(page: LetterPage) -> None:
    document = QAccessible.queryAccessibleInterface(page.view)
    assert document.childCount() == 2
    page.aids.ask_find()
    bar = document.child(2)
    assert bar.object() is page.aids.bar
    assert bar.text(Name)
    assert document.indexOfChild(bar) == 2


def test_the_zoom_is_a_bar_of_tools(page: LetterPage) -> None:
    bar = QAccessible.queryAccessibleInterface(page.zoom_bar)
    assert (bar.role(), bar.text(Name)) == (Role.ToolBar, "Zoom")


def test_a_row_is_a_group_that_can_be_acted_on(page: LetterPage, desk: Desk, qtbot: QtBot) -> None:
    row = QAccessible.queryAccessibleInterface(page.panel.row("upheld_decisions"))
    assert (row.role(), row.text(Name)) == (Role.Grouping, "Upheld decisions")
    assert row.text(Description) == "To check. Printed 2, page 2."
    row.actionInterface().doAction("Agree")
    qtbot.waitUntil(lambda: row.text(Description).startswith("Agreed"))
    row.actionInterface().doAction("Not in letter")
    qtbot.waitUntil(lambda: row.text(Description).startswith("Not in letter"))
    row.actionInterface().doAction("Back to the reader's value")
    qtbot.waitUntil(lambda: row.text(Description).startswith("To check"))
    row.actionInterface().doAction("Query")
    qtbot.waitUntil(page.panel._details._note.isVisible)
    assert page.panel._details._note.accessibleName() == "Question about Upheld decisions"


def test_text_put_in_from_outside_is_being_typed(page: LetterPage, desk: Desk, qtbot: QtBot) -> None:
    box = page.panel.row("investigations").edit
    box.setText("3")  # as the tree's editable text does
    assert desk.focus_key == "investigations"
    assert page.panel.edit_in_focus is page.panel.row("investigations")
    page.panel._details.agree_button.click()
    assert desk.review is not None
    assert desk.review.field("investigations").value == "3"


def test_progress_is_a_value(page: LetterPage, desk: Desk) -> None:
    bar = QAccessible.queryAccessibleInterface(page.header.bar)
    assert bar.role() == Role.ProgressBar
    before = bar.valueInterface().currentValue()
    desk.agree("upheld_rate")
    assert bar.valueInterface().currentValue() == before + 1
    assert bar.valueInterface().maximumValue() >= 8


def roles_below(node: QAccessibleInterface) -> set[Role]:
    """The roles of everything in a part of the tree."""
    return {node.role()}.union(*(roles_below(child) for child in children(node)))


def test_reading_aloud_takes_the_page_before_its_fields(page: LetterPage) -> None:
    splitter = QAccessible.queryAccessibleInterface(page.splitter)
    assert Role.Document in roles_below(children(splitter)[0])
    assert Role.Grouping in roles_below(children(splitter)[1])
    side = children(children(splitter)[1])
    assert [child.text(Name) for child in side if child.text(Name)] == [
        "Letter on the desk",
        "Fields",
        "Undo and finish",
    ]
    assert isinstance(side[0].rect(), QRect)
