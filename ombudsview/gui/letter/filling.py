"""Fills the field in focus from the page: what is pointed at becomes the officer's value with its place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ombudsview.errors import Trouble
from ombudsview.gui.letter.pointer import Pointer
from ombudsview.letters.fields import FIELDS

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.page import PageView
    from ombudsview.gui.letter.panel import FieldsPanel
    from ombudsview.gui.letter.row import FieldRow
    from ombudsview.gui.letter.type_ahead import TypeAhead
    from ombudsview.reading.model import Source


_MOST_PAGES = 20
"""Of a letter, that are looked through for what is being typed: no letter has more, and a pack would take long."""


class Filling(QObject):
    """Tells the pointer of letter and field, and the review of what was pointed at. The keyboard goes back to the field."""

    def __init__(self, desk: Desk, view: PageView, panel: FieldsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.pointer = Pointer(view)
        self.pointer.taken.connect(self._taken)
        self.pointer.left.connect(panel.take_keys)
        desk.read.connect(self._read)
        desk.arriving.connect(lambda _: self._nothing())
        desk.left.connect(self._nothing)
        desk.focused.connect(lambda key, _: self.pointer.set_field(key))
        panel.typing.connect(self._typing)
        self._panel = panel
        self._read()

    @cached_property
    def ahead(self) -> TypeAhead:
        """The list of places that begin as what is being typed."""
        from ombudsview.gui.letter.type_ahead import TypeAhead

        ahead = TypeAhead(self._panel)
        ahead.taken.connect(lambda source: self._taken(source, False))
        ahead.looked_at.connect(self.pointer.show_source)
        ahead.looked_at.connect(self._looked_at)
        return ahead

    def _looked_at(self, source: Source | None) -> None:
        """Enter takes the place that is chosen in the list, and says so."""
        from ombudsview.reading.printed_value import bare_words

        if (row := self._panel.edit_in_focus) is not None:
            row.show_entering(bare_words(FIELDS[row.key].unit, source.text) if source is not None else "")

    def _typing(self, row: FieldRow) -> None:
        from ombudsview.reading.matching import matches

        letter = self._desk.letter
        pages = letter.reading.pages if letter is not None and letter.reading is not None else None
        if pages is None:
            return
        shown = range(pages[0] - 1, min(pages[1], pages[0] - 1 + _MOST_PAGES))
        words = (self.pointer.words(page) for page in shown)
        unit = FIELDS[row.key].unit
        found = matches((page for page in words if page is not None), unit, row.edit.text()) if row.edit.edited else ()
        self.ahead.offer(row.edit, row, unit, found)

    def _nothing(self) -> None:
        self.pointer.set_paper(None)
        self.pointer.set_field("")

    def _read(self) -> None:
        letter = self._desk.letter
        self.pointer.set_paper(letter.paper if letter is not None else None)
        self.pointer.set_field(self._desk.focus_key)

    def _taken(self, source: Source, add: bool) -> None:
        review, key = self._desk.review, self._desk.focus_key
        if review is None or not key:
            return
        try:
            review.point(key, source, add=add)
        except Trouble as trouble:
            self._desk.refused.emit(trouble)
            self._desk.focus(key)
            return
        self._desk.focus(key, flash=True)
