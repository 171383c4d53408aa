"""What comes to the queue never takes a letter away from the officer who has gone on to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival.arrivals import Arrivals
from ombudsview.gui.arrival.gathering import Gathered
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from tests.gui.listen import waiting


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
