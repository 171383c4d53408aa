"""Whether what is kept of a letter can be what this program wrote: days that are days, numbers that are numbers, nothing missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from ombudsview.errors import Trouble
from ombudsview.history.packed import unpack_paper
from ombudsview.history.record import LetterRecord, PaperRecord, RevisionRecord
from ombudsview.letters.fields import FIELDS, Unit


@lru_cache(maxsize=4096)  # ten thousand letters have a few hundred days
def is_day(text: str | None) -> bool:
    """A day as the record keeps it, or none."""
    return text is None or _reads(date.fromisoformat, text)


def is_moment(text: str | None) -> bool:
    """A time as the record keeps it, or none."""
    try:
        return text is None or datetime.fromisoformat(text) is not None
    except ValueError:
        return False


def is_value(key: str, text: str | None) -> bool:
    """A value that a field can have, or none."""
    unit = FIELDS[key].unit if key in FIELDS else Unit.TEXT
    if text is None or unit is Unit.TEXT:
        return True
    if unit is Unit.DATE:
        return is_day(text)
    return _reads(int if unit is Unit.COUNT else _number, text)


def is_whole(record: LetterRecord) -> bool:
    """Whether all of a letter's record is as this program writes it."""
    numbers = {revision.number for revision in record.revisions}
    moments = (event.when for thread in record.threads for event in thread.events)
    return (
        bool(numbers)
        and (record.current is None or record.current in numbers)
        and is_day(record.period_end)
        and 1 <= record.first_page <= record.last_page
        and all(map(_is_whole, record.revisions))
        and all(map(is_moment, moments))
        and all(_unpacks(paper) for paper in record.papers)
    )


def all_values(values: Iterable[tuple[str, str | None]]) -> bool:
    """Whether each of these, a key and its value, is one that its field can have."""
    return all(is_value(key, text) for key, text in values)


def _is_whole(revision: RevisionRecord) -> bool:
    return (
        bool(revision.readings)
        and is_moment(revision.saved)
        and is_moment(revision.withdrawn)
        and all_values((row.key, row.value) for row in revision.values)
    )


def _unpacks(paper: PaperRecord) -> bool:
    try:
        unpack_paper(paper.body)
    except Trouble:
        return False
    return True


def _number(text: str) -> None:
    if not Decimal(text).is_finite():
        raise ValueError(text)


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except (ValueError, ArithmeticError):
        return False
    return True
