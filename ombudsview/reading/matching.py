"""Words of the letter that match what the officer has begun to type: each a value of the field, with its place and its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ombudsview.letters.fields import Unit
from ombudsview.reading.model import Source
from ombudsview.reading.picked import Numbers, PageWords
from ombudsview.reading.printed_value import bare_words, value_of

MOST = 8
_AROUND = 5  # words before and after


@dataclass(frozen=True)
class Match:
    """A place whose words begin as what was typed: its value (canonical), and a few words around it with the place as `…`."""

    source: Source
    value: str
    before: str
    after: str


def matches(pages: Iterable[PageWords], unit: Unit, typed: str, most: int = MOST) -> tuple[Match, ...]:
    """The first places, in the order of the pages, whose words begin with what was typed; none for nothing typed."""
    begun = bare_words(unit, typed).casefold()
    found: list[Match] = []
    for match in _all(pages, unit, begun) if begun else ():
        found.append(match)
        if len(found) >= most:
            break
    return tuple(found)


def _all(pages: Iterable[PageWords], unit: Unit, begun: str) -> Iterator[Match]:
    for page in pages:
        seen: set[Numbers] = set()
        for number, (text, _) in enumerate(page.words):
            # Most words are told apart by their first letters, before anything is made of them.
            if not bare_words(unit, text).casefold().startswith(begun.split(" ", 1)[0]):
                continue
            numbers = _line(page, number, begun) if unit is Unit.TEXT else page.figure(number, unit)
            source = page.source(numbers)
            value = value_of(unit, source.text)
            if value is None or numbers in seen or not bare_words(unit, source.text).casefold().startswith(begun):
                continue
            seen.add(numbers)
            yield Match(
                source,
                value,
                _words(page, numbers[0] - _AROUND, numbers[0]),
                _words(page, numbers[-1] + 1, numbers[-1] + 1 + _AROUND),
            )


def _line(page: PageWords, number: int, begun: str) -> Numbers:
    """From a word to the end of its line, and further where more was typed."""
    last, middle = number, page.box(number).middle[1]
    while last + 1 < len(page):
        box = page.box(last + 1)
        if not (box.y0 < middle < box.y1 and box.x0 > page.box(last).x0):
            break
        last += 1
    last = min(len(page) - 1, max(last, number + begun.count(" ")))
    return tuple(range(number, last + 1))


def _words(page: PageWords, first: int, end: int) -> str:
    return " ".join(text for text, _ in page.words[max(0, first) : max(0, end)])
