"""Numbers written as words: as letters print them, and as an officer types or points at them."""

from __future__ import annotations

_ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {word: count for count, word in enumerate(_ONES)} | {"none": 0, "nil": 0, "zero": 0}
_NUMBERS |= {tens: 10 * count for count, tens in enumerate(_TENS, 2)}
_NUMBERS |= {f"{tens} {_ONES[ones]}": 10 * ten + ones for ten, tens in enumerate(_TENS, 2) for ones in range(1, 10)}

# The old letters write those under ten as words, some those under twenty; larger ones stand in prose that counts something else.
_IN_LETTERS = (*_ONES, "twenty")

WORDED = rf"\b(?:{'|'.join(sorted(_IN_LETTERS, key=len, reverse=True))})\b(?!-)"
"""A pattern for such a word in folded text."""


def worded(printed: str) -> str | None:
    """The canonical count that a letter's word stands for, or None where it is none of these."""
    word = printed.strip().lower()
    return str(_NUMBERS[word]) if word in _IN_LETTERS else None


def number(words: str) -> str | None:
    """The canonical count that words in small letters stand for, up to ninety-nine, or None where they are no number."""
    found = _NUMBERS.get(" ".join(words.replace("-", " ").split()))
    return None if found is None else str(found)
