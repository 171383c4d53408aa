"""The note of what was learnt: asked for above Finish, kept with the letter, never waited for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.deeds import deed_lines
from ombudsview.gui.letter.lesson import LessonBar
from tests.gui.letter.laid_out import standing
from tests.gui.listen import waiting


@pytest.fixture
def bar(opened: Desk, qtbot: QtBot) -> Iterator[LessonBar]:
    with standing(LessonBar, opened, qtbot) as bar:
        yield bar


def test_it_shows_itself_where_there_is_occasion_and_goes_with_it(bar: LessonBar, opened: Desk) -> None:
    assert not bar.isVisible()
    opened.correct("compliance_rate", "50")
    assert bar.isVisible()
    assert "below 100%" in bar.why.text()
    assert bar.box.accessibleDescription() == bar.why.text()
    opened.undo()
    assert not bar.isVisible()


def test_what_is_typed_is_kept_with_the_letter_and_shown_among_its_saves(
    bar: LessonBar, opened: Desk, qtbot: QtBot
) -> None:
    opened.correct("compliance_rate", "50")
    QTest.keyClicks(bar.box, "Answer sooner.")
    opened.correct("upheld_rate", "58")  # what is being typed stays
    assert bar.box.text() == "Answer sooner."
    qtbot.waitUntil(lambda: opened.review is not None and opened.review.noted.lesson == "Answer sooner.")
    assert opened.finish("a test")
    (newest,) = opened.keeping.revisions(opened.keeping.rows()[0].letter)
    assert "Learnt: Answer sooner." in [line for event in newest.events for line in deed_lines(event)]

    with waiting(qtbot, opened.read):
        opened.put(opened.keeping.load(newest_letter(opened)))
    assert bar.box.text() == "Answer sooner."
    assert bar.isVisible()


def newest_letter(desk: Desk) -> str:
    return desk.keeping.rows()[0].letter


def test_an_empty_note_holds_nothing_up(bar: LessonBar, opened: Desk) -> None:
    opened.correct("compliance_rate", "50")
    assert opened.finish("a test")
    assert opened.review is not None
    bar.commit()
    assert opened.review.finished


def test_a_note_alone_is_a_new_save(bar: LessonBar, opened: Desk) -> None:
    opened.correct("compliance_rate", "50")
    assert opened.finish("a test")
    bar.box.setText("We answer sooner now.")
    bar.commit()
    assert opened.review is not None
    assert not opened.review.finished
    assert opened.finish("a test")
    assert opened.keeping.rows()[0].revision == 2
    assert opened.review.finished
    opened.review.reopen()
    assert opened.finish("a test")
    assert opened.keeping.rows()[0].revision == 2  # nothing more was noted
