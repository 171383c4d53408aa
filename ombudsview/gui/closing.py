"""The end of the window: it waits for a save that is under way, and says so; what could not be saved keeps it open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.open_letter import OpenLetter

translate = QCoreApplication.translate


class Closing(QObject):
    """Asked before the window closes; closes it by itself once nothing is under way any more."""

    def __init__(self, desk: Desk, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._close = close
        self._wanted = False
        desk.saving.done.connect(self._done)

    def allowed(self) -> bool:
        """Whether nothing is under way; then the record's thread has ended. Otherwise the window closes later."""
        if self._desk.saving.busy:
            self._wanted = True
            words = translate("Closing", "The letter is being saved. The window closes when it is on the disk.")
            self._desk.noticed.emit(words)
            return False
        self._desk.keeping.stop_filing()
        self._desk.record.close()
        return True

    def _done(self, letter: OpenLetter) -> None:
        if self._wanted and not letter.saved:
            self._wanted = False  # it was not saved: the officer must hear why
        if self._wanted and not self._desk.saving.busy:
            QTimer.singleShot(0, self, self._close)
