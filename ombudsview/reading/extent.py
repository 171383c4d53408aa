"""Which pages of a text are the letter's own: from its greeting to its last figures, and never those of another paper that follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ombudsview.letters.address import salutation
from ombudsview.letters.kind import Anchor
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt
from ombudsview.reading.page_heads import Otherwise, headed_otherwise

Places = Mapping[Anchor, tuple[int, ...]]
"""Where in a text each phrase of its kind stands."""


@dataclass(frozen=True)
class Extent:
    """The letter's first page and the last with any of its kind's phrases of figures; the page (one beyond the last where there
    is none) on which another paper begins, of which nothing is to be read; a doubt where pages are left out so."""

    pages: tuple[int, int]
    until: int
    doubts: tuple[Doubt, ...] = ()


def extent(text: TextMap, places: Places) -> Extent:
    """Where in a text a letter is."""
    first, last = text.pages
    with_figures = sorted({text.line_at(place).page for anchor, at in places.items() if anchor.block for place in at})
    greeting = salutation(text)
    opening = [text.line_at(place).page for anchor, at in places.items() if anchor.opens for place in at]
    opening += [text.line_at(greeting.start()).page] if greeting else with_figures[:1]
    start = min(opening, default=first)
    others = {page: _again(page) for page in _said_again(text, places, start)}
    others |= {head.page: _otherwise(head) for head in headed_otherwise(text, start) if not head.maybe_misread}
    until = min(others, default=last + 1)
    pages = start, max((page for page in with_figures if start <= page < until), default=until - 1)
    return Extent(pages, until, (others[until],) if others else ())


def _again(page: int) -> Doubt:
    sentence = (
        f"Page {page} says again what the figures of this letter say. It and the pages after it are taken for another paper and"
        " are not read: look whether they belong to the letter."
    )
    return Doubt("pages_left_out", sentence, ())


def _otherwise(head: Otherwise) -> Doubt:
    sentence = (
        f"Page {head.page} is headed “{head.words}”, and the first page of figures “{head.first}”. It and the pages after it are"
        " taken for another paper and are not read: look whether they belong to the letter."
    )
    return Doubt("pages_left_out", sentence, ())


def _said_again(text: TextMap, places: Places, start: int) -> Iterator[int]:
    """The pages that say what a letter's figures say once, after those by which each of its phrases has been: an appendix, it may be,
    of other authorities' figures."""
    said = {anchor: [text.line_at(place).page for place in at] for anchor, at in places.items() if anchor.block and at}
    pages = {anchor: here for anchor, every in said.items() if (here := [page for page in every if page >= start])}
    if len(pages) > 1:
        complete = max(min(here) for here in pages.values())
        yield from (page for anchor, here in pages.items() if anchor.once for page in here if page > complete)
