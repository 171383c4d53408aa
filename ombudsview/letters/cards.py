"""Figures set as cards: a number by itself above, below or beside a short label, and no sentence.

All cards of a group are laid out alike: the side on which each label has a number of its own is looked for, and where several
would do, the one whose figures add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ombudsview.letters.find import Span, at_line_starts, compiled, lone_figures
from ombudsview.letters.sections import Regions
from ombudsview.letters.sums import comes_out
from ombudsview.letters.words_by_place import across, box_of
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, TextMap

_LABEL = r"(?<![^\n\f])(?:{})(?=[\n\f])"
_INLINE = (r"(?<![^\n\f]){blank} (?:{label})(?=[\n\f])", r"(?<![^\n\f])(?:{label}):? {blank}(?=[\n\f])")
_REACH = 2.0  # heights of the label between it and the number, besides the number's own
_FEWEST = 2
_CLEAR = 0.8  # times as far in all: the side that is nearer by less is not told from the other


_Way = tuple[dict[str, Span], float]
_Side = Callable[[Box, Box], float | None]


@dataclass(frozen=True, eq=False)  # told apart by identity: what is found is remembered by it
class Cards:
    """A group of cards: for each field a pattern for the whole of its label, and the blank that its number is."""

    labels: Mapping[str, tuple[str, str]]
    section: str | None = None


@dataclass(frozen=True)
class Carded:
    """A finder: the number of one card."""

    cards: Cards
    key: str

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """The place of the number, where the cards can be told."""
        span = _read(text, regions, self.cards).get(self.key)
        if span is not None and self.cards.section in (None, regions.section_at(span[0])):
            yield span


@lru_cache(maxsize=8)
def _read(text: TextMap, regions: Regions, cards: Cards) -> dict[str, Span]:
    """The numbers of a group by field; nothing where they may stand on either of two sides."""
    labels = {
        key: [
            match.span()
            for match in at_line_starts(text, compiled(_LABEL.format(label)))
            if cards.section in (None, regions.section_at(match.start()))
        ]
        for key, (label, _) in cards.labels.items()
    }
    tried = (_inline(text, regions, cards), *(_beside(text, cards, labels, side) for side in _SIDES))
    ways = [way for way in tried if way is not None]
    proven = [spans for spans, _ in ways if comes_out({key: _plain(text, span) for key, span in spans.items()})]
    if proven:
        return proven[0] if len(proven) == 1 else {}
    most = max((len(spans) for spans, _ in ways), default=0)
    near = sorted((way for way in ways if len(way[0]) == most), key=lambda way: way[1])
    if not near or (len(near) > 1 and near[0][1] > _CLEAR * near[1][1]):
        return {}
    return near[0][0]


def _plain(text: TextMap, span: Span) -> str:
    return "".join(sign for sign in text.text[slice(*span)] if sign.isdigit())


def _inline(text: TextMap, regions: Regions, cards: Cards) -> _Way | None:
    """Numbers as large as their labels, in one line with them."""
    found: dict[str, Span] = {}
    for key, (label, blank) in cards.labels.items():
        for form in _INLINE:
            for match in at_line_starts(text, compiled(form.format(blank=blank, label=label))):
                if cards.section in (None, regions.section_at(match.start())):
                    found.setdefault(key, match.span("value"))
    return (found, 0.0) if len(found) >= _FEWEST else None


def _beside(text: TextMap, cards: Cards, labels: Mapping[str, list[Span]], side: _Side) -> _Way | None:
    """Each label's nearest number on one side, with how far they are on average; None where two labels share one."""
    found: dict[str, Span] = {}
    far = 0.0
    for key, (_, blank) in cards.labels.items():
        numbers = (_nearest(text, label, lone_figures(text, blank), side) for label in labels[key])
        nearest = next(filter(None, numbers), None)
        if nearest is not None:
            found[key] = (nearest[1].start, nearest[1].end)
            far += nearest[0]
    apart = len(set(found.values())) == len(found)
    return (found, far / len(found)) if apart and len(found) >= _FEWEST else None


def _nearest(text: TextMap, label: Span, figures: tuple[Line, ...], side: _Side) -> tuple[float, Line] | None:
    box, page = box_of(text, *label), text.line_at(label[0]).page
    near = [
        (apart / box.height, line)
        for line in figures
        if line.page == page
        and (apart := side(line.box, box)) is not None
        and apart <= _REACH * text.line_at(label[0]).box.height + line.box.height
    ]
    return min(near, key=lambda pair: pair[0], default=None)


def _above(number: Box, label: Box) -> float | None:
    return max(label.y0 - number.y1, 0.0) if across(number, label) > 0 and number.middle[1] < label.y0 else None


def _below(number: Box, label: Box) -> float | None:
    return max(number.y0 - label.y1, 0.0) if across(number, label) > 0 and number.middle[1] > label.y1 else None


def _before(number: Box, label: Box) -> float | None:
    return label.x0 - number.x1 if _level(number, label) and number.x1 <= label.x0 + 1 else None


def _after(number: Box, label: Box) -> float | None:
    return number.x0 - label.x1 if _level(number, label) and number.x0 >= label.x1 - 1 else None


def _level(number: Box, label: Box) -> bool:
    return number.y0 < label.middle[1] < number.y1 or label.y0 < number.middle[1] < label.y1


_SIDES = (_above, _below, _before, _after)
