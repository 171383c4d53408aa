"""The small-number guard: what so few cases can tell, and what they cannot.

A rate of N cases is given its 95% interval after Wilson, which stays between 0 and 100 and does not shrink to nothing at 0 of 2
or 2 of 2. Two rates are compared after Newcombe, from both intervals.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from math import hypot, sqrt

from ombudsview.trends.rounding import hidden_range

Z = 1.959964
"""Standard deviations that hold 95% of a normal distribution."""

FEWEST = 8
"""Below this many cases a rate is never called different: one case decided the other way moves it by more than 12 points."""


class Chance(StrEnum):
    """What a gap between a rate and an average may be made of."""

    TOO_FEW = "too few cases to tell"
    WITHIN = "may be chance"
    OUTSIDE = "more than chance is likely to explain"


Interval = tuple[float, float]


def wilson(share: float, base: int) -> Interval:
    """The 95% interval, in percent, of a share (0 to 1) found among `base` cases (at least 1)."""
    spread = Z * Z / base
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * sqrt(share * (1 - share) / base + spread / (4 * base))
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


def against_average(share: float, base: int, average: Decimal) -> Chance:
    """What the gap between a share (0 to 1) of `base` cases and a printed average (in percent) can tell.

    Outside: the whole range that the printed average may hide lies outside the share's interval. Too few: there are fewer than
    `FEWEST` cases, or even the most extreme outcome on that side, all or none of them, would not lie outside.
    """
    if base < FEWEST:
        return Chance.TOO_FEW
    low, high = (float(edge) for edge in hidden_range(average))
    if _lies_outside(wilson(share, base), low, high):
        return Chance.OUTSIDE
    extremes = [1.0] if 100 * share > high else [0.0] if 100 * share < low else [0.0, 1.0]
    could = any(_lies_outside(wilson(extreme, base), low, high) for extreme in extremes)
    return Chance.WITHIN if could else Chance.TOO_FEW


def between(share: float, base: int, other: float, other_base: int) -> Chance:
    """What the difference between two years' shares can tell: outside where Newcombe's 95% interval of it leaves out nought."""
    if min(base, other_base) < FEWEST:
        return Chance.TOO_FEW
    low, high = (edge / 100 for edge in wilson(share, base))
    other_low, other_high = (edge / 100 for edge in wilson(other, other_base))
    gap = share - other
    least = gap - hypot(share - low, other_high - other)
    most = gap + hypot(high - share, other - other_low)
    return Chance.WITHIN if least <= 0 <= most else Chance.OUTSIDE


def _lies_outside(interval: Interval, low: float, high: float) -> bool:
    return high < interval[0] or low > interval[1]
