"""The strip of tabs: which page of the desk shows, the way to the others, and what belongs to the letter's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ombudsview.gui.actions import keys_of, plain_words_of
from ombudsview.gui.style.theme import UNIT

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class Tabs(QWidget):
    """A button a page; each triggers the window's own action."""

    access_role = "PageTabList"

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "strip")
        self.setAccessibleName(self.tr("Pages"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(UNIT + 4, 5, UNIT + 4, 5)
        self._row.setSpacing(4)
        for name, words in (
            ("letter", self.tr("Letter")),
            ("history", self.tr("History")),
            ("trends", self.tr("Trends")),
        ):
            self._row.addWidget(self._tab(name, words, actions[f"show_{name}"]))
        self._row.addStretch()
        self._tools: QWidget | None = None
        self._with_page = False
        self._find = actions["find"]
        self.find_button = QPushButton(plain_words_of("find").rstrip("."), self)
        self.find_button.setProperty("look", "quiet")
        self.find_button.setToolTip(keys_of("find"))
        self.find_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.find_button.clicked.connect(self._find.trigger)
        self._find.changed.connect(self._show_find)
        # Aligned, or the row would be as low as the lowest button of it, and cut the tabs where text is large.
        self._row.addWidget(self.find_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.turn_to("letter")

    def _tab(self, name: str, words: str, action: QAction) -> QPushButton:
        tab = self.buttons[name] = _Tab(words, self)
        tab.setProperty("look", "tab")
        tab.setCheckable(True)
        tab.setAutoExclusive(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.setToolTip(keys_of(f"show_{name}"))
        tab.clicked.connect(action.trigger)
        return tab

    def turn_to(self, name: str) -> None:
        """Show which page it is."""
        self.buttons[name].setChecked(True)
        self._show_find()

    def add_tools(self, tools: QWidget) -> None:
        """What belongs to the letter and has its place here, so that it lies over no page."""
        self._tools = tools
        self._row.insertWidget(self._row.count() - 1, tools, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_tools(self, on: bool) -> None:
        """Show what belongs to the letter, or not: there is none, or another page shows."""
        self._with_page = on
        if self._tools is not None:
            self._tools.setVisible(on)
        self._show_find()

    def _show_find(self) -> None:
        """The way to what is looked for shows with the letter that has it."""
        self.find_button.setVisible(self._find.isEnabled() and self._with_page and self.buttons["letter"].isChecked())


class _Tab(QPushButton):
    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.access.parts import Tab

        return Tab(self)
