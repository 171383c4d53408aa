"""Fills the field in focus from the page: what is pointed at becomes the officer's value with its place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ombudsview.errors import Trouble
from ombudsview.gui.letter.continuing import Continuing
from ombudsview.gui.letter.pointer import Pointer
from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.review.edit import Ruling

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.choice import Choice
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
        self.pointer.clicked.connect(self._clicked)
        desk.changed.connect(self.pointer.withdraw)
        panel.typing.connect(self.pointer.withdraw)
        self.pointer.left.connect(panel.take_keys)
        desk.read.connect(self._read)
        desk.arriving.connect(lambda _: self._nothing())
        desk.left.connect(self._nothing)
        desk.focused.connect(lambda key, _: self.pointer.set_field(key))
        panel.typing.connect(self._typing)
        self._panel = panel
        self.continuing = Continuing(desk, self.pointer, lambda source: self._taken(source, True))
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

    def _clicked(self, choice: Choice) -> None:
        """A plain click fills the field at once where nothing can be lost by it, and else offers to.

        Any word is a text, so that a stray click would replace a name or a title, and nobody might look there again; the same
        goes for what the officer has answered or is typing. There the words are only offered: a second click on them takes
        them, and anything else lets them be. Not Enter, which agrees to the field as it stands: a hand that strays to the page
        and goes on with Enter must not change what it agrees to. Whoever means it from the start has Shift+drag, Ctrl+click and
        the keys of the page, which take at once.
        """
        row = self._panel.edit_in_focus
        if row is None or not choice.fits or self._loses_nothing(row):
            self._taken(choice.source, False)
            return
        self.pointer.offer(choice.offered(row.key))
        row.escaped.connect(self.pointer.withdraw, Qt.ConnectionType.SingleShotConnection)
        (self._panel.ask_note if row.asks else self._panel.take_keys)()

    def _loses_nothing(self, row: FieldRow) -> bool:
        """Whether there is no value yet, or a figure that nobody has answered and that only another figure can replace."""
        review = self._desk.review
        if review is None or row.edit.edited or row.asks:
            return False
        field = review.field(row.key)
        answered = field.answer is not None and field.answer.ruling is not Ruling.QUERY
        return field.value is None or not (answered or FIELDS[row.key].unit is Unit.TEXT)

    def _taken(self, source: Source, add: bool) -> None:
        review, key = self._desk.review, self._desk.focus_key
        if review is None or not key:
            return
        try:
            review.point(key, source, add=add)
        except Trouble as trouble:
            self._desk.refused.emit(trouble)
            if not self.pointer.walks:  # who walks the words by key goes on from the one that will not do
                self._desk.focus(key)
            return
        self._desk.focus(key, flash=True)
