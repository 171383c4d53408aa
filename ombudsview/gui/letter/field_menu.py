"""The menu of a field, where the mouse or the menu key asks for it: what the menu Letter can do to it, then the box's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent

from ombudsview.gui.letter.row import FieldRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.panel import FieldsPanel

DEEDS = ("agree", "deny", "query", "reset", "continues", "teach", "flash", "copy_with_source")


class FieldMenu(QObject):
    """Hears what the fields leave to whoever holds them. Its entries are the window's own actions, upon the field in focus."""

    def __init__(self, desk: Desk, panel: FieldsPanel, actions: Mapping[str, QAction]) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._deeds = [actions[name] for name in DEEDS]
        panel.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        row = self._row_at(event.pos())
        if row is None:
            return False
        self.of(row).popup(event.globalPos())
        event.accept()
        return True

    def of(self, row: FieldRow) -> QMenu:
        """The menu of a row, which has the focus from now on."""
        self._desk.focus(row.key)
        menu = row.edit.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0]
        menu.insertActions(first, self._deeds)
        menu.insertSeparator(first)
        return menu

    def _row_at(self, point: QPoint) -> FieldRow | None:
        widget = self._panel.viewport().childAt(point)
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        return widget
