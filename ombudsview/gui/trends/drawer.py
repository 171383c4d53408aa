"""The window's end of the process that draws charts: orders go out, drawings come back as signals, nobody waits."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from ombudsview.paper.spawn import WHERE, command
from ombudsview.trends.drawing import Drawn, Form, Order, Parcels, packed

FONT_CACHE_VARIABLE = "MPLCONFIGDIR"
_LAST_MOMENT_MS = 1000


class Drawer(QObject):
    """The process starts with `start` or the first order. One that dies at work is started once more.

    `drawn` gives a Drawn, `failed` the ticket of an order that came to nothing. Of several orders for the screen only the last
    is answered.
    """

    drawn = Signal(object)
    failed = Signal(int)

    def __init__(
        self, font_cache: Path | None = None, parent: QObject | None = None, *, argv: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self._font_cache = font_cache
        self._argv = list(argv) if argv is not None else command("--drawer")
        self._waiting: dict[int, Order] = {}
        self._tried: set[int] = set()
        self._ticket = 0
        self._running: list[QProcess] = []  # one at the most
        self._parcels = Parcels(Drawn)
        self.destroyed.connect(partial(_end, self._running))

    @property
    def _process(self) -> QProcess | None:
        return self._running[0] if self._running else None

    @property
    def pid(self) -> int:
        """The process's number; 0 where none runs."""
        return self._process.processId() if self._process is not None else 0

    def ask(self, order: Order) -> int:
        """Send an order; its ticket, which the order's own is replaced by."""
        self._ticket += 1
        order = replace(order, ticket=self._ticket)
        if order.form is Form.SCREEN:
            self._waiting = {n: one for n, one in self._waiting.items() if one.form is not Form.SCREEN}
        self._waiting[self._ticket] = order
        self.start()
        self._send(order)
        return self._ticket

    def start(self) -> None:
        """Have the process ready."""
        if self._running:
            return
        process = QProcess()  # no parent: it outlives this object by the moment in which it is ended
        self._running.append(process)
        self._parcels = Parcels(Drawn)
        variables = QProcessEnvironment.systemEnvironment()
        if self._font_cache is not None:
            variables.insert(FONT_CACHE_VARIABLE, str(self._font_cache))
        process.setProcessEnvironment(variables)
        process.setWorkingDirectory(WHERE)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._faulted)
        process.start(self._argv[0], self._argv[1:])

    def close(self) -> None:
        """End the process; orders under way are forgotten."""
        self._waiting.clear()
        _end(self._running)

    def _send(self, order: Order) -> None:
        if self._process is not None:
            self._process.write(packed(order))

    def _hear(self) -> None:
        process = self._process
        if process is None:
            return
        try:
            answers = self._parcels.take(bytes(process.readAllStandardOutput().data()))
        except ValueError:
            process.kill()
            return
        for answer in answers:
            if self._waiting.pop(answer.ticket, None) is not None:
                self._tried.discard(answer.ticket)
                self.drawn.emit(answer)

    def _faulted(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # then `finished` never comes
            self._ended()

    def _ended(self) -> None:
        """Whatever was under way is asked for once more, and given up where that was the second time."""
        while self._running:
            with suppress(RuntimeError):  # Qt has deleted it already where the program is coming to its end
                self._running.pop().deleteLater()
        hopeless = [ticket for ticket in self._waiting if ticket in self._tried]
        for ticket in hopeless:
            del self._waiting[ticket]
            self._tried.discard(ticket)
        self._tried.update(self._waiting)
        if self._waiting:
            self.start()
            for order in self._waiting.values():
                self._send(order)
        for ticket in hopeless:
            self.failed.emit(ticket)


def _end(running: list[QProcess]) -> None:
    while running:
        process = running.pop()
        process.blockSignals(True)  # nobody is left to start another
        process.kill()
        process.waitForFinished(_LAST_MOMENT_MS)
