"""How long a program takes until its picture stands still, seen from outside: by the pixels of the screen it draws on."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np

from tests.helpers.screen import Screen

QUIET = 1.2
"""Seconds without a change after which the picture counts as settled; the time taken is that of the last change."""
LONGEST = 20.0
_EVERY = 0.006
_SMALL = 300  # pixels: a blinking text cursor is no change


def until_settled(order: Sequence[str], screen: Screen, variables: Mapping[str, str]) -> float:
    """Seconds from the start of the process to the last change of the picture; the process is ended afterwards."""
    picture = np.memmap(screen.frame, np.uint32, "r", screen.start_of_pixels, screen.width * screen.height)
    kept = picture.copy()
    started = last = time.perf_counter()
    changed = False
    with running(order, variables):
        while (now := time.perf_counter()) - last < QUIET or not changed:
            if now - started > LONGEST:
                raise TimeoutError(f"{order[0]} did not come to rest within {LONGEST} s")
            if np.count_nonzero(picture != kept) > _SMALL:
                kept, last, changed = picture.copy(), now, True
            time.sleep(_EVERY)
    _wait_until_empty(picture)
    return last - started


@contextmanager
def running(order: Sequence[str], variables: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The program for the length of the block, in a session of its own so that its children end with it."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(order, env=dict(variables), start_new_session=True, **quiet)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_until_empty(picture: np.ndarray) -> None:
    """Until the window is gone, so that the next one starts from the same."""
    end = time.perf_counter() + 5
    while np.count_nonzero(picture != picture[0]) and time.perf_counter() < end:
        time.sleep(0.01)
