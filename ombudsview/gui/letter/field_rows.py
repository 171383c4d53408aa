"""The rows of a letter's fields under their headings: made a few at a time ahead, and begun anew for each letter that comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT
from ombudsview.letters.fields import FIELDS
from ombudsview.review.state import FieldReview

translate = QCoreApplication.translate

Groups = Sequence[tuple[str, Sequence[str]]]
"""Headings, each with the keys of the fields under it."""

_LINE, _PROSE = "authority", "remarks"
"""A field of each sort of box, whose rows can be those of any field of that sort."""
_AT_A_TURN = 3
"""Rows made ahead in one turn of the event loop: some three milliseconds."""


class FieldRows(QWidget):
    """To make thirty rows holds the window up far longer than to show other values in them, or other fields.

    While no letter is there they `rest`: out of sight, without the keyboard, with nothing of the letter before in them. Rows
    that a letter has no field for rest on while others show it.
    """

    def __init__(self, make: Callable[[str, QWidget], FieldRow], parent: QWidget | None = None) -> None:
        """`make` gives the row of a key, as a child of the widget that it is given."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self.rows: dict[str, FieldRow] = {}
        self._make = make
        self._made_for = QApplication.font().key()
        self._groups: Groups = ()
        self._narrow = False
        self._every: list[FieldRow] = []
        self._headings: list[Heading] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._column.setSpacing(0)
        self._instead: QWidget | None = None

    def make_ahead(self, enough: int) -> bool:
        """Make a few more that rest until a letter has fields for them, one of them for paragraphs; whether there were enough."""
        if len(self._every) >= enough:
            return True
        for _ in range(_AT_A_TURN):
            self._new(_LINE if self._every else _PROSE).hide()
        return False

    def hold(self, groups: Groups) -> None:
        """Be the rows of these fields, each under its heading, `rows` by their keys; `begin` follows."""
        if not self._fit():
            self._renew()
        if groups == self._groups:
            return
        shown, resting = self.rows.values(), self._take_out()
        self.rows, self._groups = {}, groups
        for number, (group, keys) in enumerate(groups):
            self._add(self._heading(number, translate("FieldsPanel", group)))
            for key in keys:
                self.rows[key] = row = self._row(key, resting)
                self._add(row)
        for row in resting:
            if row in shown:
                row.retire()
        for heading in self._headings[len(groups) :]:
            heading.hide()
        self._column.addStretch(1)

    def give_way(self, widget: QWidget) -> None:
        """Show something else in the place of all rows, until they rest, which ends it."""
        self._take_out()
        for row in self.rows.values():
            row.retire()
        for heading in self._headings:
            heading.hide()
        self.rows, self._groups = {}, ()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(widget)
        self._instead = widget

    def _fit(self) -> bool:
        """Whether anything can be shown in them: the system's text may have another size by now."""
        return self._made_for == QApplication.font().key()

    def _renew(self) -> None:
        for widget in (*self._take_out(), *self._headings):
            widget.deleteLater()
        self._made_for = QApplication.font().key()
        self.rows, self._groups, self._every, self._headings = {}, (), [], []

    def _take_out(self) -> list[FieldRow]:
        """All rows, none of them laid out."""
        for widget in (*self.rows.values(), *self._headings, self._instead):
            # Not `takeAt`, of which Qt's item would be left: a widget tells its first one alone that its height changes.
            if widget is not None:
                self._column.removeWidget(widget)
        self._column.takeAt(0)  # the stretch beneath them
        self._column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        return list(self._every)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
        widget.show()
        widget.raise_()  # the accessibility tree has them in the order of the stack

    def _heading(self, number: int, words: str) -> Heading:
        if number == len(self._headings):
            self._headings.append(Heading(parent=self))
        self._headings[number].say(words)
        return self._headings[number]

    def _row(self, key: str, resting: list[FieldRow]) -> FieldRow:
        """A row for a field, one of those that rest if any has a box of its sort."""
        row = next((row for row in resting if _sort(row.key) == _sort(key)), None)
        if row is None:
            return self._new(key)
        resting.remove(row)
        if row.key != key:
            row.be_for(key)
        return row

    def _new(self, key: str) -> FieldRow:
        row = self._make(key, self)
        row.be_narrow(self._narrow)
        self._every.append(row)
        return row

    def rest(self) -> None:
        """Nothing that stood or was typed in them is left; what had the keyboard gives it up, to nobody."""
        with_keys = QApplication.focusWidget()
        if with_keys is not None and self.isAncestorOf(with_keys):
            with_keys.clearFocus()
        self.hide()
        for row in self.rows.values():
            row.begin()
        if self._instead is not None:
            self._take_out()
            self._instead.hide()
            self._instead.deleteLater()  # it listens to itself, and would stay for good
            self._instead = None

    def begin(self, fields: Iterable[FieldReview]) -> None:
        """Take a letter's fields in, one for each row; `show` follows."""
        for field in fields:
            self.rows[field.key].show_field(field)

    def be_narrow(self, narrow: bool) -> None:
        """As each row does."""
        self._narrow = narrow
        for row in self._every:
            row.be_narrow(narrow)

    def lay_out(self) -> None:
        """Have every row stand where it will be, before the next turn of the event loop."""
        self._column.activate()
        self.adjustSize()


def _sort(key: str) -> str:
    """What must be the same of two fields for one box to do for both: lines, or paragraphs with what stands between them."""
    return FIELDS[key].joint if FIELDS[key].is_prose else ""
