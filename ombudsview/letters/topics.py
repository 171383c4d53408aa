"""What a remark is about: a public report, a late remedy, poor handling, praise. One remark may be about several of these."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_YOURS = re.compile(r"\byour? (?:council|authority|organisation|body)\b|\byour?s?\b")
_EVENT = re.compile(
    r"\b(?:this|last|the) year\b|\bin (?:one|two|three|four|five|\d+) (?:of|cases?|complaints?|occasions?)\b"
    r"|\byour (?:council|authority|organisation|officers?|staff)(?:'s)? (?:has|have|had|was|were|did|failed|took|agreed|provided"
    r"|response|responses|handling|compliance|performance|delays?)\b|\bduring \d{4}|\bi (?:was|am|have|had|note|noted)\b"
)


@dataclass(frozen=True)
class Topic:
    """What a remark is about: its public name, the words that tell, and what is asked of the officer where it is there."""

    name: str
    label: str
    pattern: re.Pattern[str]
    asks: str = ""


_LEARNT = "Add a note of what was learnt."
TOPICS = (
    Topic(
        "public_report",
        "public report",
        re.compile(r"\bpublic (?:interest )?reports?\b|\b(?:issued|published) a (?:public )?report\b"),
        f"The letter speaks of a public report. {_LEARNT}",
    ),
    Topic(
        "late_remedy",
        "late remedy",
        re.compile(
            r"\b(?:late|delay(?:s|ed)?|overdue|on time|out of time|took too long|agreed timescales?)\b(?s:.*)"
            r"\b(?:remed\w+|recommend\w+|compl(?:y|ied|iance|eted))\b"
            r"|\b(?:remed\w+|recommend\w+|compl(?:y|ied|iance|eted))\b(?s:.*)"
            r"\b(?:late|delay(?:s|ed)?|overdue|on time|out of time|too long|agreed timescales?)\b"
        ),
        f"The letter speaks of whether remedies came in time. {_LEARNT}",
    ),
    Topic(
        "poor_handling",
        "poor handling",
        re.compile(
            r"\b(?:disappoint\w*|concern(?:ed|s|ing)?|unacceptable|frustrat\w+|poor\w*|inadequate|regret\w*)\b"
            r"|\b(?:fail(?:ed|ure|ing)? to|did not) (?:respond|reply|answer|provide|comply|engage|keep|send)"
        ),
        f"The letter finds fault with how complaints were handled. {_LEARNT}",
    ),
    Topic(
        "praise",
        "praise",
        re.compile(r"\b(?:pleased|welcome|commend\w*|congratulat\w+|impress\w+|grateful|credit|well done|positive)\b"),
    ),
)


HINTS = (
    *("public report", "a report", "late", "delay", "overdue", "on time", "too long", "timescale"),
    *("disappoint", "concern", "unaccept", "frustrat", "poor", "inadequ", "regret", "fail", "did not"),
    *("pleased", "welcome", "commend", "congratul", "impress", "grateful", "credit", "well done", "positive"),
)
"""A word of every topic: most blocks of a letter have none and need no closer look."""


def topics(paragraph: str) -> tuple[Topic, ...]:
    """What a paragraph says of this authority; nothing where it tells of no event of its own."""
    words = " ".join(paragraph.split()).lower()
    return touched(words) if _YOURS.search(words) and _EVENT.search(words) else ()


def touched(words: str) -> tuple[Topic, ...]:
    """The topics whose words stand in a text in small letters, of whomever it speaks."""
    return tuple(topic for topic in TOPICS if topic.pattern.search(words))


def labels(remark: str) -> tuple[str, ...]:
    """What a remark is about, in words for people."""
    return tuple(topic.label for topic in topics(remark))


def of_all(remarks: Iterable[str]) -> tuple[Topic, ...]:
    """What some remarks are about, each topic once, in the order of `TOPICS`."""
    found = {topic for remark in remarks for topic in topics(remark)}
    return tuple(topic for topic in TOPICS if topic in found)
