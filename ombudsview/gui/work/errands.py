"""Errands to the reader process: one thread asks, one question at a time, the most pressing first.

No Qt here: the door may send the first letter on its way before Qt is imported, and the window takes the errand over.
"""

from __future__ import annotations

import heapq
import itertools
import threading
from collections.abc import Callable
from enum import IntEnum
from typing import Any, Generic, TypeVar, cast

T = TypeVar("T")


class Rank(IntEnum):
    """How pressing an errand is."""

    OPEN = 0
    VISIBLE = 1
    READ = 2
    SOON = 3


class Errand(Generic[T]):
    """One question; answered once with `result`, or with `fault` (a Trouble, or a bug that the asker must raise)."""

    def __init__(self, ask: Callable[[], T], rank: Rank) -> None:
        self.rank = rank
        self.dropped = False
        self.done = False
        self.fault: BaseException | None = None
        self._ask = ask
        self._result: T | None = None
        self._lock = threading.Lock()
        self._heard: list[Callable[[Errand[T]], None]] = []

    @property
    def result(self) -> T:
        """The answer; raises the fault where there is one."""
        if self.fault is not None:
            raise self.fault
        return cast(T, self._result)

    def drop(self) -> None:
        """Nobody wants the answer any more: it is not asked if it has not been, and not told if it has."""
        self.dropped = True

    def then(self, listener: Callable[[Errand[T]], None]) -> None:
        """Call back when answered, in the errands' thread; at once, in this one, where it is answered already."""
        with self._lock:
            if not self.done:
                self._heard.append(listener)
                return
        listener(self)

    def run(self) -> None:
        """Ask now. Whatever goes wrong is kept for the asker: this is the outermost frame of the errands' thread."""
        try:
            self._result = self._ask()
        except BaseException as fault:  # noqa: BLE001
            self.fault = fault
        with self._lock:
            self.done = True
            heard, self._heard = self._heard, []
        for listener in heard:
            listener(self)


class Errands:
    """The thread that asks. Errands of one rank go in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int, Errand[Any]]] = []
        self._numbers = itertools.count()
        lock = threading.RLock()
        self._wake, self._idle = threading.Condition(lock), threading.Condition(lock)
        self._under_way: Errand[Any] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="errands", daemon=True)
        self._thread.start()

    def ask(self, ask: Callable[[], T], rank: Rank) -> Errand[T]:
        """Put a question into the line."""
        errand = Errand(ask, rank)
        with self._wake:
            heapq.heappush(self._waiting, (int(rank), next(self._numbers), errand))
            self._wake.notify()
        return errand

    def drop_all(self) -> bool:
        """Drop everything that waits or is under way; whether something is under way and must be cancelled."""
        with self._wake:
            for _, _, errand in self._waiting:
                errand.drop()
            self._waiting.clear()
            if self._under_way is not None:
                self._under_way.drop()
            return self._under_way is not None

    def finish(self, timeout: float) -> None:
        """Wait, in seconds, until what is most pressing is done; what is less so is dropped where it has not been begun."""
        with self._wake:
            for _, _, errand in self._waiting:
                if errand.rank is not Rank.OPEN:
                    errand.drop()
            self._idle.wait_for(lambda: not self._is_pressed, timeout)

    @property
    def _is_pressed(self) -> bool:
        return self._under_way is not None or any(not errand.dropped for _, _, errand in self._waiting)

    @property
    def busy(self) -> bool:
        """Whether anything waits or is under way."""
        with self._wake:
            return bool(self._waiting) or self._under_way is not None

    def close(self, timeout: float = 2.0) -> None:
        """Drop everything and end the thread; what is under way must be cancelled by its owner."""
        self.drop_all()
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._thread.join(timeout)

    def _run(self) -> None:
        while (errand := self._next()) is not None:
            errand.run()
            with self._wake:
                self._under_way = None
                self._idle.notify_all()

    def _next(self) -> Errand[Any] | None:
        with self._wake:
            while True:
                while not self._waiting and not self._closed:
                    self._wake.wait()
                if self._closed:
                    return None
                _, _, errand = heapq.heappop(self._waiting)
                if not errand.dropped:
                    self._under_way = errand
                    return errand
