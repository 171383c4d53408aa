"""The rows of a letter's fields under their headings: made once, and begun anew for each letter that has the same fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ombudsview.gui.letter.row import FieldRow
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT
from ombudsview.review.state import FieldReview

translate = QCoreApplication.translate

Groups = Sequence[tuple[str, Sequence[str]]]
"""Headings, each with the keys of the fields under it."""


class FieldRows(QWidget):
    """To make thirty rows holds the window up far longer than to show other values in them.

    While no letter is there they `rest`: out of sight, without the keyboard, with nothing of the letter before in them.
    """

    def __init__(self, groups: Groups, make: Callable[[str, QWidget], FieldRow], parent: QWidget | None = None) -> None:
        """`make` gives the row of a key, as a child of the widget that it is given."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("surface", "panel")
        self._made_for = groups, QApplication.font().key()
        self.rows: dict[str, FieldRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(0)
        for heading, keys in groups:
            column.addWidget(Heading(translate("FieldsPanel", heading), self))
            for key in keys:
                self.rows[key] = make(key, self)
                column.addWidget(self.rows[key])
        column.addStretch(1)

    def fit(self, groups: Groups) -> bool:
        """Whether a letter of these fields can be shown in them; the system's text may have another size by now."""
        return self._made_for == (groups, QApplication.font().key())

    def rest(self) -> None:
        """Nothing that stood or was typed in them is left; what had the keyboard gives it up, to nobody."""
        with_keys = QApplication.focusWidget()
        if with_keys is not None and self.isAncestorOf(with_keys):
            with_keys.clearFocus()
        self.hide()
        for row in self.rows.values():
            row.begin()

    def begin(self, fields: Iterable[FieldReview]) -> None:
        """Take a letter's fields in, one for each row; `show` follows."""
        for field in fields:
            self.rows[field.key].show_field(field)

    def be_narrow(self, narrow: bool) -> None:
        """As each row does."""
        for row in self.rows.values():
            row.be_narrow(narrow)

    def lay_out(self) -> None:
        """Have every row stand where it will be, before the next turn of the event loop."""
        if (column := self.layout()) is not None:
            column.activate()
        self.adjustSize()
