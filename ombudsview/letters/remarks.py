"""Remarks: the paragraphs in which the Ombudsman speaks of this authority itself, and not of all authorities in the year's words.

The year's standard wording is known by fingerprints of its sentences. What is not standard is a remark where it speaks of
something that this authority did: a late remedy, a public report, the handling of a complaint, something done well; and so is a
paragraph right behind it that goes on with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cached_property, lru_cache
from hashlib import blake2b
from itertools import groupby

from ombudsview.letters import address
from ombudsview.letters.going_on import goes_on
from ombudsview.letters.paragraphs import ends_sentence, paragraphs
from ombudsview.letters.standard_wording import SENTENCES
from ombudsview.letters.topics import ADDRESSED, speaks_of_it, touched
from ombudsview.letters.year_subjects import tells_all
from ombudsview.paper.text import Line, TextMap

Span = tuple[int, int]

_FEWEST_WORDS, _FEWEST_OF_MORE = 12, 7  # “It then took four months before the apology was sent.”
_FURTHEST = 4  # blocks: a page's foot and the next one's head
_PERIOD_END = re.compile(
    r"\b(?:year|period)\b[^.\f]{0,60}?\b31(?:st)?(?:\smarch,?\s20|/0?3/(?:20)?)(?P<year>[0-9]{2})\b"
)
_ELSEWHERE = "public services ombudsman for wales"
_PAGE_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?")
_SHORTEST_NAME = 6


def remarks(text: TextMap) -> Iterator[Span]:
    """The place of each remark, in the order of the letter."""
    yield from _found(text)


def going_on(text: TextMap) -> tuple[Span, ...]:
    """Those of the remarks that do not name the authority: each goes on from the one before it."""
    return tuple(span for span, by_itself in _found(text).items() if not by_itself)


@lru_cache(maxsize=2)  # the doubts about remarks ask again
def _found(text: TextMap) -> dict[Span, bool]:
    """The places of the remarks; each with whether it names the authority itself."""
    laid = _Laid(text)
    names = tuple(_names(text))
    named = (max(name.split(), key=len) for name in names)  # one word, that no line's end parts
    found: dict[Span, bool] = {}
    for start, end in laid.paragraphs_with((*ADDRESSED, *named)):
        words = text.text[start:end]
        if speaks_of_it(words, names) and not (is_standard(words, laid.year) or tells_all(words, laid.year, names)):
            found[start, end] = True
    for _, end in tuple(found):
        behind = laid.behind(end)
        if behind is not None and behind not in found:
            words = text.text[slice(*behind)]
            if goes_on(words) and not is_standard(words, laid.year):
                found[behind] = False
    return dict(sorted(found.items()))


def _names(text: TextMap) -> Iterator[str]:
    """How the letter names the authority it is written to: in its address, else on its cover, and above its statistics."""
    addressed = tuple(address.authority(text)) or tuple(address.cover_authority(text))
    for place in (*addressed, *address.header_authority(text)):
        name = text.text[slice(*place)]
        if len(name) >= _SHORTEST_NAME and "ombudsman" not in name:
            yield name


def is_standard(paragraph: str, year: int | None = None) -> bool:
    """Whether most of a paragraph's sentences stand in letters to other authorities as well, of its year where any is known."""
    prints = [fingerprint(sentence) for sentence in sentences(paragraph)]
    known = (SENTENCES[year],) if year in SENTENCES else tuple(SENTENCES.values())
    return bool(prints) and 2 * sum(any(one in some for some in known) for one in prints) >= len(prints)


def is_shared(paragraph: str, others: Container[str]) -> bool:
    """Whether what a paragraph tells stands in other letters, whose prints (of `prints`) `others` holds.

    A sentence of its own is enough to make it a remark, where that sentence is about something.
    """
    every = sentences(paragraph.lower())
    rest = [sentence for sentence in every if print_of(sentence) not in others]
    return len(rest) < len(every) and not touched(" ".join(rest))


def prints(paragraph: str) -> tuple[str, ...]:
    """What stands for a paragraph where letters are compared: a print for each of its sentences."""
    return tuple(print_of(sentence) for sentence in sentences(paragraph))


