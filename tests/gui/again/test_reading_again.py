"""A letter read again in the window: offered, compared, taken field by field."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ombudsview.gui.again import reading_again
from ombudsview.gui.again.reading_again import ReadingAgain
from ombudsview.gui.desk import Desk
from ombudsview.gui.dialogs.differences import FIELD, NOW, YOURS, DifferencesModel
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.notice import Notice
from ombudsview.reading.model import Reading
from ombudsview.review.anew import differences
from tests.gui.handmade import FakeReader, read, reading, source
from tests.gui.listen import waiting


def anew() -> Reading:
    """The letter as another reader has it: two figures otherwise, one more."""
    old = reading()
    changed = {
        "upheld_decisions": read("upheld_decisions", "4", "4", source(7)),
        "investigations": read("investigations", "6", "6", source(8)),
    }
    fields = tuple(changed.get(field.key, field) for field in old.fields)
    return msgspec.structs.replace(old, fields=(*fields, read("dealt_with", "9", "9", source(7))), reader="2")


@pytest.fixture
def again(opened: Desk, reader: FakeReader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ReadingAgain:
    monkeypatch.setattr(reading_again, "AFTER_MS", 0)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    opened.correct("investigations", "7")
    reader.readings = (anew(),)
    return ReadingAgain(opened, Notice(lambda: QRect(0, 0, 900, 600), window), window)


@pytest.fixture
def asked(again: ReadingAgain, qtbot: QtBot) -> Callable[[], object]:
    def ask() -> object:
        again.ask()
        qtbot.waitUntil(lambda: again.dialog is not None)
        return again.dialog

    return ask


def test_field_by_field(again: ReadingAgain, asked, opened: Desk, qtbot: QtBot) -> None:
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    opened.read.emit()
    dialog = asked()
    rows = {dialog.model.index(n, FIELD).data(): n for n in range(dialog.model.rowCount())}
    assert set(rows) == {"Upheld decisions", "Investigations", "Complaints dealt with"}
    assert dialog.model.index(rows["Investigations"], YOURS).data() == "changed: 7"
    assert dialog.model.index(rows["Investigations"], NOW).data() == "6, page 2"
    assert dialog.take.text() == "Keep all as they are"
    dialog.unanswered.click()
    assert dialog.take.text() == "Take the 2 ticked"
    dialog.table.setCurrentIndex(dialog.model.index(rows["Upheld decisions"], YOURS))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.ticked == {"dealt_with"}
    dialog.take.click()
    assert opened.review is not None
    values = opened.review.values()
    assert (values["investigations"], values["upheld_decisions"], values["dealt_with"]) == ("7", "2", "9")
    assert panel.row("dealt_with").edit.text() == "9"
    opened.undo()
    assert opened.review.reading.field("dealt_with") is None
    opened.redo()
    assert panel.row("dealt_with").edit.text() == "9"
    panel.row("dealt_with").deleteLater()


def test_deciding_later_leaves_everything_as_it_is(again: ReadingAgain, asked, opened: Desk) -> None:
    assert opened.review is not None
    before = list(opened.review.events)
    asked().reject()
    assert opened.review.events == before
    assert again.dialog is None


def test_keeping_all_is_remembered_and_not_asked_again(
    again: ReadingAgain, asked, opened: Desk, reader: FakeReader, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ombudsview.reading.version.READER_VERSION", "2")
    assert opened.review is not None
    assert "2" not in opened.review.readers
    asked().take.click()
    assert "2" in opened.review.readers
    before = len(reader.asked)
    again._by_itself()
    qtbot.wait(30)
    assert len(reader.asked) == before


def test_a_draft_of_an_older_reader_is_read_again_by_itself_and_only_offered(
    again: ReadingAgain, opened: Desk, qtbot: QtBot
) -> None:
    (draft,) = opened.keeping.drafts()
    with waiting(qtbot, opened.read):
        opened.put(opened.keeping.resume(draft))
    qtbot.waitUntil(lambda: "3 fields are read otherwise" in again._notice.text)
    assert again.dialog is None
    assert opened.review is not None
    assert opened.review.values()["upheld_decisions"] == "2"
    again._notice._ways[0].click()
    assert again.dialog is not None
    again.dialog.reject()


def test_nothing_new_is_said_only_where_it_was_asked_for(
    again: ReadingAgain, opened: Desk, reader: FakeReader, qtbot: QtBot
) -> None:
    reader.readings = (reading(),)
    again._by_itself()
    qtbot.wait(30)
    assert again._notice.text == ""
    again.ask()
    qtbot.waitUntil(lambda: "nothing is read otherwise" in again._notice.text)


def test_the_table_is_a_sound_model(opened: Desk, qtmodeltester: ModelTester) -> None:
    assert opened.review is not None
    model = DifferencesModel(differences(opened.review, anew()))
    qtmodeltester.check(model, force_py=True)
    tick = model.index(0, FIELD)
    assert not model.setData(model.index(0, NOW), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert model.setData(tick, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert tick.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
