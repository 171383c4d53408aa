"""Recognition behind the window, with a reader and a recogniser that wait for the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from ombudsview.gui.again.recognising import Phase, Recognising, Standing
from ombudsview.gui.desk import Desk
from ombudsview.gui.work.errands import Errand, Rank
from ombudsview.gui.work.picture_work import PictureWork
from ombudsview.paper import ocr
from ombudsview.paper.frames import Picture
from ombudsview.paper.ocr import Recogniser
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from ombudsview.review.state import State
from tests.gui import handmade, pictured
from tests.gui.handmade import FakeReader
from tests.gui.listen import waiting
from tests.gui.pictured import FakeRecogniser, SecondReader
from tests.helpers import readers


@pytest.fixture
def second() -> SecondReader:
    return SecondReader()


@pytest.fixture
def recogniser() -> FakeRecogniser:
    return FakeRecogniser()


@pytest.fixture
def recognising(desk: Desk, places: Places, second: SecondReader, recogniser: FakeRecogniser) -> Iterator[Recognising]:
    work = PictureWork(places.recognised, lambda: cast(Worker, second), lambda: cast(Recogniser, recogniser))
    recognising = Recognising(desk, work)
    yield recognising
    recognising.close()


@pytest.fixture
def scan(letter_file: Path, reader: FakeReader) -> Path:
    """A file of two pages that are pictures."""
    pictured.letter_of(reader)
    return letter_file


@pytest.fixture
def waits(desk: Desk, scan: Path, recognising: Recognising, recogniser: FakeRecogniser, qtbot: QtBot) -> Recognising:
    """The scan on the desk, its first page being recognised until the test lets it go on."""
    recogniser.free = False
    desk.open(scan)
    qtbot.waitUntil(lambda: recogniser.asked == [0])
    return recognising


def test_a_scan_is_recognised_by_itself_and_its_progress_told(
    desk: Desk, scan: Path, recognising: Recognising, qtbot: QtBot
) -> None:
    told: list[Standing | None] = []
    recognising.changed.connect(lambda: told.append(recognising.standing))
    with waiting(qtbot, desk.read):
        desk.open(scan)
    assert told == [*(Standing(Phase.RUNNING, (0, 1), done) for done in range(3)), None]
    assert desk.review is not None
    assert desk.review.field("upheld_rate").state is State.TO_CHECK
    assert desk.review.field("upheld_rate").read.recognised
    assert desk.letter is not None
    assert desk.letter.paper is not None
    assert desk.letter.paper.has_text


def test_the_officers_rules_are_read_by_too(
    desk: Desk,
    scan: Path,
    recognising: Recognising,
    second: SecondReader,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk.keeping, "rules_for_reader", lambda: b"some rules")
    with waiting(qtbot, desk.read):
        desk.open(scan)
    assert second.rules == [b"some rules"]


def test_the_window_goes_on_meanwhile(waits: Recognising, desk: Desk, reader: FakeReader, qtbot: QtBot) -> None:
    drawn: list[Picture] = []

    def came(errand: Errand[Picture]) -> None:
        drawn.append(errand.result)

    desk.bridge.ask(lambda: cast(Worker, reader).picture(1, 1.0), Rank.VISIBLE, came)
    qtbot.waitUntil(lambda: bool(drawn))
    assert waits.standing == Standing(Phase.RUNNING, (0, 1), 0)


def test_a_letter_with_text_is_left_alone(
    desk: Desk, letter_file: Path, recognising: Recognising, second: SecondReader, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    desk.bridge.ask(lambda: None, Rank.SOON, lambda _: desk.settled.emit())
    with waiting(qtbot, desk.settled):
        pass
    assert (recognising.standing, second.opened) == (None, [])


def test_stopping_says_so_at_once_and_keeps_what_is_done(
    waits: Recognising, desk: Desk, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    recogniser.release()
    qtbot.waitUntil(lambda: recogniser.asked == [0, 1])
    qtbot.waitUntil(lambda: waits.standing == Standing(Phase.RUNNING, (0, 1), 1))
    waits.stop()
    assert waits.standing == Standing(Phase.STOPPED, (0, 1), 1)
    assert not waits.running
    recogniser.free = True
    with waiting(qtbot, desk.read):
        waits.ask()
    assert recogniser.asked == [0, 1, 1], "the first page is not recognised twice"


def test_a_letter_that_was_stopped_stays_so_when_it_comes_back(
    waits: Recognising, desk: Desk, scan: Path, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    waits.stop()
    desk.close()
    assert waits.standing is None
    with waiting(qtbot, desk.unknown):
        desk.open(scan)
    qtbot.waitUntil(lambda: waits.standing == Standing(Phase.STOPPED, (0, 1), 0))
    assert recogniser.asked == [0]


def test_stopping_ends_the_process_in_mid_page(
    desk: Desk, scan: Path, places: Places, second: SecondReader, qtbot: QtBot
) -> None:
    made: list[Recogniser] = []

    def start() -> Recogniser:
        made.append(Recogniser(readers.false("hello()\nask()\ntime.sleep(60)"), seconds=50))
        return made[0]

    recognising = Recognising(desk, PictureWork(places.recognised, lambda: cast(Worker, second), start))
    desk.open(scan)
    qtbot.waitUntil(lambda: bool(made) and bool(made[0].holds or made[0].pid))
    pid = made[0].pid
    assert pid is not None
    recognising.stop()
    assert recognising.standing is not None
    assert recognising.standing.phase is Phase.STOPPED
    assert readers.gone(pid)
    recognising.close()


def test_closing_the_letter_ends_it(
    waits: Recognising, desk: Desk, scan: Path, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    desk.close()
    assert (waits.running, waits.standing) == (False, None)
    recogniser.free = True
    with waiting(qtbot, desk.read):
        desk.open(scan)
    assert recogniser.asked == [0, 0, 1]


def test_another_letter_comes_and_the_scan_goes_on_behind_it(
    waits: Recognising, desk: Desk, scan: Path, reader: FakeReader, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    other = scan.with_name("other.pdf")
    other.write_bytes(handmade.DATA + b" of another council")
    reader.paper, reader.readings = handmade.paper(), (handmade.reading(),)
    with waiting(qtbot, desk.read):
        desk.open(other)
    assert (waits.running, waits.standing) == (True, None)
    desk.correct("upheld_rate", "7")
    recogniser.free = True
    qtbot.waitUntil(lambda: not waits.running)
    assert desk.review is not None
    assert desk.review.field("upheld_rate").value == "7", "what came of the scan is none of this letter's"
    assert not desk.review.field("authority").read.recognised
    pictured.letter_of(reader)
    with waiting(qtbot, desk.read):
        desk.open(scan)
    assert recogniser.asked == [0, 1], "it is not recognised again"


def test_a_scan_that_comes_after_another_goes_first(
    waits: Recognising, desk: Desk, scan: Path, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    other = scan.with_name("other.pdf")
    other.write_bytes(handmade.DATA + b" of another council")
    desk.open(other)
    qtbot.waitUntil(lambda: recogniser.asked == [0, 0])
    recogniser.free = True
    qtbot.waitUntil(lambda: desk.review is not None)
    assert desk.letter is not None
    assert desk.letter.name == "other.pdf"


def test_a_page_that_cannot_be_recognised_is_named_and_tried_again(
    desk: Desk, scan: Path, recognising: Recognising, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    recogniser.failing = {1}
    with waiting(qtbot, desk.read):
        desk.open(scan)
    assert recognising.standing == Standing(Phase.FAILED, (1,))
    recogniser.failing = set()
    recognising.ask()
    qtbot.waitUntil(lambda: recognising.standing is None)
    assert recogniser.asked == [0, 1, 1]


def test_where_nothing_can_be_recognised_the_letter_stays_as_it_is(
    desk: Desk, scan: Path, recognising: Recognising, recogniser: FakeRecogniser, qtbot: QtBot
) -> None:
    recogniser.failing = {0, 1}
    desk.open(scan)
    qtbot.waitUntil(lambda: recognising.standing == Standing(Phase.FAILED, (0, 1)))
    assert desk.review is None


def test_where_it_is_not_installed_one_sentence_says_how_to_get_it(
    desk: Desk, scan: Path, second: SecondReader, places: Places, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "_PACKAGES", ("no_such_package",))
    recognising = Recognising(desk, PictureWork(places.recognised, lambda: cast(Worker, second)))
    desk.open(scan)
    qtbot.waitUntil(lambda: recognising.standing is not None and recognising.standing.phase is Phase.FAILED)
    assert recognising.standing is not None
    assert "-m pip install" in recognising.standing.why
    assert not recognising.standing.again
    assert second.opened == []
    recognising.close()


def test_poor_text_is_recognised_only_where_the_officer_agrees(
    desk: Desk, letter_file: Path, reader: FakeReader, recognising: Recognising, second: SecondReader, qtbot: QtBot
) -> None:
    read = handmade.reading()
    pictured.letter_of(reader, handmade.paper().sheets[0], pictured.garbled(), reading=read)
    desk.open(letter_file)
    qtbot.waitUntil(lambda: recognising.standing == Standing(Phase.OFFERED, (1,)))
    assert second.opened == []
    recognising.ask()
    qtbot.waitUntil(lambda: recognising.standing is None)
    assert second.given == [(1,)]


def test_the_officer_may_ask_for_it_on_any_letter(
    desk: Desk, letter_file: Path, recognising: Recognising, second: SecondReader, qtbot: QtBot
) -> None:
    with waiting(qtbot, desk.read):
        desk.open(letter_file)
    with waiting(qtbot, desk.read):
        recognising.ask()
    assert second.given == [(0, 1)]
    recognising.ask()
    qtbot.waitUntil(lambda: recognising.standing == Standing(Phase.NOTHING))
    recognising.dismiss()
    assert recognising.standing is None


def test_it_ends_with_the_program(waits: Recognising, recogniser: FakeRecogniser, second: SecondReader) -> None:
    waits.close()
    assert (recogniser.closed, second.closed) == (1, 1)


def test_processes_rest_where_nobody_wants_them(
    desk: Desk, scan: Path, recognising: Recognising, recogniser: FakeRecogniser, second: SecondReader, qtbot: QtBot
) -> None:
    recognising._rest.setInterval(0)
    desk.open(scan)
    qtbot.waitUntil(lambda: (recogniser.closed, second.closed) == (1, 1))
    recognising.ask()
    qtbot.waitUntil(lambda: recognising.standing == Standing(Phase.NOTHING))
