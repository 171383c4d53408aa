"""Saves taken back and brought back from the window; the saves of a letter shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.history.page import HistoryPage
from ombudsview.gui.history_side import HistorySide
from ombudsview.gui.letter.panel import FieldsPanel
from ombudsview.gui.notice import Notice
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.status import Status
from tests.gui.listen import Heard


@pytest.fixture
def side(opened: Desk, qtbot: QtBot) -> Iterator[HistorySide]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    notice = Notice(lambda: QRect(0, 0, 900, 600), window)
    yield HistorySide(opened, Queue(opened), notice, window)
    window.close()


def answer(side: HistorySide, words: str) -> None:
    """Press a button of the question."""
    assert side.question is not None
    next(button for button in side.question.buttons() if button.text() == words).click()
    assert side.question is None


def take_back(side: HistorySide) -> None:
    """Take the last save of the letter on the desk back, as its menu does."""
    side.take_back_of_desk()
    answer(side, "Take it back")


def way(side: HistorySide) -> None:
    """Press what the notice offers."""
    side._notice._ways[0].click()


def test_a_letter_that_was_taken_back_leaves_the_list_and_is_a_draft_again(side: HistorySide, opened: Desk) -> None:
    opened.finish("a wrong save")
    take_back(side)
    assert opened.keeping.rows() == ()
    assert "no longer in the history" in side._notice.text
    assert opened.letter is not None
    assert opened.letter.review is not None
    assert (opened.letter.saved, opened.letter.review.finished) == ("", False)
    (draft,) = opened.keeping.drafts()
    assert len(draft.events) == len(opened.letter.review.events)

    way(side)
    assert len(opened.keeping.rows()) == 1
    assert "counts again" in side._notice.text
    assert opened.keeping.drafts() == (), "all that was done is in the save that counts"
    assert "draft" not in side._notice.text
    assert opened.letter.review.finished


def test_the_letters_own_menu_asks_before_a_save_is_taken_back(side: HistorySide, opened: Desk) -> None:
    opened.finish("right as it is")
    side.take_back_of_desk()
    assert side.question is not None
    assert side.question.text().startswith("Take back save 1 of Wraxmere Council 2019-20, saved ")
    default = side.question.defaultButton()
    assert default is not None
    assert default.text() == "Leave it"
    assert len(opened.keeping.rows()) == 1, "nothing is done before it is answered"
    answer(side, "Leave it")
    assert len(opened.keeping.rows()) == 1
    assert opened.review is not None
    assert opened.review.finished


def test_the_save_before_counts_again(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    take_back(side)
    (row,) = opened.keeping.rows()
    assert row.revision == 1
    assert "Save 2 of Wraxmere Council 2019-20 was taken back: save 1, saved " in side._notice.text
    assert side._notice._ways[0].text() == "Bring save 2 back"
    way(side)
    assert "Save 2 of Wraxmere Council 2019-20 counts again." in side._notice.text


def rate(desk: Desk) -> object:
    assert desk.review is not None
    return desk.review.field("upheld_rate").value


def test_the_letter_on_the_desk_comes_to_the_save_that_counts(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    before = rate(opened)
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    take_back(side)
    assert (rate(opened), opened.keeping.drafts()) == (before, ())
    assert opened.letter is not None
    assert opened.letter.saved
    way(side)
    assert (rate(opened), opened.keeping.drafts()) == ("58", ())
    opened.correct("upheld_rate", "59")  # the desk hears what is done to it
    assert len(opened.keeping.drafts()) == 1
    assert opened.finish("third")
    assert opened.keeping.rows()[0].revision == 3


def test_what_was_done_since_the_save_is_kept_as_a_draft_and_said(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    opened.correct("upheld_rate", "59")
    take_back(side)
    assert rate(opened) == "59"
    assert "is a draft" in side._notice.text


def test_a_letter_that_was_never_saved_says_so(side: HistorySide, opened: Desk) -> None:
    side.take_back_of_desk()
    assert side.question is None
    assert "has not been saved" in side._notice.text
    side.saves_of_desk()
    assert side.dialog is None
    side.choose_taken_back()
    assert "No save was taken back" in side._notice.text


def test_the_saves_of_a_letter_with_what_was_done(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    opened.correct("upheld_rate", "58")
    opened.query("title", "") if opened.review and opened.review.reading.field("title") else None
    opened.finish("second")
    side.saves_of_desk()
    dialog = side.dialog
    assert dialog is not None
    tree = dialog.tree
    newest, oldest = tree.topLevelItem(0), tree.topLevelItem(1)
    assert [newest.text(0), oldest.text(0)] == ["2 (current)", "1"]
    assert "second" in newest.text(3)
    assert newest.text(2) == "tester"
    lines = [newest.child(n).text(3) for n in range(newest.childCount())]
    assert lines == ["Opened it again", "Upheld rate: changed to 58%", "Finished"]

    assert dialog.back.text() == "Take save 2 back"
    dialog.back.click()
    answer(side, "Take it back")
    assert [tree.topLevelItem(n).text(0) for n in (0, 1)] == ["2 (taken back)", "1 (current)"]
    assert (dialog.back.text(), dialog.bring.text()) == ("Take save 1 back", "Bring save 2 back")
    assert dialog.bring.isVisible()
    assert dialog.focusWidget() is dialog.tree
    dialog.bring.click()
    assert [tree.topLevelItem(n).text(0) for n in (0, 1)] == ["2 (current)", "1"]
    assert not dialog.bring.isVisible()
    dialog.reject()
    assert side.dialog is None


def test_of_two_saves_taken_back_the_one_that_went_last_is_named_and_comes(side: HistorySide, opened: Desk) -> None:
    minutes = iter(range(60))
    opened.keeping.store._clock = lambda: f"2031-01-01T12:{next(minutes):02}:00+00:00"
    opened.finish("first")
    for value in ("58", "59"):
        opened.correct("upheld_rate", value)
        opened.finish(value)
        take_back(side)
    side.saves_of_desk()
    assert side.dialog is not None
    assert side.dialog.bring.text() == side._notice._ways[0].text() == "Bring save 3 back"
    side.dialog.bring.click()
    assert (opened.keeping.rows()[0].revision, rate(opened)) == (3, "59")
    side.dialog.reject()


def test_a_save_that_came_while_the_question_stood_is_not_taken_in_the_place_of_the_one_named(
    side: HistorySide, opened: Desk
) -> None:
    opened.finish("first")
    assert opened.letter is not None
    side.ask_take_back(opened.letter.kept, "the letter")
    assert side.question is not None
    assert "save 1 " in side.question.text()
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    troubles = Heard(opened.troubled)
    answer(side, "Take it back")
    assert (opened.keeping.rows()[0].revision, rate(opened)) == (2, "58")
    ((trouble,),) = troubles.all
    assert "Nothing was taken back: save 2 of this letter counts by now." in trouble.sentence


def test_what_is_typed_while_a_save_is_taken_back_is_not_lost(side: HistorySide, opened: Desk, qtbot: QtBot) -> None:
    panel = FieldsPanel(opened)
    qtbot.addWidget(panel)
    panel.show()
    opened.read.emit()
    opened.finish("first")
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    opened.focus("upheld_rate")
    QTest.keyClicks(panel.row("upheld_rate").edit, "5")
    take_back(side)
    assert opened.review is not None
    assert opened.review.typed_keys() == ("upheld_rate",)
    assert len(opened.keeping.drafts()) == 1


def test_the_queues_row_of_a_letter_says_what_the_history_has_of_it_now(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    assert opened.letter is not None
    name, title = opened.letter.kept, opened.letter.title
    opened.close()
    row = Entry("letter.pdf", None, glimpse=Glimpse("Wraxmere Council", "2019-20", saved="14:02", kept=name))
    side.taking._queue.add([row])
    side.taking.take_back(name, title)
    assert row.status is not Status.FINISHED
    side.taking.bring_back(name, title)
    assert row.status is Status.FINISHED


def test_what_was_done_is_scrolled_to_and_not_cut(side: HistorySide, opened: Desk) -> None:
    opened.finish("a reason that takes long to tell, " * 12)
    side.saves_of_desk()
    assert side.dialog is not None
    tree = side.dialog.tree
    assert tree.columnWidth(3) >= tree.sizeHintForColumn(3)
    assert tree.horizontalScrollBar().maximum() > 0
    side.dialog.reject()


def test_saves_that_cannot_be_shown_again_are_told(
    side: HistorySide, opened: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.finish("first")
    opened.correct("upheld_rate", "58")
    opened.finish("second")
    side.saves_of_desk()
    assert side.dialog is not None
    troubles = Heard(opened.troubled)

    def busy(_: str) -> None:
        raise Trouble("history_locked", "The history is in use.", "Wait a little.")

    side.dialog.back.click()
    monkeypatch.setattr(opened.keeping, "revisions", busy)
    answer(side, "Take it back")
    assert [trouble.code for (trouble,) in troubles.all] == ["history_locked"]
    side.dialog.reject()


def test_from_the_history_page_it_is_in_the_menu_of_a_letter(side: HistorySide, opened: Desk) -> None:
    opened.finish("first")
    page = HistoryPage(side._window)
    page.saves_asked.connect(side.show_saves)
    page.take_back_asked.connect(side.ask_take_back)
    page.show_rows(opened.keeping.rows())
    assert page.table.current_letter() == opened.keeping.rows()[0].letter
    saves, back = page.menu.actions()[-2:]
    saves.trigger()
    assert side.dialog is not None
    assert "Wraxmere Council 2019-20" in side.dialog.windowTitle()
    side.dialog.reject()
    back.trigger()
    assert side.question is not None
    assert "Take back save 1 of Wraxmere Council 2019-20, saved " in side.question.text()
    assert "no longer in the history" in side.question.informativeText()
    answer(side, "Leave it")
    assert len(opened.keeping.rows()) == 1
    back.trigger()
    QTest.keyClick(side.question, Qt.Key.Key_Return)  # a key too much takes nothing back
    assert len(opened.keeping.rows()) == 1
    back.trigger()
    answer(side, "Take it back")
    assert opened.keeping.rows() == ()
    assert "Wraxmere Council 2019-20" in side._notice.text


def test_the_question_which_save_comes_back_has_a_verb_on_its_button(side: HistorySide, opened: Desk) -> None:
    opened.finish("a wrong save")
    take_back(side)
    side.choose_taken_back()
    (question,) = side._window.findChildren(QInputDialog)
    assert (question.labelText()[-18:], question.okButtonText()) == ("shall count again?", "Bring it back")
    assert question.width() > 2 * question.fontMetrics().horizontalAdvance(question.windowTitle())
    question.accept()
    assert opened.keeping.rows()
