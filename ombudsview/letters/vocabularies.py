"""Which years' headings a table has: those of its own years, or those that letters of other years use for the same figures."""

from __future__ import annotations

from functools import lru_cache

from ombudsview.letters.headings import Column
from ombudsview.letters.stacks import letters_of
from ombudsview.paper.text import Placed

_SHORTEST = 6
_STEM = 6


def spoken(words: list[Placed], own: tuple[Column, ...], other: tuple[Column, ...]) -> tuple[tuple[Column, ...], bool]:
    """The columns by whose wordings a table is headed, and whether words of both stand in its headings: then it is all of them.

    What tells is a word that only one of them has: "Development", "Corporate"; "Building", "Finance".
    """
    if not other:
        return own, False
    said = {letters_of(word.text)[:_STEM] for word in words if len(word.text) >= _SHORTEST}
    mine, others = (len(said & stems) for stems in _telling(own, other))
    if mine and others:
        return both(own, other), True
    return (other if others else own), False


@lru_cache(maxsize=8)
def both(own: tuple[Column, ...], other: tuple[Column, ...]) -> tuple[Column, ...]:
    """All columns; where both have a wording it is that of the `own` one, which is therefore the later."""
    keys = {column.key for column in own}
    return (*(column for column in other if column.key not in keys), *own)


@lru_cache(maxsize=8)
def _telling(own: tuple[Column, ...], other: tuple[Column, ...]) -> tuple[frozenset[str], frozenset[str]]:
    mine, others = (_stems(columns) for columns in (own, other))
    return mine - others, others - mine


def _stems(columns: tuple[Column, ...]) -> frozenset[str]:
    words = (word for column in columns for heading in column.headings for word in heading.split())
    return frozenset(letters_of(word)[:_STEM] for word in words if len(letters_of(word)) >= _SHORTEST)
