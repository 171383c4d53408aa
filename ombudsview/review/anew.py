"""A letter read anew beside what was read before and what the officer says: three ways per field, none of which replaces another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from ombudsview.reading.model import FieldReading, Reading
from ombudsview.review.edit import Answer, Reread, Ruling

if TYPE_CHECKING:
    from ombudsview.review.review import Review


@dataclass(frozen=True)
class Difference:
    """One field where the two readings differ; `hand` is the officer's answer, None where nobody answered."""

    key: str
    old: FieldReading | None
    new: FieldReading
    hand: Answer | None

    @property
    def agrees_with_hand(self) -> bool:
        """Whether the new reading says what the officer said already."""
        hand = self.hand
        if hand is None or hand.ruling is Ruling.QUERY:
            return False
        return hand.value == self.new.value


def differences(review: Review, new: Reading) -> tuple[Difference, ...]:
    """The fields that were read otherwise: by value, or found at another page or with other words; in the order of the new reading.

    What the new reading no longer has stays as it is.
    """
    found = []
    for field in new.fields:
        old = review.reading.field(field.key)
        if old is None or _said(old) != _said(field):
            hand = review.field(field.key).answer if old is not None else None
            found.append(Difference(field.key, old, field, hand))
    return tuple(found)


def _said(field: FieldReading) -> object:
    """What counts as a difference: boxes that moved by a hair and reasons in other words do not."""
    places = tuple((source.page, source.text) for source in field.sources)
    return field.value, field.printed, places


def taken(found: Collection[Difference], keys: Collection[str]) -> tuple[Reread, ...]:
    """What an event keeps of the fields that the officer takes."""
    return tuple(Reread(one.key, one.old, one.new) for one in found if one.key in keys)


def with_fields(reading: Reading, fields: Mapping[str, FieldReading | None]) -> Reading:
    """The reading with these fields in the place of its own; None takes one out. Doubts about them go with the fields."""
    kept = tuple(fields.get(field.key, field) for field in reading.fields)
    there = {field.key for field in reading.fields}
    more = tuple(field for key, field in fields.items() if key not in there)
    doubts = tuple(doubt for doubt in reading.doubts if not fields.keys() & set(doubt.keys))
    every = tuple(field for field in (*kept, *more) if field is not None)
    return msgspec.structs.replace(reading, fields=every, doubts=doubts)
