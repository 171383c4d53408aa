"""When what is being typed goes into the draft: once the keys have rested for a moment, and now and then while they do not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

DRAFT_AFTER_MS = 250
"""Quiet time after which text being typed goes into the draft; at most four times as long while typing goes on."""


class Quiet(QTimer):
    """Times out when the text is to be kept; `stop` where it was committed, dropped or kept otherwise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, singleShot=True, interval=DRAFT_AFTER_MS)
        self._put_off = 0

    def typed(self) -> None:
        """A key was pressed."""
        if not self.isActive():
            self._put_off = 0
        if self._put_off < 4:
            self._put_off += 1
            self.start()
