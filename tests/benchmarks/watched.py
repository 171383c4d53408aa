"""What the window's thread was at while its event loop was away: a stack every few milliseconds, taken by another thread."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer

WORTH_MS = 20.0
"""A stall that is worth a cause."""
_EVERY, _AWAY = 0.003, 0.010
_DEPTH = 5


class Ticks(QObject):
    """The longest that the event loop was away, over and over: the time between ticks that are due every two milliseconds.

    `gaps` are in milliseconds, `busy` what the window's thread itself computed of each; with `causes`, one line for each stall.
    """

    def __init__(self, *, watched: bool = False) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self.busy: list[float] = []
        self.causes: list[str] = []
        self._last = self._worked = 0.0
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._stacks: list[str] = []
        self._thread = threading.Thread(target=self._watch, args=(threading.get_ident(),), daemon=True)
        self._watched, self._on = watched, True

    def start(self) -> None:
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer.start()
        if self._watched:
            self._thread.start()

    def stop(self) -> None:
        self._timer.stop()
        self._on = False

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        gap, busy = (now - self._last) * 1000, (worked - self._worked) * 1000
        self._last, self._worked = now, worked
        stacks, self._stacks = self._stacks, []
        self.gaps.append(gap)
        self.busy.append(busy)
        if self._watched and gap >= WORTH_MS:
            likely = " | ".join(f"{stack} x{times}" for stack, times in Counter(stacks).most_common(3))
            self.causes.append(f"{gap:4.0f} ms, {busy:4.0f} of them computing: {likely or 'no stack was had'}")

    def _watch(self, thread: int) -> None:
        while self._on:
            time.sleep(_EVERY)
            if time.perf_counter() - self._last > _AWAY:
                frame = sys._current_frames().get(thread)
                self._stacks.append(_words(frame))


def _words(frame: FrameType | None) -> str:
    """The program's own frames, outermost first, and the innermost one whosever it is."""
    found: list[str] = []
    inmost = _name(frame) if frame is not None else ""
    while frame is not None:
        if "/ombudsview/" in frame.f_code.co_filename:
            found.append(_name(frame))
        frame = frame.f_back
    kept = " > ".join(reversed(found[:_DEPTH]))
    return kept if found and found[0] == inmost else f"{kept} > {inmost}".removeprefix(" > ")


def _name(frame: FrameType) -> str:
    return f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}:{frame.f_lineno}"
