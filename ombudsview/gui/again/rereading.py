"""What was read anew of a letter, and the officer's work upon what was read before: the hand wins until the officer says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.gui.again.by_hand import READER
from ombudsview.reading.model import FieldReading, Reading

if TYPE_CHECKING:
    from ombudsview.review.review import Review


def reread(review: Review, new: Reading | None) -> Reading | None:
    """The reading that the work goes on upon; None where nothing better was read than stands.

    A kind that the officer chose stays, with what was read put in; every field that the officer said anything of stays too.
    """
    old = review.reading
    if new is None:
        return None
    if old.reader == READER and not _is_of_form(new, old):
        return _put_in(old, new)
    if new.kind is None and old.kind is not None:
        return None
    said = touched(review)
    kept = [field for field in old.fields if field.key in said and new.field(field.key) is None]
    return Reading(new.kind, new.pages, (*new.fields, *kept), new.doubts, new.reader, new.sender, new.nearest)


def _is_of_form(new: Reading, chosen: Reading) -> bool:
    """Whether a letter was read as of the very form that was chosen for it: forms of one era share their key, not their fields."""
    read = {field.key for field in new.fields}
    asked = {field.key for field in chosen.fields if field.value is None}
    return new.kind == chosen.kind and read >= asked


def touched(review: Review) -> frozenset[str]:
    """The fields that the officer ever said anything of, or is typing in."""
    said = (change.key for event in review.events for change in event.changes)
    return frozenset((*said, *review.typed_keys(), *review.noted.half))


def differing(review: Review) -> tuple[str, ...]:
    """The fields where the officer says something else than what was read."""
    answered = [field for field in review.fields() if field.answer is not None and field.read.value is not None]
    return tuple(field.key for field in answered if field.value != field.read.value)


def _put_in(old: Reading, new: Reading) -> Reading:
    """The fields of a reading, each as another one has it where that found something."""

    def better(field: FieldReading) -> FieldReading:
        found = new.field(field.key)
        return found if found is not None and (found.value is not None or found.sources) else field

    fields = tuple(map(better, old.fields))
    there = {field.key for field in fields}
    doubts = tuple(doubt for doubt in new.doubts if there.intersection(doubt.keys))
    return Reading(old.kind, old.pages or new.pages, fields, doubts, old.reader, old.sender)
