"""The files that wait in the queue, kept among the settings, so that the next start can offer them: also those not yet begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.queue.model import Queue
    from ombudsview.gui.settings import Settings

MOST = 500
"""Files; whoever opens more opens a folder, and does so again."""


class LastTime(QObject):
    """Noted whenever the queue grows or shrinks, another letter comes to the desk, or one is saved: not at the end only."""

    def __init__(self, desk: Desk, queue: Queue, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._queue, self._settings = desk, queue, settings
        for signal in (queue.rowsInserted, queue.rowsRemoved, queue.current_changed, desk.saved):
            signal.connect(self._note)

    def _note(self) -> None:
        if self._desk.keeping.looks_only:
            return  # the other window notes its own
        entries = sorted(self._queue.entries, key=lambda entry: (entry.place, entry.number))
        left = dict.fromkeys(entry.path for entry in entries if entry.path is not None and not entry.finished)
        self._settings.queue = tuple(path for path in left if path is not None)[:MOST]
