"""No letter is open, but there is a queue: what of it is left, and what can be done next. It stands at the head of the start page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ombudsview.gui.queue.model import Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.style.button_row import ButtonRow
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT

translate = QCoreApplication.translate


def resting_words(queue: Queue) -> str:
    """How the queue stands, and where to go from here."""
    count, left, problems = len(queue.entries), queue.left, queue.tally()[Status.PROBLEM]
    if left:
        words = (
            translate("Resting", "1 of {count} letters in the queue is left to check.")
            if left == 1
            else translate("Resting", "{left} of {count} letters in the queue are left to check.")
        )
        words += " " + translate("Resting", "Choose one there, or go on with the next.")
    elif problems == count:
        words = translate("Resting", "None of the {count} letters in the queue could be opened; its rows say why.")
        words += " " + translate("Resting", "Try them again once that is mended, or open other letters.")
    elif problems:
        words = translate(
            "Resting", "Every letter that could be opened is finished; the rows of the others say why not."
        )
        words += " " + translate("Resting", "Try those again once that is mended, or open more letters.")
    else:
        words = translate("Resting", "Every letter in the queue is finished.")
        words += " " + translate("Resting", "Choose one there to look at it again, or open more letters.")
    return words.format(left=left, count=count)


class Resting(QWidget):
    """`next_asked`: the next letter that is left shall come to the desk."""

    access_role = "Grouping"

    next_asked = Signal()

    def __init__(self, queue: Queue, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._queue = queue
        self.setAccessibleName(self.tr("No letter is open"))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.next = QPushButton(self.tr("Go on with the next"), self)
        self.next.setProperty("look", "primary")
        self.next.clicked.connect(self.next_asked)
        self.again = QPushButton(self.tr("Try the problems again"), self)
        self.again.setProperty("look", "large")
        # Not by way of the menus' entries themselves: those are enabled a moment later, and a press meanwhile would do nothing.
        self.again.clicked.connect(actions["try_again"].triggered)
        self.clear = QPushButton(self.tr("Remove all that are finished"), self)
        self.clear.setProperty("look", "large")
        self.clear.clicked.connect(actions["clear_finished"].triggered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(Heading(self.tr("No letter is open"), self, look="title"))
        column.addWidget(self.words)
        column.addWidget(ButtonRow(self.buttons, self))
        for signal in (queue.rowsInserted, queue.rowsRemoved, queue.dataChanged):
            signal.connect(self.refresh)
        self.refresh()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done about the queue, the nearest first."""
        return self.next, self.again, self.clear

    def refresh(self) -> None:
        """Say how things stand now; what cannot be done is not offered."""
        tally = self._queue.tally()
        self.words.setText(resting_words(self._queue))
        self.next.setVisible(self._queue.left > 0)
        self.again.setVisible(tally[Status.PROBLEM] > 0)
        self.clear.setVisible(self._queue.left + tally[Status.PROBLEM] < len(self._queue.entries))

    def take_keys(self) -> None:
        """The keys go to what is next."""
        for button in self.buttons:
            if not button.isHidden():
                button.setFocus()
                return
