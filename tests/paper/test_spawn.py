"""What is started ends with the program, and by nothing that the program sends it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from ombudsview.paper.spawn import spawn
from ombudsview.paper.worker import Worker
from tests import badfiles
from tests.helpers import readers
from tests.helpers.process import ROOT

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a clock ends it")
_PARENT = """
from ombudsview.paper.worker import Worker
from tests import badfiles
from tests.helpers import readers

holds_the_interpreter = "lambda paper: __import__('ctypes').PyDLL(None).sleep(60)"
worker = Worker.start(readers.real(holds_the_interpreter), spare=False, seconds=60)
worker.open(badfiles.page())
print(worker.pid, flush=True)
worker.read()
"""


def test_what_comes_while_it_works_does_not_end_it() -> None:
    """Of the last bytes of a letter the kernel may tell so late that they have been read: one letter in some hundred was lost."""
    with Worker.start(readers.real("lambda paper: __import__('time').sleep(0.5) or ()"), spare=False) as worker:
        worker.open(badfiles.page())
        process = worker._process
        assert process is not None
        assert process._popen.stdin is not None
        late = threading.Timer(0.2, os.write, (process._popen.stdin.fileno(), b"x"))
        late.start()
        assert worker.read()
        late.join()


@LINUX
def test_it_ends_with_a_program_that_is_killed_whatever_it_is_doing() -> None:
    with subprocess.Popen([sys.executable, "-c", _PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        time.sleep(0.7)  # by now it reads, and nothing of ours runs in it
        parent.kill()
        end = time.monotonic() + 20
        while (state := _state(pid)) not in ("", "Z") and time.monotonic() < end:
            time.sleep(0.02)
        assert state in ("", "Z")


def _state(pid: int) -> str:
    """As the kernel has it: `S` sleeps, `Z` has ended and nobody asked yet; empty where there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


@LINUX
def test_no_pipe_is_left_when_nobody_has_the_process_any_more() -> None:
    def opened() -> int:
        return len(list(Path("/proc/self/fd").iterdir()))

    gc.collect()
    before = opened()
    for _ in range(3):
        with spawn([sys.executable, "-c", "pass"]) as process:
            process.wait()
        del process
    gc.collect()
    assert opened() == before
