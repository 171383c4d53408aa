"""Numbers written as words, as the old letters write those under ten and some write those under twenty."""

from __future__ import annotations

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_COUNTS = {word: str(count) for count, word in enumerate(_WORDS)}

WORDED = rf"\b(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})\b(?!-)"
"""A pattern for such a word in folded text."""


def worded(printed: str) -> str | None:
    """The canonical count that a word stands for, or None where it is none of these."""
    return _COUNTS.get(printed.strip().lower())
