"""A value that goes on, on the next page: the officer says so; a text takes what stands there, a table's figure is sought there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.gui.letter import says
from ombudsview.gui.order import shown_keys
from ombudsview.letters.fields import FIELDS, Unit

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.pointer import Pointer
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Source
    from ombudsview.review.review import Review
    from ombudsview.review.state import FieldReview

translate = QCoreApplication.translate


class Continuing:
    """One verb upon the field in focus. `take` adds a place to its value; the pointer has the page's words."""

    def __init__(self, desk: Desk, pointer: Pointer, take: Callable[[Source], object]) -> None:
        self._desk, self._pointer, self._take = desk, pointer, take

    def go_on(self) -> None:
        """Take the first paragraph of the next page as the rest of a text, or as one more item of a list.

        A figure does not go on, but a table does: where its figure was not found, the first one of the next page that stands in
        its column is outlined, to be taken with Enter or left for another. Whatever keeps it from either is said.
        """
        letter, review, key = self._desk.letter, self._desk.review, self._desk.focus_key
        if letter is None or letter.paper is None or review is None or not key:
            return
        field = review.field(key)
        is_text = FIELDS[key].unit is Unit.TEXT
        words = self._text(letter.paper, field) if is_text else self._figure(letter.paper, review, field)
        if words:
            self._desk.noticed.emit(words.format(field=says.label(key)))

    def _text(self, paper: Paper, field: FieldReview) -> str:
        from ombudsview.reading.continuing import is_head, rest_of_text

        there = [source for source in field.sources if source.boxes]
        if not there:
            return translate(
                "Continuing", "Where “{field}” begins is not known: point at its first words, then let it go on."
            )
        last = max(there, key=lambda source: source.page)
        if last.page > there[0].page and is_head(paper, last):
            return translate(
                "Continuing", "The beginning of that page is taken already. Shift and a drag take more of it."
            )
        rest = rest_of_text(paper, last) if last.page < self._last_page(paper) else None
        if rest is None:
            return translate("Continuing", "The letter has no text on a next page that “{field}” could go on with.")
        self._take(rest)
        self._pointer.view.bring_source(rest)
        return ""

    def _figure(self, paper: Paper, review: Review, field: FieldReview) -> str:
        from ombudsview.reading.continuing import figures_below

        if field.value is not None:
            return translate(
                "Continuing",
                "A figure or date is whole where it stands. Where a table goes on, ask at one of its fields that was not found.",
            )
        column = _column(review, field.key)
        if column is None:
            return translate(
                "Continuing", "Nothing of this table was found, so that its columns are not known: point at the figure."
            )
        found = figures_below(paper, field.key, column) if column.page < self._last_page(paper) else ()
        if not found:
            return translate(
                "Continuing", "The next page of the letter has no figure in that column: point at it where it stands."
            )
        self._pointer.walk_from(found[0])
        return translate(
            "Continuing", "{field}: Enter takes the figure that is outlined, ] and [ go to other words, Esc lets it be."
        )

    def _last_page(self, paper: Paper) -> int:
        letter = self._desk.letter
        pages = letter.reading.pages if letter is not None and letter.reading is not None else None
        return pages[1] if pages is not None else len(paper.sheets)


def _column(review: Review, key: str) -> Source | None:
    """Where the table's column stands: the figure of another year in it, else the nearest one before the field in its group."""
    keys = shown_keys(review.keys())
    found = {other: review.field(other).sources for other in keys if FIELDS[other].group == FIELDS[key].group}
    base = key.partition("@")[0]
    same = [other for other in found if other != key and other.partition("@")[0] == base]
    before = [other for other in reversed(keys[: keys.index(key)]) if other in found]
    return next((found[other][-1] for other in (*same, *before) if found[other]), None)
