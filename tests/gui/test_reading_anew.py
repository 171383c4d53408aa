"""A letter that waits is looked at once more when the same one was saved meanwhile."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.settings import Settings
from ombudsview.gui.sitting import Sitting
from tests.gui.behind import Crowd
from tests.gui.handmade import DATA
from tests.gui.listen import waiting


def test_a_row_tells_that_the_history_has_the_letter_once_it_was_saved_under_another_name(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    queue = Queue(desk)
    ahead = ReadingAhead(desk, queue, Crowd().crew())
    sitting = Sitting(desk, queue, desk.keeping, Settings(tmp_path / "settings.json"), desk)
    paths = [tmp_path / "once.pdf", tmp_path / "again.pdf"]
    for path in paths:
        path.write_bytes(DATA)
    with waiting(qtbot, desk.read):
        sitting.open_files(paths)
    again = queue.entries[1]
    qtbot.waitUntil(lambda: again.glimpse is not None)
    assert again.status is Status.NEW
    assert desk.finish("a test")
    qtbot.waitUntil(lambda: again.status is Status.FINISHED)
    assert "saved to the history" in again.account
    ahead.close()
