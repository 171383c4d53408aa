"""The limits of the reader process, read back from inside and met head on."""

from __future__ import annotations

import signal
import sys

import pytest

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper import limits
from ombudsview.paper.worker import Worker
from tests import badfiles
from tests.helpers import readers
from tests.helpers.process import python

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")


def test_limits_read_back() -> None:
    done = python(
        "import resource as r, sys\n"
        "from ombudsview.paper import limits\n"
        "before = limits._address_space()\n"
        "holds = limits.impose()\n"
        "space = r.getrlimit(r.RLIMIT_AS)[0] - before\n"
        "print(r.getrlimit(r.RLIMIT_FSIZE), r.getrlimit(r.RLIMIT_CORE), r.getrlimit(r.RLIMIT_NOFILE), sep='|')\n"
        "print('memory' not in holds or limits.MEMORY_GROWTH <= space < limits.MEMORY_GROWTH + (64 << 20))\n"
        "print(r.getrlimit(r.RLIMIT_CPU)[0] <= limits.CPU_SECONDS + 2)\n"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["(0, 0)|(0, 0)|(64, 64)", "True", "True"]


def test_the_processor_is_lent_anew_for_each_request() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_CPU)
    try:
        assert limits.allow_cpu(1_000)
        first = resource.getrlimit(resource.RLIMIT_CPU)[0]
        assert limits.allow_cpu(2_000)
        assert resource.getrlimit(resource.RLIMIT_CPU)[0] >= first + 1_000
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, before)


def test_a_clock_outside_the_interpreter_ends_what_hangs() -> None:
    hung = "import time; from ombudsview.paper import limits; limits.end_after({}); limits.end_after({}); time.sleep(3)"
    stopped = python(hung.format(60, 0.2))
    assert stopped.returncode == 1
    assert "Timeout" in stopped.stderr
    assert python(hung.format(0.2, None)).returncode == 0


def test_who_burns_the_processor_is_ended_by_the_kernel() -> None:
    burn = "lambda paper: (limits.allow_cpu(0), all(True for _ in iter(int, 1)))"
    with Worker.start(readers.real(burn), spare=False, seconds=60) as worker:
        worker.open(badfiles.page())
        process = worker._process
        assert process is not None
        with pytest.raises(Trouble) as told:
            worker.read()
        assert told.value.code == Verdict.TIMED_OUT
        assert process._popen.returncode == -signal.SIGXCPU
