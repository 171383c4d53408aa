"""The letter as plain text: what the program reads, page by page, for those who cannot use the picture or wonder what it saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPaintEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ombudsview.gui.style.focus_frame import paint_focus_frame
from ombudsview.gui.style.theme import UNIT

if TYPE_CHECKING:
    from ombudsview.gui.letter.page_texts import PageTexts
    from ombudsview.reading.model import Source


class PlainText(QPlainTextEdit):
    """Read-only; what is copied from it is the letter's own text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: PageTexts | None = None
        self._starts: dict[int, int] = {}
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Text of the letter"))
        self.document().setDocumentMargin(2 * UNIT)
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(flags | flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame while the keys go here, which stays in its place when the text is scrolled."""
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus_frame(self.viewport())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def show_text(self, texts: PageTexts | None, pages: range) -> None:
        """The text of these pages (from 0), each under its number."""
        self._texts, self._starts = texts, {}
        parts: list[str] = []
        at = 0
        for page in pages:
            heading = self.tr("Page {page}").format(page=page + 1) + "\n\n"
            words = self._raw(page) or self.tr("(no text on this page)")
            self._starts[page] = at + _units(heading)
            parts += [heading, words, "\n\n\n"]
            at += sum(map(_units, parts[-3:]))
        self.setPlainText("".join(parts).rstrip("\n"))

    def _raw(self, page: int) -> str:
        return self._texts.page(page).raw.rstrip("\n\f") if self._texts is not None else ""

    def show_source(self, source: Source | None) -> None:
        """Select the words of a place and bring them into view; nothing is selected where they are not shown."""
        cursor = self.textCursor()
        cursor.clearSelection()
        page = source.page - 1 if source is not None else -1
        if source is not None and self._texts is not None and page in self._starts:
            span = self._texts.page(page).span_of(source.page, source.boxes)
            if span is not None:
                start, end = (self._starts[page] + _units(self._raw(page)[:place]) for place in span)
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if cursor.hasSelection():
            self.centerCursor()


def _units(text: str) -> int:
    """The length of a text as Qt counts it, where a character beyond the first 65,536 is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
