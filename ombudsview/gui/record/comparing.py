"""The letter on the desk held against other saved ones, which are looked up in the record's thread: no page waits for them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.history.compare import Besides

AFTER_MS = 60
"""The page and its fields are painted first."""


class Comparing(QObject):
    """Asks anew when the letter's authority or year is another, and when a letter was saved or taken back.

    `compared`: the letter on the desk has been held against others; `besides` is what was found, None before.
    """

    compared = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: tuple[OpenLetter, str, str] | None = None
        self.besides: Besides | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._ask)
        desk.read.connect(self._begin)
        desk.changed.connect(lambda _: self._soon.start())
        desk.saved.connect(lambda _: self.again())
        desk.arriving.connect(lambda _: self._forget())
        desk.left.connect(self._forget)

    def again(self) -> None:
        """The record has changed."""
        self._asked = None
        self._soon.start()

    def _begin(self) -> None:
        """A review made anew knows of no other letters yet."""
        self._asked = None
        self._soon.start()

    def _forget(self) -> None:
        self._soon.stop()
        self._asked = self.besides = None

    def _ask(self) -> None:
        letter, review = self._desk.letter, self._desk.review
        if letter is None or review is None:
            return
        values = review.values()
        authority, period_end = values.get("authority"), values.get("period_end")
        if not isinstance(authority, str) or not isinstance(period_end, str):
            self._tell_nothing()
            return
        wanted = (letter, authority, period_end)
        if wanted == self._asked or not self._desk.keeping.has_history:
            return
        if self.besides is not None and (authority, period_end) != (self.besides.authority, self.besides.period_end):
            self._tell_nothing()  # what was found before is another letter's
        self._asked = wanted
        keeping, name, sender = self._desk.keeping, review.letter, review.reading.sender

        def look() -> Besides:
            from ombudsview.history.beside import beside

            return beside(keeping.places, name, sender, authority, period_end, in_use=keeping.in_use)

        self._desk.record.ask(look, partial(self._found, wanted), Rank.SOON)

    def _tell_nothing(self) -> None:
        """Nobody knows whose letter it is, or about which year: what was found before is beside it no more."""
        if self.besides is not None:
            from ombudsview.history.compare import Besides

            self._asked, self.besides = None, Besides("", "")
            self.compared.emit()

    def _found(self, wanted: tuple[OpenLetter, str, str], errand: Errand[Besides]) -> None:
        review = self._desk.review
        if wanted != self._asked or review is None:
            return
        try:
            found = errand.result
        except Trouble:  # the history says so itself where it is asked for more
            return
        self.besides = found
        review.compare(found)
        self.compared.emit()
