"""What a review came to: the values and places that a revision keeps, and whether they differ from an earlier revision's."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.history.record import PlaceRecord, RevisionRecord, ValueRecord
from ombudsview.letters.fields import FIELDS, Unit, Value
from ombudsview.reading.registered import official_name
from ombudsview.review.edit import Deed
from ombudsview.review.review import Review
from ombudsview.review.state import FieldReview


@dataclass(frozen=True)
class Outcome:
    """The final values with their places, and the reason for finishing early if any."""

    values: tuple[ValueRecord, ...]
    places: tuple[PlaceRecord, ...]
    reason: str

    def equals(self, revision: RevisionRecord) -> bool:
        """Whether a saved revision says the same."""
        return (self.values, self.places, self.reason) == (revision.values, revision.places, revision.reason)


def outcome(review: Review) -> Outcome:
    """Fold the review into rows, ordered by key as the tables give them back."""
    fields = sorted(review.fields(), key=lambda field: field.key)
    finished = [event for event in review.events if event.deed is Deed.FINISH]
    return Outcome(
        tuple(row for field in fields for row in _values(field)),
        tuple(row for field in fields for row in _places(field)),
        finished[-1].reason if finished else "",
    )


def filed_under(values: tuple[ValueRecord, ...]) -> tuple[str | None, str | None]:
    """The authority and the period's end under which a letter with these values is kept.

    The authority goes by its name in the register: letters of one council print its name in more than one way.
    """
    authority, end = single(values, "authority"), single(values, "period_end")
    return official_name(authority, end) if authority else authority, end


def single(values: tuple[ValueRecord, ...], key: str) -> str | None:
    """The value of one single field, or None."""
    return next((row.value for row in values if row.key == key and row.item == 0), None)


def _values(field: FieldReview) -> list[ValueRecord]:
    finals, printed = _items(field.value), _items(field.printed)
    known = FIELDS.get(field.key)
    return [
        ValueRecord(
            field.key,
            item,
            finals[item] if item < len(finals) else None,
            (known.unit if known else Unit.TEXT).value,
            (printed[item] or None) if item < len(printed) else None,
            field.state.value,
            field.answer.note if field.answer else "",
            field.read.reason or "",
        )
        for item in range(max(len(finals), len(printed), 1))
    ]


def _items(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _places(field: FieldReview) -> list[PlaceRecord]:
    rows = []
    for number, source in enumerate(field.sources):
        if not source.boxes and not source.text:
            continue  # it holds the turn of an item without a place
        for place, box in enumerate(source.boxes or (None,)):
            x0, y0, x1, y1 = (None, None, None, None) if box is None else (float(edge) for edge in box)
            rows.append(PlaceRecord(field.key, number, place, source.page, x0, y0, x1, y1, source.text))
    return rows
