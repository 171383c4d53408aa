"""The worker with its real reader process, and with reader processes that die, hang and lie."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import worker as module
from ombudsview.paper.geometry import Box
from ombudsview.paper.worker import Worker
from ombudsview.reading import answer
from tests import badfiles
from tests.helpers import readers

LETTER = badfiles.page()


@pytest.fixture(scope="module")
def shared_worker() -> Iterator[Worker]:
    """One worker for the tests that leave its process alone."""
    with Worker.start(readers.real(), spare=False) as worker:
        yield worker


def trouble(ask: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as told:
        ask()
    return told.value


def gone(pid: int, within: float = 5.0) -> bool:
    """Whether the process ends within so many seconds."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (ProcessLookupError, FileNotFoundError):
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


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


def test_questions_that_make_no_sense_are_refused_here(shared_worker: Worker) -> None:
    shared_worker.open(LETTER)
    for page, scale in ((1, 1.0), (-1, 1.0), (0, 0.0), (0, -1.0), (0, float("nan")), (0, 20.0)):
        with pytest.raises(ValueError, match=r"no page|a picture"):
            shared_worker.picture(page, scale)
    assert shared_worker.picture(0, 0.5).width in {297, 298}


def test_sizes(shared_worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGE", 1_000)
    monkeypatch.setattr(module, "LARGEST", 3_000)
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


def test_a_letter_that_was_refused_is_not_open(shared_worker: Worker) -> None:
    shared_worker.open(LETTER)
    trouble(lambda: shared_worker.open(b"%PDF-1.7\n"))
    with pytest.raises(RuntimeError, match="no letter is open"):
        shared_worker.read()


def test_what_hangs_is_stopped_and_not_asked_again() -> None:
    with Worker.start(readers.real(), seconds=1.0, spare=False) as worker:
        worker.open(badfiles.laughs())
        first = worker.pid
        assert trouble(worker.read).code == Verdict.TIMED_OUT
        assert first is not None
        assert gone(first)
        before = time.monotonic()
        assert trouble(worker.read).code == Verdict.TIMED_OUT
        assert time.monotonic() - before < 0.5, "it was asked again"
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
        assert trouble(worker.read).code == Verdict.CRASHED
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


LIES = {
    "ends at once": "",
    "garbage": "target.write(os.urandom(4096)); ask()",
    "frame of 2 GiB": "hello(); target.write(struct.pack('<I', 2 << 30)); ask()",
    "frame of 4 GiB": "target.write(b'\\xff' * 8); ask()",
    "frame of nothing": "target.write(bytes(4)); ask()",
    "half a frame": "hello(); target.write(struct.pack('<I', 900) + b'x' * 10)",
    "no hello": "opened(); ask()",
    "hello of another version": "hello(99); opened(); ask()",
    "two hellos": "hello(); hello(); opened(); ask()",
    "a thousand hellos": "for _ in range(1000): hello()",
    "a pickle": "import pickle; data = pickle.dumps([1]); target.write(struct.pack('<I', len(data)) + data); ask()",
    "another ticket": "hello(); r = ask(); say(r.ticket + 1, frames.Opened(Verdict.OK, r.body.sha256, ((1.,1.),), ())); ask()",
    "an old ticket": "hello(); r = ask(); say(0, frames.Opened(Verdict.OK, r.body.sha256, ((1.,1.),), ())); ask()",
    "another letter": "hello(); r = ask(); say(r.ticket, frames.Opened(Verdict.OK, '0' * 64, ((1.,1.),), ())); ask()",
    "no pages": "hello(); opened(()); ask()",
    "pages of nan": "hello(); opened(((float('nan'), 842.0),)); ask()",
    "endless pages": "hello(); opened(((float('inf'), 842.0),)); ask()",
    "negative pages": "hello(); opened(((-595.0, 842.0),)); ask()",
    "6,000 pages": "hello(); opened(((595.0, 842.0),) * 6000); ask()",
    "wrong answer": "hello(); r = ask(); say(r.ticket, frames.Payload(b'')); ask()",
    "failed, but fine": "hello(); r = ask(); say(r.ticket, frames.Failed(Verdict.OK)); ask()",
    "dies of a segmentation fault": "hello(); ask(); os.kill(os.getpid(), signal.SIGSEGV)",
}


@pytest.mark.parametrize("lie", LIES)
def test_lies_at_opening_are_a_crash(lie: str) -> None:
    with Worker.start(readers.false(LIES[lie]), spare=False, seconds=10) as worker:
        assert trouble(lambda: worker.open(LETTER)).code == Verdict.CRASHED


PICTURES = {
    "too small": "frames.Picture(595, 842, 1785, memoryview(b'x'))",
    "too wide": "frames.Picture(10 ** 6, 1, 3 * 10 ** 6, memoryview(bytes(3 * 10 ** 6)))",
    "negative": "frames.Picture(-595, -842, -1785, memoryview(bytes(1785 * 842)))",
    "another stride": "frames.Picture(595, 842, 1, memoryview(bytes(842)))",
    "a payload": "frames.Payload(b'')",
    "an opening": "frames.Opened(Verdict.OK, '0' * 64, (), ())",
}


@pytest.mark.parametrize("lie", PICTURES)
def test_lies_about_pictures_are_a_crash(lie: str) -> None:
    code = f"hello(); opened(); say(ask().ticket, {PICTURES[lie]}); ask()"
    with Worker.start(readers.false(code), spare=False, seconds=10) as worker:
        worker.open(LETTER)
        assert trouble(lambda: worker.picture(0, 1.0)).code == Verdict.CRASHED


@pytest.mark.parametrize(
    "code", ["hello(); time.sleep(60)", "time.sleep(60)", "hello(); opened(); ask(); time.sleep(60)"]
)
def test_who_says_nothing_is_timed_out(code: str) -> None:
    """Twenty million bytes do not fit into a pipe: the program must not wait for a process that does not listen either."""
    big = LETTER + b"\n" * 20_000_000
    with Worker.start(readers.false(code), spare=False, seconds=1.0) as worker:

        def ask() -> None:
            worker.open(big)
            worker.read()

        assert trouble(ask).code == Verdict.TIMED_OUT


def test_a_process_that_floods_stderr_is_not_in_the_way() -> None:
    code = "hello(); os.write(2, b'x' * 3_000_000); opened(); ask()"
    with Worker.start(readers.false(code), spare=False) as worker:
        assert worker.open(LETTER).page_count == 1
        assert worker._process is not None
        assert 0 < len(worker._process.last_words) <= 8_192


PARENT = """
import sys, time
from ombudsview.paper.worker import Worker
from tests import badfiles
from tests.helpers import readers
worker = Worker.start(readers.real())
if sys.argv[1] == "busy":
    worker.open(badfiles.laughs())
else:
    worker.open(badfiles.page())
print(worker.pid, flush=True)
if sys.argv[1] == "busy":
    worker.read()
time.sleep(60)
"""


@pytest.mark.parametrize("state", ["idle", "busy"])
def test_no_process_is_left_when_the_program_is_killed(state: str) -> None:
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen([sys.executable, "-c", PARENT, state], cwd=root, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.3)
        assert not gone(child, 0.1)
        parent.kill()
    assert gone(child, 3.0)


def test_memory_is_the_readers_trouble_alone() -> None:
    """The reader process asks for 4 GiB while it reads: it is told off, this process does not grow, the next letter opens."""
    import resource

    greedy = "lambda paper: (bytearray(4 << 30), ())[1]"
    with Worker.start(readers.real(greedy), spare=False) as worker:
        worker.open(LETTER)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert trouble(worker.read).code == Verdict.OUT_OF_MEMORY
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 << 10
        assert worker.open(LETTER).page_count == 1
        assert worker.picture(0, 1.0).width == 595
