"""Whether a field's place is worth remembering: the officer showed it, and the program does not find it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.gui.again.by_hand import READER
from ombudsview.letters.fields import FIELDS
from ombudsview.review.edit import Ruling

if TYPE_CHECKING:
    from ombudsview.reading.model import FieldReading, Source
    from ombudsview.review.review import Review
    from ombudsview.review.state import FieldReview


def teachable(review: Review, key: str) -> Source | None:
    """The place that a rule can be made from, or None.

    Where the layout is known it is one that the officer pointed at for another value than was read; in a letter of unknown
    layout any place of a value that the officer has settled.
    """
    read = review.reading.field(key)
    if read is None or FIELDS[key].many:
        return None
    field = review.field(key)
    if field.answer is None or field.answer.ruling not in (Ruling.AGREED, Ruling.CHANGED) or not field.sources:
        return None
    own = [source for source in field.sources if source not in read.sources]
    if is_unknown(review):
        return next(iter(own or field.sources), None)
    return own[0] if own and field.answer.ruling is Ruling.CHANGED else None


def offered(review: Review, field: FieldReview) -> bool:
    """Whether the offer shows by itself: only after pointing, so that it stays quiet."""
    return field.is_pointed and teachable(review, field.key) is not None


def is_unknown(review: Review) -> bool:
    """Whether the letter's layout is one that the program does not know."""
    return review.reading.kind is None or review.reading.reader == READER


def found_by_finders(read: FieldReading) -> bool:
    """Whether the program's own finders found something there, so that a rule must be asked before them to count."""
    from ombudsview.reading.suggested import CODE as SUGGESTED  # brings all layouts along

    return read.value is not None and not any(doubt.code == SUGGESTED for doubt in read.doubts)
