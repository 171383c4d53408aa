"""Which pages of a text are the letter's own: from its greeting to its last figures, and never those of another paper that follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ombudsview.letters.address import salutation
from ombudsview.letters.find import compiled
from ombudsview.letters.kind import Anchor
from ombudsview.paper.text import TextMap

_ENDING = compiled("for the period ending ?[:-]? ?(?P<it>{any_date})")
_REPORT = compiled(r"local authority report ?[:-] ?(?P<it>[^\n\f]+?)(?= for the period ending|[\n\f])")
_FIRST = 4

Places = Mapping[Anchor, tuple[int, ...]]
"""Where in a text each phrase of its kind stands."""


def extent(text: TextMap, places: Places) -> tuple[tuple[int, int], int]:
    """The letter's first page and the last with any of its kind's phrases of figures; the page (one beyond the last where there
    is none) on which another paper begins, of which nothing is to be read."""
    first, last = text.pages
    with_figures = sorted({text.line_at(place).page for anchor, at in places.items() if anchor.block for place in at})
    greeting = salutation(text)
    opening = [text.line_at(place).page for anchor, at in places.items() if anchor.opens for place in at]
    opening += [text.line_at(greeting.start()).page] if greeting else with_figures[:1]
    start = min(opening, default=first)
    others = (*_said_again(text, places, start), *_headed_otherwise(text, start))
    until = min(others, default=last + 1)
    return (start, max((page for page in with_figures if start <= page < until), default=until - 1)), until


def _said_again(text: TextMap, places: Places, start: int) -> Iterator[int]:
    """The pages that say what a letter's figures say once, after those by which each of its phrases has been: an appendix, it may be,
    of other authorities' figures."""
    said = {anchor: [text.line_at(place).page for place in at] for anchor, at in places.items() if anchor.block and at}
    pages = {anchor: here for anchor, every in said.items() if (here := [page for page in every if page >= start])}
    if len(pages) > 1:
        complete = max(min(here) for here in pages.values())
        yield from (page for anchor, here in pages.items() if anchor.once for page in here if page > complete)


def _headed_otherwise(text: TextMap, start: int) -> Iterator[int]:
    """The pages of statistics that are headed with another period, or another authority, than the first such page."""
    for head, told in ((_ENDING, _year), (_REPORT, _name)):
        heads = [(text.line_at(match.start()).page, told(match["it"])) for match in head.finditer(text.text)]
        own = [head for head in heads if head[0] >= start and head[1]]
        yield from (page for page, what in own if page > own[0][0] and what != own[0][1])


def _year(day: str) -> str:
    """What tells one end of March from another, however it is written: the last two digits of its year."""
    return day[-2:]


def _name(words: str) -> str:
    """The first letters of an authority's name, for the rest is cut short as there is room."""
    return "".join(c for c in words if c.isalpha())[:_FIRST]
