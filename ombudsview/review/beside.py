"""What other letters say beside the one under review, as far as a review needs to know of it: doubts and notes upon its values."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from ombudsview.letters import check
from ombudsview.letters.fields import Value
from ombudsview.reading.model import Doubt, Reading
from ombudsview.review.edit import Answer
from ombudsview.review.state import FieldReview

Values = Mapping[str, Value | None]

CHECK_CODES = frozenset(check.CODES)
"""Doubts that the checks raise: they are found afresh from the values as they stand, never kept from the reading."""


class Beside(Protocol):
    """Other letters. It is asked again whenever a value changes."""

    def doubts(self, values: Values, by_hand: Collection[str]) -> tuple[Doubt, ...]:
        """What does not fit them; `by_hand` names the fields whose value is not what is printed."""
        ...

    def notes(self, values: Values) -> tuple[Doubt, ...]:
        """What somebody may like to know; it holds nothing up."""
        ...


def live_doubts(
    reading: Reading, answers: Mapping[str, Answer], values: Values, beside: Beside | None
) -> tuple[Doubt, ...]:
    """The checks on the values as they stand, what other letters contradict, and the reader's other doubts on unanswered fields."""
    problems = tuple(Doubt(p.code, p.sentence, p.keys) for p in check.check(values))
    known = {p.code for p in problems} | CHECK_CODES
    said = set(answers)
    of_reader = dict.fromkeys((*reading.doubts, *(d for field in reading.fields for d in field.doubts)))
    kept = (d for d in of_reader if d.code not in known and not (d.keys and said.issuperset(d.keys)))
    if beside is None:
        return (*kept, *problems)
    fields = (FieldReview(field, answers.get(field.key), (), None) for field in reading.fields)
    return (*kept, *problems, *beside.doubts(values, {field.key for field in fields if field.is_by_hand}))
