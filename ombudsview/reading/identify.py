"""Which letters a document holds, on which pages, and of which kind: by score, and said plainly where there is no telling."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from ombudsview.letters.fields import Unit, parse
from ombudsview.letters.find import compiled
from ombudsview.letters.kind import Anchor, Kind
from ombudsview.letters.kinds import KINDS
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.extent import extent
from ombudsview.reading.model import Doubt

_ENOUGH = 0.4
_RIGHT_YEAR = 0.3
YEAR_END = re.compile(r"31\s(?:march)\s\d{4}|31/03/(?:\d{4}|\d\d)")
_TITLE = re.compile(r"(?<![^\n\f])annual (?:review )?(?:letter|review)\b[^\n\f]{0,40}(?=[\n\f])")


@dataclass(frozen=True)
class Found:
    """A letter found: its text, its pages and its kind (None where unknown), what is doubtful about that, the kind nearest to it."""

    text: TextMap
    pages: tuple[int, int] | None
    kind: Kind | None
    doubts: tuple[Doubt, ...] = ()
    nearest: Kind | None = None


@dataclass(frozen=True)
class Score:
    """How well a text fits a kind, 0 to 1; the places in the text of each of its anchors, none for those it lacks.

    `of_its_years` is whether the text names a year that the kind covers: it chooses between kinds that fit.
    """

    kind: Kind
    value: float
    places: dict[Anchor, tuple[int, ...]]
    of_its_years: bool

    @property
    def rank(self) -> float:
        """What kinds are compared by."""
        return self.value + (_RIGHT_YEAR if self.value and self.of_its_years else 0.0)

    @property
    def has(self) -> set[Anchor]:
        """The anchors that the text has."""
        return {anchor for anchor, places in self.places.items() if places}

    @property
    def missing(self) -> str:
        """The anchors with weight that the text lacks, in words."""
        return "; ".join(anchor.name for anchor, places in self.places.items() if anchor.weight and not places)


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
        # A letter that nobody knows stays beside one that is known, where it has figures of its own; a reply has none.
        kept = tuple(letter for letter in found if letter.kind is not None or _has_figures(letter.text))
        if any(letter.kind is not None for letter in kept):
            return kept
    return (_identified(text),)


def _has_figures(text: TextMap) -> bool:
    """Whether a text has any phrase of the figures of any kind."""
    return any(compiled(pattern).search(text.text) for pattern in _FIGURES)


def scores(text: TextMap) -> list[Score]:
    """Every kind's score, the best first. A phrase that a kind never has leaves it nothing."""
    seen: dict[str, tuple[int, ...]] = {}  # kinds share many of their anchors

    def places(pattern: str) -> tuple[int, ...]:
        if pattern not in seen:
            seen[pattern] = tuple(match.start() for match in compiled(pattern).finditer(text.text))
        return seen[pattern]

    year = _year(text)
    found = []
    for kind in KINDS:
        at = {anchor: places(anchor.pattern) for anchor in kind.anchors}
        whole = sum(anchor.weight for anchor in kind.anchors)
        value = sum(anchor.weight for anchor in kind.anchors if at[anchor]) / whole
        if any(places(pattern) for pattern in kind.never):
            value = 0.0
        of_its_years = year is not None and kind.covers[0] <= year <= kind.covers[1]
        found.append(Score(kind, value, at, of_its_years))
    return sorted(found, key=lambda score: (score.value < _ENOUGH, -score.rank))


def _year(text: TextMap) -> str | None:
    """The period end that the text names most often, as an ISO date: it tells layouts apart that differ little."""
    named = [parse(Unit.DATE, " ".join(match[0].split())) for match in YEAR_END.finditer(text.text)]
    ends = Counter(end for end in named if end is not None)
    return ends.most_common(1)[0][0] if ends else None


_OPENINGS = tuple(dict.fromkeys(anchor.pattern for kind in KINDS for anchor in kind.anchors if anchor.opens))
_NEAR = 3


def _starts(text: TextMap) -> list[int]:
    """The pages on which a letter begins: a cover, or a salutation with a title on its page or soon after."""
    parts = text.text.split("\f")
    titled = [_TITLE.search(part) is not None for part in parts]
    greeted = [re.search(r"(?<![^\n])dear\s", part) is not None for part in parts]
    covers = {text.line_at(at.start()).page for opening in _OPENINGS for at in compiled(opening).finditer(text.text)}
    letters = set()
    for number, greets in enumerate(greeted):
        following = range(number + 1, min(number + _NEAR, len(parts)))
        until = next((later for later in following if greeted[later]), len(parts))
        if greets and (titled[number] or any(titled[later] for later in following if later < until)):
            letters.add(number + text.pages[0])
    return _apart(text, sorted(letters | covers), covers - letters)


_FIGURES = tuple(dict.fromkeys(anchor.pattern for kind in KINDS for anchor in kind.anchors if anchor.block))


def _apart(text: TextMap, starts: list[int], covers: set[int]) -> list[int]:
    """The starts with figures behind them. A covering letter and the cover behind it open one letter; a letter without figures
    before another letter is somebody's reply."""
    if len(starts) < 2:
        return starts
    figures = {text.line_at(at.start()).page for pattern in _FIGURES for at in compiled(pattern).finditer(text.text)}
    kept = starts[:1]
    for start in starts[1:]:
        if any(kept[-1] <= page < start for page in figures):
            kept.append(start)
        elif start not in covers:
            kept[-1] = start
    return kept


def _part(paper: Paper, text: TextMap, first: int, last: int) -> TextMap:
    return text if (first, last) == text.pages else TextMap(paper, first, last)


def _identified(text: TextMap) -> Found:
    best, *others = _year_first(scores(text))
    if best.value < _ENOUGH:
        sentence = _unlike(best)
        nearest = best.kind if best.value else None
        return Found(text, _pages_of_part(text), None, (Doubt("unknown_kind", sentence, ()),), nearest)
    if others and others[0].rank == best.rank and others[0].value >= _ENOUGH:
        sentence = f"This fits “{best.kind.name}” and “{others[0].kind.name}” alike: choose which it is."
        return Found(text, None, None, (Doubt("kind_tie", sentence, ()),), best.kind)
    own = extent(text, best.places)
    return Found(_part(text.paper, text, text.pages[0], own.until - 1), own.pages, best.kind, own.doubts)


def _unlike(best: Score) -> str:
    """Why a text is of no known kind."""
    if not any(anchor.weight for anchor in best.has):
        return "This is no layout that the program knows: nothing in it reads like a letter of a known kind."
    lacks = f"it lacks: {best.missing}" if best.missing else "it has phrases of another layout"
    return f"This is no layout that the program knows. Nearest is “{best.kind.name}”, but {lacks}."


def _year_first(found: list[Score]) -> list[Score]:
    """The scores with the best first: a layout of the text's year goes before one of other years that fits no phrase more.

    So it is where a letter lacks what tells its layout, as after a year without investigations.
    """
    best = found[0]
    if best.of_its_years:
        return found
    rivals = [score for score in found if score.value and score.of_its_years and score.has >= best.has]
    if not rivals:
        return found
    return [replace(rivals[0], value=best.value), *(score for score in found if score is not rivals[0])]


def _pages_of_part(text: TextMap) -> tuple[int, int] | None:
    """The pages of a part of a document; None where it is the whole of it, whose letter may be anywhere."""
    return None if text.pages == (1, len(text.paper.sheets)) else text.pages
