"""One field as a screen reader meets it: a group by the field's name, with what can be done to it, whether it is open or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget

from ombudsview.gui.style.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from ombudsview.gui.letter.row import FieldRow

DEEDS = {
    "agree": QT_TRANSLATE_NOOP("Row", "Agree"),
    "deny": QT_TRANSLATE_NOOP("Row", "Not in letter"),
    "query": QT_TRANSLATE_NOOP("Row", "Query"),
    "reset": QT_TRANSLATE_NOOP("Row", "Back to the reader's value"),
    "flash": QT_TRANSLATE_NOOP("Row", "Show where it is printed"),
}
"""The names of the window's actions that can be done to a field, each with its words."""


class RowAccess(QAccessibleWidget):
    """Names and describes itself as the row does; its actions are those of the window, done to this field."""

    def __init__(self, row: FieldRow) -> None:
        super().__init__(row, QAccessible.Role.Grouping)
        self._row = row

    def actionNames(self) -> list[str]:
        return [QCoreApplication.translate("Row", words) for words in DEEDS.values()]

    def doAction(self, name: str) -> None:
        for deed, known in zip(DEEDS, self.actionNames(), strict=True):
            if name == known:  # when the client's call is over: it may take away what is being asked
                QTimer.singleShot(0, self._row, lambda deed=deed: self._row.asked.emit(self._row.key, deed))
