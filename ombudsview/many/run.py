"""A run of `ombudsview read`: the answers taken as they come, printed or kept, until the end or Ctrl+C."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ombudsview.many.names import Names
from ombudsview.many.one import Answer
from ombudsview.many.printed import pieces
from ombudsview.many.progress import Progress
from ombudsview.reports.file_reading import FileReading

if TYPE_CHECKING:
    from ombudsview.many.results import Results

_ALLOCATED = 50_000  # objects between two looks, some thirty letters'; the usual 700 are not even one's


def printed(form: str, answers: Iterable[Answer], write: Callable[[str], None]) -> bool:
    """Print each as soon as it is there; whether any file had a trouble."""
    any_trouble = False

    def noted() -> Iterator[FileReading]:
        nonlocal any_trouble
        for answer in answers:
            if isinstance(answer, FileReading):  # nothing is known beforehand where nothing is kept
                any_trouble = any_trouble or answer.trouble is not None
                yield answer

    for piece in pieces(form, noted()):
        write(piece)
    return any_trouble


def kept(results: Results, answers: Iterable[Answer]) -> bool:
    """Add each to the results as soon as it is there; whether any file has a trouble."""
    any_trouble = False
    for answer in answers:
        any_trouble = results.add(answer) or any_trouble
    return any_trouble


def watched(answers: Iterable[Answer], names: Names, *, quiet: bool) -> Iterable[Answer]:
    """The same answers, with a line on the terminal that says how far they are, unless nobody looks."""
    return answers if quiet or not sys.stderr.isatty() else Progress(sys.stderr, names.count).watch(answers)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What an answer is made of goes when it is printed: the collector of cycles need not look at each, and at modules never."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_ALLOCATED, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def interruptible(stop: Callable[[], None]) -> Iterator[None]:
    """The first Ctrl+C calls `stop` and lets the block end by itself, then raises KeyboardInterrupt; a second one does at once."""
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.default_int_handler or threading.current_thread() is not threading.main_thread():
        yield
        return
    stopped = False

    def first(*_: object) -> None:
        nonlocal stopped
        stopped = True
        signal.signal(signal.SIGINT, before)
        stop()

    signal.signal(signal.SIGINT, first)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if stopped:
        raise KeyboardInterrupt
