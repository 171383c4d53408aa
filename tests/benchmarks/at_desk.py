"""The child of `desk`: drives the real window from inside and prints what it timed as JSON, in milliseconds."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places
from tests.benchmarks.watched import Ticks

_LONGEST = 10.0


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class Driver:
    """One window with a hand at its keys. `letters` are opened one after another; `rounds` repeats each measure."""

    def __init__(self, application: QApplication, window: Window, letters: list[Path], rounds: int) -> None:
        self._app, self._window, self._letters, self._rounds = application, window, letters, rounds
        self._paints = Paints(window.letter_page.view.viewport())
        self._came = self._paints_then = 0
        window.letter_page.pictures.came.connect(self._one_came)

    def run(self) -> dict[str, list[float]]:
        """The three measures by name."""
        self._open(self._letters[0])
        self.rest(1.0)
        return {"focus": self.focus(), "zoom": self.zoom(2 * self._rounds), "stalls": self._stalls()}

    def rest(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._app.processEvents()
            time.sleep(0.0005)

    def focus(self) -> list[float]:
        """Key press to the next picture of the page, over all fields."""
        taken = []
        for _ in range(len(self._window.desk.review.keys()) - 1):
            self.rest(0.1)
            before, started = self._paints.count, time.perf_counter()
            QTest.keyClick(self._app.focusWidget() or self._window, Qt.Key.Key_Tab)
            self.until(lambda before=before: self._paints.count > before)
            taken.append((time.perf_counter() - started) * 1000)
        return taken

    def zoom(self, times: int) -> list[float]:
        """Zoom to the first sharp picture painted; each time to a scale that no picture is kept of."""
        taken = []
        for number in range(times):
            self.rest(0.6)
            came, started = self._came, time.perf_counter()
            self._window.letter_page.view.zoom_by(0.85 if number % 2 else 1.2)
            self.until(lambda came=came: self._came > came)
            self.until(lambda: self._paints.count > self._paints_then)
            taken.append((time.perf_counter() - started) * 1000)
        return taken

    def _stalls(self) -> list[float]:
        """How long the event loop is away while letters are opened, walked through and left, and the other pages shown."""
        ticks = Ticks()
        ticks.start()
        for _ in range(self._rounds):
            for letter in self._letters:
                self._open(letter)
                self.rest(0.3)
                for action in ("next_field", "agree", "zoom_in", "undo", "zoom_out", "next_open", "fit_width"):
                    self._window.actions_by_name[action].trigger()
                    self.rest(0.05)
            for page in ("history", "trends", "letter"):
                self._window.actions_by_name[f"show_{page}"].trigger()
                self.rest(0.3)
        ticks.stop()
        return ticks.gaps

    def _open(self, letter: Path) -> None:
        self._window.open_files([letter])
        self.until(lambda: self._window.desk.review is not None)

    def until(self, so: Callable[[], bool]) -> None:
        """Let the window live until it is so; TimeoutError after ten seconds."""
        end = time.perf_counter() + _LONGEST
        while not so():
            if time.perf_counter() > end:
                raise TimeoutError("the window did not answer")
            self._app.processEvents()
            time.sleep(0.0002)  # others want the processor too

    def _one_came(self) -> None:
        self._came, self._paints_then = self._came + 1, self._paints.count


def main(base: Path, rounds: int, letters: list[Path]) -> None:
    application = QApplication(["ombudsview"])
    with Worker.start() as worker:
        window = app.build(application, Places.under(base), worker, Errands())
        sys.excepthook = sys.__excepthook__  # a fault shall end this, not open a dialog that nobody sees
        window.show()
        window.activateWindow()
        app.prepare(window)
        app.warm(window)
        found = Driver(application, window, letters, rounds).run()
        window.desk.bridge.close()
        window.desk.record.close()
        window.desk.keeping.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
