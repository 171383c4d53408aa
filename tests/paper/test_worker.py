"""The worker with its real reader process, and with reader processes that die, hang and lie."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import document
from ombudsview.paper import worker as module
from ombudsview.paper.geometry import Box
from ombudsview.paper.spawn import command, spawn
from ombudsview.paper.worker import Worker
from ombudsview.reading import answer, brief
from tests import badfiles
from tests.helpers import readers
from tests.helpers.readers import gone, trouble

LETTER = badfiles.page()


@pytest.fixture(scope="module")
def shared_worker() -> Iterator[Worker]:
    """One worker for the tests that leave its process alone."""
    with Worker.start(readers.real(), spare=False) as worker:
        yield worker


def test_a_letter_is_opened_read_and_drawn(shared_worker: Worker) -> None:
    opened = shared_worker.open(LETTER)
    assert (opened.verdict, opened.sizes, opened.repaired, opened.page_count) == (
        Verdict.OK,
        ((595.0, 842.0),),
        False,
        1,
    )
    read = answer.decode(shared_worker.read(), opened.sha256, opened.sizes)
    assert [word.text for word in read.paper.sheets[0].words] == " ".join(badfiles.LINES).split()
    picture = shared_worker.picture(0, 1.0)
    assert (picture.width, picture.height) == (595, 842)
    tile = shared_worker.picture(0, 4.0, Box(100, 100, 300, 200))
    assert (tile.width, tile.height) == (800, 400)
    assert min(picture.pixels) < 50 < max(picture.pixels)


def test_a_process_that_the_door_started_is_taken_over() -> None:
    running = spawn(command())
    with Worker.start(spare=False, running=running) as worker:
        assert worker.pid == running.pid
        assert worker.open(LETTER).page_count == 1
    assert running.poll() is not None


def test_questions_that_make_no_sense_are_refused_here(shared_worker: Worker) -> None:
    shared_worker.open(LETTER)
    for page, scale in ((1, 1.0), (-1, 1.0), (0, 0.0), (0, -1.0), (0, float("nan")), (0, 20.0)):
        with pytest.raises(ValueError, match=r"no page|a picture"):
            shared_worker.picture(page, scale)
    assert shared_worker.picture(0, 0.5).width in {297, 298}


def test_sizes(shared_worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "LARGE", 1_000)
    monkeypatch.setattr(document, "LARGEST_DOCUMENT", 3_000)
    middling, large = LETTER + b"\n" * 1_500, LETTER + b"\n" * 4_000
    asked = trouble(lambda: shared_worker.open(middling))
    assert asked.code == Verdict.TOO_BIG
    assert "if you are sure" in asked.way_on
    assert shared_worker.open(middling, allow_large=True).page_count == 1
    assert trouble(lambda: shared_worker.open(large, allow_large=True)).code == Verdict.TOO_BIG


def test_a_document_of_several_chunks_arrives_whole(shared_worker: Worker) -> None:
    opened = shared_worker.open(badfiles.page(more={10: badfiles.stream(os.urandom(20 << 20))}))
    assert opened.verdict is Verdict.OK


def test_every_trouble_says_what_to_do() -> None:
    from ombudsview.paper import troubles

    for code in [*(verdict for verdict in Verdict if not verdict.opened and verdict != Verdict.MISSING), "cancelled"]:
        told = troubles.trouble(code)
        assert told.what.endswith(".")
        assert told.way_on.endswith(".")


def test_passwords(shared_worker: Worker) -> None:
    for revision in badfiles.ENCRYPTIONS:
        locked = badfiles.encrypted(revision, user="tea", owner="biscuit")
        asked = trouble(lambda locked=locked: shared_worker.open(locked))
        wrong = trouble(lambda locked=locked: shared_worker.open(locked, "coffee"))
        assert (asked.code, wrong.code) == (Verdict.PASSWORD, Verdict.PASSWORD)
        assert "does not open" in wrong.what
        assert asked.what != wrong.what
        for password in ("tea", "biscuit"):
            opened = shared_worker.open(locked, password)
            assert answer.decode(shared_worker.read(), opened.sha256).paper.has_text
        assert shared_worker.open(badfiles.encrypted(revision, user="", owner="biscuit")).page_count == 1


def test_opened_and_read_at_once_it_goes_on_as_if_opened(shared_worker: Worker) -> None:
    sha256 = hashlib.sha256(LETTER).hexdigest()
    opened, read = shared_worker.open_and_read(LETTER, sha256, None, b"")
    assert opened == shared_worker.open(LETTER)
    assert brief.decode(read, sha256, opened.sizes).has_text
    shared_worker.open_and_read(LETTER, sha256, None, b"")
    assert answer.decode(shared_worker.read(), sha256, opened.sizes).paper.has_text
    assert shared_worker.picture(0, 1.0).width == 595
    locked = badfiles.encrypted(badfiles.ENCRYPTIONS[0], user="tea", owner="biscuit")
    asked = trouble(lambda: shared_worker.open_and_read(locked, "ab" * 32, "coffee", b""))
    assert (asked.code, "does not open" in asked.what) == (Verdict.PASSWORD, True)
    assert shared_worker.open_and_read(locked, "ab" * 32, "tea", b"")[0].page_count == 1


def test_what_hangs_while_it_is_read_at_once_is_stopped() -> None:
    with Worker.start(readers.real(), seconds=3.0, spare=False) as worker:
        assert trouble(lambda: worker.open_and_read(badfiles.laughs(), "ab" * 32, None, b"")).code == Verdict.TIMED_OUT
        with pytest.raises(RuntimeError, match="no letter is open"):
            worker.read()
        assert worker.open_and_read(LETTER, "ab" * 32, None, b"")[0].page_count == 1


def test_a_letter_that_was_refused_is_not_open(shared_worker: Worker) -> None:
    shared_worker.open(LETTER)
    trouble(lambda: shared_worker.open(b"%PDF-1.7\n"))
    with pytest.raises(RuntimeError, match="no letter is open"):
        shared_worker.read()


def test_what_hangs_is_stopped_and_not_asked_again() -> None:
    with Worker.start(readers.real(), seconds=3.0, spare=False) as worker:
        worker.open(badfiles.laughs())
        first = worker.pid
        assert trouble(worker.read).code == Verdict.TIMED_OUT
        assert first is not None
        assert gone(first)
        before = time.monotonic()
        assert trouble(worker.read).code == Verdict.TIMED_OUT
        assert time.monotonic() - before < 1.5, "it was asked again"
        assert worker.open(LETTER).page_count == 1
        assert worker.read()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT, signal.SIGTERM])
def test_a_process_that_dies_between_requests_is_replaced_unseen(number: signal.Signals) -> None:
    with Worker.start(readers.real(), spare=False) as worker:
        worker.open(LETTER)
        before = worker.pid
        assert before is not None
        os.kill(before, number)
        assert gone(before)
        assert worker.picture(0, 1.0).width == 595
        assert worker.pid != before
        assert worker.read()


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3])
def test_a_process_that_dies_at_work_is_told_and_replaced(number: signal.Signals, delay: float) -> None:
    with Worker.start(readers.real(), spare=False) as worker:
        worker.open(badfiles.laughs())
        worker_pid = worker.pid
        assert worker_pid is not None
        killer = threading.Timer(delay, os.kill, (worker_pid, number))
        killer.start()
        told = trouble(worker.read).code
        # Killed before it was asked, it is replaced, and the new one says what it makes of the file.
        assert told == Verdict.CRASHED or (not delay and told == Verdict.OUT_OF_MEMORY)
        killer.join()
        assert worker.open(LETTER).page_count == 1
        assert worker.read()


def test_cancel_ends_what_is_asked_and_nothing_else() -> None:
    with Worker.start(readers.real(), spare=False) as worker:
        worker.cancel()  # nothing is being asked
        worker.open(badfiles.laughs())
        told: list[Trouble] = []
        asking = threading.Thread(target=lambda: told.append(trouble(worker.read)))
        asking.start()
        time.sleep(0.3)
        worker.cancel()
        asking.join(5)
        assert [one.code for one in told] == ["cancelled"]
        assert worker.open(LETTER).page_count == 1


def test_close_ends_every_process_and_the_asking() -> None:
    worker = Worker.start(readers.real(), spare=False)
    worker.open(badfiles.laughs())
    pid = worker.pid
    told: list[Trouble] = []
    asking = threading.Thread(target=lambda: told.append(trouble(worker.read)))
    asking.start()
    time.sleep(0.2)
    worker.close()
    asking.join(5)
    worker.close()
    assert [one.code for one in told] == ["cancelled"]
    assert pid is not None
    assert gone(pid)
    assert trouble(lambda: worker.open(LETTER)).code == "cancelled"


def test_a_spare_waits_once_a_letter_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_SPARE_AFTER", 0.0)
    with Worker.start(readers.real()) as worker:
        worker.open(LETTER)
        assert worker._spare is None
        worker.read()
        until = time.monotonic() + 5
        while worker._spare is None and time.monotonic() < until:
            time.sleep(0.01)
        assert worker._spare is not None
        spare = worker._spare.pid
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        assert gone(worker.pid)
        assert worker.picture(0, 1.0).width == 595
        assert worker.pid == spare


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system does not show a process's files")
def test_letter_after_letter_leaves_nothing_behind(full: bool) -> None:
    before, threads = handles(), threading.active_count()
    with Worker.start(readers.real(), spare=False) as worker:
        for round_ in range(500 if full else 60):
            worker.open(LETTER)
            worker.read()
            worker.picture(0, 0.5)
            if round_ % 20 == 10:
                assert worker.pid is not None
                os.kill(worker.pid, signal.SIGKILL)
                assert gone(worker.pid)
            if round_ % 7 == 3:
                assert trouble(lambda: worker.open(b"%PDF-1.7\n")).code == Verdict.CRASHED
        assert handles() <= before + 3 + (sys.platform == "linux")  # its three pipes, and its lifeline
    until = time.monotonic() + 5
    while threading.active_count() > threads and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() <= threads
    assert handles() <= before


def test_cancelled_at_any_moment_it_goes_on(full: bool) -> None:
    """Whatever the moment, the answer is a reading or `cancelled`, and the next request is served."""
    chance = random.Random(7)
    with Worker.start(readers.real(), spare=False) as worker:
        for _ in range(200 if full else 15):
            worker.open(LETTER)
            killer = threading.Timer(chance.random() * 0.03, worker.cancel)
            killer.start()
            codes = set()
            while killer.is_alive():
                try:
                    assert worker.read()
                except Trouble as told:
                    codes.add(told.code)
            assert codes <= {"cancelled"}
            assert worker.picture(0, 0.5)


def test_two_threads_ask_in_turn() -> None:
    with Worker.start(readers.real(), spare=False) as worker:
        worker.open(LETTER)
        widths: list[int] = []

        def draw(scale: float) -> None:
            widths.extend(worker.picture(0, scale).width for _ in range(20))

        threads = [threading.Thread(target=draw, args=(scale,)) for scale in (1.0, 2.0)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(widths) == [595] * 20 + [1190] * 20


def test_pictures_need_no_reading_and_readings_no_picture() -> None:
    with Worker.start(readers.real(), spare=False) as worker:
        with pytest.raises(RuntimeError, match="no letter is open"):
            worker.picture(0, 1.0)
        assert worker.holds == ()
        worker.open(LETTER)
        assert worker.picture(0, 1.0).width == 595
        assert worker.holds
