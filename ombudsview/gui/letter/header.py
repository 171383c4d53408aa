"""Whose letter it is, for which year, and how far the work has come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ombudsview.gui.letter.progress import StateBar
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import breakable, plain_tip


class Header(QWidget):
    """The top of the fields."""

    access_role = "Grouping"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Letter on the desk"))
        self._authority = Heading(parent=self, look="title")
        self._authority.setWordWrap(True)
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        self._about.setProperty("ink", "soft")
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = StateBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, 2 * UNIT - 4, 2 * UNIT + 2, UNIT + 2)
        column.setSpacing(4)
        column.addWidget(self._authority)
        column.addWidget(self._about)
        column.addSpacing(4)
        column.addWidget(self.bar)

    def show_letter(self, letter: OpenLetter) -> None:
        """Bring it up to date with the review's values as they stand."""
        authority, year = letter.identity
        title = authority or letter.name
        self._authority.say(title, shown=breakable(title))
        dated = self.tr("letter of {date}").format(date=letter.letter_date) if letter.letter_date else ""
        file = letter.name if authority else ""
        about = "  ·  ".join(part for part in (year, dated, file) if part)
        self._about.setText(breakable(about))
        self._about.setAccessibleName(about)
        self._about.setVisible(bool(about))
        self._about.setToolTip(plain_tip(str(letter.path or letter.name)))
        self.bar.show_tally(letter.review.tally() if letter.review is not None else {})
        self.bar.setVisible(letter.review is not None)
