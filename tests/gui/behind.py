"""Readers for the letters that wait: they answer without a process, wait where they are told to, and die when they are closed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import cast

from ombudsview.gui.work.crew import Crew
from ombudsview.paper import troubles
from ombudsview.paper.frames import Opened, Picture
from ombudsview.paper.geometry import Box
from ombudsview.paper.worker import Worker
from tests.gui.handmade import FakeReader


class Behind(FakeReader):
    """One reader of the crew. Once it is closed, whoever waits for it hears that it was cancelled."""

    def __init__(self, crowd: Crowd) -> None:
        super().__init__()
        self.crowd, self.closed = crowd, False

    def open(self, data: bytes, password: str | None = None, *, allow_large: bool = False) -> Opened:
        with self.crowd.state:
            self.crowd.at_work += 1
            self.crowd.most_at_work = max(self.crowd.most_at_work, self.crowd.at_work)
        try:
            self.crowd.gate.wait(10)
            if self.closed:
                raise troubles.trouble(troubles.CANCELLED)
            if (trouble := self.crowd.troubles.get(data)) is not None:
                raise trouble
            self.crowd.opened.append(data)
            return super().open(data, password, allow_large=allow_large)
        finally:
            with self.crowd.state:
                self.crowd.at_work -= 1

    def read(self, instead: object = None, rules: bytes = b"") -> bytes:
        if readings := self.crowd.readings:
            self.readings = readings
        return super().read()

    def picture(self, page: int, scale: float, clip: Box | None = None) -> Picture:
        self.crowd.drawn.append((page, scale))
        return super().picture(page, scale, clip)

    def close(self) -> None:
        self.closed = True
        self.crowd.gate.set()
        super().close()


class Crowd:
    """All the readers of a crew: what they were asked, and a gate that holds them."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.state = threading.Lock()
        self.at_work = self.most_at_work = 0
        self.opened: list[bytes] = []
        self.drawn: list[tuple[int, float]] = []
        self.troubles: dict[bytes, Exception] = {}
        self.readings: tuple = ()
        self.started: list[Behind] = []

    def __call__(self) -> Worker:
        self.started.append(Behind(self))
        return cast(Worker, self.started[-1])

    def crew(self, hands: int = 2) -> Crew:
        """A crew of them."""
        return Crew(cast(Callable[[], Worker], self), hands)
