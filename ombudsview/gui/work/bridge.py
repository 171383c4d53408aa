"""Between the window and the errands' thread: answers come back as calls in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from ombudsview.gui.work.errands import Errand, Errands, Rank

if TYPE_CHECKING:
    from ombudsview.paper.worker import Worker

T = TypeVar("T")


class Bridge(QObject):
    """Hands errands to the thread and their answers back; owns neither the thread nor the worker until `close`.

    Without a worker it starts one at the first need: where no letter is given the window comes first.
    """

    _answered = Signal(object, object)

    def __init__(self, worker: Worker | None, errands: Errands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.errands = errands
        self._closed = False
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def worker(self) -> Worker:
        """The reader, as the program uses it."""
        if self._worker is None:
            from ombudsview.paper.worker import Worker

            self._worker = Worker.start()
        return self._worker

    def ask(self, ask: Callable[[], T], rank: Rank, then: Callable[[Errand[T]], None]) -> Errand[T]:
        """Ask, and call `then` in the window's thread unless the errand is dropped meanwhile."""
        return self.take_over(self.errands.ask(ask, rank), then)

    def take_over(self, errand: Errand[T], then: Callable[[Errand[T]], None]) -> Errand[T]:
        """Hear of an errand that somebody else sent; one that is answered already is told in the next turn of the loop."""
        errand.then(lambda answered: self._answered.emit(answered, then))
        return errand

    def cancel(self) -> None:
        """Drop all errands; what the reader is busy with is cut short."""
        if self.errands.drop_all() and self._worker is not None:
            self._worker.cancel()

    def close(self) -> None:
        """Cancel, and end the thread and the reader; an answer still on its way is told to nobody: who asked may be gone."""
        self._closed = True
        self.cancel()
        self.errands.close()
        if self._worker is not None:
            self._worker.close()

    def _deliver(self, errand: Errand[Any], then: Callable[[Errand[Any]], None]) -> None:
        if not errand.dropped and not self._closed:
            then(errand)
