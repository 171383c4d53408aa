"""The strip above the fields, and what is being typed while they are filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.recognising import Phase, Recognising, Standing
from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.letter.recognition import RecognitionStrip, pressable, said
from ombudsview.gui.letter.unknown import UnknownLetter
from ombudsview.paper.ocr import INSTALL, absent
from tests.gui.listen import waiting


class Stand(QObject):
    """Stands where the test says, and counts what is pressed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.standing: Standing | None = None
        self.pressed: list[str] = []

    def put(self, standing: Standing | None) -> None:
        self.standing = standing
        self.changed.emit()

    def ask(self) -> None:
        self.pressed.append("ask")

    def stop(self) -> None:
        self.pressed.append("stop")

    def dismiss(self) -> None:
        self.pressed.append("dismiss")


@pytest.fixture
def stand() -> Stand:
    return Stand()


@pytest.fixture
def strip(stand: Stand, qtbot: QtBot) -> Iterator[RecognitionStrip]:
    strip = RecognitionStrip(cast(Recognising, stand))
    qtbot.addWidget(strip)
    return strip


def test_it_is_there_only_where_there_is_something_to_say(strip: RecognitionStrip, stand: Stand) -> None:
    assert strip.isHidden()
    stand.put(Standing(Phase.RUNNING, (0, 1, 2, 3, 4), 1))
    assert not strip.isHidden()
    assert strip.text.startswith("Recognising page 2 of 5")
    stand.put(None)
    assert strip.isHidden()


def test_stop_goes_on_and_away(strip: RecognitionStrip, stand: Stand) -> None:
    for standing in (Standing(Phase.RUNNING, (0,)), Standing(Phase.STOPPED, (0,)), Standing(Phase.OFFERED, (0,))):
        stand.put(standing)
        strip.show()
        QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(strip.away, Qt.MouseButton.LeftButton)
    assert stand.pressed == ["stop", "ask", "ask", "dismiss"]


def test_an_order_to_install_is_all_there_on_a_small_screen(strip: RecognitionStrip, stand: Stand) -> None:
    order = absent()
    stand.put(Standing(Phase.FAILED, (0, 1), 0, order.sentence, again=False))
    words, room = strip._more, strip._room
    strip.resize(332, 100)
    strip.show()
    QApplication.processEvents()
    assert words.text().endswith(INSTALL)
    assert words.height() >= words.heightForWidth(words.width())
    assert room.height() >= 2 * words.fontMetrics().lineSpacing()
    assert strip.rect().contains(room.geometry()), "nothing lies over it"
    strip.activateWindow()
    room.setFocus()
    QTest.keyClick(room, Qt.Key.Key_PageDown)
    for _ in range(20):
        QTest.keyClick(room, Qt.Key.Key_Down)
    assert words.mapTo(room.viewport(), words.rect().bottomLeft()).y() < room.viewport().height(), "its end can be seen"
    strip.resize(450, 400)
    QApplication.processEvents()
    assert room.height() >= words.height()
    assert room.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_what_is_under_way_is_stopped_and_not_dismissed(strip: RecognitionStrip, stand: Stand) -> None:
    stand.put(Standing(Phase.RUNNING, (0, 1)))
    assert strip.away.isHidden()
    stand.put(Standing(Phase.RUNNING, (0, 1), 2))
    assert strip.button.isHidden(), "reading what was recognised is over in a moment"


def test_the_bar_grows(strip: RecognitionStrip, stand: Stand) -> None:
    lit = []
    strip.resize(400, 100)
    for done in range(3):
        stand.put(Standing(Phase.RUNNING, (0, 1), done))
        image = strip.grab().toImage()
        row = [image.pixelColor(x, image.height() - 3).name() for x in range(image.width())]
        lit.append(row.count("#0b5cad"))
    assert lit[0] == 0
    assert lit[1] == pytest.approx(lit[2] / 2, abs=2)
    assert lit[2] > 300


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_says_what_and_what_next(phase: Phase) -> None:
    words, _ = said(Standing(phase, (2, 4), 1))
    assert words
    assert pressable(Standing(phase, (2, 4), 1)) or phase in (Phase.NOTHING, Phase.DONE)


