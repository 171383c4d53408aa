"""The menu of letters opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ombudsview.gui.settings import Settings
from ombudsview.gui.style.words import plain_tip, visible
from ombudsview.places import resources


def last_folder(settings: Settings) -> str:
    """Where the officer took a letter from last, the one that is shipped apart; before that their documents, or their home."""
    taken = next((path.parent for path in settings.recent if path.parent != resources()), None)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    if taken is not None and taken.is_dir():
        return str(taken)
    return documents if documents and Path(documents).is_dir() else str(Path.home())


class RecentMenu(QMenu):
    """Filled when the menu above it is opened."""

    def __init__(self, settings: Settings, then: Callable[[list[Path]], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._then = settings, then

    def fill(self, above: QAction) -> None:
        """List what was opened; `above`, the action that this menu hangs on, is off where there is nothing."""
        self.clear()
        for path in self._settings.recent:
            entry = QAction(visible(path.name).replace("&", "&&"), self)
            entry.setToolTip(plain_tip(visible(str(path))))
            entry.triggered.connect(lambda _=False, path=path: self._then([path]))
            self.addAction(entry)
        above.setEnabled(bool(self._settings.recent))
