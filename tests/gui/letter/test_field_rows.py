"""Rows that are begun anew for another letter hold nothing of the one before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.field_rows import FieldRows, Groups
from ombudsview.gui.letter.long_edit import LongEdit
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.style import theme
from ombudsview.review.state import State
from tests.gui.keys import types
from tests.gui.listen import waiting


def comes_again(desk: Desk) -> None:
    """As when the next letter of the same fields is brought to the desk."""
    desk.arriving.emit("another letter")
    desk.read.emit()


def test_the_next_letter_of_the_same_fields_has_the_same_rows(panel: FieldsPanel, opened: Desk) -> None:
    before = panel.findChildren(FieldRow)
    comes_again(opened)
    assert panel.findChildren(FieldRow) == before
    assert panel.row("upheld_rate").isVisible()
    assert panel.row("upheld_rate").edit.text() == "100%"


def test_in_another_size_of_text_the_rows_are_new_and_the_old_ones_go(
    panel: FieldsPanel, opened: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = panel.findChildren(FieldRow)
    larger = QFont(QApplication.font())
    larger.setPointSize(30)
    monkeypatch.setattr(QApplication, "font", lambda: larger)
    comes_again(opened)
    qtbot.waitUntil(lambda: not any(isValid(row) for row in before))
    assert panel.row("upheld_rate").edit.text() == "100%"


@pytest.fixture
def rows(qtbot: QtBot) -> FieldRows:
    """Rows that hold no fields yet, on the screen."""
    rows = FieldRows(FieldRow)
    qtbot.addWidget(rows)
    rows.show()
    return rows


FIRST: Groups = (("Identity", ("authority", "letter_date")), ("Remarks", ("remarks",)))
OTHER: Groups = (("Identity", ("authority",)), ("Complaints upheld", ("upheld_rate", "investigations", "remarks")))


def heads_and_names(rows: FieldRows) -> list[str]:
    """What is to be read in the rows from top to bottom."""
    labels = [label for label in rows.findChildren(QLabel) if label.isVisible()]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(rows, label.rect().topLeft()).y())]


def test_a_row_that_was_that_of_another_field_is_as_high_as_what_is_said_in_it(rows: FieldRows) -> None:
    rows.setFixedSize(450, 900)
    rows.hold(FIRST)
    rows.hold(OTHER)
    row, heights = rows.rows["upheld_rate"], []
    for times in (1, 12, 1):
        row._show_worry("It is not what its parts come to. " * times)
        QApplication.processEvents()
        rows.lay_out()
        assert row.height() == row.heightForWidth(row.width())
        heights.append(row.height())
    assert heights[1] > 2 * heights[0] == 2 * heights[2]


def test_they_become_the_rows_of_other_fields(rows: FieldRows) -> None:
    rows.hold(FIRST)
    rows.lay_out()
    assert heads_and_names(rows) == ["IDENTITY", "Authority", "Letter date", "REMARKS", "Remarks about this authority"]
    before = rows.findChildren(FieldRow)
    rows.hold(OTHER)
    rows.lay_out()
    names = ["IDENTITY", "Authority", "COMPLAINTS UPHELD", "Upheld rate", "Investigations"]
    assert heads_and_names(rows) == [*names, "Remarks about this authority"]
    assert list(rows.rows) == ["authority", "upheld_rate", "investigations", "remarks"]
    assert all(row.key == key for key, row in rows.rows.items())
    assert set(before) < set(rows.findChildren(FieldRow))
    assert isinstance(rows.rows["remarks"].edit, LongEdit)


def test_a_figure_takes_the_room_of_a_figure_in_a_row_that_had_words(rows: FieldRows) -> None:
    rows.hold((("Identity", ("authority",)),))
    wide = rows.rows["authority"].edit.maximumWidth()
    rows.hold((("Identity", ("investigations",)),))
    narrow = rows.rows["investigations"].edit.maximumWidth()
    assert narrow == FieldRow("investigations").edit.maximumWidth() < wide
    rows.hold((("Identity", ("authority",)),))
    assert rows.rows["authority"].edit.maximumWidth() == wide


def test_a_row_that_no_field_needs_is_out_of_sight_and_says_nothing(rows: FieldRows) -> None:
    rows.hold(FIRST)
    spare = rows.rows["letter_date"]
    spare.edit.settle("22 July 2020")
    for widget in (spare, spare.edit):
        widget.setAccessibleName("Letter date")
        widget.setAccessibleDescription("22 July 2020")
    rows.hold((("Identity", ("authority", "remarks")),))
    assert not spare.isVisible()
    assert spare.edit.text() == ""
    said = [(widget.accessibleName(), widget.accessibleDescription()) for widget in (spare, spare.edit)]
    assert said == [("", ""), ("", "")]
    rows.hold(FIRST)
    assert all(row.isVisible() for row in rows.rows.values())


def test_rows_made_ahead_are_those_that_letters_get(rows: FieldRows) -> None:
    turns = 0
    while not rows.make_ahead(9):
        turns += 1
        assert turns < 9
    ahead = rows.findChildren(FieldRow)
    assert len(ahead) == 9
    assert not any(row.isVisible() for row in ahead)
    rows.hold(OTHER)
    assert rows.findChildren(FieldRow) != []
    assert set(rows.findChildren(FieldRow)) == set(ahead)
    assert all(row.isVisible() for row in rows.rows.values())


def test_a_screen_reader_meets_them_in_the_order_of_the_letter(rows: FieldRows) -> None:
    rows.make_ahead(9)
    for groups in (FIRST, OTHER, FIRST):
        rows.hold(groups)
        tree = QAccessible.queryAccessibleInterface(rows)
        children = [tree.child(number).object() for number in range(tree.childCount())]
        shown = [child for child in children if isinstance(child, QWidget) and not child.isHidden()]
        wanted = [key for _, keys in groups for key in ("", *keys)]
        assert [child.key if isinstance(child, FieldRow) else "" for child in shown] == wanted


def test_the_rows_wait_while_the_panel_asks_for_the_kind_of_a_letter(
    panel: FieldsPanel, opened: Desk, qtbot: QtBot
) -> None:
    before = set(panel.findChildren(FieldRow))
    opened.arriving.emit("a letter of no known kind")
    opened.unknown.emit("Why.")
    assert not any(row.isVisible() for row in before)
    assert not any(widget.accessibleDescription() for row in before for widget in (row, row.edit))
    asking = panel.asking
    assert asking is not None
    assert asking.isVisible()
    opened.arriving.emit("another letter")
    assert panel.asking is None
    qtbot.waitUntil(lambda: not isValid(asking))
    opened.read.emit()
    assert set(panel.findChildren(FieldRow)) == before
    assert panel.row("upheld_rate").isVisible()
    assert panel.row("upheld_rate").edit.text() == "100%"


@pytest.mark.parametrize("choices", [("light",), ("dark", "light"), ("light", "dark")])
def test_their_ground_is_the_panels_whatever_theme_comes(
    panel: FieldsPanel, qapp: QApplication, choices: tuple[str, ...]
) -> None:
    try:
        for choice in choices:
            tokens = theme.apply(qapp, choice)
            image = panel.grab().toImage()
            assert image.pixelColor(4, 4).name() == QColor(tokens.panel).name()
    finally:
        theme.apply(qapp, "light")


def test_between_two_letters_nothing_is_shown_and_nothing_has_the_keyboard(panel: FieldsPanel, opened: Desk) -> None:
    opened.focus("upheld_rate")
    assert QApplication.focusWidget() is panel.row("upheld_rate").edit
    rows = panel.findChild(FieldRows)
    opened.arriving.emit("another letter")
    assert rows is not None
    assert not rows.isVisible()
    assert QApplication.focusWidget() is None
    assert not any(row.edit.text() for row in rows.rows.values())


@pytest.mark.parametrize("key", ["upheld_rate", "remarks"])
def test_what_was_typed_before_cannot_be_brought_back_into_the_next_letter(key: str, qtbot: QtBot) -> None:
    row = FieldRow(key)
    qtbot.addWidget(row)
    row.show()
    row.edit.settle("ten")
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "x")
    row.edit.refuse(True)
    typed = []
    row.typed.connect(lambda *said: typed.append(said))
    row.begin()
    row.edit.settle("ten")
    assert not row.edit.isUndoAvailable()
    row.edit.undo()
    assert row.edit.text() == "ten"
    assert row.edit.property("ink") == ""
    QTest.qWait(600)  # past the time after which what is typed goes into the draft
    assert typed == []


def test_neither_its_doubts_nor_last_years_value_stay(panel: FieldsPanel, opened: Desk) -> None:
    row = panel.row("upheld_rate")
    row.show_before("2018-19", (("Alder Council", "31%"),))
    opened.query("upheld_rate", "ask the clerk")
    assert any("31%" in label.text() for label in row.findChildren(QLabel))
    row.begin()
    assert not any("31%" in label.text() or "clerk" in label.text() for label in row.findChildren(QLabel))
    assert row.state is State.TO_CHECK


@pytest.mark.parametrize("others", [False, True])
@pytest.mark.parametrize("narrow", [False, True])
def test_after_any_letter_they_look_as_if_they_were_new(
    panel: FieldsPanel, opened: Desk, letter_file: Path, qtbot: QtBot, narrow: bool, others: bool
) -> None:
    keys = opened.review.keys() if opened.review is not None else ()
    for key in keys:
        panel.row(key).show_before("2018-19", (("Alder Council", "31%"),))
    opened.deny("upheld_rate_similar")
    for key in keys:
        opened.focus(key)
        types("99 of what is none")
    opened.query("upheld_rate", "ask the clerk")
    panel.ask_note()
    types("half a que")
    panel.be_narrow(narrow)
    if others:  # between the two came a letter that had the same rows for other fields
        opened.arriving.emit("a letter of other fields")
        panel.inside.hold(
            (("Remarks", ("remarks",)), ("Identity", tuple(key for key in keys[::-1] if key != "remarks")))
        )
    with waiting(qtbot, opened.read):
        opened.open(letter_file)
    new = FieldsPanel(opened)
    qtbot.addWidget(new)
    new.be_narrow(narrow)
    new.resize(panel.size())
    new.show()
    opened.read.emit()
    opened.focus(opened.focus_key)
    new.activateWindow()
    QTest.qWaitForWindowActive(new)
    looks: list[QImage] = []
    rows = [each.inside.rows.values() for each in (panel, new)]
    for each in (panel, new):
        with_keys = QApplication.focusWidget()
        if with_keys is not None:
            with_keys.clearFocus()
        QApplication.processEvents()
        looks.append(each.grab().toImage())
    assert looks[0] == looks[1]
    spoken = [[(row.edit.accessibleDescription(), row.edit.placeholderText()) for row in each] for each in rows]
    assert spoken[0] == spoken[1]


def test_the_first_field_has_the_keyboard_in_the_next_letter_too(panel: FieldsPanel, opened: Desk) -> None:
    opened.focus("authority")
    comes_again(opened)
    opened.focus("authority")
    assert panel.row("authority").edit.hasFocus()
    QTest.keyClick(panel.row("authority").edit, Qt.Key.Key_Return)
    assert opened.review is not None
    assert opened.review.field("authority").state is State.AGREED


def test_no_scroll_bar_stands_beside_nothing(panel: FieldsPanel, opened: Desk) -> None:
    panel.resize(450, 100)
    bar = panel.verticalScrollBar()
    QApplication.processEvents()
    assert bar.isVisible()
    for emptied in (lambda: opened.arriving.emit("another letter"), opened.left.emit):
        emptied()
        assert not bar.isVisible()
        opened.read.emit()
        assert bar.isVisible()
    opened.arriving.emit("a letter of no known kind")
    opened.unknown.emit("Why. " * 200)
    QApplication.processEvents()
    assert bar.isVisible()
