"""The officer says that a value goes on, on the next page."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.window import Window
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import FieldReading, ReaderState
from ombudsview.review.state import FieldReview, State
from tests.gui.handmade import FakeReader, box, read, reading, source
from tests.gui.listen import Heard

HEADER = "Wraxmere District Council"
GOES_ON = ((0, "the"), (50, "late"), (110, "remedy"))
FIGURES = ((100, "12"), (150, "3"))


def not_found(key: str) -> FieldReading:
    return FieldReading(key, None, None, ReaderState.ABSENT, (), (), "Not found.")


@pytest.fixture
def reader() -> FakeReader:
    """A letter of two pages with a header on both; a text and a table go on at the head of the second."""
    reader = FakeReader()
    first, second = reader.paper.sheets
    header = tuple(Word(text, box(text, 100 + 80 * n, 20), 100) for n, text in enumerate(HEADER.split()))
    rest = tuple(Word(text, box(text, 100 + x, 50), 101) for x, text in GOES_ON)
    figures = tuple(Word(text, box(text, x, 90), 102) for x, text in FIGURES)
    sheets = (
        Sheet(first.width, first.height, 0, (*header, *first.words)),
        Sheet(second.width, second.height, 0, (*header, *rest, *figures, *second.words)),
    )
    reader.paper = Paper(reader.paper.sha256, sheets)
    table = (read("received.housing", "2020", "2020", source(4)), not_found("received.total"))
    title, remarks = read("title", "22 July", "22 July", source(2, 3)), read("remarks", "Late", "Wraxmere", source(0))
    remarks = msgspec.structs.replace(remarks, value=("Wraxmere",), printed=("Wraxmere",))
    reader.readings = (msgspec.structs.replace(reading(), fields=(*reading().fields, title, remarks, *table)),)
    return reader


def field(window: Window, key: str) -> FieldReview:
    assert window.desk.review is not None
    return window.desk.review.field(key)


def goes_on(window: Window, key: str) -> str:
    """Say so of a field by its key; what is said of it."""
    window.desk.focus(key)
    said = Heard(window.desk.noticed)
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return said.args[0] if said.all else ""


def test_a_text_goes_on_with_the_first_paragraph_of_the_next_page(working: Window) -> None:
    assert goes_on(working, "title") == ""
    found = field(working, "title")
    assert (found.value, found.state) == ("22 July the late remedy", State.CHANGED)
    assert [(one.page, one.text) for one in found.sources] == [(1, "22 July"), (2, "the late remedy")]
    view = working.letter_page.view
    QTest.qWait(300)
    assert view.clear.contains(view.lie.place(1, found.sources[1].boxes[0])), "what was taken is in view"
    working.desk.undo()
    assert field(working, "title").value == "22 July"


def test_said_twice_it_takes_nothing_twice(working: Window) -> None:
    goes_on(working, "title")
    assert "taken already" in goes_on(working, "title")
    assert field(working, "title").value == "22 July the late remedy"


def test_a_list_takes_it_as_one_more_item(working: Window) -> None:
    goes_on(working, "remarks")
    assert field(working, "remarks").value == ("Wraxmere", "the late remedy")


def test_a_figure_of_the_table_is_sought_in_its_column_and_taken_with_enter(working: Window) -> None:
    assert "Enter takes the figure" in goes_on(working, "received.total")
    pointer = working.letter_page.filling.pointer
    assert pointer.shown is not None
    assert pointer.shown.source.text == "3", "the 12 stands in another column"
    assert field(working, "received.total").value is None, "nothing is taken by itself"
    assert working.letter_page.view.hasFocus()
    QTest.keyClick(working.letter_page.view, Qt.Key.Key_Return)
    assert field(working, "received.total").value == "3"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("received.housing", "is whole where it stands"),
        ("reference", "begins is not known"),
        ("compliance_rate", "columns are not known"),
    ],
)
def test_what_keeps_it_from_going_on_is_said(working: Window, key: str, words: str) -> None:
    assert words in goes_on(working, key)
    assert field(working, key).answer is None


def test_after_the_last_page_nothing_goes_on(working: Window) -> None:
    goes_on(working, "title")
    working.desk.review.correct("title", "x", field(working, "title").sources[1:])
    assert "no text on a next page" in goes_on(working, "title")


def test_the_menu_of_a_field_offers_it_with_the_others(working: Window, qtbot: QtBot) -> None:
    row = working.letter_page.panel.row("title")
    menu = working.letter_page.menu.of(row)
    qtbot.addWidget(menu)
    assert working.desk.focus_key == "title"
    offered = [action.objectName() for action in menu.actions() if action.objectName()]
    assert offered[:5] == ["agree", "deny", "query", "reset", "continues"]
    assert any("Paste" in action.text() for action in menu.actions())
    next(action for action in menu.actions() if action.objectName() == "continues").trigger()
    assert field(working, "title").value == "22 July the late remedy"


def test_a_list_with_an_item_that_has_no_place_goes_on_after_the_last_that_has_one(working: Window) -> None:
    assert working.desk.review is not None
    working.desk.correct("remarks", "Seen elsewhere. | Wraxmere")
    assert goes_on(working, "remarks") == ""
    found = field(working, "remarks")
    assert isinstance(found.value, tuple)
    assert found.value[:2] == ("Seen elsewhere.", "Wraxmere")
    assert len(found.value) == 3
    assert found.sources[-1].page == 2
