"""Whose letter it is, for which year, and how far the work has come."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

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
        self._said, self._file, self._narrow = "", "", False
        self.bar = StateBar(self)
        column = self._column = QVBoxLayout(self)
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
        self._file = letter.name if authority else ""
        self._said = about = "  ·  ".join(part for part in (year, dated, self._file) if part)
        self._fit()
        self._about.setAccessibleName(about)
        self._about.setVisible(bool(about))
        self._about.setToolTip(plain_tip("\n".join(part for part in (about, str(letter.path or letter.name)) if part)))
        self.bar.show_tally(letter.review.tally() if letter.review is not None else {})
        self.bar.setVisible(letter.review is not None)

    def be_narrow(self, narrow: bool) -> None:
        """Where there is little room what is said of the letter is one line, with the file's name cut in its middle."""
        self._narrow = narrow
        self._about.setWordWrap(not narrow)
        across = QSizePolicy.Policy.Ignored if narrow else QSizePolicy.Policy.Preferred
        self._about.setSizePolicy(across, self._about.sizePolicy().verticalPolicy())
        self._fit()

    def _fit(self) -> None:
        if not self._narrow:
            self._about.setText(breakable(self._said))
            return
        sides, metrics = self._column.contentsMargins(), self._about.fontMetrics()
        before = self._said.removesuffix(self._file)
        room = self.width() - sides.left() - sides.right()
        name = metrics.elidedText(self._file, Qt.TextElideMode.ElideMiddle, room - metrics.horizontalAdvance(before))
        self._about.setText(metrics.elidedText(before + name, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
