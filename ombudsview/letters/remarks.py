"""Remarks: the paragraphs in which the Ombudsman speaks of this authority itself, and not of all authorities in the year's words.

The year's standard wording is known by fingerprints of its sentences. What is not standard is a remark where it speaks of
something that this authority did: a late remedy, a public report, the handling of a complaint, something done well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby, pairwise

from ombudsview.letters.standard_wording import SENTENCES
from ombudsview.paper.text import Line, TextMap

Span = tuple[int, int]

_FEWEST_WORDS = 12
_YOURS = re.compile(r"\byour? (?:council|authority|organisation|body)\b|\byour?s?\b")
_EVENT = re.compile(
    r"\b(?:this|last|the) year\b|\bin (?:one|two|three|four|five|\d+) (?:of|cases?|complaints?|occasions?)\b"
    r"|\byour (?:council|authority|organisation|officers?|staff)(?:'s)? (?:has|have|had|was|were|did|failed|took|agreed|provided"
    r"|response|responses|handling|compliance|performance|delays?)\b|\bduring \d{4}|\bi (?:was|am|have|had|note|noted)\b"
)


@dataclass(frozen=True)
class Topic:
    """What a remark is about, and the words that tell."""

    name: str
    pattern: re.Pattern[str]


TOPICS = (
    Topic(
        "public report", re.compile(r"\bpublic (?:interest )?reports?\b|\b(?:issued|published) a (?:public )?report\b")
    ),
    Topic(
        "late remedy",
        re.compile(
            r"\b(?:late|delay(?:s|ed)?|overdue|on time|out of time|took too long|agreed timescales?)\b(?s:.*)"
            r"\b(?:remed\w+|recommend\w+|compl(?:y|ied|iance|eted))\b"
            r"|\b(?:remed\w+|recommend\w+|compl(?:y|ied|iance|eted))\b(?s:.*)"
            r"\b(?:late|delay(?:s|ed)?|overdue|on time|out of time|too long|agreed timescales?)\b"
        ),
    ),
    Topic(
        "poor handling",
        re.compile(
            r"\b(?:disappoint\w*|concern(?:ed|s|ing)?|unacceptable|frustrat\w+|poor\w*|inadequate|regret\w*)\b"
            r"|\b(?:fail(?:ed|ure|ing)? to|did not) (?:respond|reply|answer|provide|comply|engage|keep|send)"
        ),
    ),
    Topic(
        "praise",
        re.compile(r"\b(?:pleased|welcome|commend\w*|congratulat\w+|impress\w+|grateful|credit|well done|positive)\b"),
    ),
)


_HINTS = (
    *("public report", "a report", "late", "delay", "overdue", "on time", "too long", "timescale"),
    *("disappoint", "concern", "unaccept", "frustrat", "poor", "inadequ", "regret", "fail", "did not"),
    *("pleased", "welcome", "commend", "congratul", "impress", "grateful", "credit", "well done", "positive"),
)
"""A word of every topic: most blocks of a letter have none and need no closer look."""


def remarks(text: TextMap) -> Iterator[Span]:
    """The place of each remark, in the order of the letter."""
    for start, end in _paragraphs(text):
        if topics(text.text[start:end]) and not is_standard(text.text[start:end]):
            yield start, end


def topics(paragraph: str) -> tuple[str, ...]:
    """What a paragraph (in small letters) says of this authority; nothing where it tells of no event of its own."""
    words = " ".join(paragraph.split())
    if not (_YOURS.search(words) and _EVENT.search(words)):
        return ()
    return tuple(topic.name for topic in TOPICS if topic.pattern.search(words))


def is_standard(paragraph: str) -> bool:
    """Whether most of a paragraph's sentences stand in letters to other authorities as well."""
    prints = [fingerprint(sentence) for sentence in sentences(paragraph)]
    return bool(prints) and 2 * sum(one in SENTENCES for one in prints) >= len(prints)


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, white space folded."""
    return [one for one in re.split(r"(?<=[.!?])\s+", " ".join(paragraph.split())) if len(one.split()) > 3]


def fingerprint(sentence: str) -> str:
    """Twelve hexadecimal digits that stand for a sentence whatever its figures, capitals and punctuation."""
    bare = re.sub(r"[^a-z ]", "", re.sub(r"\d+", "", sentence.lower()))
    return blake2b(" ".join(bare.split()).encode(), digest_size=6).hexdigest()


def _paragraphs(text: TextMap) -> Iterator[Span]:
    """The paragraphs of prose that may be about something: of several words, ending as a sentence does."""
    hinted = {text.line_at(place).block for hint in _HINTS for place in _places(text.text, hint)}
    for block, lines in groupby(text.lines, key=lambda line: line.block):
        for start, end in _parted(text, list(lines)) if block in hinted else ():
            words = text.text[start:end]
            if words.count(" ") + words.count("\n") >= _FEWEST_WORDS and words.rstrip()[-1:] in ".!":
                yield start, end


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def _parted(text: TextMap, lines: list[Line]) -> Iterator[Span]:
    """A block's paragraphs: one ends where the next line's first word would still have fitted, or where the leading grows."""
    right = max(line.box.x1 for line in lines)
    gaps = sorted(after.box.y0 - line.box.y1 for line, after in pairwise(lines))
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    start = lines[0].start
    for line, after in pairwise(lines):
        room = right - line.box.x1
        grows = after.box.y0 - line.box.y1 > usual + 0.35 * line.box.height
        if grows or room > _first_word(text, after) + 0.5 * line.box.height:
            yield start, line.end
            start = after.start
    yield start, lines[-1].end


def _first_word(text: TextMap, line: Line) -> float:
    """About how wide a line's first word is, in points."""
    words = text.text[line.start : line.end]
    return line.box.width * len(words.split(maxsplit=1)[0]) / max(1, len(words))
