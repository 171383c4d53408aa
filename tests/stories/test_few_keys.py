"""A letter in which nothing is wrong costs one key a field and one for the whole; ten of them cost Enter and Ctrl+Enter alone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ombudsview.review.state import State
from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_a_queue import folder_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def enters(officer: Officer) -> int:
    """Press Enter as long as a field is open, then Ctrl+Enter; how many keys that took."""
    review, keys = officer.desk.review, 0
    while review.open_keys():
        before = len(review.open_keys())
        officer.presses(Qt.Key.Key_Return)
        keys += 1
        assert len(review.open_keys()) < before, f"Enter settled nothing at {officer.desk.focus_key}"
    letter = officer.desk.letter
    officer.presses(Qt.Key.Key_Return, CONTROL)
    assert officer.window.talk.dialog is None
    officer.sees(lambda: letter.saved)
    assert all(field.state is not State.TO_CHECK for field in review.fields())
    return keys + 1


def test_the_sample_letter_takes_one_key_a_field_and_one_more(officer: Officer) -> None:
    officer.opens(SAMPLE)
    fields = sum(1 for field in officer.desk.review.fields() if field.value is not None)
    assert fields >= 20
    assert enters(officer) <= fields + 1


def test_ten_letters_take_enter_and_control_enter_alone(officer: Officer, tmp_path: Path) -> None:
    officer.window.open_files([folder_of(tmp_path / "letters", 10)])
    seen: list[QObject] = []
    for _ in range(10):
        officer.sees(lambda: officer.desk.review is not None and officer.desk.letter not in seen)
        seen.append(officer.desk.letter)
        fields = sum(1 for field in officer.desk.review.fields() if field.value is not None)
        assert enters(officer) <= fields + 1
    assert len(officer.desk.keeping.rows()) == 10
    officer.sees(officer.window.workplace.summary.isVisible)


def test_it_is_finished_without_a_mouse_a_source_pointed_at_anew_included(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.desk.focus("upheld_decisions")
    before = officer.field("upheld_decisions").sources
    officer.presses(Qt.Key.Key_F2)
    view, pointer = officer.window.letter_page.view, officer.window.letter_page.filling.pointer
    assert view.hasFocus()
    officer.presses(Qt.Key.Key_BracketRight)  # the field's own source
    for _ in range(80):
        officer.presses(Qt.Key.Key_BracketRight)
        if pointer.shown is not None and pointer.shown.source.text == "7":
            break
    officer.presses(Qt.Key.Key_Return)
    pointed = officer.field("upheld_decisions")
    assert (pointed.value, pointed.state) == ("7", State.CHANGED)
    assert pointed.sources != before
    assert officer.window.letter_page.view.place_of("upheld_decisions") is not None
    officer.presses(Qt.Key.Key_Z, CONTROL)
    QTest.qWait(0)
    assert officer.field("upheld_decisions").sources == before
    assert QApplication.focusWidget() is officer.window.letter_page.panel.row("upheld_decisions").edit
    enters(officer)
