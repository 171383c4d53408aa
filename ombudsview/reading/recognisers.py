"""Recognisers as they are shared out: one for each thread that asks, or one for all; kept for the next page, ended at last."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ombudsview.paper.ocr import Recogniser, available


class Recognisers:
    """Started by `start` when they are wanted. Where one is `shared`, it serves all threads, in turn."""

    def __init__(self, start: Callable[[], Recogniser] = Recogniser, *, shared: bool = False) -> None:
        self._start, self._shared = start, shared
        self._state = threading.Lock()
        self._free: list[Recogniser] = []
        self._lent: list[Recogniser] = []

    @property
    def able(self) -> bool:
        """Whether what recognition needs is installed."""
        return self._start is not Recogniser or available()

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the processes that run, for tests."""
        with self._state:
            every = (*self._free, *self._lent)
        return tuple(recogniser.pid for recogniser in every if recogniser.pid is not None)

    @contextmanager
    def lent(self) -> Iterator[Recogniser]:
        """A recogniser for one file."""
        with self._state:
            recogniser = self._one()
            self._lent.append(recogniser)
        try:
            yield recogniser
        finally:
            with self._state:
                self._lent.remove(recogniser)
                if recogniser not in self._lent:
                    self._free.append(recogniser)

    def cancel(self) -> None:
        """Stop what is being recognised; whoever asked gets Trouble `cancelled`."""
        with self._state:
            lent = tuple(self._lent)
        for recogniser in lent:
            recogniser.cancel()

    def rest(self) -> None:
        """End those that nobody uses now; the next page starts one."""
        with self._state:
            free, self._free = self._free, []
        for recogniser in free:
            recogniser.close()

    def close(self) -> None:
        """End every recogniser, from any thread."""
        with self._state:
            every = (*self._free, *self._lent)
            self._free.clear()
        for recogniser in every:
            recogniser.close()

    def _one(self) -> Recogniser:
        """One that is free, one that is shared, or a new one."""
        if self._free:
            return self._free.pop()
        return self._lent[0] if self._shared and self._lent else self._start()
