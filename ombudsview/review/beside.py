"""What other letters say beside the one under review, as far as a review needs to know of it: doubts and notes upon its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from ombudsview.letters import check
from ombudsview.letters.fields import Value
from ombudsview.reading.model import Doubt, Reading

Values = Mapping[str, Value | None]

CHECK_CODES = frozenset(check.CODES)
"""Doubts that the checks raise: they are found afresh from the values as they stand, never kept from the reading."""


class Beside(Protocol):
    """Other letters. It is asked again whenever a value changes."""

    def doubts(self, values: Values) -> tuple[Doubt, ...]:
        """What does not fit them."""
        ...

    def notes(self, values: Values) -> tuple[Doubt, ...]:
        """What somebody may like to know; it holds nothing up."""
        ...


def live_doubts(reading: Reading, answered: Iterable[str], values: Values, beside: Beside | None) -> tuple[Doubt, ...]:
    """The checks on the values as they stand, what other letters contradict, and the reader's other doubts on unanswered fields."""
    problems = tuple(Doubt(p.code, p.sentence, p.keys) for p in check.check(values))
    known = {p.code for p in problems} | CHECK_CODES
    said = set(answered)
    of_reader = dict.fromkeys((*reading.doubts, *(d for field in reading.fields for d in field.doubts)))
    kept = (d for d in of_reader if d.code not in known and not (d.keys and said.issuperset(d.keys)))
    return (*kept, *problems, *(beside.doubts(values) if beside is not None else ()))
