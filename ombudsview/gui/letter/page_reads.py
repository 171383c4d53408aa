"""The text of a page for a screen reader, character by character, each with its place on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessibleTextInterface

if TYPE_CHECKING:
    from ombudsview.gui.letter.page_access import PageAccess


class PageReads(QAccessibleTextInterface):
    """To be read only: nothing in it can be selected, and there is no cursor."""

    def __init__(self, page: PageAccess) -> None:
        super().__init__()
        self._page = page

    @property
    def _whole(self) -> str:
        text = self._page.page_text
        return text.text if text is not None else ""

    def text(self, start: int, end: int) -> str:
        return self._whole[max(0, start) : end]

    def characterCount(self) -> int:
        return len(self._whole)

    def characterRect(self, offset: int) -> QRect:
        text = self._page.page_text
        box = text.box_at(offset) if text is not None else None
        return self._page.on_screen(box) if box is not None else QRect()

    def offsetAtPoint(self, point: QPoint) -> int:
        text, view = self._page.page_text, self._page.pages.view
        if text is None:
            return -1
        page, x, y = view.lie.at(view.viewport().mapFromGlobal(point).toPointF())
        return text.offset_at(x, y) if page == self._page.number else -1

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Bring a piece of the text into view."""
        text, view = self._page.page_text, self._page.pages.view
        box = text.box_at(start) if text is not None else None
        if box is not None:
            view.verticalScrollBar().setValue(
                round(view.lie.place(self._page.number, box).top() + view.verticalScrollBar().value() - 100)
            )

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, position: int) -> None:
        """There is no cursor on a page."""

    def selectionCount(self) -> int:
        return 0

    def addSelection(self, start: int, end: int) -> None:
        """Nothing can be selected on a page."""

    def setSelection(self, number: int, start: int, end: int) -> None:
        """Nothing can be selected on a page."""

    def removeSelection(self, number: int) -> None:
        """Nothing can be selected on a page."""
