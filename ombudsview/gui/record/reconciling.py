"""Letters held against a published spreadsheet in a thread of its own: progress, a way to stop, the answer in the window's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.work.apart import Apart
from ombudsview.gui.work.errands import Errand, Rank
from ombudsview.gui.work.trials import EVERY

if TYPE_CHECKING:
    from ombudsview.gui.record.asking import Asking
    from ombudsview.paper.cells import Workbook
    from ombudsview.paper.spreadsheet import Tabulator
    from ombudsview.published.compare import Comparison
    from ombudsview.published.years import Named


@dataclass(frozen=True)
class Question:
    """A spreadsheet that does not say of which one year it is. `named` are the years that it names, `saved` those of saved letters."""

    named: tuple[Named, ...]
    saved: tuple[str, ...]


class Reconciling(QObject):
    """One spreadsheet at a time. `progressed`: letters held and in all; `asked`: a Question, answered by `start` with a year;
    `done`: a Comparison; `failed`: a Trouble, `cancelled` where it was stopped."""

    progressed = Signal(int, int)
    asked = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    _heard = Signal(object, int, int)
    _answered = Signal(object, object)

    def __init__(self, history: Asking, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._run: Apart | None = None
        self._tabulator: Tabulator | None = None
        self._heard.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def busy(self) -> bool:
        """Whether one is being read or compared."""
        return self._run is not None

    def start(self, path: Path, ours: str, period_end: str = "") -> None:
        """Read the file and compare; `period_end` is the year as the officer says, `ours` the council whose letters come first."""
        from ombudsview.paper.spreadsheet import Tabulator

        self.close()
        run, tabulator = Apart(), Tabulator()
        self._run, self._tabulator = run, tabulator
        work = _Work(self._history, tabulator, path, ours, period_end)
        errand = run.errands.ask(lambda: work.done(self._watch(run)), Rank.SOON)
        errand.then(lambda errand: run.tell(lambda: self._answered.emit(run, errand)))

    def stop(self) -> None:
        """Go no further; `failed` tells of it."""
        if self._run is not None and self._tabulator is not None:
            self._run.stopped.set()
            self._tabulator.stop()

    def close(self) -> None:
        """Stop, and tell nothing."""
        if self._run is not None and self._tabulator is not None:
            self._run.drop()
            self._tabulator.stop()
            self._run = self._tabulator = None

    def _watch(self, run: Apart) -> Callable[[int, int], bool]:
        last = 0.0

        def go_on(done: int, total: int) -> bool:
            nonlocal last
            now = time.monotonic()
            if done in (0, total) or now - last > EVERY:
                last = now
                run.tell(lambda: self._heard.emit(run, done, total))
            return not run.stopped.is_set()

        return go_on

    def _progress(self, run: Apart, done: int, total: int) -> None:
        if run is self._run:
            self.progressed.emit(done, total)

    def _deliver(self, run: Apart, errand: Errand[Comparison | Question]) -> None:
        if run is not self._run:
            return
        self.close()
        try:
            found = errand.result
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        (self.asked if isinstance(found, Question) else self.done).emit(found)


class _Work:
    """What the other thread does."""

    def __init__(self, history: Asking, tabulator: Tabulator, path: Path, ours: str, period_end: str) -> None:
        self._history, self._tabulator, self._path = history, tabulator, path
        self._ours, self._period_end = ours, period_end

    def done(self, go_on: Callable[[int, int], bool]) -> Comparison | Question:
        """Read, ask where the year is not sure, compare."""
        workbook = self._tabulator.read(self._path)
        try:
            return self._held(workbook, go_on)
        except Trouble as trouble:
            if trouble.code == "history_damaged":
                self._history.hurt()
            raise

    def _held(self, workbook: Workbook, go_on: Callable[[int, int], bool]) -> Comparison | Question:
        from ombudsview.published.book import read_book, years_of
        from ombudsview.published.compare import compare, years_saved

        places, in_use = self._history.places, self._history.in_use
        named = years_of(workbook, self._path.name)
        year = self._period_end or (named[0].period_end if len(named) == 1 else "")
        if not year:
            return Question(named, years_saved(places, in_use=in_use))
        return compare(places, read_book(workbook, year), ours=self._ours, in_use=in_use, go_on=go_on)
