"""Reader processes on one machine: started when first wanted, lent to one thread at a time, kept for the next, ended at last."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ombudsview.paper import troubles
from ombudsview.paper.worker import Worker

MOST_LETTERS = 2_000
"""Files after which a reader makes room for a new one: what a process has gathered by then is let go, so that memory stays flat."""


class Readers:
    """As many reader processes as there are threads at work. Those that nobody wants for `idle` seconds are ended, if given.

    `resting` is called whenever those that are free are ended, for whoever rests with them.
    """

    def __init__(
        self,
        start: Callable[[], Worker],
        *,
        idle: float | None = None,
        most: int = MOST_LETTERS,
        resting: Callable[[], None] | None = None,
    ) -> None:
        self._start, self._idle, self._most, self._resting = start, idle, most, resting
        self._state = threading.Lock()
        self._free: list[Worker] = []
        self._lent: dict[int, Worker] = {}
        self._letters: dict[int, int] = {}  # by the worker's identity: how many it was lent for
        self._timer: threading.Timer | None = None
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[Worker]:
        """A reader for one file. Raises Trouble `cancelled` once all is closed."""
        worker = self._take()
        try:
            yield worker
        finally:
            self._give_back(worker)

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that run."""
        with self._state:
            workers = (*self._free, *self._lent.values())
            return tuple(worker.pid for worker in workers if worker.pid is not None)

    def close(self) -> None:
        """End all, also those at work: whoever asks them gets Trouble `cancelled`."""
        with self._state:
            self._closed = True
            workers = list(self._lent.values())
        for worker in workers:
            worker.close()
        self.rest()

    def rest(self) -> None:
        """End those that nobody uses now; the next file starts new ones."""
        with self._state:
            workers, self._free = self._free, []
            if self._timer:
                self._timer.cancel()
                self._timer = None
        for worker in workers:
            self._end(worker)
        if self._resting is not None:
            self._resting()

    def _take(self) -> Worker:
        with self._state:
            if self._closed:
                raise troubles.trouble(troubles.CANCELLED)
            worker = self._free.pop() if self._free else self._start()
            self._lent[id(worker)] = worker
            self._letters[id(worker)] = self._letters.get(id(worker), 0) + 1
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._state:
            del self._lent[id(worker)]
            if self._closed:
                return
            spent = self._letters[id(worker)] >= self._most
            if not spent:
                self._free.append(worker)
                self._wait_for_idleness()
        if spent:
            self._end(worker)

    def _wait_for_idleness(self) -> None:
        if self._idle is None:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = threading.Timer(self._idle, self.rest)
        self._timer.daemon = True
        self._timer.start()

    def _end(self, worker: Worker) -> None:
        with self._state:
            self._letters.pop(id(worker), None)
        worker.close()
