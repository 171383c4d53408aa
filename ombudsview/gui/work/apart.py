"""One piece of work in a thread of its own, with a way to stop it, and to let go of it. No Qt here."""

from __future__ import annotations

import threading
from collections.abc import Callable

from ombudsview.gui.work.errands import Errands


class Apart:
    """Work under way, with its thread. After `drop` nothing is told, though the thread may take a moment to end."""

    def __init__(self) -> None:
        self.errands = Errands()
        self.stopped = threading.Event()
        self._telling = threading.Lock()
        self._dropped = False

    def tell(self, emit: Callable[[], object]) -> None:
        """Emit a signal from the thread, unless nobody is there any more to hear it."""
        with self._telling:
            if not self._dropped:
                emit()

    def drop(self) -> None:
        """End it without waiting for it: a window that closes does not stand still."""
        self.stopped.set()
        with self._telling:
            self._dropped = True
        self.errands.close(timeout=0)
