"""Recognition of a letter that gave way to another: whoever lists letters hears how far it is."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ombudsview.gui.again.recognising import Phase, Recognising
from ombudsview.gui.desk import Desk
from tests.gui import handmade
from tests.gui.again.test_recognising import recogniser, recognising, scan, second, waits
from tests.gui.handmade import FakeReader
from tests.gui.listen import waiting
from tests.gui.pictured import FakeRecogniser

__all__ = ["recogniser", "recognising", "scan", "second", "waits"]


def test_whoever_lists_letters_hears_of_those_behind_as_well(
    waits: Recognising, desk: Desk, scan: Path, reader: FakeReader, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    told: list[tuple[str, Phase | None, int]] = []
    waits.told.connect(
        lambda document, standing: told.append(
            (document.name, standing.phase if standing else None, standing.done if standing else 0)
        )
    )
    reader.paper, reader.readings = handmade.paper(), (handmade.reading(),)
    other = scan.with_name("other.pdf")
    other.write_bytes(handmade.DATA + b" another")
    with waiting(qtbot, desk.read):
        desk.open(other)
    assert waits.standing is None
    recogniser.release()
    qtbot.waitUntil(lambda: recogniser.asked == [0, 1])
    recogniser.release()
    qtbot.waitUntil(lambda: bool(told) and told[-1][1] is Phase.DONE)
    assert told == [(scan.name, Phase.RUNNING, 1), (scan.name, Phase.RUNNING, 2), (scan.name, Phase.DONE, 2)]
    assert waits.standing is None, "it is not of the letter on the desk"


def test_what_gives_way_to_another_scan_is_told_to_have_stopped(
    waits: Recognising, desk: Desk, scan: Path, qtbot: QtBot
) -> None:
    told: list[tuple[str, Phase | None]] = []
    waits.told.connect(lambda document, standing: told.append((document.name, standing.phase if standing else None)))
    other = scan.with_name("other.pdf")
    other.write_bytes(handmade.DATA + b" another")
    desk.open(other)
    qtbot.waitUntil(lambda: (other.name, Phase.RUNNING) in told)
    assert told[0] == (scan.name, Phase.STOPPED)
