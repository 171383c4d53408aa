"""Builds the whole desk once and hands each part its collaborators. Qt is imported here only after the first letter is under way."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ombudsview.gui import own_rules
from ombudsview.gui.arrival.sending import Sent, send
from ombudsview.gui.arrival.single import First, hand_over
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.formats import is_spreadsheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ombudsview.errors import Trouble
    from ombudsview.gui.window import Window
    from ombudsview.paper.worker import Worker
    from ombudsview.places import Places


AFTERWARDS_MS = 30  # after the window was shown, when it has been painted
WARM_SOON_MS = 250  # where no letter is on its way: the first one shall find all that it needs
WARM_AFTER_MS = 1500
TURN = 0.0005
"""Seconds after which a thread that computes lets the window's go on: of Python's own 5 ms each event could cost all."""


def run(letters: list[Path], places: Places, worker: Worker | None) -> int:
    """Show the window until it is closed; the exit code. Where a window is open already, it gets the letters.

    The worker may be missing where there is no letter.
    """
    first = First(places)
    if not first.is_first and hand_over(places, letters):
        return _not_opened(worker)
    gc.disable()  # what is made from here on stays: looking through it for garbage took 5 ms of the start
    errands = Errands()
    sent = (
        send(errands, worker, letters[0], rules=partial(own_rules.for_reader, places))
        if first.is_first and worker is not None and letters and _is_file_of_letter(letters[0])
        else None
    )

    from PySide6.QtWidgets import QApplication

    # Told of here, the style costs nothing; `setStyle` would first make 15 enumerations of QStyle for Python (9 ms).
    app = QApplication(["ombudsview", "-style", "fusion"])
    if not first.is_first:
        found = _wait_for_another(app, places, letters)
        if found is None:
            errands.close()
            return _not_opened(worker)
        first = found
    window = build(app, places, worker, errands, looks_only=not first.is_first)
    try:
        return _live(app, window, first, sent, letters)
    finally:
        window.sitting.recognising.close()
        window.desk.bridge.close()
        window.desk.record.close()
        window.desk.keeping.close()
        first.release()


def _is_file_of_letter(path: Path) -> bool:
    """Whether the reader can begin with it: folders are looked through first, and spreadsheets are compared with."""
    return not path.is_dir() and not is_spreadsheet(path.name)


def _not_opened(worker: Worker | None) -> int:
    """No window of this start's own."""
    if worker is not None:
        worker.close()
    return 0


def _wait_for_another(app: QApplication, places: Places, letters: list[Path]) -> First | None:
    """The first window does not answer: wait for it. None where no window shall open; else whether this one is the first now."""
    from ombudsview.gui.dialogs.another import AnotherWindow, Outcome
    from ombudsview.gui.settings import Settings
    from ombudsview.gui.style import theme

    theme.apply(app, Settings(places.preferences).theme)
    dialog = AnotherWindow(places, letters)
    dialog.exec()
    if dialog.outcome in (Outcome.LEFT, Outcome.TAKEN):
        return None
    return dialog.first or First(places)


def build(
    app: QApplication, places: Places, worker: Worker | None, errands: Errands, *, looks_only: bool = False
) -> Window:
    """The graph: bridge, keeping, desk, queue, window; each is given what it needs and finds nothing by itself."""
    from PySide6.QtGui import QIcon

    from ombudsview.gui import crash
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.queue.model import Queue
    from ombudsview.gui.record.keeping import Keeping
    from ombudsview.gui.settings import Settings
    from ombudsview.gui.style import theme
    from ombudsview.gui.style.resources import icon_path
    from ombudsview.gui.window import Window
    from ombudsview.gui.work.bridge import Bridge

    sys.setswitchinterval(TURN)
    app.setApplicationName("ombudsview")
    app.setApplicationDisplayName("OmbudsView")
    app.setDesktopFileName("ombudsview")
    app.setWindowIcon(QIcon(str(icon_path())))
    caught = crash.Crash(places.logs, app)
    caught.shown.connect(crash.show)
    caught.install()
    settings = Settings(places.preferences)
    theme.apply(app, settings.theme)
    desk = Desk(Bridge(worker, errands, app), Keeping(places, looks_only=looks_only), app)
    settings.later = desk.record.keep
    window = Window(desk, Queue(desk), settings, places.window_state)
    window.theme_asked.connect(lambda choice: theme.apply(app, choice))
    app.styleHints().colorSchemeChanged.connect(lambda: theme.apply(app, settings.theme))
    return window


def _live(app: QApplication, window: Window, first: First, sent: Sent | None, letters: list[Path]) -> int:
    """Show the window first; what needs more than that follows when it is on the screen."""
    from PySide6.QtCore import Qt, QTimer

    if sent is not None:
        window.sitting.take_over(sent, letters[1:])
    else:
        window.refresh_welcome()
        if letters:
            window.open_files(letters)
    window.show()
    QTimer.singleShot(0, window, lambda: come_forward(window))
    _speak()
    if sent is None:
        QTimer.singleShot(WARM_SOON_MS, window, lambda: warm(window))
    else:
        window.desk.read.connect(lambda: _warm_later(window), Qt.ConnectionType.SingleShotConnection)
    QTimer.singleShot(AFTERWARDS_MS, window, lambda: prepare(window))
    if first.is_first:
        QTimer.singleShot(200, window, lambda: first.listen(window.handed_over, window))
    return app.exec()


def _speak() -> None:
    """Before a screen reader can ask for anything, which it does in the loop of events; not before the window is on its way."""
    from ombudsview.gui.access import factory

    factory.install()


def come_forward(window: Window) -> None:
    """Take the keyboard: where no window manager gives it to new windows, nothing else would."""
    if not window.isActiveWindow() and window.published.dialog is None:
        window.activateWindow()


def prepare(window: Window) -> None:
    """Ready before the officer has chosen a letter: the reader, and where letters are worked on."""
    from ombudsview.gui.work.garbage import Garbage

    gc.freeze()  # the modules and classes that are there need not be looked through ever again
    Garbage(window)
    _ = window.desk.bridge.worker
    _ = window.workplace
    window.desk.keeping.sweep()
    if (trouble := window.desk.keeping.check() or _shared(window)) is not None:
        window.notice.warn(trouble.sentence)
    window.mending.look()


def _shared(window: Window) -> Trouble | None:
    """What there is to say of a history that lies where other machines write too: once, but each time of what went wrong there."""
    from ombudsview.history.whereabouts import conflict, shared

    folder = window.desk.keeping.places.data
    place = shared(folder.resolve())
    with suppress(OSError):
        if (trouble := conflict(folder, is_shared=place is not None)) is not None:
            return trouble
    return place if place is not None and window.settings.is_new_place(folder) else None


def warm(window: Window) -> None:
    """What the next steps need is imported before they are taken; what the first save needs, behind all that."""
    from ombudsview.gui.warming import Warming

    record = window.desk.record
    Warming(record.do, window, window.letter_page.panel.inside.make_ahead).start()
    record.do(window.desk.keeping.warm)


def _warm_later(window: Window) -> None:
    """Once the page has been on the screen for a while."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(WARM_AFTER_MS, window, lambda: warm(window))
