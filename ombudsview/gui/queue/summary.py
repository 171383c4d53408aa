"""The end of the queue: what became of its letters, and what can be done next. It stands in the letter's place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ombudsview.gui.actions import keys_of
from ombudsview.gui.queue.entry import Entry
from ombudsview.gui.queue.model import Queue
from ombudsview.gui.queue.status import Status
from ombudsview.gui.style.heading import Heading
from ombudsview.gui.style.theme import UNIT
from ombudsview.gui.style.words import plain_tip, visible

translate = QCoreApplication.translate

WIDTH = 760
MOST = 8
"""Letters that are named; more of them are counted."""


def summary_words(tally: Counter[Status]) -> str:
    """`10 letters finished, 2 queried, 1 problem`."""
    finished = tally[Status.FINISHED]
    parts = [
        translate("Summary", "1 letter finished")
        if finished == 1
        else translate("Summary", "{count} letters finished").format(count=finished)
    ]
    if count := tally[Status.QUERIED]:
        parts.append(translate("Summary", "{count} queried").format(count=count))
    if count := tally[Status.PROBLEM]:
        words = translate("Summary", "1 problem") if count == 1 else translate("Summary", "{count} problems")
        parts.append(words.format(count=count))
    return ", ".join(parts)


class Summary(QScrollArea):
    """`asked` names a letter that shall come to the desk, `left` says that the last one shall come back."""

    access_role = "Grouping"

    asked = Signal(object)
    left = Signal()

    def __init__(self, queue: Queue, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())
        self._queue, self._actions = queue, actions
        self.words = ""
        self.buttons: list[QPushButton] = []
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The queue is done"))

    def refresh(self) -> None:
        """Say how things stand now, and give the keyboard to what is next."""
        self.words, self.buttons = summary_words(self._queue.tally()), []
        page = QWidget()
        page.setProperty("surface", "ground")
        inside = QWidget(page)
        inside.setFixedWidth(WIDTH)
        column = QVBoxLayout(inside)
        column.setSpacing(UNIT)
        for words, kind in ((self.tr("The queue is done"), "title"), (self.words, "strong")):
            label = Heading(words, inside, look=kind)
            label.setWordWrap(True)
            column.addWidget(label)
        for heading, status in ((self.tr("Queried"), Status.QUERIED), (self.tr("Problems"), Status.PROBLEM)):
            self._list(column, inside, heading, [entry for entry in self._queue.entries if entry.status is status])
        column.addSpacing(UNIT)
        column.addLayout(self._what_next(inside))
        outside = QVBoxLayout(page)
        outside.addStretch(2)
        outside.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        outside.addStretch(3)
        self.setWidget(page)
        self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, column: QVBoxLayout, parent: QWidget, heading: str, entries: list[Entry]) -> None:
        if not entries:
            return
        column.addWidget(Heading(heading, parent))
        for entry in entries[:MOST]:
            words = visible(f"{entry.title}  ·  {entry.note}")
            button = self._button(words, "link", parent)
            button.setText(
                button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDTH - 6 * UNIT).replace("&", "&&")
            )
            button.setAccessibleName(words)
            button.setToolTip(plain_tip(words))
            button.clicked.connect(lambda _=False, entry=entry: self.asked.emit(entry))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if len(entries) > MOST:
            rest = QLabel(self.tr("and {count} more in the queue").format(count=len(entries) - MOST))
            rest.setProperty("ink", "soft")
            rest.setContentsMargins(UNIT + 2, 0, 0, 0)
            column.addWidget(rest)

    def _what_next(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        names = {
            "show_trends": self.tr("Trends"),
            "show_history": self.tr("History"),
            "open": self.tr("Open more letters"),
        }
        for name, words in names.items():
            look = "primary" if name == "show_trends" else "large"
            button = self._button(f"{words}   {keys_of(name)}", look, parent)
            button.setAccessibleName(words)
            button.clicked.connect(self._actions[name].trigger)
            row.addWidget(button)
        back = self._button(self.tr("Back to the letter"), "large", parent)
        back.clicked.connect(self.left)
        row.addWidget(back)
        row.addStretch(1)
        return row

    def _button(self, words: str, look: str, parent: QWidget) -> QPushButton:
        button = QPushButton(words, parent)
        button.setProperty("look", look)
        button.ensurePolished()
        self.buttons.append(button)
        return button
