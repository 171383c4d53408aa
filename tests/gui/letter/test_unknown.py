"""Beside a letter of no known kind the panel says why, what was seen, and asks for kind, authority and year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.by_hand import Chosen, begin, begin_anew
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.unknown import UnknownLetter, year_end
from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.letters.population_2023 import POPULATION_2023
from ombudsview.reading.model import Reading
from ombudsview.review.state import State
from tests.gui.handmade import FakeReader, reading
from tests.gui.listen import Heard, waiting


@pytest.fixture
def unknown() -> Reading:
    """What the reader makes of a layout that it does not know."""
    suggested = tuple(field for field in reading().fields if field.key in ("authority", "upheld_decisions"))
    return msgspec.structs.replace(reading(), kind=None, fields=suggested, nearest=POPULATION_2023.name)


@pytest.fixture
def pane(unknown: Reading, qtbot: QtBot) -> UnknownLetter:
    pane = UnknownLetter("It lacks: a title.", unknown)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    return pane


def test_a_letter_of_no_known_kind_says_what_to_do(opened: Desk, qtbot: QtBot) -> None:
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    panel.resize(450, 700)
    panel.show()
    opened.unknown.emit("No text on any page.")
    pane = panel.asking
    assert isinstance(pane, UnknownLetter)
    assert any("No text on any page." in label.text() for label in pane.findChildren(QLabel))
    with waiting(qtbot, panel.kind_asked):
        QTest.mouseClick(pane.choose, Qt.MouseButton.LeftButton)
    opened.read.emit()
    assert panel.row("authority").isVisible()


def test_the_nearest_kind_and_what_was_seen_are_there_already(pane: UnknownLetter) -> None:
    assert pane.kind.currentText() == POPULATION_2023.name
    assert pane.authority.text() == "Wraxmere Council"
    words = [label.text() for label in pane.findChildren(QLabel)]
    assert "Seen on the page, to be compared with it: Authority Wraxmere Council; Upheld decisions 2." in words
    assert "It lacks: a title." in words


def test_where_no_kind_comes_near_the_newest_of_the_sender_is_chosen(unknown: Reading, qtbot: QtBot) -> None:
    pane = UnknownLetter("It lacks everything.", msgspec.structs.replace(unknown, nearest=None))
    qtbot.addWidget(pane)
    assert pane.kind.currentText() == OVERVIEW_2025.name


def test_a_letter_without_text_is_not_called_an_unknown_layout(qtbot: QtBot) -> None:
    pane = UnknownLetter("A picture.", unread=True)
    qtbot.addWidget(pane)
    words = [label.text() for label in pane.findChildren(QLabel)]
    assert "Nothing has been read yet" in words
    assert "This layout is not known" not in words


def test_what_is_left_as_suggested_is_not_said_by_the_officer(pane: UnknownLetter) -> None:
    asked = Heard(pane.asked)
    pane.choose.click()
    assert asked.args == (Chosen(POPULATION_2023, {}),)


def test_kind_authority_and_year_are_the_officers_to_choose(pane: UnknownLetter) -> None:
    asked = Heard(pane.asked)
    pane.kind.setCurrentText(OVERVIEW_2025.name)
    pane.authority.setText("Alder Council")
    pane.year.setText("2024-25")
    QTest.keyClick(pane.year, Qt.Key.Key_Return)
    typed = {"authority": "Alder Council", "period_end": "31 March 2025", "period_start": "1 April 2024"}
    assert asked.args == (Chosen(OVERVIEW_2025, typed),)


def test_a_year_that_is_none_is_refused_with_a_sentence(pane: UnknownLetter) -> None:
    asked = Heard(pane.asked)
    pane.year.setText("last year")
    pane.choose.click()
    assert asked.all == []
    assert any("last year" in label.text() and label.isVisible() for label in pane.findChildren(QLabel))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("2030-31", "2031-03-31"),
        ("2030/31", "2031-03-31"),
        ("2031", "2031-03-31"),
        ("2030-2031", "2031-03-31"),
        ("31 March 2031", "2031-03-31"),
        ("31", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_year_as_people_write_it(text: str, end: str | None) -> None:
    assert year_end(text) == end


def test_every_control_has_a_name_and_is_large_enough(pane: UnknownLetter) -> None:
    for control in (pane.kind, pane.authority, pane.year, pane.choose):
        assert control.accessibleName() or control.text()
        assert min(control.width(), control.height()) >= 24
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_what_was_typed_goes_into_the_fields(opened: Desk) -> None:
    begin(opened, Chosen(OVERVIEW_2025, {"authority": "Alder Council", "period_end": "31 March 2025"}))
    assert opened.review is not None
    assert opened.review.reading.kind == OVERVIEW_2025.key
    assert opened.review.field("authority").state is State.CHANGED
    assert opened.review.values()["period_end"] == "2025-03-31"
    assert opened.review.field("upheld_decisions").value == "2"
    assert opened.review.field(opened.focus_key).state.is_open


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_enter_in_the_list_of_names_only_takes_the_name(pane: UnknownLetter, qtbot: QtBot) -> None:
    asked = Heard(pane.asked)
    pane.authority.clear()
    pane.activateWindow()
    pane.authority.setFocus()
    qtbot.waitUntil(pane.authority.hasFocus)
    QTest.keyClicks(pane.authority, "Harbor")
    names = pane.authority.completer()
    assert names is not None
    popup = names.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert "Harborough" in pane.authority.text()
    assert asked.all == []
    QTest.keyClick(pane.authority, Qt.Key.Key_Return)
    assert len(asked.all) == 1


def test_a_kind_given_by_hand_can_be_another_and_what_was_typed_stays(opened: Desk) -> None:
    begin(opened, Chosen(OVERVIEW_2025, {"authority": "Alder Council", "period_end": "31 March 2025"}))
    opened.correct("compliance_rate", "88")
    begin_anew(opened, POPULATION_2023)
    assert opened.review is not None
    assert opened.review.reading.kind == POPULATION_2023.key
    values = opened.review.values()
    assert (values["authority"], values["period_end"], values["compliance_rate"]) == (
        "Alder Council",
        "2025-03-31",
        "88",
    )
    (draft,) = opened.keeping.drafts()
    assert draft.reading.kind == POPULATION_2023.key
    begin_anew(opened, ANNUAL_LETTER_2006)
    assert opened.review.values()["compliance_rate"] == "88", "such a letter has no such field, and yet it stays"
    while opened.can_undo:
        opened.undo()
    opened.correct("authority", "Alder Council")
    assert opened.finish("a test")


def test_text_that_is_not_entered_yet_stays_with_another_kind_too(opened: Desk, qtbot: QtBot) -> None:
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    panel.show()
    begin(opened, Chosen(OVERVIEW_2025, {}))
    assert opened.correct("compliance_rate", "eighty"), "it is refused, and stands in its box"
    opened.focus("authority")
    QTest.keyClicks(panel.row("authority").edit, "Ald")
    begin_anew(opened, ANNUAL_LETTER_2006)
    assert opened.review is not None
    assert opened.review.typed_keys() == ("authority", "compliance_rate")
    assert panel.row("compliance_rate").edit.text() == "eighty"
    assert panel.row("authority").edit.text().endswith("Ald")


def test_the_wheel_of_a_scrolling_hand_changes_no_kind(qtbot) -> None:
    asked = UnknownLetter("Why.", None)
    qtbot.addWidget(asked)
    asked.show()
    box = asked.kind
    before = box.currentText()
    middle = QPointF(box.rect().center())
    for focused in (False, True):
        if focused:
            asked.activateWindow()
            box.setFocus()
            qtbot.waitUntil(box.hasFocus)
        turn = QWheelEvent(
            middle,
            QPointF(box.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
        assert (box.currentText() != before) is focused


def test_what_was_half_said_is_there_when_the_letter_comes_back(
    desk: Desk, reader: FakeReader, letter_file: Path, qtbot: QtBot
) -> None:
    reader.readings = ()
    panel = FieldsPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    with waiting(qtbot, desk.unknown):
        desk.open(letter_file)
    pane = panel.asking
    assert isinstance(pane, UnknownLetter)
    pane.kind.setCurrentText(POPULATION_2023.name)
    pane.authority.setText("Mereford Borough Council")
    letter = desk.letter
    assert letter is not None
    desk.close()
    assert letter.is_begun
    with waiting(qtbot, desk.unknown):
        desk.put(letter)
    again = panel.asking
    assert isinstance(again, UnknownLetter)
    assert again is not pane
    assert (again.kind.currentText(), again.authority.text()) == (POPULATION_2023.name, "Mereford Borough Council")
    assert letter.half_said is None


def test_the_keyboard_goes_on_where_it_was_typed(desk: Desk, reader: FakeReader, letter_file: Path, qtbot) -> None:
    reader.readings = ()
    panel = FieldsPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()

    def comes(bring: Callable[[], None]) -> UnknownLetter:
        with waiting(qtbot, desk.unknown):
            bring()
        pane = panel.asking
        assert isinstance(pane, UnknownLetter)
        return pane

    pane = comes(lambda: desk.open(letter_file))
    qtbot.waitUntil(pane.kind.hasFocus)
    letter = desk.letter
    assert letter is not None
    pane.year.setFocus()
    QTest.keyClicks(pane.year, "2030")
    desk.close()
    pane = comes(lambda: desk.put(letter))
    qtbot.waitUntil(pane.year.hasFocus)
    QTest.keyClicks(pane.year, "-31")
    assert pane.year.text() == "2030-31"
    pane.kind.setFocus()
    QTest.keyClick(pane.kind, Qt.Key.Key_Down)
    desk.close()
    pane = comes(lambda: desk.put(letter))
    qtbot.waitUntil(pane.kind.hasFocus)
