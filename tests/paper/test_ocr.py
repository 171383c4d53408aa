"""Recognition from a page's picture to its words, through the real process; and what happens when that goes wrong."""

from __future__ import annotations

import os
import sys
import threading
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ombudsview.errors import Verdict
from ombudsview.paper import frames, ocr, troubles
from ombudsview.paper.geometry import Box
from ombudsview.paper.ocr import Recogniser, recognise_pages
from ombudsview.paper.paper import Sheet, Word
from ombudsview.paper.remembered import Remembered
from ombudsview.paper.worker import Worker
from tests import scans
from tests.helpers import readers
from tests.helpers.process import ROOT
from tests.letters.scan import Scan

SCANS = {"150": Scan(150, skew=0.8, noise=6), "200": Scan(200, skew=1.0, noise=8), "300": Scan(300, skew=0.6, noise=8)}
PICTURE = frames.Picture(100, 50, 300, memoryview(bytes(300 * 50)))
_NEAR = 2.5  # points


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker.start(readers.real(), spare=False) as worker:
        yield worker


@pytest.fixture(scope="module")
def recogniser() -> Iterator[Recogniser]:
    with Recogniser() as recogniser:
        yield recogniser


def _sheet(worker: Worker, recogniser: Recogniser, pdf: bytes) -> Sheet:
    return recognise_pages(worker, recogniser, worker.open(pdf), [0])[0]


@scans.needs_recognition
@pytest.mark.parametrize("dpi", SCANS)
@pytest.mark.parametrize("letter", [scans.DRAWN, scans.FLOWED], ids=["drawn", "flowed"])
def test_every_figure_is_read_where_it_stands(worker: Worker, recogniser: Recogniser, letter: object, dpi: str) -> None:
    pdf, (move,) = scans.scan(letter, SCANS[dpi])  # type: ignore[arg-type]
    sheet = _sheet(worker, recogniser, pdf)
    assert sheet.recognised.startswith("rapidocr ")
    figures = scans.figures(letter)  # type: ignore[arg-type]
    assert sum(len(text) == 1 for text, _ in figures) >= 3, "lone figures are what this is about"
    for text, box in figures:
        place = Box(*move(box))
        assert text in scans.at(sheet.words, place), f"{text} at {place}"
        found = next(word.box for word in sheet.words if word.text == text and place.holds(*word.box.middle))
        # A typeset box has the white on either side of the figure in it, which a 1 has much of.
        assert place.x0 - _NEAR < found.x0
        assert found.x1 < place.x1 + _NEAR
        assert found.width > 0.3 * place.width
        assert found.y0 < place.middle[1] < found.y1


@scans.needs_recognition
@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lay_on_its_side_is_turned(worker: Worker, recogniser: Recogniser, turn: int) -> None:
    pdf, (move,) = scans.scan(scans.DRAWN, SCANS["200"], turn)
    sheet = _sheet(worker, recogniser, pdf)
    assert (turn + sheet.turn) % 360 == 0
    for text, box in scans.figures(scans.DRAWN):
        place = Box(*move(box)).turned(turn, 595, 842)
        assert text in scans.at(sheet.words, place), f"{text} at {place}"


@scans.needs_recognition
def test_words_are_whole(worker: Worker, recogniser: Recogniser) -> None:
    sheet = _sheet(worker, recogniser, scans.scan(scans.DRAWN, SCANS["200"])[0])
    text = " ".join(word.text for word in sheet.words)
    assert "of complaints we investigated were upheld." in text
    assert "This compares to an average of" in text


@scans.needs_recognition
def test_the_process_lives_under_limits(worker: Worker, recogniser: Recogniser) -> None:
    _sheet(worker, recogniser, scans.scan(scans.DRAWN, SCANS["200"])[0])
    if sys.platform.startswith("linux"):
        assert {"memory", "processor time", "files written: none"} <= set(recogniser.holds)
        assert int(Path(f"/proc/{recogniser.pid}/stat").read_text().rpartition(")")[2].split()[16]) == min(
            19, os.nice(0) + 10
        )


@scans.needs_recognition
def test_a_picture_of_nothing_has_no_words(recogniser: Recogniser) -> None:
    white = frames.Picture(400, 600, 1200, memoryview(b"\xff" * (1200 * 600)))
    assert recogniser.recognise(white, 200.0, 300.0).words == ()


def _lying(body: str) -> Recogniser:
    """A recogniser whose process answers with this Python expression about `request`."""
    code = f"hello()\nrequest = ask()\n{body}\ntime.sleep(60)\n"
    return Recogniser(readers.false(code), seconds=10)


