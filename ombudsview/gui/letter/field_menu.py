"""The menu of a field, where the mouse or the menu key asks for it: what the menu Letter can do to it, then the box's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent

from ombudsview.gui.access.menu import Menu, take_keys_out
from ombudsview.gui.letter.row import FieldRow

if TYPE_CHECKING:
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

    def of(self, row: FieldRow) -> Menu:
        """The menu of a row, which has the focus from now on."""
        self._desk.focus(row.key)
        menu = Menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._deeds)
        menu.addSeparator()
        of_box = row.edit.createStandardContextMenu()
        of_box.setParent(menu)  # it owns its entries, and goes with the menu that shows them
        for action in of_box.actions():
            take_keys_out(action)
            menu.addAction(action)
        return menu

    def _row_at(self, point: QPoint) -> FieldRow | None:
        widget = self._panel.viewport().childAt(point)
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        return widget
