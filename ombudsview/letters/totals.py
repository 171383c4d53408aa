"""Why a letter's two totals differ, of complaints received and decided. That is as it should be: no check holds them together."""

from __future__ import annotations

from collections.abc import Mapping

from ombudsview.letters.fields import Value
from ombudsview.letters.sums import count_of

_TOTALS = ("received.total", "decided.total")


def totals_of(key: str) -> tuple[str, ...]:
    """Both totals of the year that this one is of, the letter's own or (with `@`) an earlier one; empty for any other field."""
    field, at, year = key.partition("@")
    return tuple(f"{total}{at}{year}" for total in _TOTALS) if field in _TOTALS else ()


def why_totals_differ(values: Mapping[str, Value | None], key: str) -> str:
    """One sentence for either of the two; empty for any other field, and where they agree or one is not given."""
    received, decided = (count_of(values, total) for total in totals_of(key) or ("", ""))
    if received is None or decided is None or received == decided:
        return ""
    return (
        f"{received:,} received, {decided:,} decided: cases cross the year's end, so what was received in a year "
        "and what was decided in it are not the same cases."
    )
