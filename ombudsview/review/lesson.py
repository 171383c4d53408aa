"""When a letter asks for a note of what was learnt: below full compliance, late remedies, a public report. It holds nothing up."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ombudsview.letters.fields import Value
    from ombudsview.review.review import Review

_OF_REMARKS = frozenset({"public_report", "late_remedy", "poor_handling"})
"""Doubts that remarks raise where they want a lesson; their own sentences say why."""

_COUNTS = {
    "compliance.late": ("1 remedy was late.", "{count} remedies were late."),
    "compliance.not_complied": (
        "1 recommendation was not carried out.",
        "{count} recommendations were not carried out.",
    ),
    "decided.mi_reports": ("1 public report was issued.", "{count} public reports were issued."),
    "decided.m_reports": ("1 public report was issued.", "{count} public reports were issued."),
}


def occasions(review: Review) -> tuple[str, ...]:
    """Why a note of what was learnt would be good, a sentence each; empty where nothing asks for one."""
    values = review.values()
    found = []
    rate = values.get("compliance_rate")
    if isinstance(rate, str) and Decimal(rate) < 100:
        found.append(f"Compliance is {rate}%, below 100%.")
    found += [sentence for key, words in _COUNTS.items() if (sentence := _counted(values.get(key), *words))]
    if any("public report" in remark.casefold() for remark in values.get("remarks") or ()):
        found.append("The letter speaks of a public report.")
    found += [doubt.sentence.removesuffix(_ASKS).strip() for doubt in review.doubts() if doubt.code in _OF_REMARKS]
    return tuple(dict.fromkeys(found))


_ASKS = "Add a note of what was learnt."


def _counted(value: Value | None, one: str, many: str) -> str:
    if not isinstance(value, str) or value == "0":
        return ""
    return one if value == "1" else many.format(count=value)
