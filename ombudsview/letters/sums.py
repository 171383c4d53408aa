"""Sums that a letter's tables must keep: each row adds up to its total, and the overview's parts to the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ombudsview.letters.fields import FIELDS, Value

Values = Mapping[str, Value | None]


@dataclass(frozen=True)
class Sum:
    """A total, the parts that make it, and how its parts are called. Parts that a table leaves out are left out here.

    It holds where the figure `given` is printed and `unless` is not, for what these two name is another total of the same row.
    """

    total: str
    parts: tuple[str, ...]
    name: str
    given: str = ""
    unless: str = ""

    def holds(self, values: Values, year: str) -> bool:
        """Whether such a row keeps this sum."""
        there = [bool(key) and values.get(key + year) is not None for key in (self.given, self.unless)]
        return there[0] >= bool(self.given) and not there[1]


_OLDER = (
    "decided.mi_reports",
    "decided.local_settlement",
    "decided.m_reports",
    "decided.nm_reports",
    "decided.no_maladministration",
    "decided.ombudsmans_discretion",
    "decided.outside_jurisdiction",
)
_NEWER = (
    "decided.incomplete_or_invalid",
    "decided.advice_given",
    "decided.referred_back",
    "decided.closed_after_initial_enquiries",
    "decided.not_upheld",
    "decided.upheld",
)
_SEVERAL = 4  # parts of which one may well be the total of the others
_LESS = "decided.total_excluding_premature"
_COMPLIED = ("compliance.on_time", "compliance.late", "compliance.not_complied")
SUMS = (
    Sum("dealt_with", ("not_for_us", "assessed_and_closed", "investigations"), "parts of the overview"),
    Sum(
        "received.total",
        tuple(key for key in FIELDS if key.startswith("received.") and key != "received.total"),
        "complaints by subject",
    ),
    Sum("decided.total", _NEWER, "decisions"),
    Sum(_LESS, _OLDER, "decisions that are not premature"),
    Sum("decided.total", (_LESS, "decided.premature"), "decisions", given=_LESS),
    Sum("decided.total", (*_OLDER, "decided.premature"), "decisions", unless=_LESS),
    Sum("compliance_outcomes", _COMPLIED, "outcomes by what became of them"),
)


def failed_sums(values: Values) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sentence and the fields for each sum that does not come out, this year's and those of earlier rows."""
    years = {"", *(key[key.index("@") :] for key in values if "@" in key)}
    for year in sorted(years):
        for one in SUMS:
            parts = {key + year: count for key in one.parts if (count := count_of(values, key + year)) is not None}
            total = count_of(values, one.total + year)
            if not parts or sum(parts.values()) == total or not one.holds(values, year):
                continue
            if total is None:
                yield from _seems_total(parts) if one.total.endswith(".total") else ()
                continue
            when = f" of {year[1:]}" if year else ""
            sentence = f"The {one.name}{when} add up to {sum(parts.values()):,}, not to the printed {total:,}."
            yield sentence, (one.total + year, *parts)


def comes_out(values: Values) -> bool:
    """Whether a total of one row is the sum of its parts, of which there are several."""
    for one in SUMS:
        parts = [count for key in one.parts if (count := count_of(values, key)) is not None]
        if len(parts) > 1 and one.holds(values, "") and sum(parts) == count_of(values, one.total):
            return True
    return False


def _seems_total(parts: Mapping[str, int]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A fault where one of several parts is the sum of all others: it is the total, perhaps, whose heading could not be read."""
    most = max(parts, key=lambda key: parts[key])
    if len(parts) >= _SEVERAL and parts[most] and 2 * parts[most] == sum(parts.values()):
        name = FIELDS[most.partition("@")[0]].label.lower()
        sentence = f"No total was found, and {parts[most]:,} for {name} is what the other figures of the row add up to."
        yield sentence, tuple(parts)


def count_of(values: Values, key: str) -> int | None:
    """A field's count, or None where it has none."""
    value = values.get(key)
    return int(value) if isinstance(value, str) and value.isdigit() else None