@pytest.mark.parametrize(
    "sheet",
    [
        'Sheet(999.0, 50.0, 0, (), "x")',
        'Sheet(100.0, 50.0, 45, (), "x")',
        'Sheet(100.0, 50.0, 0, (), "")',
        'Sheet(100.0, 50.0, 0, (), "x", float("nan"))',
        'Sheet(100.0, 50.0, 0, (), "x", 0.0, (3,))',
        'Sheet(100.0, 50.0, 0, (Word("a", Box(0.0, 0.0, 500.0, 9.0), 0),), "x")',
        'Sheet(100.0, 50.0, 0, (Word("a", Box(float("nan"), 0.0, 5.0, 9.0), 0),), "x")',
        'Sheet(100.0, 50.0, 0, (Word("", Box(0.0, 0.0, 5.0, 9.0), 0),), "x")',
    ],
)
def test_what_cannot_be_is_not_believed(sheet: str) -> None:
    imports = "from ombudsview.paper.paper import Sheet, Word; from ombudsview.paper.geometry import Box\n"
    with _lying(f"{imports}say(request.ticket, frames.Recognised({sheet}))") as recogniser:
        told = readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0))
        assert told.code == Verdict.CRASHED
        assert recogniser.pid is None


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with Recogniser(readers.false("hello()\ntime.sleep(60)"), seconds=0.5) as recogniser:
        assert readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0)).code == Verdict.TIMED_OUT


def test_memory_beyond_the_limit_is_refused_to_the_process_only() -> None:
    code = (
        "from ombudsview.paper import limits\nlimits.impose(2 << 30)\nhello()\nrequest = ask()\n"
        "try: bytearray(3 << 30)\n"
        "except MemoryError: say(request.ticket, frames.Failed(Verdict.OUT_OF_MEMORY))\ntime.sleep(60)"
    )
    with Recogniser(readers.false(code), seconds=20) as recogniser:
        assert readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0)).code == Verdict.OUT_OF_MEMORY
        assert recogniser.pid is None, "what is left of its memory is in pieces: it was ended"


def test_stop_is_heard_at_once_and_the_process_is_gone() -> None:
    with Recogniser(readers.false("hello()\ntime.sleep(60)"), seconds=50) as recogniser:
        told = []
        asking = threading.Thread(
            target=lambda: told.append(readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0)))
        )
        asking.start()
        until = time.monotonic() + 5
        while recogniser.pid is None and time.monotonic() < until:
            time.sleep(0.01)
        pid = recogniser.pid
        assert pid is not None
        recogniser.cancel()
        asking.join(5)
        assert [trouble.code for trouble in told] == [troubles.CANCELLED]
        assert readers.gone(pid)


def test_without_the_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_PACKAGES", ("no_such_package",))
    with Recogniser() as recogniser:
        told = readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0))
    assert told.code == ocr.NO_RECOGNITION
    assert f'"{sys.executable}" -m pip install "rapidocr' in told.sentence, "no other Python's"
    assert recogniser.pid is None


def test_what_is_to_be_installed_is_the_extra() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert list(ocr.EXTRA) == project["optional-dependencies"]["ocr"]


class _Counting(Recogniser):
    """Answers with a sheet of one word, and counts how often it was asked."""

    asked = 0

    def recognise(
        self, picture: frames.Picture, width: float, height: float, stopped: Callable[[], bool] = lambda: False
    ) -> Sheet:
        self.asked += 1
        return Sheet(width, height, 0, (Word("57%", Box(1.0, 2.0, 30.0, 14.0), 0),), "stand-in")


def test_what_was_recognised_once_is_not_asked_again(worker: Worker, tmp_path: Path) -> None:
    opened = worker.open(scans.scan(scans.DRAWN, SCANS["150"])[0])
    remembered = Remembered(tmp_path / "recognised")
    heard: list[tuple[int, int]] = []
    with _Counting() as recogniser:
        first = recognise_pages(worker, recogniser, opened, [0], remembered=remembered)
        again = recognise_pages(
            worker, recogniser, opened, [0], remembered=remembered, progress=lambda *so_far: heard.append(so_far)
        )
        assert recogniser.asked == 1
        assert again == first
        assert heard == [(0, 1), (1, 1)]


def test_a_stop_between_pages_is_not_missed(worker: Worker, tmp_path: Path) -> None:
    opened = worker.open(scans.scan(scans.DRAWN, SCANS["150"])[0])
    remembered = Remembered(tmp_path / "recognised")
    with _Counting() as recogniser:
        told = readers.trouble(
            lambda: recognise_pages(
                worker,
                recogniser,
                opened,
                [0, 0, 0],
                remembered=remembered,
                stopped=lambda: recogniser.asked == 1,
            )
        )
        assert (told.code, recogniser.asked) == (troubles.CANCELLED, 1)
        assert recognise_pages(worker, recogniser, opened, [0], remembered=remembered)
        assert recogniser.asked == 1, "what was done before the stop is remembered"


def test_a_stop_just_before_a_page_is_begun_is_not_missed() -> None:
    with Recogniser(readers.false("hello()\ntime.sleep(60)"), seconds=50) as recogniser:
        recogniser.cancel()  # it hears this while nothing is asked
        told = readers.trouble(lambda: recogniser.recognise(PICTURE, 100.0, 50.0, lambda: True))
        assert (told.code, recogniser.pid) == (troubles.CANCELLED, None)


def test_pages_of_another_letter_are_never_taken_for_this_ones(worker: Worker) -> None:
    opened = worker.open(scans.scan(scans.DRAWN, SCANS["150"])[0])
    worker.open(scans.scan(scans.FLOWED, SCANS["150"])[0])
    with _Counting() as recogniser:
        told = readers.trouble(lambda: recognise_pages(worker, recogniser, opened, [0]))
        assert (told.code, recogniser.asked) == (troubles.CANCELLED, 0)
