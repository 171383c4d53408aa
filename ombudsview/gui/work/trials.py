"""Rules derived and tried in a thread of their own: progress, a way to stop, and the answer in the window's thread."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.work.apart import Apart
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.letters.rule import Rule
    from ombudsview.places import Places
    from ombudsview.reading.trial import Trial

EVERY = 0.05  # seconds between two words of progress


class Trials(QObject):
    """One trial at a time. `progressed`: letters done and in all; `done`: the trials; `failed`: a Trouble."""

    progressed = Signal(int, int)
    done = Signal(tuple)
    failed = Signal(object)
    _heard = Signal(object, int, int)
    _answered = Signal(object, object)

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._run: Apart | None = None
        self._heard.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    def start(self, bring: Callable[[], tuple[Rule, ...]]) -> None:
        """Bring the rules and try them on every saved letter; whatever was under way is of no interest any more."""
        self.close()
        run = self._run = Apart()
        errand = run.errands.ask(lambda: self._work(bring, run), Rank.SOON)
        errand.then(lambda errand: run.tell(lambda: self._answered.emit(run, errand)))

    def stop(self) -> None:
        """Try no more letters; what is tried by then is told as `done`."""
        if self._run is not None:
            self._run.stopped.set()

    def close(self) -> None:
        """Stop, and tell nothing."""
        if self._run is not None:
            self._run.drop()
            self._run = None

    def _work(self, bring: Callable[[], tuple[Rule, ...]], run: Apart) -> tuple[Trial, ...]:
        """In the other thread."""
        from ombudsview.history.trying import try_rules

        last = 0.0

        def go_on(done: int, total: int) -> bool:
            nonlocal last
            if run.stopped.is_set():
                return False
            now = time.monotonic()
            if done in (0, total) or now - last > EVERY:
                last = now
                run.tell(lambda: self._heard.emit(run, done, total))
            return True

        return try_rules(self._places, bring(), go_on)

    def _progress(self, run: Apart, done: int, total: int) -> None:
        if run is self._run:
            self.progressed.emit(done, total)

    def _deliver(self, run: Apart, errand: Errand[tuple[Trial, ...]]) -> None:
        if run is not self._run:
            return
        self.close()
        try:
            trials = errand.result
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        self.done.emit(trials)