def print_of(sentence: str) -> str:
    """As `fingerprint`, but other figures make another sentence: “in 3 cases” is about one authority alone."""
    bare = re.sub(r"[^a-z0-9 ]", "", sentence.lower())
    return blake2b(" ".join(bare.split()).encode(), digest_size=6).hexdigest()


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, white space folded."""
    return [one for one in re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split())) if len(one.split()) > 3]


def fingerprint(sentence: str) -> str:
    """Twelve hexadecimal digits that stand for a sentence whatever its figures, capitals and punctuation."""
    bare = re.sub(r"[^a-z ]", "", re.sub(r"\d+", "", sentence.lower()))
    return blake2b(" ".join(bare.split()).encode(), digest_size=6).hexdigest()


class _Laid:
    """How a letter's paragraphs of prose lie. What is asked of each remark is made ready once: letters have thousands of lines."""

    def __init__(self, text: TextMap) -> None:
        self._text = text

    @cached_property
    def year(self) -> int | None:
        """The year in which the period ended that the letter covers; None where it names more than one, or another sender."""
        if _ELSEWHERE in self._text.text:
            return None
        ends = {int(found["year"]) for found in _PERIOD_END.finditer(self._text.text)}
        return 2000 + ends.pop() if len(ends) == 1 else None

    def paragraphs_with(self, wanted: Sequence[str]) -> Iterator[Span]:
        """The paragraphs of prose in blocks that hold any of these words."""
        text = self._text
        blocks = {text.line_at(place).block for words in wanted for place in _places(text.text, words)}
        yield from self._prose(blocks, _FEWEST_WORDS)

    def behind(self, end: int) -> Span | None:
        """The paragraph right behind the one that ends here: no heading stands between them, a page's foot and head may."""
        here = self._text.line_at(end - 1).block
        for start, stop in self._prose(set(range(here, here + _FURTHEST + 1)), _FEWEST_OF_MORE):
            if start >= end:
                return (start, stop) if self._only_a_turn(end, start) else None
        return None

    def _only_a_turn(self, end: int, start: int) -> bool:
        """Whether nothing stands between two places, or only what stands there because the page turns."""
        text = self._text
        first, last = (bisect_left(text.lines, place, key=lambda line: line.start) for place in (end, start))
        between = [text.text[line.start : line.end] for line in text.lines[first:last]]
        if not between:
            return True
        turns = text.line_at(start).page == text.line_at(end - 1).page + 1
        return turns and all(_PAGE_NUMBER.fullmatch(words) or self._said[words] > 1 for words in between)

    def _prose(self, looked_at: set[int], fewest: int) -> Iterator[Span]:
        """The paragraphs of prose in these blocks: of more than so few words, ending as a sentence does, also overleaf."""
        text, overleaf = self._text, self._overleaf
        cut = {
            other
            for block in looked_at
            for other in (overleaf.get(block), self._before.get(block))
            if other is not None
        }
        begun: int | None = None
        for block in sorted(looked_at | cut):
            parts = list(_parted(text, self._blocks[block])) if block in self._blocks else []
            if parts and begun is not None and block in self._before:
                parts[0] = (begun, parts[0][1])
            begun = parts.pop()[0] if parts and block in overleaf else None
            for start, end in parts:
                words = text.text[start:end]
                if len(words.split(None, fewest)) > fewest and ends_sentence(words.rstrip(), ".!"):
                    yield start, end

    @cached_property
    def _blocks(self) -> dict[int, list[Line]]:
        return {block: list(lines) for block, lines in groupby(self._text.lines, key=lambda line: line.block)}

    @cached_property
    def _said(self) -> Counter[str]:
        """How often the words of each line stand in a line."""
        return Counter(self._text.text[line.start : line.end] for line in self._text.lines)

    @cached_property
    def _overleaf(self) -> dict[int, int]:
        """The block that each block runs on into where a page break cuts it."""
        text = self._text
        breaks = (place for place in _places(text.text, "\f") if text.text[place - 1 : place] not in ("", "\n"))
        return {
            text.line_at(place - 1).block: text.line_at(place + 1).block for place in breaks if text.text[place + 1 :]
        }

    @cached_property
    def _before(self) -> dict[int, int]:
        """The block that runs on into each."""
        return {after: block for block, after in self._overleaf.items()}


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _parted(text: TextMap, lines: list[Line]) -> Iterator[Span]:
    """A block's paragraphs."""
    for first, last in paragraphs([(line.box, text.text[line.start : line.end]) for line in lines]):
        yield lines[first].start, lines[last].end
