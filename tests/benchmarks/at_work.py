"""The child of `busy`: the real window while something heavy runs, driven from inside; how long its event loop was away, as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.benchmarks.at_desk import Driver
from tests.benchmarks.at_pages import AtPages
from tests.benchmarks.watched import Ticks

_STEPS = ("next_field", "zoom_in", "next_open", "zoom_out", "agree", "undo", "fit_width")


class Busy:
    """One window. Each phase is timed by `timed`, which keeps the gaps between the turns of its event loop."""

    def __init__(self, application: QApplication, window: Window, driver: Driver, *, watched: bool) -> None:
        self._app, self._window, self._driver, self._watched = application, window, driver, watched
        self.pages = AtPages(window, driver)
        self.found: dict[str, dict[str, list[float] | list[str]]] = {}
        self.at_letter: dict[str, list[float]] = {"focus": [], "zoom": []}

    def timed(self, name: str, work: Callable[..., None], *given: object) -> None:
        """Do some work, and keep how long the window was away meanwhile."""
        self._driver.rest(1.0)
        ticks = Ticks(watched=self._watched)
        ticks.start()
        work(*given)
        ticks.stop()
        self.found[name] = {"gaps": ticks.gaps, "busy": ticks.busy, "causes": ticks.causes}

    def pack(self, path: Path) -> None:
        """A pack of 300 pages: opened, searched, scrolled, zoomed."""
        self._open(path)
        aids, bar = self._window.letter_page.aids, self._window.letter_page.view.verticalScrollBar()
        aids.ask_find()
        aids.bar.box.setText("complaints")
        for step in range(40):
            bar.setValue(bar.maximum() * step // 40)
            self._driver.rest(0.05)
        aids.stop_finding()
        self._step(2)

    def recognition(self, path: Path) -> None:
        """A scan is recognised while the officer moves about."""
        self._window.open_files([path])
        self._until(lambda: self._window.desk.letter is not None and bool(self._window.desk.letter.sizes))
        recognising = self._window.sitting.recognising
        for _ in range(60):
            self._step(1)
            if recognising.standing is None and self._window.desk.review is not None:
                break

    def pack_beside_recognition(self, pack: Path, scan: Path) -> None:
        """A pack of 300 pages is worked on while another letter's scan is recognised."""
        recognising = self._window.sitting.recognising
        self._window.open_files([scan])
        self._until(lambda: recognising.running)
        self._open(pack)
        self._driver.rest(0.3)
        self.at_letter["focus"] += self._driver.focus()
        self.at_letter["zoom"] += self._driver.zoom(4)
        while recognising.running:
            self._step(1)

    def batch(self, paths: list[Path]) -> None:
        """Many letters are dropped at once, and read behind the first."""
        self._window.dropped([QUrl.fromLocalFile(str(path)) for path in paths])
        self._wait_for(paths[0])
        self._step(6)
        for _ in range(4):
            self._window.actions_by_name["next_letter"].trigger()
            self._driver.rest(0.5)

    def save(self, paths: list[Path]) -> None:
        """Letters are agreed and finished one after another."""
        for path in paths:
            self._open(path)
            self._window.desk.agree_safe()
            self._window.desk.finish("a measure")
            self._until(lambda: not self._window.desk.saving.busy)
            self._driver.rest(0.2)

    def beside(self, paths: list[Path]) -> None:
        """Letters come of which others are saved for the year, one of them with a draft."""
        for path in paths:
            self._open(path)
            self._driver.rest(0.3)
            self._step(1)

    def leave(self) -> None:
        """The letter is left for the empty desk with its drafts; the menu of recent letters is filled."""
        for _ in range(3):
            self._window.actions_by_name["close_letter"].trigger()
            self._driver.rest(0.3)
            menu = self._window._menus["file"]
            menu.aboutToShow.emit()
            self._driver.rest(0.1)
            self._window.actions_by_name["open_sample"].trigger()
            self._until(lambda: self._window.desk.review is not None)
            self._driver.rest(0.3)

    def _open(self, path: Path) -> None:
        self._window.open_files([path])
        self._wait_for(path)

    def _wait_for(self, path: Path) -> None:
        desk = self._window.desk
        self._until(lambda: desk.review is not None and desk.letter is not None and desk.letter.name == path.name)

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


def _run(busy: Busy, options: argparse.Namespace) -> None:
    """Every phase that its letters were given for, in the order of a day's work."""
    if options.usual:
        busy.timed("while letters come and go", busy.beside, options.usual)
    if options.pack:
        busy.timed("with a pack of 300 pages", busy.pack, options.pack)
    if options.scan:
        busy.timed("while a scan is recognised", busy.recognition, options.scan)
    if options.pack and options.scan_beside:
        name = "with a pack of 300 pages while a scan is recognised"
        busy.timed(name, busy.pack_beside_recognition, options.pack, options.scan_beside)
    if options.many:
        busy.timed("while letters are read behind", busy.batch, options.many)
    if options.known:
        busy.timed("while letters are saved", busy.save, options.known)
    if options.others:
        busy.timed("where another letter of the year is saved", busy.beside, options.others)
    if options.pages:
        busy.timed("on the empty desk", busy.leave)
        busy.timed("on the History page", busy.pages.history)
        busy.timed("on the Trends page", busy.pages.trends)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("base", type=Path)
    parser.add_argument("--watched", action="store_true")
    parser.add_argument("--pages", action="store_true")
    parser.add_argument("--pack", type=Path)
    parser.add_argument("--scan", type=Path)
    parser.add_argument("--scan-beside", type=Path)
    for name in ("usual", "many", "known", "others"):
        parser.add_argument(f"--{name}", type=Path, nargs="*", default=[])
    options = parser.parse_args(arguments)
    application = QApplication(["ombudsview"])
    with Worker.start() as worker:
        window = app.build(application, Places.under(options.base), worker, Errands())
        sys.excepthook = sys.__excepthook__  # a fault shall end this, not open a dialog that nobody sees
        window.show()
        window.activateWindow()
        driver = Driver(application, window, [], 1)
        busy = Busy(application, window, driver, watched=options.watched)
        app.prepare(window)
        app.warm(window)
        driver.rest(3.0)
        _run(busy, options)
        window.close()
        window.sitting.recognising.close()
        window.desk.bridge.close()
        window.desk.record.close()
        window.desk.keeping.close()
    print(json.dumps({"stalls": busy.found, "taken": busy.pages.taken, "at_letter": busy.at_letter}))


if __name__ == "__main__":
    main(sys.argv[1:])
