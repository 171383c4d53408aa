from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.sitting import Sitting
from ombudsview.gui.window import Window
from ombudsview.paper import troubles
from tests.gui.at_once import AtOnce
from tests.gui.handmade import DATA, FakeReader
from tests.gui.listen import Heard, waiting


def files(folder: Path, *names: str) -> list[Path]:
    """Letters, and files that cannot be opened where the name says so."""
    for name in names:
        (folder / name).write_bytes(b"" if name.startswith("empty") else DATA + name.encode())
    return [folder / name for name in names]


def begin(desk: Desk, sitting: Sitting, paths: list[Path], qtbot: QtBot) -> None:
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    desk.agree("authority")


@pytest.mark.parametrize("known", [False, True])
def test_next_and_previous_reach_what_lies_behind_files_that_cannot_be_opened(
    desk: Desk, sitting: Sitting, queue: Queue, tmp_path: Path, qtbot: QtBot, known: bool
) -> None:
    begin(desk, sitting, files(tmp_path, "a.pdf", "empty1.pdf", "empty2.pdf", "b.pdf"), qtbot)
    first, _, _, last = queue.entries
    review, key = desk.review, desk.focus_key
    for entry in queue.entries[1:3]:
        entry.trouble = "It is empty." if known else ""
    told = Heard(desk.noticed)
    with waiting(qtbot, desk.read):
        sitting.step(1)
    assert queue.current is last
    assert desk.letter is not None
    assert desk.letter.name == "b.pdf"
    assert told.all == [("“empty1.pdf” and “empty2.pdf” could not be opened; their rows in the queue say why.",)]
    assert [bool(entry.trouble) for entry in queue.entries] == [False, True, True, False]
    with waiting(qtbot, desk.read):
        sitting.step(-1)
    assert queue.current is first
    assert (desk.review, desk.focus_key) == (review, key), "where the work was"


def test_where_nothing_behind_can_be_opened_the_letter_stays(
    desk: Desk, sitting: Sitting, queue: Queue, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(desk, sitting, files(tmp_path, "a.pdf", "empty1.pdf", "empty2.pdf"), qtbot)
    review, told = desk.review, Heard(desk.noticed)
    with waiting(qtbot, desk.read):
        sitting.step(1)
    assert (desk.review, queue.current) == (review, queue.entries[0])
    qtbot.waitUntil(lambda: bool(told.all))
    assert told.args == ("“empty1.pdf” and “empty2.pdf” could not be opened; their rows in the queue say why.",)
    sitting.step(1)
    assert told.args == ("None of the letters after this one could be opened; their rows in the queue say why.",)
    assert desk.review is review


@pytest.mark.parametrize("has_file", [True, False])
def test_a_saved_letter_that_cannot_be_had_is_not_passed_over_in_silence(
    desk: Desk, sitting: Sitting, queue: Queue, tmp_path: Path, qtbot: QtBot, *, has_file: bool
) -> None:
    """Its file is there when Next is pressed once more; where there is none, it is passed over like any file that is broken."""
    begin(desk, sitting, files(tmp_path, "a.pdf"), qtbot)
    path = files(tmp_path, "saved.pdf")[0] if has_file else None
    saved = Entry("saved.pdf", path, glimpse=Glimpse("A", "2020", saved="14:02", kept="0" * 64 + "-1"))
    queue.add([saved, Entry("b.pdf", files(tmp_path, "b.pdf")[0])])
    told, record = Heard(desk.noticed), desk.record
    assert isinstance(record, AtOnce)
    record.hold = True  # as in the window, the answer comes later
    sitting.step(1)
    with waiting(qtbot, desk.read):
        record.go()
    assert desk.letter is not None
    if not has_file:
        assert (desk.letter.name, bool(saved.trouble)) == ("b.pdf", True)
        assert told.all == [("“saved.pdf” could not be opened; its row in the queue says why.",)]
        return
    assert (desk.letter.name, sitting.passes_over) == ("a.pdf", False)
    with waiting(qtbot, desk.read):
        sitting.step(1)
    assert (desk.letter.name, saved.trouble) == ("saved.pdf", "")


def test_who_leaves_the_question_for_a_password_is_back_at_the_letter_and_gets_past_it(
    window: Window, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    window.ahead.stop()
    begin(window.desk, window.sitting, files(tmp_path, "a.pdf", "b.pdf", "c.pdf"), qtbot)
    review, queue = window.desk.review, window.queue
    reader.troubles = [("open", troubles.trouble("password"))]
    window.sitting.step(1)
    qtbot.waitUntil(lambda: window.talk.dialog is not None)
    assert window.talk.dialog is not None
    with waiting(qtbot, window.desk.read):
        window.talk.dialog.reject()
    assert window.desk.review is review
    assert window.pages.stack.currentWidget() is window.workplace
    assert queue.current is queue.entries[0]
    assert queue.entries[1].trouble.startswith("This letter is locked with a password.")
    with waiting(qtbot, window.desk.read):
        window.sitting.step(1)
    assert queue.current is queue.entries[2]
    assert "“b.pdf” could not be opened" in window.notice.text


def test_who_leaves_that_question_at_the_empty_desk_has_the_next_letter_or_the_one_before(
    window: Window, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    window.ahead.stop()
    reader.troubles = [("open", troubles.trouble("password"))]
    first, second, third = files(tmp_path, "a.pdf", "b.pdf", "c.pdf")
    for paths, comes in (([first, second], second), ([third], second)):
        window.desk.close()
        reader.troubles = [("open", troubles.trouble("password"))]
        window.sitting.open_files(paths)
        qtbot.waitUntil(lambda: window.talk.dialog is not None)
        assert window.talk.dialog is not None
        with waiting(qtbot, window.desk.read):
            window.talk.dialog.reject()
        assert window.desk.letter is not None
        assert window.desk.letter.path == comes


def test_the_question_for_a_password_goes_when_another_letter_comes_and_shuts_none(
    window: Window, reader: FakeReader, tmp_path: Path, qtbot: QtBot
) -> None:
    window.ahead.stop()
    first, second = files(tmp_path, "a.pdf", "b.pdf")
    reader.troubles = [("open", troubles.trouble("password"))]
    window.sitting.open_files([first])
    qtbot.waitUntil(lambda: window.talk.dialog is not None)
    assert window.talk.dialog is not None
    with waiting(qtbot, window.desk.read):
        window.sitting.open_files([second])
    assert window.talk.dialog is None
    assert window.desk.letter is not None
    assert window.desk.letter.path == second
    assert window.desk.review is not None
    assert [entry.trouble for entry in window.queue.entries] == ["", ""]


def test_letters_in_trouble_are_no_neighbours() -> None:
    queue = Queue()
    queue.add(entries := [Entry(name) for name in "abcd"])
    queue.set_current(entries[1])
    entries[2].trouble = "It is damaged."
    assert queue.neighbour(1) is entries[3]
    entries[3].trouble = entries[0].trouble = "It is damaged."
    assert (queue.neighbour(1), queue.neighbour(-1)) == (None, None)
