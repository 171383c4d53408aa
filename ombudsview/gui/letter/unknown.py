"""What stands in the place of the fields while nobody knows what kind of letter it is: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.heading import Heading
from ombudsview.gui.theme import UNIT


class UnknownLetter(QWidget):
    """`asked`: the officer wants to choose the kind."""

    asked = Signal()

    def __init__(self, why: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        heading = Heading(self.tr("This layout is not known"), self, look="strong")
        reason = QLabel(why, self)
        reason.setProperty("ink", "soft")
        what = QLabel(
            self.tr(
                "Choose what kind of letter it is, and fill in its fields from the page. What could be read of it is"
            )
            + " "
            + self.tr("put in as a suggestion, to be compared with the page."),
            self,
        )
        self.choose = QPushButton(self.tr("Choose the kind of letter..."), self)
        self.choose.setProperty("look", "primary")
        self.choose.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT + 4)
        for words in (heading, reason, what):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            column.addWidget(words)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
