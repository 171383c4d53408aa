"""Looks for words in the letter a few pages at a time, so that a long pack holds nothing up."""

from __future__ import annotations

import re
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from ombudsview.gui.letter.found import MOST, Found, Place, find, pattern_of
from ombudsview.gui.letter.page_texts import PageTexts

_SLICE = 0.008  # seconds


class Finder(QObject):
    """`found` gives what is known so far; the place that is looked at is the first from the page on which the search began."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: PageTexts | None = None
        self._pattern: re.Pattern[str] | None = None
        self._places: list[Place] = []
        self._page = self._from = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self.result = Found()

    def set_texts(self, texts: PageTexts | None) -> None:
        """Another letter, or none: nothing is looked for any more."""
        self._texts = texts
        self.look_for("", 0)

    def look_for(self, words: str, page: int) -> None:
        """Begin anew; `page` (from 0) is the one that shows."""
        self._pattern = pattern_of(words)
        self._places, self._page, self._from = [], 0, page
        if self._texts is None or self._pattern is None:
            self._timer.stop()
            self._tell()
        else:
            self._timer.start()

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) place."""
        self.result = self.result.stepped(by)
        self.found.emit(self.result)

    def _go_on(self) -> None:
        end = perf_counter() + _SLICE
        texts, pattern = self._texts, self._pattern
        while texts is not None and pattern is not None and self._page < len(texts) and len(self._places) < MOST:
            self._places += find(texts.page(self._page), pattern)
            self._page += 1
            if perf_counter() > end:
                break
        else:
            self._timer.stop()
        self._tell()

    def _tell(self) -> None:
        places = tuple(self._places[:MOST])
        kept = self.result.current
        first = next((n for n, place in enumerate(places) if place.page >= self._from), 0) if places else -1
        self.result = Found(places, places.index(kept) if kept in places else first)
        self.found.emit(self.result)
