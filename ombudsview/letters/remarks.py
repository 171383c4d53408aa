"""Remarks: the paragraphs in which the Ombudsman speaks of this authority itself, and not of all authorities in the year's words.

The year's standard wording is known by fingerprints of its sentences. What is not standard is a remark where it speaks of
something that this authority did: a late remedy, a public report, the handling of a complaint, something done well; and so is a
paragraph right behind it that goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
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
    names = tuple(_names(text))
    named = (max(name.split(), key=len) for name in names)  # one word, that no line's end parts
    found: dict[Span, bool] = {}
    for start, end in _paragraphs(text, (*ADDRESSED, *named)):
        words = text.text[start:end]
        if speaks_of_it(words, names) and not (
            is_standard(words, year := _year(text)) or tells_all(words, year, names)
        ):
            found[start, end] = True
    for _, end in tuple(found):
        behind = _behind(text, end)
        if behind is not None and behind not in found:
            words = text.text[slice(*behind)]
            if goes_on(words) and not is_standard(words, _year(text)):
                found[behind] = False
    return dict(sorted(found.items()))


def _year(text: TextMap) -> int | None:
    """The year in which the period ended that the letter covers; None where it names more than one, or another sender."""
    if _ELSEWHERE in text.text:
        return None
    ends = {int(found["year"]) for found in _PERIOD_END.finditer(text.text)}
    return 2000 + ends.pop() if len(ends) == 1 else None


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


def _behind(text: TextMap, end: int) -> Span | None:
    """The paragraph right behind the one that ends here: no heading stands between them, a page's foot and head may."""
    here = text.line_at(end - 1).block
    for start, stop in _prose(text, set(range(here, here + _FURTHEST + 1)), _FEWEST_OF_MORE):
        if start >= end:
            return (start, stop) if _only_a_turn(text, end, start) else None
    return None


def _only_a_turn(text: TextMap, end: int, start: int) -> bool:
    """Whether nothing stands between two places, or only what stands there because the page turns."""
    between = [line for line in text.lines if end <= line.start < start]
    if not between:
        return True
    first, last = text.line_at(end - 1).page, text.line_at(start).page
    every = [text.text[line.start : line.end] for line in text.lines]
    said = [text.text[line.start : line.end] for line in between]
    return last == first + 1 and all(_PAGE_NUMBER.fullmatch(words) or every.count(words) > 1 for words in said)


def _paragraphs(text: TextMap, wanted: Sequence[str]) -> Iterator[Span]:
    """The paragraphs of prose in blocks that hold any of these words."""
    blocks = {text.line_at(place).block for words in wanted for place in _places(text.text, words)}
    yield from _prose(text, blocks, _FEWEST_WORDS)


def _prose(text: TextMap, looked_at: set[int], fewest: int) -> Iterator[Span]:
    """The paragraphs of prose in these blocks: of more than so few words, ending as a sentence does, also overleaf."""
    overleaf = _overleaf(text)
    looked_at |= {block for pair in overleaf.items() for block in pair if looked_at.intersection(pair)}
    begun: int | None = None
    for block, lines in groupby(text.lines, key=lambda line: line.block):
        parts = list(_parted(text, list(lines))) if block in looked_at else []
        if parts and begun is not None:
            parts[0] = (begun, parts[0][1])
        begun = parts.pop()[0] if parts and block in overleaf else None
        for start, end in parts:
            words = text.text[start:end]
            if len(words.split(None, fewest)) > fewest and ends_sentence(words.rstrip(), ".!"):
                yield start, end


def _overleaf(text: TextMap) -> dict[int, int]:
    """The block that each block runs on into where a page break cuts it."""
    breaks = (place for place in _places(text.text, "\f") if text.text[place - 1 : place] not in ("", "\n"))
    return {text.line_at(place - 1).block: text.line_at(place + 1).block for place in breaks if text.text[place + 1 :]}


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _parted(text: TextMap, lines: list[Line]) -> Iterator[Span]:
    """A block's paragraphs."""
    for first, last in paragraphs([(line.box, text.text[line.start : line.end]) for line in lines]):
        yield lines[first].start, lines[last].end
