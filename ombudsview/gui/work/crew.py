"""Readers for letters that nobody waits for: a thread for each, with a reader process of its own that lets every other go first.

No Qt here. Readers are started when they are needed and end by themselves when there is nothing more to read.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.many.readers import Readers
    from ombudsview.paper.worker import Worker

T = TypeVar("T")

Lent = Callable[[], AbstractContextManager["Worker"]]
"""Lends a reader for as long as the block lasts."""

SECONDS = 60.0
"""Wall clock for one request: longer than on the desk, because others go first. The processor time allowed is the same."""

IDLE = 20.0


def cores() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def start_last() -> Worker:
    """A reader process that lets every other program go first."""
    from ombudsview.paper.spawn import command
    from ombudsview.paper.worker import Worker

    return Worker.start([*command(), "--last"], seconds=SECONDS, spare=False)


class Crew:
    """Works on as many letters at once as there are `hands`. `ask`, `stop` and `close` are for one thread, the window's."""

    def __init__(self, start: Callable[[], Worker] = start_last, hands: int | None = None) -> None:
        self.hands = hands or cores()
        self._start = start
        self._readers: Readers | None = None
        self._work: SimpleQueue[Errand[Any] | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []

    def ask(self, work: Callable[[Lent], T]) -> Errand[T]:
        """Have a piece of work done; it borrows a reader where it needs one."""
        readers = self._readers = self._readers or self._new_readers()
        errand = Errand(lambda: work(readers.lent), Rank.SOON)
        self._work.put(errand)
        if len(self._threads) < self.hands:
            thread = threading.Thread(target=self._run, name="crew", daemon=True)
            self._threads.append(thread)
            thread.start()
        return errand

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the reader processes, for tests and whoever wonders what runs."""
        return self._readers.pids if self._readers is not None else ()

    def stop(self) -> None:
        """End the readers, also those at work: what is being read ends with Trouble `cancelled`."""
        readers, self._readers = self._readers, None
        if readers is not None:
            readers.close()

    def close(self) -> None:
        """Stop, and let the threads end."""
        self.stop()
        for _ in self._threads:
            self._work.put(None)
        self._threads.clear()

    def _new_readers(self) -> Readers:
        from ombudsview.many.readers import Readers

        return Readers(self._start, idle=IDLE)

    def _run(self) -> None:
        while (errand := self._work.get()) is not None:
            errand.run()
