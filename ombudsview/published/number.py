"""What a cell says as a figure: a canonical value, or why there is none. An empty or withheld cell is never nought."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ombudsview.letters.fields import Unit, parse

Value = float | str

_NOISE = 9
"""Decimals beyond which a binary number is only noise: 0.1 + 0.2 is 0.30000000000000004."""
_NOTHING = frozenset(
    {"", "-", "\N{EN DASH}", "\N{EM DASH}", "--", ".", "..", "n/a", "na", "n.a.", "not applicable", "none given"}
)
_WITHHELD = frozenset({"*", "**", "c", "x", "z", "[c]", "[x]", "[z]", "[u]", "suppressed", "withheld", "not available"})
_BELOW = re.compile(
    r"(?:[<≤]|fewer than|less than|under|up to)\s*\d{1,3}\s?%?\Z|\d{1,2}\s*(?:-|–|to)\s*\d{1,2}\Z",
    re.ASCII | re.IGNORECASE,
)
_SIGNS = " *†‡§#¹²³⁰⁴⁵⁶⁷⁸⁹"
_NOTED = re.compile(r"(?:note |r|p|e|\d|,|\s)*", re.IGNORECASE)


class Absence(StrEnum):
    """Why a cell gives no figure."""

    NOT = ""
    BLANK = "blank"
    WITHHELD = "withheld"
    BELOW = "below"
    SCALE = "scale"
    NONE = "no figure"


class Scale(StrEnum):
    """How a column writes percentages."""

    POINTS = "45"
    FRACTIONS = "0.45"
    MIXED = "both"
    OPEN = "either"


@dataclass(frozen=True)
class Told:
    """A canonical value, or None and why not; `said` is the cell as it stands."""

    value: str | None
    said: str
    absence: Absence = Absence.NOT


def told(unit: Unit, value: Value | None, scale: Scale = Scale.POINTS) -> Told:
    """What a cell says where its column is of this unit; `scale` is that of a column of percentages (`scale_of`)."""
    if value is None:
        return Told(None, "", Absence.BLANK)
    if isinstance(value, float):
        return _of_number(unit, value, scale)
    text = " ".join(value.split())
    bare = _without_marks(text) if text.casefold() not in _WITHHELD else text
    if text.casefold() in _NOTHING:
        return Told(None, text, Absence.BLANK)
    if text.casefold() in _WITHHELD:
        return Told(None, text, Absence.WITHHELD)
    if _BELOW.match(bare):
        return Told(None, text, Absence.BELOW)
    if unit is Unit.PERCENT and not bare.endswith("%") and (number := _plain(bare)) is not None:
        found = _of_number(unit, float(number), scale)
        return Told(found.value, text, found.absence)
    parsed = parse(unit, bare)
    return Told(parsed, text) if parsed is not None else Told(None, text, Absence.NONE)


def scale_of(values: Iterable[Value | None]) -> Scale:
    """How a column of percentages is written, by those of its cells that bear no sign of their own.

    A lone 1 may be 1% or all of it: where nothing else tells, that is left open.
    """
    numbers = [number for value in values if (number := _unsigned(value)) is not None]
    parts = any(0 < number < 1 for number in numbers)
    points = any(number > 1 for number in numbers)
    if parts and points:
        return Scale.MIXED
    return Scale.FRACTIONS if parts else Scale.POINTS if points else Scale.OPEN


def decimals(value: str) -> int:
    """How many decimals a canonical value has."""
    return len(value.partition(".")[2])


def as_written(value: float) -> str:
    """A number as its cell shows it where nothing formats it: `12`, `0.4483`."""
    return _canonical(_decimal(value))


def _of_number(unit: Unit, value: float, scale: Scale) -> Told:
    said, number = as_written(value), _decimal(value)
    if unit is Unit.PERCENT and number != 0:
        if scale is Scale.MIXED or (scale is Scale.OPEN and number <= 1):
            return Told(None, said, Absence.SCALE)
        number = number * 100 if scale is Scale.FRACTIONS else number
    least, most = 0, 100 if unit is Unit.PERCENT else 10**9
    if not least <= number <= most or (unit is Unit.COUNT and number != number.to_integral_value()):
        return Told(None, said, Absence.NONE)
    return Told(_canonical(number), said)


def _unsigned(value: Value | None) -> Decimal | None:
    if isinstance(value, str):
        return _plain(_without_marks(" ".join(value.split())))
    return None if value is None else _decimal(value)


def _without_marks(text: str) -> str:
    """A text without the marks of notes behind it. Taken off from its end: a pattern would try every sign as their beginning."""
    bare = text.rstrip(_SIGNS)
    while bare.endswith("]") and (start := bare.rfind("[")) >= 0 and _NOTED.fullmatch(bare, start + 1, len(bare) - 1):
        bare = bare[:start].rstrip(_SIGNS)
    return bare


def _plain(text: str) -> Decimal | None:
    """A decimal that bears no sign of its unit; a fraction may have more decimals than anybody prints."""
    return Decimal(text) if re.fullmatch(r"\d{1,3}(?:\.\d{1,20})?|\.\d{1,20}", text, re.ASCII) else None


def _decimal(value: float) -> Decimal:
    return round(Decimal(repr(value)), _NOISE) if abs(value) < 10**12 else Decimal(repr(value))


def _canonical(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
