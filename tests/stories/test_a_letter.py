"""A letter opened, checked, corrected, saved; and opened again."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ombudsview.places import resources
from ombudsview.review.state import State
from tests.stories.conftest import SAMPLE, Officer

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_open_correct_finish_and_reopen_without_the_file(
    sits_down: Callable[[], Officer], tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "from the post.pdf"
    shutil.copy(SAMPLE, path)
    officer = sits_down()
    officer.opens(path)
    officer.sees(officer.page_is_drawn)
    officer.desk.focus("upheld_rate")
    officer.types("58%")
    officer.presses(Qt.Key.Key_Return)
    officer.desk.query("upheld_decisions", "Which?")
    officer.desk.query("investigations", "Which?")
    officer.does("agree_safe")
    assert officer.desk.review.open_keys() == ()
    officer.does("finish")
    officer.sees(lambda: officer.desk.letter.saved)
    assert officer.window.letter_page.footer._saved.text().startswith("Finished, saved ")
    assert officer.window.letter_page.footer.finish.text() == "Finished"

    path.unlink()
    officer = sits_down()
    officer.does("show_history")
    (row,) = officer.desk.keeping.rows()
    officer.window.pages.history.open_letter.emit(row.letter)
    officer.sees(lambda: officer.desk.review is not None)
    officer.sees(officer.page_is_drawn)
    assert officer.field("upheld_rate").value == "58"
    assert officer.field("upheld_rate").state is State.CHANGED
    assert officer.field("upheld_rate").read.value == "57"
    assert officer.window.letter_page.view.place_of("upheld_rate") is not None

    officer.does("undo")  # the list of what can be undone came back too
    officer.does("undo")
    officer.does("undo")
    officer.does("undo")
    assert officer.field("upheld_rate").state is State.TO_CHECK
    officer.does("agree_safe")
    officer.does("finish")
    officer.sees(lambda: officer.desk.keeping.rows()[0].revision == 2)


def test_a_letter_is_finished_with_keys_alone(officer: Officer) -> None:
    officer.opens(SAMPLE)
    for _ in range(60):
        if not officer.desk.review.open_keys():
            break
        officer.presses(Qt.Key.Key_Return)
    assert officer.desk.review.open_keys() == ()
    assert officer.window.letter_page.footer.finish.hasFocus()
    officer.presses(Qt.Key.Key_Return, CONTROL)
    officer.sees(lambda: officer.desk.letter.saved)


def test_undo_goes_to_the_text_first_and_then_across_fields(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.desk.focus("upheld_rate")
    officer.types("58%")
    officer.presses(Qt.Key.Key_Tab)
    officer.types("46")
    officer.presses(Qt.Key.Key_Z, CONTROL)
    assert officer.window.letter_page.panel.row("upheld_rate_similar").edit.text() == "45%"
    assert officer.field("upheld_rate").state is State.CHANGED
    officer.presses(Qt.Key.Key_Z, CONTROL)
    assert officer.field("upheld_rate").state is State.TO_CHECK
    assert officer.desk.focus_key == "upheld_rate"
    officer.presses(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert officer.field("upheld_rate").value == "58"
    officer.presses(Qt.Key.Key_R, CONTROL)
    assert officer.field("upheld_rate").state is State.TO_CHECK
    officer.presses(Qt.Key.Key_Z, CONTROL)
    assert officer.field("upheld_rate").value == "58"


def test_a_failed_check_is_said_and_goes_with_its_cause(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.desk.correct("upheld_rate", "99")
    assert officer.field("investigations").doubts[0].sentence == "4 of 7 is 57.1%, not 99%."
    officer.presses(Qt.Key.Key_F8)
    assert officer.desk.focus_key in {"upheld_decisions", "investigations", "period_start"}
    officer.does("undo")
    assert officer.field("investigations").doubts == ()


def test_finishing_too_early_leads_to_what_is_open(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.does("agree_safe")
    officer.desk.undo()
    officer.does("finish")
    dialog = officer.window.talk.dialog
    assert dialog is not None
    dialog.reject()
    assert officer.field(officer.desk.focus_key).state.is_open
    officer.does("finish")
    dialog = officer.window.talk.dialog
    assert not dialog.anyway.isEnabled()
    dialog.reason.setText("The rest is for Monday.")
    dialog.anyway.click()
    officer.sees(lambda: officer.desk.letter.saved)


def test_several_letters_make_a_queue_and_a_trend(officer: Officer) -> None:
    years = sorted((resources() / "samples").glob("*.pdf"))
    officer.opens(SAMPLE, *years)
    assert officer.window.workplace.queue_pane.isVisible()
    for number in range(len(years) + 1):
        officer.sees(lambda: officer.desk.review is not None)
        officer.desk.finish("a story")
        officer.sees(lambda: not officer.desk.saving.busy)
        assert len(officer.desk.keeping.rows()) == number + 1
    assert officer.window.queue.left == 0
    officer.does("show_trends")
    trends = officer.window.pages.trends
    assert [point.value for point in trends.series.given if point.value] != []
    assert len(trends.series.given) == len(years) + 1
    point = trends.series.given[0]
    trends.open_letter.emit(point.letter, "upheld_rate")
    officer.sees(lambda: officer.desk.focus_key == "upheld_rate")
    place = officer.window.letter_page.view
    officer.sees(lambda: place.viewport().rect().contains(place.place_of("upheld_rate").center().toPoint()))


def test_letters_that_were_worked_on_are_as_they_were_left(officer: Officer) -> None:
    other = min((resources() / "samples").glob("*.pdf"))
    officer.opens(SAMPLE, other)
    officer.desk.correct("upheld_rate", "58")
    officer.does("next_letter")
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == other.name)
    assert officer.field("upheld_rate").state is State.TO_CHECK
    officer.does("previous_letter")
    officer.sees(lambda: officer.desk.review is not None and officer.desk.letter.name == SAMPLE.name)
    assert officer.field("upheld_rate").value == "58"
    officer.does("undo")
    assert officer.field("upheld_rate").state is State.TO_CHECK


def test_a_double_click_on_a_highlight_edits_its_value(officer: Officer) -> None:
    officer.opens(SAMPLE)
    view = officer.window.letter_page.view
    place = view.place_of("letter_date").center().toPoint()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    edit = officer.window.letter_page.panel.row("letter_date").edit
    assert edit.hasFocus()
    assert edit.selectedText() == edit.text() == "22 July 2020", "what is typed takes its place"
