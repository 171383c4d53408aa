"""The child of `busy`: the real window while something heavy runs, driven from inside; how long its event loop was away, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.benchmarks.at_desk import Driver, Ticks

SAMPLES = 4
"""How many of the letters, the first, are of our own: known whole, so that they can be finished."""

_STEPS = ("next_field", "zoom_in", "next_open", "zoom_out", "agree", "undo", "fit_width")


class Busy:
    """One window. Each phase returns the gaps between the turns of its event loop, in milliseconds."""

    def __init__(self, application: QApplication, window: Window, driver: Driver) -> None:
        self._app, self._window, self._driver = application, window, driver

    def pack(self, path: Path) -> list[float]:
        """A pack of 300 pages: opened, searched, scrolled, zoomed."""

        def work() -> None:
            self._open([path])
            aids, bar = self._window.letter_page.aids, self._window.letter_page.view.verticalScrollBar()
            aids.ask_find()
            aids.bar.box.setText("complaints")
            for step in range(40):
                bar.setValue(bar.maximum() * step // 40)
                self._driver.rest(0.05)
            aids.stop_finding()
            self._step(2)

        return self._timed(work)

    def recognition(self, path: Path) -> list[float]:
        """A scan is recognised while the officer moves about."""

        def work() -> None:
            self._window.open_files([path])
            self._until(lambda: self._window.desk.letter is not None and bool(self._window.desk.letter.sizes))
            recognising = self._window.sitting.recognising
            for _ in range(60):
                self._step(1)
                if recognising.standing is None and self._window.desk.review is not None:
                    break

        return self._timed(work)

    def batch(self, paths: list[Path]) -> list[float]:
        """Many letters are read behind the first."""

        def work() -> None:
            self._open(paths)
            self._step(6)

        return self._timed(work)

    def save(self, paths: list[Path]) -> list[float]:
        """Letters are agreed and finished one after another."""

        def work() -> None:
            for path in paths:
                self._open([path])
                self._window.desk.agree_safe()
                self._window.desk.finish("a measure")
                self._until(lambda: not self._window.desk.saving.busy)
                self._driver.rest(0.2)

        return self._timed(work)

    def _timed(self, work: Callable[[], None]) -> list[float]:
        self._driver.rest(1.0)
        ticks = Ticks()
        ticks.start()
        work()
        ticks.stop()
        return ticks.gaps

    def _open(self, paths: list[Path]) -> None:
        before = self._window.desk.review
        self._window.open_files(paths)
        self._until(lambda: self._window.desk.review not in (None, before))

    def _step(self, times: int) -> None:
        for _ in range(times):
            for name in _STEPS:
                action = self._window.actions_by_name[name]
                if action.isEnabled():
                    action.trigger()
                self._driver.rest(0.05)

    def _until(self, so: Callable[[], bool]) -> None:
        for _ in range(600):
            if so():
                return
            self._driver.rest(0.05)
        raise TimeoutError("the window did not answer")


def main(base: Path, pack: Path, scan: Path, letters: list[Path]) -> None:
    application = QApplication(["ombudsview"])
    with Worker.start() as worker:
        window = app.build(application, Places.under(base), worker, Errands())
        sys.excepthook = sys.__excepthook__  # a fault shall end this, not open a dialog that nobody sees
        window.show()
        window.activateWindow()
        busy = Busy(application, window, Driver(application, window, letters, 1))
        found = {
            "with a pack of 300 pages": busy.pack(pack),
            "while a scan is recognised": busy.recognition(scan),
            "while letters are read behind": busy.batch(letters[SAMPLES:]),
            "while letters are saved": busy.save(letters[:SAMPLES]),
        }
        window.close()
        window.desk.bridge.close()
        window.desk.record.close()
        window.desk.keeping.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), [Path(name) for name in sys.argv[4:]])
