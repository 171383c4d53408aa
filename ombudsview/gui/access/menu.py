"""A menu that shows the keys which only a field hears, and keeps them out of what its entries are called."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyleOptionMenuItem

KEY = "key of the field"
"""The property of an action that holds such a key, as people write it. A shortcut of the action would take it from the field."""


class Menu(QMenu):
    """Qt would have such a key in the text of the action, where a screen reader takes it for a part of its name."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        if key := action.property(KEY):
            option.text = f"{option.text}\t{key}"


def take_keys_out(action: QAction) -> None:
    """Do so with an action that Qt made, such as those of a text box."""
    text, tab, key = action.text().partition("\t")
    if tab:
        action.setText(text)
        action.setProperty(KEY, key)
