"""With no letter open the queue stays in reach, and the start page says what to do about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.resting import resting_words
from ombudsview.gui.window import Window
from ombudsview.places import resources
from tests.gui.handmade import DATA


def broken(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"broken {number}.pdf" for number in range(count)]
    for path in paths:
        path.write_bytes(b"no letter at all")
    return paths


def offered(window: Window) -> list[str]:
    return [button.text() for button in window.workplace.resting.buttons if button.isVisible()]


def test_where_every_letter_is_a_problem_the_queue_shows_and_they_can_be_tried_again(
    window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = broken(tmp_path, 2)
    window.open_files([first, second])
    qtbot.waitUntil(lambda: all(entry.trouble for entry in window.queue.entries), timeout=20_000)
    qtbot.waitUntil(window.welcome.isVisible, timeout=20_000)
    assert window.workplace.queue_pane.isVisible()
    assert "None of the 2 letters in the queue could be opened" in window.workplace.resting.words.text()
    assert offered(window) == ["Try the problems again"]
    second.write_bytes((resources() / "sample-letter.pdf").read_bytes())  # what reads ahead is no stand-in
    window.workplace.resting.again.click()
    qtbot.waitUntil(lambda: offered(window) == ["Go on with the next", "Try the problems again"], timeout=20_000)
    window.workplace.resting.next.click()
    qtbot.waitUntil(lambda: window.desk.review is not None, timeout=20_000)
    assert window.letter_page.isVisible()
    assert not window.welcome.isVisible()


def test_a_closed_letter_leaves_the_queue_in_reach(window: Window, letter_file: Path, qtbot: QtBot) -> None:
    other = letter_file.with_name("other.pdf")
    other.write_bytes(DATA + b"\n")
    window.open_files([letter_file, other])
    qtbot.waitUntil(lambda: window.desk.review is not None, timeout=20_000)
    window.actions_by_name["close_letter"].trigger()
    qtbot.waitUntil(window.welcome.isVisible, timeout=20_000)
    assert window.workplace.queue_pane.isVisible()
    assert window.workplace.resting.words.text().startswith("2 of 2 letters in the queue are left to check.")
    assert window.workplace.resting.next.hasFocus()
    window.workplace.queue_pane.asked.emit(window.queue.entries[1])
    qtbot.waitUntil(lambda: window.desk.review is not None, timeout=20_000)
    assert window.queue.current is window.queue.entries[1]
    assert window.letter_page.isVisible()

    window.actions_by_name["close_letter"].trigger()
    window.show_page("history")
    window.show_page("letter")
    assert window.workplace.queue_pane.isVisible(), "also when one comes back to it"
    window.sitting.remove(list(window.queue.entries))
    assert window.welcome.isVisible()
    assert not window.workplace.isVisible()
    assert window.welcome._first is None


def test_what_was_said_of_a_letter_goes_with_it_and_new_notices_lie_over_the_start_page(
    window: Window, letter_file: Path, qtbot: QtBot
) -> None:
    other = letter_file.with_name("other.pdf")
    other.write_bytes(DATA + b"\n")
    window.open_files([letter_file, other])
    qtbot.waitUntil(lambda: window.desk.review is not None, timeout=20_000)
    window.notice.say("This letter is in the history already.", ("Open the saved one", lambda: None))
    window.actions_by_name["close_letter"].trigger()
    qtbot.waitUntil(window.welcome.isVisible, timeout=20_000)
    assert window.notice.text == ""
    window.notice.say("It is kept.", ("Show", lambda: None))
    place = QRect(window.welcome.mapTo(window, QPoint(0, 0)), window.welcome.size())
    assert place.contains(window.notice.geometry())
    window.notice.setFocus()
    window.notice.put_away()
    assert window.workplace.resting.next.hasFocus()


def test_it_says_how_the_queue_stands(window: Window, tmp_path: Path) -> None:
    queue = Queue(window)
    finished = [Entry(f"{n}.pdf", tmp_path / f"{n}.pdf", glimpse=Glimpse(saved="14:02", kept=str(n))) for n in (1, 2)]
    queue.add(finished)
    assert resting_words(queue).startswith("Every letter in the queue is finished.")
    problem = Entry("3.pdf", tmp_path / "3.pdf", trouble="It is no PDF.")
    queue.add([problem])
    assert resting_words(queue).startswith("Every letter that could be opened is finished;")
    queue.add([Entry("4.pdf", tmp_path / "4.pdf")])
    assert resting_words(queue).startswith("1 of 4 letters in the queue is left")
