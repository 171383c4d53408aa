"""What is left over is looked for in the window's own thread alone: a widget that goes in another one takes the program with it.

Python looks for it in whatever thread happens to make the next object, and threads read letters and keep the record here.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500


class Garbage(QObject):
    """While it lives, Python does not look by itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> None:
    """Look as far back as Python would by now: it counts what it would have done by itself."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(len(counts)) if counts[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])
