"""Folders looked through: what counts as a letter, in which order, and how far."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival import gathering
from ombudsview.gui.arrival.arrivals import Arrivals
from ombudsview.gui.arrival.folders import letters_in
from ombudsview.gui.arrival.gathering import Gathered, Gathering
from ombudsview.gui.desk import Desk
from ombudsview.gui.dialogs.many import ManyLetters
from ombudsview.gui.queue.model import Entry, Queue
from tests.gui.listen import Heard


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.7")
    return folder


def found(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in letters_in(folder).letters]


def test_letters_come_folder_by_folder_as_their_names_count(tmp_path: Path) -> None:
    make(tmp_path, "letter 10.pdf", "Letter 9.PDF", "b/2.pdf", "a/3.tif", "a/inner/1.docx", "notes.txt", "sheet.xlsx")
    assert found(tmp_path) == ["Letter 9.PDF", "letter 10.pdf", "a/3.tif", "a/inner/1.docx", "b/2.pdf"]


def test_what_is_hidden_or_left_by_a_word_processor_is_no_letter(tmp_path: Path) -> None:
    make(tmp_path, ".hidden.pdf", ".git/a.pdf", "~$letter.docx", "letter.docx")
    assert found(tmp_path) == ["letter.docx"]


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_to_folders_are_left_out_so_that_none_goes_round(tmp_path: Path) -> None:
    make(tmp_path, "in/a.pdf")
    (tmp_path / "in" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "linked.pdf").symlink_to(tmp_path / "in" / "a.pdf")
    assert found(tmp_path) == ["linked.pdf", "in/a.pdf"]


def test_it_ends_where_it_is_stopped_and_where_there_are_too_many(tmp_path: Path) -> None:
    make(tmp_path, *(f"{number}.pdf" for number in range(30)), "z/more.pdf")
    cut = letters_in(tmp_path, most=10)
    assert (len(cut.letters), cut.cut) == (10, True)
    stopped = letters_in(tmp_path, lambda: True)
    assert (len(stopped.letters), stopped.cut) == (30, True), "the folder that was begun is taken whole"


@pytest.fixture
def arrivals(desk: Desk) -> Arrivals:
    return Arrivals(desk, Queue(desk), lambda entry: None, desk)


def test_files_and_folders_keep_the_order_in_which_they_were_dropped(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    make(tmp_path, "z.pdf", "folder/1.pdf", "folder/2.pdf", "a.pdf")
    queue, went = Queue(desk), list[Entry]()
    Arrivals(desk, queue, went.append, desk).open([tmp_path / "z.pdf", tmp_path / "folder", tmp_path / "a.pdf"])
    qtbot.waitUntil(lambda: len(queue.entries) == 4)
    assert [entry.name for entry in queue.entries] == ["z.pdf", "1.pdf", "2.pdf", "a.pdf"]
    assert went == [queue.entries[0]], "one letter goes to the desk"


def test_a_folder_without_letters_is_said(desk: Desk, arrivals: Arrivals, tmp_path: Path, qtbot: QtBot) -> None:
    make(tmp_path, "papers/notes.txt")
    heard = Heard(desk.noticed)
    arrivals.open([tmp_path / "papers"])
    qtbot.waitUntil(lambda: bool(heard.all))
    assert heard.args[0].startswith("No letters are in “papers”")


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="the system's administrator may list everything")
def test_a_folder_that_cannot_be_listed_is_said(desk: Desk, arrivals: Arrivals, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    heard = Heard(desk.noticed)
    arrivals.open([tmp_path / "shut"])
    qtbot.waitUntil(lambda: bool(heard.all))
    assert "cannot be listed" in heard.args[0]


def test_folders_that_cannot_be_listed_are_told_of(tmp_path: Path) -> None:
    assert letters_in(tmp_path / "gone").barred == [tmp_path / "gone"]


def test_very_many_letters_are_asked_about(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "MANY", 5)
    monkeypatch.setattr("ombudsview.gui.dialogs.many.MANY", 5)
    make(tmp_path, *(f"{number}.pdf" for number in range(8)))
    search, taken = Gathering(desk), list[Gathered]()
    asked = Heard(search.asked)
    search.gather([tmp_path], taken.append)
    qtbot.waitUntil(lambda: bool(asked.all))
    assert taken == []
    for button, count in (("first", 5), ("all", 8)):
        dialog = ManyLetters(*asked.args)
        qtbot.addWidget(dialog)
        getattr(dialog, button).click()
        assert len(taken[-1].files) == count
    dialog = ManyLetters(*asked.args)
    qtbot.addWidget(dialog)
    dialog.reject()
    assert len(taken) == 2


def test_a_folder_that_takes_its_time_is_named(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading

    gate = threading.Event()
    monkeypatch.setattr(gathering, "SAY_AFTER_MS", 10)
    real = gathering.letters_in
    monkeypatch.setattr(gathering, "letters_in", lambda *args: (gate.wait(5), real(*args))[1])
    make(tmp_path, "share/a.pdf")
    search, taken = Gathering(desk), list[Gathered]()
    slow = Heard(search.slow)
    search.gather([tmp_path / "share"], taken.append)
    qtbot.waitUntil(lambda: slow.all == [("share",)])
    gate.set()
    qtbot.waitUntil(lambda: len(taken) == 1)
