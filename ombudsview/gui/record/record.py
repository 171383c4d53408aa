"""The thread that the record is kept in: saves, copies and look-ups, one at a time, so that the window never waits for a disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from ombudsview.gui.work.bridge import Bridge
from ombudsview.gui.work.errands import Errand, Errands, Rank

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds that a slow disk is waited for at the end."""


class Record(QObject):
    """Starts its thread with the first work. Answers come back in the window's own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge: Bridge | None = None

    def ask(self, work: Callable[[], T], then: Callable[[Errand[T]], None], rank: Rank = Rank.OPEN) -> None:
        """Do some work, and call `then` with what came of it."""
        if self._bridge is None:
            self._bridge = Bridge(None, Errands(), self)
        self._bridge.ask(work, rank, then)

    def do(self, work: Callable[[], object], rank: Rank = Rank.SOON) -> None:
        """Do some work whose end nobody waits for; only a bug in it is heard of."""
        self.ask(work, _insist, rank)

    def keep(self, work: Callable[[], object]) -> None:
        """The same for what must be done before the program ends."""
        self.do(work, Rank.OPEN)

    def close(self) -> None:
        """End the thread, once all that must be kept is."""
        if self._bridge is not None:
            self._bridge.errands.finish(PATIENCE)
            self._bridge.errands.close()
            self._bridge = None


def _insist(errand: Errand[object]) -> None:
    """Raise what went wrong."""
    _ = errand.result
