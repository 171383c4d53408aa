from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.garbage import Garbage


class Knot:
    """Holds itself, so that only who looks for garbage finds it."""

    def __init__(self) -> None:
        self.me = self


def busy() -> None:
    """Makes far more than Python lets lie about before it looks for garbage."""
    _ = [[Knot()] for _ in range(10 * max(gc.get_threshold()))]


def test_what_is_left_over_goes_in_the_windows_own_thread(qtbot: QtBot) -> None:
    gc.enable()
    garbage = Garbage()
    went: list[threading.Thread] = []
    weakref.finalize(Knot(), lambda: went.append(threading.current_thread()))
    thread = threading.Thread(target=busy)
    thread.start()
    thread.join(60)
    assert went == [], "not in the thread that was at work"
    qtbot.waitUntil(lambda: bool(went), timeout=60_000)
    assert went == [threading.main_thread()]
    garbage.deleteLater()


def test_the_program_works_with_it(window: Window) -> None:
    gc.enable()
    app.prepare(window)
    gc.unfreeze()
    assert window.findChild(Garbage) is not None
    assert not gc.isenabled()
