"""A label that heads what follows it, to the eye and to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


class Heading(QLabel):
    """Plain text. `look` is a step of the type scale (`title`, `strong`, `heading`, `small`); the small ones are in capitals."""

    access_role = "Heading"

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "heading") -> None:
        super().__init__(parent)
        self.setProperty("type", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.say(text)

    def say(self, text: str, *, shown: str = "") -> None:
        """Show this, or `shown` in its place; capitals are for the eye only, for some voices spell them."""
        capitals = self.property("type") in {"heading", "small"}
        self.setAccessibleName(text)
        self.setText(shown or (text.upper() if capitals else text))
