"""Words of the page walked by key: from where the field is printed or what shows, word by word and page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from ombudsview.gui.access.announce import announce

if TYPE_CHECKING:
    from ombudsview.gui.letter.choice import Choice
    from ombudsview.gui.letter.pointer import Pointer


class Walk(QObject):
    """Which words are chosen by key. `moved`: others are, or none."""

    moved = Signal()

    def __init__(self, pointer: Pointer) -> None:
        super().__init__(pointer)
        self._pointer = pointer
        self._page = 0
        self._anchor = self._end = -1
        self.choice: Choice | None = None

    def drop(self) -> None:
        """Choose nothing."""
        if self.choice is not None:
            self.choice = None
            self.moved.emit()

    def step(self, by: int, *, extend: bool) -> None:
        """To the next (1) or previous (-1) word, or that one as well."""
        if self.choice is None:
            found = self._begun()
        elif extend:
            found = self._extended(by)
        else:
            found = self._next(by)
        if found is not None:
            self._show(found, by)

    def begin_at(self, page: int, number: int) -> None:
        """Choose a word of a page (from 0), with the others of its figure."""
        if (found := self._chosen(page, number)) is not None:
            self._show(found, 1)

    def _show(self, found: Choice, by: int) -> None:
        self.choice = found
        view = self._pointer.view
        place = view.lie.place(found.page, found.source.boxes[0 if by < 0 else -1])
        if not view.clear.contains(place):
            view.bring(place)
        announce(view, f"{found.source.text}. {found.words}")
        self.moved.emit()

    def _begun(self) -> Choice | None:
        """The first word of the field's source where that shows, else the first word that does."""
        view = self._pointer.view
        lie, height = view.lie, view.viewport().height()
        mark = next(iter(view.focus_marks()), None)
        if mark is not None and view.clear.intersects(lie.place(mark.page, mark.boxes[0])):
            words = self._pointer.words(mark.page)
            first = next(iter(words.within(mark.boxes[0])), None) if words is not None else None
            if first is not None:
                return self._chosen(mark.page, first)
        for page in lie.column.between(lie.dy, lie.dy + height):
            words = self._pointer.words(page)
            number = words.near(lie.at(QPointF(), page)[2]) if words is not None else None
            if number is not None:
                return self._chosen(page, number)
        return None

    def _chosen(self, page: int, number: int) -> Choice | None:
        """A word, with the others of its figure."""
        choice = self._pointer.whole(page, number)
        if choice is not None:
            self._page = page
            self._anchor, self._end = choice.numbers[0], choice.numbers[-1]
        return choice

    def _next(self, by: int) -> Choice | None:
        page = self._page
        number = max(self._anchor, self._end) + 1 if by > 0 else min(self._anchor, self._end) - 1
        words = self._pointer.words(page)
        while words is not None:
            if 0 <= number < len(words):
                return self._chosen(page, number)
            page += by
            words = self._pointer.words(page)
            number = 0 if by > 0 or words is None else len(words) - 1
        return None

    def _extended(self, by: int) -> Choice | None:
        """As far as the page goes; back again over words that were taken in."""
        words = self._pointer.words(self._page)
        if words is None or not 0 <= self._end + by < len(words):
            return None
        self._end += by
        first, last = sorted((self._anchor, self._end))
        return self._pointer.choice(self._page, tuple(range(first, last + 1)))