def test_pages_are_numbered_as_people_do() -> None:
    assert "pages 3, 5" in said(Standing(Phase.FAILED, (2, 4)))[0]
    assert "page 3 " in said(Standing(Phase.OFFERED, (2,)))[0]
    assert "pages 3 to 5 " in said(Standing(Phase.OFFERED, (2, 3, 4)))[0]
    assert "12 pages" in said(Standing(Phase.FAILED, tuple(range(12))))[0]
    assert "1 of 2" in said(Standing(Phase.STOPPED, (2, 4), 1))[0]


def test_where_it_is_not_installed_there_is_nothing_to_press() -> None:
    standing = Standing(Phase.FAILED, (0,), why="It is not installed.", again=False)
    assert said(standing)[1] == "It is not installed."
    assert pressable(standing) == ""


def read_anew(desk: Desk) -> None:
    """As after recognition."""
    assert desk.letter is not None
    assert desk.review is not None
    desk.rereading.emit()
    desk.keeping.read_anew(desk.letter, desk.review.reading)
    assert desk.letter.review is not None
    desk.begin_anew(desk.letter, desk.letter.review)


def test_what_stands_in_a_box_goes_on_in_the_new_one(panel: FieldsPanel, opened: Desk, qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    old = panel.row("upheld_rate")
    old.edit.clear()
    QTest.keyClicks(old.edit, "9")
    read_anew(opened)
    new = panel.row("upheld_rate")
    qtbot.waitUntil(new.edit.hasFocus)
    QTest.keyClicks(new.edit, "8")
    assert new.edit.text() == "98"
    QTest.keyClick(new.edit, Qt.Key.Key_Return)
    assert opened.review is not None
    assert opened.review.field("upheld_rate").value == "98"


def test_half_a_note_is_not_lost(panel: FieldsPanel, opened: Desk, qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    panel.ask_note()
    QTest.keyClicks(panel._details._note, "which av")
    read_anew(opened)
    assert panel._details.half_note == "which av"
    qtbot.waitUntil(panel._details._note.hasFocus)
    QTest.keyClicks(panel._details._note, "erage?")
    QTest.keyClick(panel._details._note, Qt.Key.Key_Return)
    assert opened.review is not None
    answer = opened.review.field("upheld_rate").answer
    assert answer is not None
    assert answer.note == "which average?"


@pytest.fixture
def asking(panel: FieldsPanel, opened: Desk) -> UnknownLetter:
    """The panel while nobody knows the kind, the authority and the year half typed in."""
    opened.unknown.emit("No text on any page.")
    asking = cast(UnknownLetter, panel.asking)
    asking.authority.setText("Hand Coun")
    asking.year.setText("2020-21")
    asking.kind.setCurrentIndex(3)
    return asking


def test_what_was_typed_before_the_kind_was_known_stands_in_the_fields(
    asking: UnknownLetter, panel: FieldsPanel, opened: Desk
) -> None:
    read_anew(opened)
    assert panel.row("authority").edit.text() == "Hand Coun"
    assert panel.row("period_end").edit.text() == "31 March 2021"
    assert opened.review is not None
    assert opened.review.typed_keys() == ("authority", "period_end")
    assert opened.review.field("authority").value == "Wraxmere Council", "typed is not entered"


def test_what_was_said_is_said_still_where_the_kind_stays_unknown(
    asking: UnknownLetter, panel: FieldsPanel, opened: Desk
) -> None:
    kind = asking.kind.currentText()
    opened.rereading.emit()
    opened.unknown.emit("No letter of a known kind.")
    again = cast(UnknownLetter, panel.asking)
    assert again is not asking
    assert (again.kind.currentText(), again.authority.text(), again.year.text()) == (kind, "Hand Coun", "2020-21")
    opened.unknown.emit("Another letter.")
    assert cast(UnknownLetter, panel.asking).authority.text() == "Wraxmere Council", "only what was suggested"


def test_half_a_note_is_there_when_the_letter_comes_back(panel: FieldsPanel, opened: Desk, qtbot: QtBot) -> None:
    opened.focus("upheld_rate")
    panel.ask_note()
    QTest.keyClicks(panel._details._note, "which av")
    letter = opened.letter
    assert letter is not None
    with waiting(qtbot, opened.read):
        opened.put(letter)
    opened.focus("upheld_rate")
    assert panel._details.half_note == "which av"
    assert letter.review is not None
    assert letter.review.noted.half == {"upheld_rate": "which av"}
