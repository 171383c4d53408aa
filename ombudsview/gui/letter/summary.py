"""The summary: what came of the letter's fields once nothing is left to look at, and the one step that is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ombudsview.gui.actions import keys_of
from ombudsview.gui.letter.progress import tally_words
from ombudsview.gui.style.theme import UNIT
from ombudsview.review.states import State

if TYPE_CHECKING:
    from ombudsview.review.review import Review


class Summary(QWidget):
    """Shows itself above Finish while no field is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tally = QLabel(self)
        self.tally.setProperty("type", "strong")
        self.next = QLabel(self)
        self.next.setProperty("ink", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT + 2, UNIT + 4, 2 * UNIT + 2, 0)
        column.setSpacing(2)
        for words in (self.tally, self.next):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            column.addWidget(words)
        self.hide()

    def show_review(self, review: Review | None, *, waits: bool = False) -> None:
        """Bring it up to date; nothing shows while anything is open. `waits`: another letter is not finished yet."""
        done = review is not None and not review.open_keys()
        if review is not None and done:
            tally = review.tally()
            self.tally.setText(tally_words(tally))
            self.next.setText(self._next(finished=review.finished, waits=waits, queries=tally.get(State.QUERY, 0)))
        self.setVisible(done)

    def _next(self, *, finished: bool, waits: bool, queries: int) -> str:
        keys = keys_of("finish")
        if finished:
            words = self.tr("Saved to the history. A change opens the letter again.")
            return words + " " + self.tr("{keys} goes on to the next one.").format(keys=keys) if waits else words
        if queries:
            return self.tr("The queries go with it. {keys} saves the letter to the history.").format(keys=keys)
        return self.tr("Nothing is left to look at. {keys} saves the letter to the history.").format(keys=keys)
