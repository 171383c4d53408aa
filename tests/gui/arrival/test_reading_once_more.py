"""Problems tried again while the look that would find them once more is still under way."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ombudsview.errors import Verdict
from ombudsview.gui.arrival.reading_ahead import ReadingAhead
from ombudsview.gui.desk import Desk
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.sitting import Sitting
from ombudsview.paper import troubles
from tests.gui.behind import Crowd
from tests.gui.handmade import DATA
from tests.gui.listen import waiting


def test_what_began_before_the_file_was_mended_says_nothing_of_it(
    desk: Desk, queue: Queue, sitting: Sitting, tmp_path: Path, qtbot: QtBot
) -> None:
    crowd, mended = Crowd(), tmp_path / "mended.pdf"
    ahead = ReadingAhead(desk, queue, crowd.crew(hands=1))
    fine = tmp_path / "fine.pdf"
    fine.write_bytes(DATA)
    mended.write_bytes(b"%PDF-1.7 as it was")
    crowd.troubles[b"%PDF-1.7 as it was"] = troubles.trouble(Verdict.CRASHED)
    crowd.gate.clear()
    with waiting(qtbot, desk.read):
        sitting.open_files([fine, mended])
    qtbot.waitUntil(lambda: crowd.at_work == 1)
    (_, entry) = queue.entries
    entry.trouble = "could not be opened"  # so the desk found, before the look did
    mended.write_bytes(DATA + b" mended")
    ahead.again()
    crowd.gate.set()
    qtbot.waitUntil(lambda: entry.glimpse is not None)
    assert (entry.trouble, entry.status) == ("", Status.NEW)
    assert DATA + b" mended" in crowd.opened
    ahead.close()
