"""What a letter's tables must keep besides their sums: their rates fit their counts, and the blocks give the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ombudsview.letters.fields import Value
from ombudsview.letters.rates import as_percent, rounds_to
from ombudsview.letters.sums import count_of

Values = Mapping[str, Value | None]
Fault = tuple[str, str, tuple[str, ...]]
"""A check's code, one sentence, and the fields that should be looked at."""

_INVESTIGATED = ("decided.upheld", "decided.not_upheld")


def table_faults(values: Values) -> Iterator[Fault]:
    """Every fault of the tables."""
    yield from _uphold_rate(values)
    yield from _compliance_rate(values)
    yield from _beside_blocks(values)


def _rate(values: Values, key: str) -> Decimal | None:
    value = values.get(key)
    return Decimal(value) if isinstance(value, str) else None


def _uphold_rate(values: Values) -> Iterator[Fault]:
    """The rate is taken of the detailed investigations: upheld and not upheld, of which one may be a blank cell."""
    rate = _rate(values, "upheld_rate")
    found = [count_of(values, key) for key in _INVESTIGATED]
    if rate is None or found == [None, None] or values.get("investigations") is not None:
        return
    upheld, base = found[0] or 0, (found[0] or 0) + (found[1] or 0)
    if base == 0 or not rounds_to(upheld, base, rate):
        gives = f"is {as_percent(upheld, base)}" if base else "gives no rate"
        sentence = f"{upheld:,} upheld of {base:,} investigated {gives}, not {rate}%."
        yield "upheld_rate", sentence, ("upheld_rate", *_INVESTIGATED)


def _compliance_rate(values: Values) -> Iterator[Fault]:
    """The rate is taken of the outcomes; whether late compliance counts is not certain, so that either will do."""
    rate, outcomes = _rate(values, "compliance_rate"), count_of(values, "compliance_outcomes")
    on_time, late = count_of(values, "compliance.on_time"), count_of(values, "compliance.late")
    if rate is None or not outcomes or on_time is None:
        return
    complied = (on_time + (late or 0), on_time)
    if all(part > outcomes or not rounds_to(part, outcomes, rate) for part in complied):
        sentence = f"{complied[0]:,} complied of {outcomes:,} is {as_percent(complied[0], outcomes)}, not {rate}%."
        yield "compliance_rate", sentence, ("compliance_rate", "compliance_outcomes", "compliance.on_time")


def _beside_blocks(values: Values) -> Iterator[Fault]:
    """Letters with both tables and blocks print the upheld decisions and the investigations in each."""
    upheld, not_upheld = (count_of(values, key) for key in _INVESTIGATED)
    pairs = (
        ("upheld_decisions", upheld, "upheld", ("decided.upheld",)),
        (
            "investigations",
            None if upheld is None or not_upheld is None else upheld + not_upheld,
            "investigated",
            _INVESTIGATED,
        ),
    )
    for key, in_table, name, keys in pairs:
        in_block = count_of(values, key)
        if in_table is not None and in_block is not None and in_table != in_block:
            sentence = f"The table of decisions gives {in_table:,} {name}, the figures elsewhere {in_block:,}."
            yield "tables_differ", sentence, (key, *keys)
