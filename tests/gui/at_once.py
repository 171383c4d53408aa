"""The record's work done at once and in this thread, for tests that are about something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ombudsview.gui.record.record import Record
from ombudsview.gui.work.errands import Errand, Rank

T = TypeVar("T")


class AtOnce(Record):
    """Has no thread. `held` work waits for `go`."""

    def __init__(self) -> None:
        super().__init__()
        self.hold = False
        self._held: list[tuple[Errand[Any], Callable[[], None]]] = []

    def ask(self, work: Callable[[], T], then: Callable[[Errand[T]], None], rank: Rank = Rank.OPEN) -> None:
        errand = Errand(work, rank)

        def go() -> None:
            if not errand.done:
                errand.run()
            then(errand)

        if self.hold:
            self._held.append((errand, go))
        else:
            go()

    def look(self) -> None:
        """Do what was held; what comes of it is told with `go`."""
        for errand, _ in self._held:
            errand.run()

    def go(self) -> None:
        """Do what was held."""
        self.hold = False
        held, self._held = self._held, []
        for _, one in held:
            one()
