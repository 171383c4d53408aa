"""What the window shows while a letter is on its way or its pages are recognised, and what it takes for letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.recognising import Phase, Standing
from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.window import Window
from tests.gui.behind import Crowd
from tests.gui.handmade import DATA, FakeReader
from tests.gui.listen import Heard, waiting


def test_a_letter_that_takes_its_time_says_so_and_can_be_given_up(
    window: Window, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    slow = tmp_path / "letter.docx"
    slow.write_bytes(DATA)
    reader.gate.clear()
    window.open_files([slow])
    qtbot.waitUntil(lambda: "is being opened" in window.notice.text)
    assert "LibreOffice" in window.notice.text
    (stop,) = [child for child in window.notice.findChildren(QAbstractButton) if child.text() == "Stop"]
    stop.click()
    assert window.welcome.isVisible()
    qtbot.waitUntil(
        lambda: not window.desk.bridge.errands.busy
    )  # else opening cancels it once more, and the gate is open
    reader.gate.clear()
    window.open_files([slow])
    qtbot.waitUntil(lambda: "is being opened" in window.notice.text)
    reader.gate.set()
    qtbot.waitUntil(lambda: window.desk.review is not None)
    assert window.notice.text == ""


def test_the_chooser_offers_every_kind_of_file(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def choose(*about: object) -> tuple[list[str], str]:
        asked.append(str(about[-1]))
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    window.actions_by_name["open"].trigger()
    for ending in ("pdf", "png", "jpg", "jpeg", "tif", "tiff", "docx"):
        assert f"*.{ending}" in asked[0].strip(")").split("(")[1].split()


def test_without_a_letter_there_is_nothing_to_recognise(window: Window) -> None:
    window.actions_by_name["recognise"].trigger()
    assert "Open a letter first" in window.notice.text


def test_recognition_shows_above_the_fields_and_stops_from_the_menu(working: Window, qtbot: QtBot) -> None:
    recognising, stop = working.sitting.recognising, working.actions_by_name["stop_recognising"]
    assert not stop.isEnabled()
    recognising._say(Standing(Phase.RUNNING, (0, 1), 1))
    assert "page 2 of 2" in working.workplace.recognition.text
    assert working.workplace.recognition.isVisible()
    assert stop.isEnabled()
    recognising._say(None)
    assert not working.workplace.recognition.isVisible()
    assert not stop.isEnabled()


def test_a_question_about_what_was_read_goes_when_it_is_read_anew(working: Window) -> None:
    working.actions_by_name["finish"].trigger()
    assert working.talk.dialog is not None
    assert working.desk.review is not None
    working.desk.rereading.emit()
    assert working.talk.dialog is None
    assert not working.desk.review.finished
    working.talk.show_about()
    working.desk.rereading.emit()
    assert working.talk.dialog is not None, "who looks at something else goes on"
    working.talk.dialog.close()


def test_letters_that_wait_while_the_history_is_shown_are_a_press_away(
    window: Window, letter_file: Path, qtbot: QtBot
) -> None:
    with waiting(qtbot, window.desk.read):
        window.open_files([letter_file])
    window.desk.agree("authority")
    window.ahead.stop()
    window.show_page("history")
    broken, other = letter_file.with_name("empty.pdf"), letter_file.with_name("other.pdf")
    broken.write_bytes(b"")
    other.write_bytes(letter_file.read_bytes() + b" other")
    window.sitting.receive([broken, other])
    assert window.notice.text == "2 letters wait in the queue."
    (show,) = [button for button in window.notice._ways if button.text() == "Show"]
    with waiting(qtbot, window.desk.read):
        show.click()
    assert window.pages.stack.currentWidget() is window.workplace
    assert window.desk.letter is not None


def test_what_is_still_read_when_the_window_closes_is_told_to_nobody(
    desk: Desk, queue: Queue, sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    """The bar that would show it goes with the window, before the readers have ended."""
    crowd = Crowd()
    crowd.gate.clear()
    ahead = ReadingAhead(desk, queue, crowd.crew())
    paths = [tmp_path / f"{number}.pdf" for number in range(4)]
    for path in paths:
        path.write_bytes(DATA + path.name.encode())
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    qtbot.waitUntil(lambda: crowd.at_work > 0)
    told, under_way = Heard(ahead.progressed), list(ahead._under_way.values())
    ahead.close()
    qtbot.waitUntil(lambda: all(errand.done for errand in under_way))
    qtbot.wait(30)
    assert told.all == []
