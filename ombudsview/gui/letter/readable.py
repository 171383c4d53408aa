"""The pages of the letter on the desk, which a screen reader can read as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from ombudsview.gui.desk import Desk
from ombudsview.gui.letter.highlights import Highlight
from ombudsview.gui.letter.page import PageView
from ombudsview.gui.letter.pictures import Pictures
from ombudsview.gui.style.focus_frame import paint_focus_frame

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class ReadablePages(PageView):
    """Knows the desk for this alone: what is printed on the page, and how the field of each highlight stands."""

    def __init__(self, pictures: Pictures, desk: Desk, parent: QWidget | None = None) -> None:
        self.desk = desk  # first: the view can be asked about while it is being made
        super().__init__(pictures, parent)

    @property
    def lit(self) -> tuple[Highlight, ...]:
        """What is lit on all pages."""
        return self._highlights

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame while the keys go here."""
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus_frame(self.viewport())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.letter.page_access import PagesAccess

        return PagesAccess(self)
