"""The small bar of the page: smaller, fit width, larger, and which page this is. It lies in the window's strip, never over words."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from ombudsview.gui.style.theme import UNIT


class ZoomBar(QWidget):
    """Its buttons are the window's own actions; keys do the same, so it never takes the focus."""

    access_role = "ToolBar"

    def __init__(self, out: QAction, fit: QAction, closer: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Zoom"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2 * UNIT, 0)
        row.setSpacing(2)
        for text, name, action in (("−", self.tr("Zoom out"), out), ("", "", fit), ("+", self.tr("Zoom in"), closer)):
            button = QPushButton(text or self.tr("Fit width"), self)
            button.setProperty("look", "quiet")
            button.setAccessibleName(name or self.tr("Fit width"))
            button.setToolTip(f"{name or self.tr('Fit width')} ({action.shortcut().toString()})")
            button.setFocusPolicy(button.focusPolicy().NoFocus)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        self._page = QLabel(self)
        self._page.setProperty("ink", "soft")
        row.addSpacing(UNIT)
        row.addWidget(self._page)
        self.hide()  # until somebody has a place for it

    def show_page(self, page: int, count: int) -> None:
        """Which page of how many."""
        self._page.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
