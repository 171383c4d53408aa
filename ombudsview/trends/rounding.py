"""What a printed, rounded percentage can stand for: the range it may hide, and the numbers of cases that give it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor


def half_step(printed: Decimal) -> Fraction:
    """Half of the last printed place: 0.5 for 63, 0.05 for 68.8."""
    places = max(0, -int(printed.as_tuple().exponent))
    return Fraction(1, 2 * 10**places)


def hidden_range(printed: Decimal) -> tuple[Fraction, Fraction]:
    """The exact percentages that may have been rounded to this one, within 0 and 100."""
    exact, half = Fraction(printed), half_step(printed)
    return max(Fraction(0), exact - half), min(Fraction(100), exact + half)


def possible_parts(base: int, printed: Decimal) -> range:
    """Every number of `base` cases whose percentage rounds to the printed one, by any usual way of rounding a half."""
    low, high = hidden_range(printed)
    return range(ceil(low * base / 100), floor(high * base / 100) + 1) if base > 0 else range(0)
