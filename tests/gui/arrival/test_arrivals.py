"""What comes to the queue never takes a letter away from the officer who has gone on to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival.arrivals import Arrivals
from ombudsview.gui.arrival.gathering import Gathered
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.glimpse import Glimpse
from ombudsview.gui.queue.model import Entry, Queue
from tests.gui.listen import Heard, waiting


class Slow:
    """Lists a folder when it is told to."""

    def gather(self, paths, then) -> None:
        self.found = lambda: then(Gathered(tuple(path / "far.pdf" for path in paths)))


@pytest.mark.parametrize("went_on", [True, False])
def test_a_folder_that_took_its_time_opens_only_where_nobody_has_gone_on(
    desk: Desk, letter_file: Path, tmp_path: Path, qtbot: QtBot, *, went_on: bool
) -> None:
    queue = Queue(desk)
    went: list[str] = []
    arrivals = Arrivals(desk, queue, lambda entry: went.append(entry.name), desk)
    arrivals.gathering = slow = Slow()
    arrivals.open([tmp_path])
    if went_on:
        with waiting(qtbot, desk.read):
            desk.open(letter_file)
    if went_on:
        with waiting(qtbot, arrivals.waits) as said:
            slow.found()
        assert said.args == ("“far.pdf” waits in the queue.", queue.entries)
    else:
        slow.found()
    assert went == ([] if went_on else ["far.pdf"])
    assert [entry.name for entry in queue.entries] == ["far.pdf"]


def test_what_is_finished_or_broken_does_not_wait(opened: Desk, tmp_path: Path) -> None:
    assert opened.letter is not None
    queue = Queue(opened)
    here = Entry("letter.pdf", opened.letter.path, letter=opened.letter)
    finished = Entry("a.pdf", tmp_path / "a.pdf", glimpse=Glimpse("A", "2020", saved="14:02", kept="a"))
    broken = Entry("b.pdf", tmp_path / "b.pdf", trouble="“b.pdf” is no PDF.")
    left = Entry("c.pdf", tmp_path / "c.pdf")
    queue.add([here, finished, broken, left])
    queue.set_current(here)
    opened.agree(opened.focus_key)  # the officer is at work
    arrivals = Arrivals(opened, queue, lambda _: None, opened)
    said = Heard(arrivals.waits)
    arrivals.receive(entry.path for entry in queue.entries if entry.path is not None)
    assert said.args == ("“c.pdf” waits in the queue.", [left])
    arrivals.receive([tmp_path / "a.pdf", tmp_path / "b.pdf"])
    assert said.args[0] == "These 2 letters are in the queue already, and none of them waits."
    arrivals.receive([tmp_path / "b.pdf"])
    assert said.args[0] == "“b.pdf” is in the queue already: Problem: no PDF."
    arrivals.receive([tmp_path / "d.pdf", tmp_path / "a.pdf"])
    assert said.args == ("“d.pdf” waits in the queue.", [queue.entries[-1]])


def test_spreadsheets_are_no_letters_and_are_not_lost(desk: Desk, letter_file: Path, tmp_path: Path) -> None:
    queue = Queue(desk)
    went: list[str] = []
    arrivals = Arrivals(desk, queue, lambda entry: went.append(entry.name), desk)
    sheets, said = Heard(arrivals.spreadsheets), Heard(desk.noticed)
    arrivals.open([tmp_path / "figures.XLSX", letter_file, tmp_path / "rates.csv", tmp_path / "notes.txt"])
    assert sheets.args == ([tmp_path / "figures.XLSX", tmp_path / "rates.csv"],)
    assert went == [letter_file.name]
    assert "“notes.txt” was left out" in said.args[0]
