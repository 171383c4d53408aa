"""The window on 1366 x 768 at twice the size: as on a screen of half as many pixels, everything can be reached."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ombudsview.gui.dialogs.finish import FinishDialog
from ombudsview.history.compare import Besides
from ombudsview.review.edit import Carried
from tests.stories.conftest import SAMPLE, Officer
from tests.stories.test_access import PAGES, turn_to

HALF = QSize(683 - 16, 384 - 48)
"""What a desktop leaves of it."""


def lies_within(widget: QWidget, outer: QWidget) -> bool:
    """Whether nothing of a widget is cut off at the edges of another."""
    return outer.rect().contains(QRect(widget.mapTo(outer, QPoint(0, 0)), widget.size()))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_fits(officer: Officer, page: str) -> None:
    turn_to(officer, page)
    officer.window.resize(HALF)
    QApplication.processEvents()
    assert officer.window.size() == HALF


def test_what_floats_over_the_page_is_not_cut_off(officer: Officer) -> None:
    officer.opens(SAMPLE)
    window = officer.window
    window.resize(HALF)
    QApplication.processEvents()
    officer.does("find")
    window.notice.say(
        "The letter of another council for this very year is in the history.", ("Open the saved one", list)
    )
    QApplication.processEvents()
    page = window.letter_page
    assert lies_within(page.aids.bar, page.view)
    assert lies_within(page.zoom_bar, window)
    assert lies_within(window.notice, window)


def test_notes_scroll_and_finish_stays_in_sight(officer: Officer) -> None:
    officer.opens(SAMPLE)
    window, page = officer.window, officer.window.letter_page
    window.resize(HALF)
    officer.desk.correct("compliance_rate", "66.7")
    notes = [Carried(f"{n}-1", "Wraxmere District Council", f"20{n}-{n + 1}", "Answer sooner. " * 30) for n in (18, 17)]
    page.carried.show_besides(Besides("Wraxmere District Council", "2020-03-31", carried=tuple(notes)))
    boxes = (*(row.box for row in page.carried.rows), page.lesson.box)
    officer.sees(page.notes.line.isVisible)
    QTest.qWait(100)
    assert window.size() == HALF
    assert page.notes.line.text() == "3 notes for the record…"
    assert lies_within(page.notes.line, window)
    assert page.panel.height() >= 100, "the fields have the room"
    officer.does("agree_safe")
    officer.sees(page.summary.isVisible)
    assert lies_within(page.footer.finish, window)
    for title in ("Wraxmere District Council", "Wraxmere and Upper Thistledown District Council"):
        officer.desk.correct("authority", title)
        QTest.qWait(100)
        assert page.header.height() >= page.header.heightForWidth(page.header.width()), "it has its room"
        for label in (page.header._authority, page.header._about):
            assert label.height() >= label.heightForWidth(label.width())
        assert "sa" in page.header._about.text(), "whose it is, for which year, when, and of which file"
    page.footer.finish.setFocus()
    officer.presses(Qt.Key.Key_Backtab)
    for box in reversed(boxes):  # each is reached by its key, and scrolls into sight
        officer.presses(Qt.Key.Key_Backtab)
        assert box.hasFocus()
        assert lies_within(box, box.window())
        officer.sees(lambda box=box: box.visibleRegion().boundingRect() == box.rect())
    officer.types("A weekly list.")
    page.panel.take_keys()
    officer.sees(page.notes.line.isVisible)
    assert officer.desk.review is not None
    assert officer.desk.review.noted.answered[0][1] == "A weekly list.", "what was typed is kept"
    window.resize(1300, 850)
    officer.sees(lambda: all(box.isVisible() for box in boxes) and not page.notes.line.isVisible())


def test_the_question_names_a_few_of_many_fields(officer: Officer, qtbot) -> None:
    dialog = FinishDialog("19 fields have not been checked.", [f"Field {number}" for number in range(1, 20)])
    qtbot.addWidget(dialog)
    words = "Field 1; Field 2; Field 3; Field 4; Field 5; Field 6; and 13 more"
    assert words in [label.text() for label in dialog.findChildren(QWidget) if hasattr(label, "text")]


def test_a_long_value_leaves_room_for_the_other_answers(officer: Officer) -> None:
    officer.opens(SAMPLE)
    officer.window.resize(1350, 720)
    officer.window.letter_page.splitter.setSizes([930, 420])
    officer.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    officer.types("Wraxmere and Upper Thistledown Council")
    QTest.qWait(300)  # the rows find their places a few turns later
    panel = officer.window.letter_page.panel
    assert panel.widget().width() <= panel.viewport().width()


def test_the_page_has_half_of_the_window_and_no_answer_is_cut(officer: Officer) -> None:
    officer.opens(SAMPLE)
    window, page = officer.window, officer.window.letter_page
    window.resize(1300, 760)
    wide = page.splitter.sizes()[1]
    window.resize(HALF)
    officer.sees(lambda: page.view.width() >= window.width() // 2)
    details = page.panel._details
    for key in ("authority", "upheld_rate_similar", "satisfactory_remedies"):
        officer.desk.focus(key)
        row = page.panel.row(key)
        officer.sees(lambda: page.panel.widget().width() <= page.panel.viewport().width())
        QTest.qWait(50)
        for part in (row.edit, row._name, details.agree_button, details.deny_button, details.query_button):
            place = QRect(part.mapTo(page.panel.viewport(), QPoint(0, 0)), part.size())
            assert place.left() >= 0
            assert place.right() <= page.panel.viewport().width(), f"{key}: {part} is cut"
    window.resize(1300, 760)
    officer.sees(lambda: page.splitter.sizes()[1] == wide)
    assert details.deny_button.text() == "Not in letter  Del"


def test_the_queue_gives_way_and_comes_back(officer: Officer, tmp_path: Path) -> None:
    letters = [tmp_path / f"{number}.pdf" for number in (1, 2)]
    for number, letter in enumerate(letters):
        letter.write_bytes(SAMPLE.read_bytes() + b"\n" * number)
    window = officer.window
    window.resize(HALF)
    window.open_files(letters)
    officer.sees(lambda: officer.desk.review is not None and not window.ahead._under_way and not window.ahead._waiting)
    assert not window.workplace.shows_queue
    officer.does("show_queue")
    assert window.workplace.shows_queue, "whoever asks for it has it"
    officer.does("show_queue")
    window.resize(1300, 760)
    assert not window.workplace.shows_queue, "and whoever put it away has not"
    officer.does("show_queue")
    window.resize(HALF)
    officer.sees(lambda: not window.workplace.shows_queue)
    officer.does("close_letter")
    officer.sees(window.welcome.isVisible)
    assert window.workplace.shows_queue, "without a letter there is room"
    window.sitting.go_to(window.queue.entries[1])
    officer.sees(lambda: officer.desk.review is not None)
    assert not window.workplace.shows_queue
    window.resize(1300, 760)
    officer.sees(lambda: window.workplace.shows_queue and not window.ahead._under_way)
    officer.sees(officer.page_is_drawn)


def test_the_start_page_fits_beside_the_queue(officer: Officer, tmp_path: Path) -> None:
    letters = [tmp_path / f"{number}.pdf" for number in (1, 2)]
    for letter in letters:
        letter.write_bytes(b"no letter at all")
    window = officer.window
    window.resize(HALF)
    window.open_files(letters)
    officer.sees(lambda: window.welcome.isVisible() and window.workplace.shows_queue)
    officer.sees(lambda: all(entry.trouble for entry in window.queue.entries) and not window.ahead._under_way)
    QTest.qWait(50)
    (inside,) = (area for area in window.welcome.findChildren(QScrollArea) if area.parent() is window.welcome)
    assert inside.widget().width() <= inside.viewport().width(), "nothing is cut at the right"
    assert window.size() == HALF
