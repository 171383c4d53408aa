"""Reader processes that lie, hang, flood and outgrow: the program says so and goes on, and none outlives it."""

from __future__ import annotations

import errno
import hashlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ombudsview.errors import Verdict
from ombudsview.paper import process
from ombudsview.paper.worker import Worker
from tests import badfiles
from tests.helpers import readers
from tests.helpers.readers import gone, trouble

LETTER = badfiles.page()
SHA256 = hashlib.sha256(LETTER).hexdigest()

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


READ_AT_ONCE = {
    "opened, not read": "opened()",
    "read, not opened": "say(ask().ticket, frames.Payload(b'x'))",
    "read as nothing": "r = ask(); say(r.ticket, both(r.body.sha256, b''))",
    "another letter": "say(ask().ticket, both('0' * 64, b'x'))",
    "pages of nan": "r = ask(); say(r.ticket, both(r.body.sha256, b'x', float('nan')))",
    "failed, but fine": "say(ask().ticket, frames.Failed(Verdict.REPAIRED))",
    "dies": "ask(); os.kill(os.getpid(), signal.SIGKILL)",
}
_BOTH = """
def both(sha256, data, width=595.0):
    return frames.OpenedAndRead(frames.Opened(Verdict.OK, sha256, ((width, 842.0),), ()), data)

hello()
"""


@pytest.mark.parametrize("lie", READ_AT_ONCE)
def test_lies_about_what_is_opened_and_read_at_once_are_a_crash(lie: str) -> None:
    with Worker.start(readers.false(f"{_BOTH}{READ_AT_ONCE[lie]}; ask()"), spare=False, seconds=10) as worker:
        assert trouble(lambda: worker.open_and_read(LETTER, SHA256, None, b"")).code == Verdict.CRASHED


def test_who_opens_and_reads_at_once_and_says_so_is_believed() -> None:
    told = "r = ask(); say(r.ticket, both(r.body.sha256, b'x')); ask()"
    with Worker.start(readers.false(_BOTH + told), spare=False, seconds=10) as worker:
        opened, read = worker.open_and_read(LETTER, SHA256, None, b"")
    assert (opened.sha256, read) == (SHA256, b"x")


def test_an_opening_that_was_not_to_be_read_is_a_lie_where_it_was() -> None:
    code = f"{_BOTH}r = ask(); say(r.ticket, both(r.body.sha256, b'x')); ask()"
    with Worker.start(readers.false(code), spare=False, seconds=10) as worker:
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
        at_once = trouble(lambda: worker.open_and_read(LETTER, SHA256, None, b""))
        assert at_once.code == Verdict.OUT_OF_MEMORY
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20 << 10
        assert worker.open(LETTER).page_count == 1
        assert worker.picture(0, 1.0).width == 595


def test_a_machine_that_starts_no_more_processes_is_told_and_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_more(_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr(process, "spawn", no_more)
        worker = Worker.start(readers.real(), spare=False)
        told = trouble(lambda: worker.open(LETTER))
    assert "no room for another program" in told.sentence
    with worker:
        assert worker.open(LETTER).verdict is Verdict.OK
