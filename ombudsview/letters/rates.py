"""What a printed, rounded percentage can have been rounded from."""

from __future__ import annotations

from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal


def rounds_to(part: int, whole: int, printed: Decimal) -> bool:
    """Whether 100 × part ÷ whole gives the printed percentage, by any usual rounding to as many places as were printed."""
    exact = Decimal(100 * part) / Decimal(whole)
    step = Decimal(1).scaleb(min(0, int(printed.as_tuple().exponent)))
    return any(exact.quantize(step, way) == printed for way in (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN))
