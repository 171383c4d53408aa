"""Words of a page by where they stand, for finders that look up, down or aside from a label."""

from __future__ import annotations

import re
from functools import lru_cache

from ombudsview.letters.fields import Unit
from ombudsview.letters.find import compiled
from ombudsview.letters.punctuation import BRACKETS, BULLETS, STOPS
from ombudsview.paper.geometry import Box, around
from ombudsview.paper.text import Placed, TextMap

_NUMBER = r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})"
_FIGURES = {
    Unit.COUNT: re.compile(_NUMBER),
    Unit.PERCENT: re.compile(r"\d{1,3}(?:\.\d{1,4})?\s?%"),
    Unit.RATE: re.compile(rf"{_NUMBER}(?:\.\d{{1,4}})?%?"),
    Unit.DAYS: re.compile(rf"{_NUMBER}(?:\.\d{{1,4}})?"),
    Unit.DATE: compiled("{any_date}"),
}
AROUND = STOPS + BRACKETS + BULLETS + "–-"


@lru_cache(maxsize=8)
def on_page(text: TextMap, page: int) -> tuple[Placed, ...]:
    """The words of a page; asked for again and again by one finder after the other."""
    return tuple(text.placed(page))


def box_of(text: TextMap, start: int, end: int) -> Box:
    """The upright box of the words of a span on its first page."""
    words = text.words(start, end)
    page = words[0][0]
    sheet = text.paper.sheets[page - 1]
    return around(sheet.upright(word.box) for on, word in words if on == page)


def is_figure(unit: Unit, words: str) -> bool:
    """Whether these words are a figure of that unit and nothing else; never for text."""
    figure = _FIGURES.get(unit)
    return figure is not None and figure.fullmatch(words.strip(AROUND).lower()) is not None


def figures_in(text: TextMap, start: int, end: int, unit: Unit) -> list[tuple[int, int]]:
    """The places of figures of a unit in a span; the whole span for text."""
    figure = _FIGURES.get(unit)
    if figure is None:
        return [bare(text, start, end)]
    return [match.span() for match in figure.finditer(text.text, start, end)]


def bare(text: TextMap, start: int, end: int) -> tuple[int, int]:
    """The span without the punctuation around its words."""
    words = text.raw[start:end]
    left = len(words) - len(words.lstrip(AROUND))
    right = len(words) - len(words.rstrip(AROUND))
    return (start + left, end - right) if left < len(words) else (start, end)


def in_row(one: Box, other: Box) -> bool:
    """Whether two boxes stand side by side: the middle of the lower one lies within the taller one."""
    small, tall = (one, other) if one.height <= other.height else (other, one)
    return tall.y0 <= small.middle[1] <= tall.y1


def across(one: Box, other: Box) -> float:
    """By how many points two boxes overlap, seen from above; negative where there is white between them."""
    return min(one.x1, other.x1) - max(one.x0, other.x0)


def like_page(text: TextMap, first: int, words: list[Placed]) -> list[Placed]:
    """Some words of one page, as they would stand on the first page of a table where the same paper is printed at another size."""
    if not words:
        return words
    (wide, high), (this_wide, this_high) = (_size(text, page) for page in (first, words[0].page))
    factor = wide / this_wide
    if abs(factor - 1) < 0.01 or abs(high / this_high / factor - 1) > 0.01:
        return words
    return [
        Placed(word.page, Box(*(part * factor for part in word.box)), word.start, word.end, word.text) for word in words
    ]


def _size(text: TextMap, page: int) -> tuple[float, float]:
    sheet = text.paper.sheets[page - 1]
    return (sheet.height, sheet.width) if sheet.turn in {90, 270} else (sheet.width, sheet.height)
