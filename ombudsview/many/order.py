"""Answers in the order of their questions, however late each comes, with no more than a window of them under way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from ombudsview.errors import Trouble

Answered = TypeVar("Answered")

_LOOK_UP = 0.2  # seconds between looks at whether to stop


@dataclass(frozen=True)
class _End:
    """The names are at an end; `fault` where they broke off."""

    fault: BaseException | None


class InOrder(Generic[Answered]):
    """Iterate over it once: the answers to `names` in their order, each as soon as it and all before it are there.

    `ask` begins the work on one name; it runs in a thread of its own, as the names may be slow to come. At most `window`
    names are asked and not yet taken by whoever iterates, who is taken to be done with an answer when the next is wanted.
    After `stop` nothing new is asked; what is answered already is still given, and the rest left.
    """

    def __init__(self, names: Iterable[str], ask: Callable[[str], Future[Answered]], window: int) -> None:
        self._names, self._ask = names, ask
        self._room = threading.Semaphore(window)
        self._together = max(1, window // 4)  # places that are given back at once: each time wakes a thread
        self._taken = 0
        self._asked: SimpleQueue[Future[Answered] | _End] = SimpleQueue()
        self._stopped = False

    def stop(self) -> None:
        """Ask no more. Safe in a signal handler and from any thread."""
        self._stopped = True

    def __iter__(self) -> Iterator[Answered]:
        threading.Thread(target=self._feed, name="names", daemon=True).start()
        try:
            while (question := self._next()) is not None:
                if self._waited(question):
                    yield question.result()
                self._taken += 1
                if self._taken >= self._together or self._asked.empty():
                    self._room.release(self._taken)
                    self._taken = 0
        finally:
            self.stop()

    def _feed(self) -> None:
        """Ask, name by name, while there is room; what goes wrong is told to whoever iterates."""
        fault: BaseException | None = RuntimeError("the names broke off")
        try:
            for name in self._names:
                while not self._room.acquire(timeout=_LOOK_UP):
                    if self._stopped:
                        break
                if self._stopped:
                    break
                self._asked.put(self._ask(name))
            fault = None
        except (Trouble, OSError, RuntimeError) as error:
            fault = error
        finally:
            self._asked.put(_End(fault))

    def _next(self) -> Future[Answered] | None:
        """The next question; None where all are answered, or none is left after a stop."""
        while True:
            try:
                asked = self._asked.get(timeout=_LOOK_UP)
            except Empty:
                if self._stopped:
                    return None
                continue
            if not isinstance(asked, _End):
                return asked
            if asked.fault is not None and not self._stopped:
                raise asked.fault
            return None

    def _waited(self, question: Future[Answered]) -> bool:
        """Whether it was answered before the stop, if any."""
        while not self._stopped:
            if question.done():
                return True
            with suppress(TimeoutError, CancelledError):
                question.exception(timeout=_LOOK_UP)
        question.cancel()
        return question.done() and not question.cancelled() and question.exception() is None
