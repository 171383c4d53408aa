"""The value of words that the officer pointed at: by the field's unit, punctuation around them left off, small numbers as words."""

from __future__ import annotations

from ombudsview.letters.fields import Unit, Value, parse
from ombudsview.letters.number_words import number
from ombudsview.letters.punctuation import BRACKETS, BULLETS, DASHES, QUOTES, STOPS

_AROUND_FIGURES = STOPS + BRACKETS + BULLETS + QUOTES + DASHES
_IN_WORDS = frozenset({Unit.COUNT, Unit.RATE, Unit.DAYS})
_PER_CENT = (" per cent", " percent")


def bare_words(unit: Unit, words: str) -> str:
    """The words without the punctuation around them."""
    return " ".join(words.split()).strip(STOPS if unit is Unit.TEXT else _AROUND_FIGURES)


def value_of(unit: Unit, words: str) -> str | None:
    """The canonical value that words print, or None where they print none of that unit: “(45%)”, “Four”, “22 July 2020,”."""
    plain = bare_words(unit, words)
    value = parse(unit, plain)
    if value is not None or unit is Unit.TEXT:
        return value
    low = plain.casefold()
    if unit is Unit.PERCENT:
        ending = next((ending for ending in _PER_CENT if low.endswith(ending)), "")
        share = number(low.removesuffix(ending)) if ending else None
        return share if share is not None else parse(unit, low.removesuffix(ending))
    return number(low) if unit in _IN_WORDS else None


def is_printed(unit: Unit, value: Value | None, printed: Value | None) -> bool:
    """Whether printed words say this value; for lists one text an item, in their order."""
    if value is None or printed is None:
        return value is None and printed is None
    values, texts = (given if isinstance(given, tuple) else (given,) for given in (value, printed))
    said = tuple(value_of(unit, text) for text in texts)
    return values in (said, texts)
