"""Rules derived and tried in a thread of their own: progress, a way to stop, and the answer in the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.bridge import Bridge
from ombudsview.gui.errands import Errand, Errands, Rank

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

    def __init__(self, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places
        self._bridge: Bridge | None = None
        self._stopped = threading.Event()
        self._heard.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.close)

    def start(self, bring: Callable[[], tuple[Rule, ...]]) -> None:
        """Bring the rules and try them on every saved letter; whatever was under way is of no interest any more."""
        self.close()
        stopped = self._stopped = threading.Event()
        self._bridge = Bridge(None, Errands(), self)
        self._bridge.ask(lambda: self._work(bring, stopped), Rank.SOON, self._answered)

    def stop(self) -> None:
        """Try no more letters; what is tried by then is told as `done`."""
        self._stopped.set()

    def close(self) -> None:
        """Stop, and tell nothing."""
        self._stopped.set()
        if self._bridge is not None:
            self._bridge.close()
            self._bridge.deleteLater()
            self._bridge = None

    def _work(self, bring: Callable[[], tuple[Rule, ...]], stopped: threading.Event) -> tuple[Trial, ...]:
        """In the other thread."""
        from ombudsview.history.trying import try_rules

        last = 0.0

        def go_on(done: int, total: int) -> bool:
            nonlocal last
            if stopped.is_set():
                return False
            now = time.monotonic()
            if done in (0, total) or now - last > EVERY:
                last = now
                self._heard.emit(stopped, done, total)
            return True

        return try_rules(self._places, bring(), go_on)

    def _progress(self, whose: threading.Event, done: int, total: int) -> None:
        if whose is self._stopped:
            self.progressed.emit(done, total)

    def _answered(self, errand: Errand[tuple[Trial, ...]]) -> None:
        try:
            trials = errand.result
        except Trouble as trouble:
            self.failed.emit(trouble)
            return
        self.done.emit(trials)
