"""Which letters a document holds, on which pages, and of which kind: by score, and said plainly where there is no telling."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ombudsview.letters import KINDS, Kind
from ombudsview.letters.address import salutation
from ombudsview.letters.find import compiled
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt

_ENOUGH = 0.5
_TITLE = re.compile(r"(?<![^\n\f])annual (?:review )?(?:letter|review)\b[^\n\f]{0,40}(?=[\n\f])")


@dataclass(frozen=True)
class Found:
    """A letter found: its text, its pages (None where unknown), its kind (None where unknown) and what is doubtful about that."""

    text: TextMap
    pages: tuple[int, int] | None
    kind: Kind | None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Score:
    """How well a text fits a kind, 0 to 1, and the names of the anchors it lacks."""

    kind: Kind
    value: float
    missing: tuple[str, ...]


def find_letters(paper: Paper) -> tuple[Found, ...]:
    """Every letter of a document in page order; always at least one, so that any document can be filled in by hand."""
    text = TextMap(paper)
    if not paper.has_text:
        sentence = "No page of this file has any text, only pictures: nothing could be read. The fields can be filled in by hand."
        return (Found(text, None, None, (Doubt("no_text", sentence, ()),)),)
    count = len(paper.sheets)
    starts = _starts(text)
    if starts:
        ends = [*(start - 1 for start in starts[1:]), count]
        found = [_identified(_part(paper, text, first, last)) for first, last in zip(starts, ends, strict=True)]
        known = tuple(letter for letter in found if letter.kind is not None)
        if known:
            return known
    return (_identified(text),)


def scores(text: TextMap) -> list[Score]:
    """Every kind's score, the best first."""
    found = []
    for kind in KINDS:
        if any(compiled(pattern).search(text.text) for pattern in kind.never):
            missing: tuple[str, ...] = ("phrases of another year's layout are there",)
            found.append(Score(kind, 0.0, missing))
            continue
        lacking = [anchor for anchor in kind.anchors if not compiled(anchor.pattern).search(text.text)]
        whole = sum(anchor.weight for anchor in kind.anchors)
        value = 1 - sum(anchor.weight for anchor in lacking) / whole
        found.append(Score(kind, value, tuple(anchor.name for anchor in lacking)))
    return sorted(found, key=lambda score: -score.value)


def _starts(text: TextMap) -> list[int]:
    """The pages on which a letter begins: a salutation, and the letter's title below it or near it on that page."""
    pages = []
    for page, part in enumerate(text.text.split("\f"), text.pages[0]):
        title = _TITLE.search(part)
        if title and re.search(r"(?<![^\n])dear\s", part):
            pages.append(page)
    return pages


def _part(paper: Paper, text: TextMap, first: int, last: int) -> TextMap:
    return text if (first, last) == text.pages else TextMap(paper, first, last)


def _identified(text: TextMap) -> Found:
    best, *others = scores(text)
    if best.value < _ENOUGH:
        lacks = "; ".join(best.missing)
        sentence = f"This is no layout that the program knows. Nearest is “{best.kind.name}”, but it lacks: {lacks}."
        return Found(text, None, None, (Doubt("unknown_kind", sentence, ()),))
    if others and others[0].value == best.value:
        sentence = f"This fits “{best.kind.name}” and “{others[0].kind.name}” alike: choose which it is."
        return Found(text, None, None, (Doubt("kind_tie", sentence, ()),))
    pages = _extent(text, best.kind)
    return Found(text, pages, best.kind)


def _extent(text: TextMap, kind: Kind) -> tuple[int, int]:
    """From the salutation (or the first figures) to the last page that has any of the kind's phrases of figures."""
    first, last = text.pages
    with_figures = [
        page
        for page, part in enumerate(text.text.split("\f")[: last - first + 1], first)
        if any(compiled(anchor.pattern).search(part + "\n") for anchor in kind.anchors if anchor.block)
    ]
    greeting = salutation(text)
    start = text.line_at(greeting.start()).page if greeting else min(with_figures, default=first)
    return start, max((page for page in with_figures if page >= start), default=last)
