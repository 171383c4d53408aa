"""The program as it is really started: its own process, on an X server, with nothing of the test inside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ombudsview.places import resources
from tests.helpers.process import ROOT
from tests.helpers.screen import Screen

pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for processes in /proc"),
]

SAMPLE = str(resources() / "sample-letter.pdf")
_WHITE = b"\xff\xff\xff"


@pytest.fixture
def order(tmp_path: Path) -> list[str]:
    """The command, with a folder of this test's own."""
    return [sys.executable, "-m", "ombudsview", "--base", str(tmp_path)]


@pytest.fixture
def started(order: list[str], screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    """The window on the sample letter; it is gone after the test."""
    process = subprocess.Popen([*order, SAMPLE], cwd=ROOT, env=screen.variables, stdin=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(so: Callable[[], object], what: str, seconds: float = 30) -> None:
    """Wait until it is so; the test fails where that takes too long."""
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end, f"waited {seconds} s for {what}"
        time.sleep(0.05)


def colours(screen: Screen) -> Counter[bytes]:
    """How many pixels there are of each colour, of every seventh pixel."""
    pixels = screen.pixels()
    return Counter(pixels[at : at + 3] for at in range(0, len(pixels), 28))


def shows_a_page(screen: Screen) -> bool:
    """Whether the screen is filled, much of it with paper, and lettered in many shades."""
    found = colours(screen)
    return found[_WHITE] > found.total() / 3 and found[b"\0\0\0"] < found.total() / 10 and len(found) > 60


def children(number: int) -> list[int]:
    """The processes that one has started."""
    return [
        int(child)
        for task in Path(f"/proc/{number}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def test_the_letter_is_on_the_screen_and_a_second_start_hands_over(
    started: subprocess.Popen[bytes], order: list[str], screen: Screen
) -> None:
    until(lambda: shows_a_page(screen), "the page")
    second = subprocess.run(
        [*order, SAMPLE], cwd=ROOT, env=screen.variables, capture_output=True, timeout=120, check=False
    )
    assert second.returncode == 0, second.stderr
    assert started.poll() is None


def test_no_reader_outlives_a_window_that_was_killed(started: subprocess.Popen[bytes], screen: Screen) -> None:
    until(lambda: shows_a_page(screen), "the page")
    until(lambda: children(started.pid), "a reader")
    readers = children(started.pid)
    os.kill(started.pid, signal.SIGKILL)
    started.wait()
    until(lambda: not any(Path(f"/proc/{reader}").exists() for reader in readers), "the readers' end", seconds=10)
