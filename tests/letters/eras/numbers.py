"""Figures by dice whose sums hold: totals spread over columns, with many noughts, as in real tables."""

from __future__ import annotations

import random

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def spread(dice: random.Random, total: int, places: int) -> list[int]:
    """`total` over so many places, unevenly."""
    weights = [dice.random() ** 3 + 0.001 for _ in range(places)]
    if dice.random() < 0.5:
        weights = [weight if dice.random() < 0.7 else 0.0 for weight in weights]
    if not any(weights):
        weights[dice.randrange(places)] = 1.0
    counts = [0] * places
    for _ in range(total):
        counts[dice.choices(range(places), weights)[0]] += 1
    return counts


def total_of(dice: random.Random, body_type: str) -> int:
    """How many complaints such a body may have in a year."""
    low, high = {"district": (4, 60), "county": (60, 260), "london": (90, 320), "metropolitan": (70, 600)}.get(
        body_type, (1, 20) if body_type in ("national_park", "fire", "transport") else (40, 180)
    )
    return dice.choice(
        (dice.randint(low, high), dice.randint(low, high), dice.randint(1000, 1900) if high > 500 else low)
    )


def worded(number: int, capital: bool = False) -> str:
    """The number as the old prose writes it: a word under ten."""
    words = WORDS[number] if number < 10 else f"{number:,}"
    return words.capitalize() if capital else words


def percent_of(part: int, whole: int, decimals: int = 0) -> str:
    """A rate rounded half up, as printed, without the sign."""
    scale = 10**decimals
    scaled = (200 * scale * part + whole) // (2 * whole)
    return f"{scaled // scale}.{scaled % scale:0{decimals}d}" if decimals else str(scaled)
