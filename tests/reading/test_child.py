"""The reader process itself: what it may not do, when it ends, and what becomes of letters that are hard on readers."""

from __future__ import annotations

import ctypes
import platform
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.worker import Worker
from ombudsview.reading import answer
from tests import badfiles
from tests.helpers import readers

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these limits are Linux's")
OWN_CODE, NO_CALLS = "reads its own code only", "no network, no programs, no changes to files"
LIFELINES = sys.platform == "linux"
CLOSED_SET = {str(verdict) for verdict in Verdict}

TRIES = {
    "read a file of the user's": "open('/etc/passwd').read()",
    "list a folder of the user's": "os.listdir('/etc')",
    "write a file": "open('/tmp/ombudsview-was-here', 'w')",
    "make a folder": "os.mkdir('/tmp/ombudsview-was-here')",
    "delete a file": "os.unlink({victim!r})",
    "rename a file": "os.rename({victim!r}, {victim!r} + '.bak')",
    "run a program": "os.execv('/bin/true', ['true'])",
    "start a process": "os.fork()",
    "spawn": "__import__('subprocess').run(['/bin/true'])",
    "connect": "socket.create_connection(('127.0.0.1', 9))",
    "open a socket": "socket.socket(socket.AF_UNIX)",
    "signal another": "os.kill(os.getppid(), 0)",
    "signal another's thread": "called('tgkill', os.getppid(), os.getppid(), 0)",
    "signal another by a queue": "called('rt_sigqueueinfo', os.getppid(), 0, None)",
    "limit another": "__import__('resource').prlimit(os.getppid(), 7)",
    "date a file back": "os.utime({victim!r}, (1, 1))",
    "mark a file": "os.setxattr({victim!r}, 'user.mark', b'1')",
}


def offered() -> set[str]:
    """What this machine's kernel could hold a process to, found out without the program's help."""
    landlock = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) > 0
    seccomp = "Seccomp_filters:" in Path("/proc/self/status").read_text() and platform.machine() in {
        "x86_64",
        "aarch64",
    }
    return {name for name, there in ((OWN_CODE, landlock), (NO_CALLS, seccomp)) if there}


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker.start(readers.real(), spare=False) as worker:
        yield worker


def verdict(worker: Worker, data: bytes) -> str:
    """What becomes of a file: opened, read, and its first page drawn small."""
    try:
        opened = worker.open(data)
        read = answer.decode(worker.read(), opened.sha256, opened.sizes)
        if 0 not in opened.broken:
            worker.picture(0, min(2.0, 800 / max(opened.sizes[0])))
    except Trouble as trouble:
        return trouble.code
    if not read.paper.has_text:
        return Verdict.NO_TEXT
    return opened.verdict


def test_it_says_what_holds(worker: Worker) -> None:
    worker.open(badfiles.page())
    assert {"memory", "processor time", "files written: none"} <= set(worker.holds)


@LINUX
@pytest.mark.parametrize("what", TRIES)
def test_it_may_not(what: str, tmp_path: Path) -> None:
    """Code that runs inside the reader process, as a letter that took it over would, tries; its fault is told back as a word."""
    victim = tmp_path / "victim"
    victim.write_text("here")
    attempt = TRIES[what].format(victim=str(victim))
    reader = f"lambda paper: intruder.told({attempt!r})"
    with Worker.start(readers.real(reader), spare=False) as worker:
        opened = worker.open(badfiles.page())
        needed = OWN_CODE if "of the user's" in what else NO_CALLS
        if needed not in offered():
            pytest.skip(f"this kernel does not offer: {needed}")
        assert needed in worker.holds
        (told,) = answer.decode(worker.read(), opened.sha256).readings
    assert told.reader == "PermissionError"
    assert victim.read_text() == "here"
    assert not Path("/tmp/ombudsview-was-here").exists()


def test_it_has_no_more_than_its_pipes(worker: Worker) -> None:
    worker.open(badfiles.page())
    folder = Path(f"/proc/{worker.pid}/fd")
    if not folder.is_dir():
        pytest.skip("this system does not show a process's files")
    kinds = {link.name: str(link.readlink()).partition(":")[0] for link in folder.iterdir()}
    assert set(kinds.values()) == {"pipe"}
    assert len(kinds) == 4 + LIFELINES  # stdin, two for stderr, the replies, and what tells that the program has ended


def test_stray_printing_does_no_harm() -> None:
    reader = "lambda paper: print('x' * 10_000) or ()"
    with Worker.start(readers.real(reader), spare=False) as worker:
        worker.open(badfiles.page())
        assert worker.read()


def test_a_fault_is_told_without_the_letters_words() -> None:
    reader = "lambda paper: {}[paper.sheets[0].words[0].text]"
    with Worker.start(readers.real(reader), spare=False) as worker:
        worker.open(badfiles.page(badfiles.text(("Secret",))))
        process = worker._process
        assert process is not None
        with pytest.raises(Trouble) as told:
            worker.read()
        assert told.value.code == Verdict.CRASHED
        process._popen.wait(5)
        assert "KeyError" in process.last_words
        assert "Secret" not in process.last_words
        assert worker.open(badfiles.page()).page_count == 1


@pytest.mark.parametrize("name", [name for name, bad in badfiles.BAD.items() if not bad.stopped])
def test_letters_that_are_hard_on_readers(worker: Worker, name: str) -> None:
    bad = badfiles.BAD[name]
    assert verdict(worker, bad.make()) in bad.right
    assert worker.open(badfiles.page()).page_count == 1


@pytest.mark.parametrize("name", [name for name, bad in badfiles.BAD.items() if bad.stopped])
def test_letters_that_keep_readers_busy(name: str) -> None:
    """With a short deadline they may be stopped as well as read; the next letter opens in any case."""
    bad = badfiles.BAD[name]
    data = bad.make()
    with Worker.start(readers.real(), spare=False, seconds=3.0) as worker:
        assert verdict(worker, data) in bad.right | {Verdict.TIMED_OUT}
        assert worker.open(badfiles.page()).page_count == 1


def test_nothing_runs_that_a_letter_wants_to_run(worker: Worker, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    action = b"/OpenAction<</S/Launch/F(/usr/bin/touch)/Win<</F(touch)/P(%s)>>>>" % bytes(mark)
    assert verdict(worker, badfiles.page(catalogue=action)) == Verdict.OK
    assert not mark.exists()


def test_bytes_flipped_at_random(worker: Worker, full: bool) -> None:
    """The verdict is always of the closed set, and never takes the process for a ride."""
    chance = random.Random(20260722)
    whole = badfiles.page(packed=badfiles.squeezed(badfiles.text()))
    for _ in range(2_000 if full else 60):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.3:
            del data[chance.randrange(len(data)) :]
        assert verdict(worker, bytes(data)) in CLOSED_SET


def test_public_files_that_are_hard_on_readers(shared: Path, full: bool) -> None:
    files = sorted((shared / "badpdfs").glob("*.pdf"))
    if not files:
        pytest.skip("the folder of public bad files is not on this machine")
    if not full:
        files = random.Random(1).sample(files, 30)
    with Worker.start(readers.real(), spare=False) as worker:
        verdicts = {file.name: verdict(worker, file.read_bytes()) for file in files}
        assert set(verdicts.values()) <= CLOSED_SET
        assert Verdict.OK in verdicts.values()
        assert worker.open(badfiles.page()).page_count == 1
