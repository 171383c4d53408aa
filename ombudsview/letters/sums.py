"""Sums that a letter's tables must keep: each row adds up to its total, and the overview's parts to the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ombudsview.letters.fields import FIELDS, Value

Values = Mapping[str, Value | None]


@dataclass(frozen=True)
class Sum:
    """A total, the parts that make it, and how its parts are called. Parts that a table leaves out are left out here."""

    total: str
    parts: tuple[str, ...]
    name: str


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
SUMS = (
    Sum("dealt_with", ("not_for_us", "assessed_and_closed", "investigations"), "parts of the overview"),
    Sum(
        "received.total",
        tuple(key for key in FIELDS if key.startswith("received.") and key != "received.total"),
        "complaints by subject",
    ),
    Sum("decided.total", _NEWER, "decisions"),
    Sum("decided.total_excluding_premature", _OLDER, "decisions that are not premature"),
    Sum("decided.total", ("decided.total_excluding_premature", "decided.premature"), "decisions"),
)


def failed_sums(values: Values) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A sentence and the fields for each sum that does not come out, this year's and those of earlier rows."""
    years = {"", *(key[key.index("@") :] for key in values if "@" in key)}
    for year in sorted(years):
        for one in SUMS:
            parts = {key + year: count for key in one.parts if (count := _count(values, key + year)) is not None}
            total = _count(values, one.total + year)
            if total is None or len(parts) < 2 or sum(parts.values()) == total:
                continue
            when = f" of {year[1:]}" if year else ""
            sentence = f"The {one.name}{when} add up to {sum(parts.values()):,}, not to the printed {total:,}."
            yield sentence, (one.total + year, *parts)


def _count(values: Values, key: str) -> int | None:
    value = values.get(key)
    return int(value) if isinstance(value, str) and value.isdigit() else None
