"""Remarks: the paragraphs in which the Ombudsman speaks of this authority itself, and not of all authorities in the year's words.

The year's standard wording is known by fingerprints of its sentences. What is not standard is a remark where it speaks of
something that this authority did: a late remedy, a public report, the handling of a complaint, something done well.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby

from ombudsview.letters import address
from ombudsview.letters.paragraphs import ends_sentence, paragraphs
from ombudsview.letters.standard_wording import SENTENCES
from ombudsview.letters.topics import ADDRESSED, speaks_of_it, touched
from ombudsview.paper.text import Line, TextMap

Span = tuple[int, int]

_FEWEST_WORDS = 12
_SHORTEST_NAME = 6


def remarks(text: TextMap) -> Iterator[Span]:
    """The place of each remark, in the order of the letter."""
    names = tuple(_names(text))
    named = (max(name.split(), key=len) for name in names)  # one word, that no line's end parts
    for start, end in _paragraphs(text, (*ADDRESSED, *named)):
        if speaks_of_it(text.text[start:end], names) and not is_standard(text.text[start:end]):
            yield start, end


def _names(text: TextMap) -> Iterator[str]:
    """How the letter names the authority it is written to: in its address, else on its cover, and above its statistics."""
    addressed = tuple(address.authority(text)) or tuple(address.cover_authority(text))
    for place in (*addressed, *address.header_authority(text)):
        name = text.text[slice(*place)]
        if len(name) >= _SHORTEST_NAME and "ombudsman" not in name:
            yield name


def is_standard(paragraph: str) -> bool:
    """Whether most of a paragraph's sentences stand in letters to other authorities as well."""
    prints = [fingerprint(sentence) for sentence in sentences(paragraph)]
    return bool(prints) and 2 * sum(one in SENTENCES for one in prints) >= len(prints)


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


def _paragraphs(text: TextMap, wanted: Sequence[str]) -> Iterator[Span]:
    """The paragraphs of prose in blocks that hold any of these words: of several words, ending as a sentence does, also overleaf."""
    overleaf = _overleaf(text)
    looked_at = {text.line_at(place).block for words in wanted for place in _places(text.text, words)}
    looked_at |= {block for pair in overleaf.items() for block in pair if looked_at.intersection(pair)}
    begun: int | None = None
    for block, lines in groupby(text.lines, key=lambda line: line.block):
        parts = list(_parted(text, list(lines))) if block in looked_at else []
        if parts and begun is not None:
            parts[0] = (begun, parts[0][1])
        begun = parts.pop()[0] if parts and block in overleaf else None
        for start, end in parts:
            words = text.text[start:end]
            if len(words.split(None, _FEWEST_WORDS)) > _FEWEST_WORDS and ends_sentence(words.rstrip(), ".!"):
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
