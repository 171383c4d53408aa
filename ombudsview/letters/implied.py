"""Figures that a letter implies without printing them. They are worked out, say from what, and are never stored as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.letters.rates import rounds_to

Values = Mapping[str, Value | None]

_NONE, _ALL = Decimal(0), Decimal(100)


@dataclass(frozen=True)
class Implied:
    """A value worked out for a field, and the sentence that names the fields it came from."""

    key: str
    value: str
    reason: str


_TITLE_YEARS = re.compile(r"\b((?:19|20)\d\d)\s?[-/]\s?(?:20)?\d\d\b")

# A count, the rate it makes, and the count that the rate is taken of.
_PARTS = (
    ("upheld_decisions", "upheld_rate", "investigations"),
    ("satisfactory_remedies", "remedy_rate", "upheld_decisions"),
)


def implied(values: Values, declared: frozenset[str]) -> Iterator[Implied]:
    """What follows from the values for the declared fields that have none, each at most once."""
    known = dict(values)
    for part, rate, whole in _PARTS:
        for found in (_part(known, part, rate, whole), _whole(known, part, rate, whole)):
            if found is not None and found.key in declared and known.get(found.key) is None:
                known[found.key] = found.value
                yield found
    title = known.get("title")
    named = _TITLE_YEARS.search(title) if isinstance(title, str) else None
    if "period_end" in declared and known.get("period_end") is None and named is not None:
        last_day = f"{int(named[1]) + 1}-03-31"
        known["period_end"] = last_day
        yield Implied("period_end", last_day, f"Not printed: the title names the year {named[0]}.")
    end = known.get("period_end")
    if (
        "period_start" in declared
        and known.get("period_start") is None
        and isinstance(end, str)
        and end.endswith("-03-31")
    ):
        sentence = f"Not printed: the year that ends on {shown(Unit.DATE, end)} starts on 1 April."
        yield Implied("period_start", f"{int(end[:4]) - 1}-04-01", sentence)
    upheld = known.get("upheld_decisions")
    if "remedy_base" in declared and known.get("remedy_base") is None and isinstance(upheld, str):
        yield Implied("remedy_base", upheld, "Not printed: the remedies rate is always taken of the upheld decisions.")


def _part(values: Values, part: str, rate: str, whole: str) -> Implied | None:
    """0% of the whole, all of it, or a part of nothing; of so many that a part more would round alike nothing follows."""
    base = values.get(whole)
    if not isinstance(base, str):
        return None
    name = FIELDS[whole].label.lower()
    if base == "0":
        return Implied(part, "0", f"Not printed: there were no {name}.")
    if values.get(rate) == "0" and not rounds_to(1, int(base), _NONE):
        return Implied(part, "0", f"Not printed: {FIELDS[rate].label.lower()} is 0% of {base} {name}.")
    if values.get(rate) == "100" and not rounds_to(int(base) - 1, int(base), _ALL):
        return Implied(part, base, f"Not printed: {FIELDS[rate].label.lower()} is 100% of {base} {name}.")
    return None


def _whole(values: Values, part: str, rate: str, whole: str) -> Implied | None:
    """A part that is 100% is the whole."""
    count = values.get(part)
    if values.get(rate) != "100" or not isinstance(count, str) or count == "0":
        return None
    if not rounds_to(int(count), int(count) + 1, _ALL):
        sentence = f"Not printed: {FIELDS[part].label.lower()} are {count}, and {FIELDS[rate].label.lower()} is 100%."
        return Implied(whole, count, sentence)
    return None
