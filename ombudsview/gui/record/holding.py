"""The history opened for writing at the first need, held in the record's thread, restored where it is damaged, and let go."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.gui.record.asking import Asking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ombudsview.history.store import Store
    from ombudsview.places import Places


class Holding(Asking):
    """Whatever is only asked goes by a connection of its own; see `Asking`. `looks_only`: nothing is written at all."""

    def __init__(self, places: Places, *, looks_only: bool = False) -> None:
        super().__init__(places)
        self.looks_only = looks_only
        self._store: Store | None = None
        self._opening = threading.RLock()
        self.told: Callable[[Trouble], object] = _unheard
        """Hears, in whatever thread, what the officer should know of how the history opened."""
        self.filing: Callable[[int, int], object] = lambda _done, _of: None
        """Hears, in the record's thread, how many of how many letters are filed under another name by now."""
        self._stopped = threading.Event()

    def insist_on_writing(self) -> None:
        """Whatever writes asks this first. Trouble `looks_only` where nothing may be written."""
        if self.looks_only:
            raise only_looks()

    @property
    def store(self) -> Store:
        """The history, opened for writing at the first need and kept open. Trouble where that cannot be.

        Opened and used in the thread of the record; whatever is only asked goes by a connection of its own.
        """
        return self._opened()

    def _opened(self, *, suspected: bool = False) -> Store:
        with self._opening:
            self.insist_on_writing()
            if self._store is None:
                from ombudsview.history.store import Store

                self._store = Store.open(self.places, suspected=suspected, filing=self._filed)
                if self._store.notice is not None:
                    self.told(self._store.notice)
            return self._store

    def _filed(self, done: int, of: int) -> bool:
        self.filing(done, of)
        return not self._stopped.is_set()

    def stop_filing(self) -> None:
        """Letters are filed anew no further in this sitting, so that nobody waits; the next start goes on with the rest."""
        self._stopped.set()

    def mend(self, *, suspected: bool = False) -> None:
        """Restore the history where it is damaged or gone, and bring its second copies into agreement with it; `told` hears
        what came of it. In the record's thread. Trouble.

        `suspected`: it was found damaged when it was read, and is looked through however large it is.
        """
        from ombudsview.history import faults
        from ombudsview.history.glance import is_behind, is_hurt
        from ombudsview.history.marks import Mark, true_mark

        if self.looks_only:  # the other window sees to it
            return
        with self._opening, faults.told():
            if true_mark(self.places.history) is Mark.NEWER:
                self.told(faults.newer())
                return
            if suspected:
                self.close()
            if self._store is None and (suspected or is_hurt(self.places) or is_behind(self.places)):
                self._opened(suspected=suspected)

    @contextmanager
    def shut(self) -> Iterator[None]:
        """Nothing has the history open for writing within; whoever wants to waits. For the record's thread."""
        with self._opening:
            self.close()
            yield

    @property
    def in_use(self) -> bool:
        return self._store is not None

    def prepare(self) -> None:
        """Open the history and make the session's backup, in the record's thread while the officer works, so that no save waits."""
        try:
            if self.has_history:
                self.store.back_up()
        except Trouble as trouble:  # the save itself tells of it
            if trouble.code == "history_damaged":
                self.hurt()

    def close(self) -> None:
        """Let others write to the history."""
        with self._opening:
            if self._store is not None:
                self._store.close()
                self._store = None


def only_looks() -> Trouble:
    """Something should be kept where another window has the right to."""
    return Trouble(
        "looks_only",
        "This window only looks, as another OmbudsView window is open: what is done here is not kept.",
        "To work on letters, close the other window and start OmbudsView again.",
    )


def _unheard(notice: Trouble) -> None:
    """Nobody listens."""
