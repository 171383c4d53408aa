"""Saves a picture of the window with a letter in it, for machines without a display. Run by the environment's own Python."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ombudsview.gui import app
from ombudsview.gui.window import Window
from ombudsview.gui.work.errands import Errands
from ombudsview.paper.worker import Worker
from ombudsview.places import Places

_STILL = 0.7
_LONGEST = 20.0


def main(target: Path, letters: list[Path]) -> int:
    """Opens the window on the letters and waits until it shows the first one's fields and stands still. Returns the exit code."""
    application = QApplication(["ombudsview"])
    application.setCursorFlashTime(0)  # a blinking cursor would never stand still
    with Worker.start() as worker:
        window = app.build(application, Places.chosen(None), worker, Errands())
        window.show()
        window.resize(1440, 900)  # a screen that is not there is taken for a small one
        window.open_files(letters)
        picture = _settled(application, window)
        window.close()
        window.desk.bridge.close()
        window.desk.record.close()
        window.desk.keeping.close()
    return 0 if picture.save(str(target)) else 1


def _settled(application: QApplication, window: Window) -> QImage:
    """What the window shows once it has not changed for a while."""
    picture = QImage()
    started = changed = time.monotonic()
    while time.monotonic() - started < _LONGEST:
        application.processEvents()
        now = window.grab().toImage()
        if now != picture or window.desk.review is None:
            picture, changed = now, time.monotonic()
        elif time.monotonic() - changed > _STILL:
            break
        time.sleep(0.02)
    return picture


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
