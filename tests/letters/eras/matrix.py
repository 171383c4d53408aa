"""Rows of figures in tables: keys, sums, noughts printed in several ways, and the years before under `@`."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.letters.eras.book import Book, text
from tests.letters.eras.head import year_name
from tests.letters.wording import Run, Text

ZEROES = ("0", "0", "0", "", "-", "–")
"""How a nought is printed in a table: as it is, as a blank cell, as a dash."""


def at(key: str, end: int, book: Book) -> str:
    """The key for the year that ended in `end`: as it is for the letter's own, else with the year behind."""
    return key if end == book.year else f"{key}@{year_name(end, slash=False)}"


def figure(book: Book, key: str, number: int, zero: str = "0") -> Text:
    """One cell that prints a field; a blank or a dash prints none, though nought may be worked out."""
    if number == 0 and zero != "0":
        book.imply(key, "0")
        return text(zero)
    return text(book.say(key, f"{number:,}", block=True))


def figures(book: Book, keys: Sequence[str], numbers: Sequence[int], end: int, zero: str = "0") -> tuple[Text, ...]:
    """The cells of one year's row."""
    return tuple(figure(book, at(key, end, book), number, zero) for key, number in zip(keys, numbers, strict=True))


def misprinted(book: Book, dice: random.Random, key: str, total: int, chance: float = 0.06) -> int:
    """The total as the letter prints it: now and then it is not the sum of its row, and the reader must say so."""
    if dice.random() >= chance:
        return total
    book.doubt(key)
    return total + dice.choice((1, 2, 10))


def cell(words: str) -> Text:
    """A cell that prints no field."""
    return (Run(words),)
