"""Fills the field in focus from the page: what is pointed at becomes the officer's value with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ombudsview.errors import Trouble
from ombudsview.gui.letter.pointer import Pointer

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.page import PageView
    from ombudsview.gui.letter.panel import FieldsPanel
    from ombudsview.reading.model import Source


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
        self._read()

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
            self._desk.noticed.emit(trouble.sentence)
            self._desk.focus(key)
            return
        self._desk.focus(key, flash=True)
