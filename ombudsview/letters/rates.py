"""What a printed, rounded percentage can have been rounded from."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal


def rounds_to(part: int, whole: int, printed: Decimal) -> bool:
    """Whether 100 × part ÷ whole gives the printed percentage, by any usual rounding to as many places as were printed."""
    exact = Decimal(100 * part) / Decimal(whole)
    step = Decimal(1).scaleb(min(0, int(printed.as_tuple().exponent)))
    return any(exact.quantize(step, way) == printed for way in (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN))


def as_percent(part: int, whole: int) -> str:
    """A share as people write it, to one decimal at most: `79.5%`, `50%`."""
    exact = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact.normalize():f}%"


def same_rate(one: Decimal, other: Decimal) -> bool:
    """Whether two printed percentages can have been rounded from one share, each to its own decimals."""
    slack = sum(Decimal(1).scaleb(min(0, int(rate.as_tuple().exponent))) for rate in (one, other)) / 2
    return one == other or (one.as_tuple().exponent != other.as_tuple().exponent and abs(one - other) <= slack)
