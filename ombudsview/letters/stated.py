"""A finder for wordings that nobody has seen: a figure in a sentence that has telling words, in a section of the figures.

Where a sentence has two figures, what stands before each is its own; whether it is an average is told by words of comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.letters.find import Span, compiled
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap

_COMPARED = re.compile(
    r"\baverages?\b|\bcompar(?:e[sd]?|ing|ison)\b|\bsimilar\b|\bother (?:authorities|councils|organisations|bodies)\b|\btypical"
    r"|\bof (?:this|your|the same) (?:type|kind|sort)\b|\b(?:mean|median|typical|usual)\b|\bagainst\b|\bpeers?\b"
)
# What letters say of any authority: "Where a compliance rate is below 100% …".
_GENERAL = re.compile(r"\b(?:where|if|unless|below|under|less than|we expect|should|any)\b")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n\n|\f")


@dataclass(frozen=True)
class Stated:
    """The figures (`{percent}`, `{rate}`, `{count}`) of sentences that fit `about`, in one section.

    Those of others where `compared`, of this authority itself where not; never of sentences that fit `never`.
    """

    blank: str
    section: str
    about: str
    compared: bool = False
    never: str = r"(?!)"

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """The places of the figures, in the order of the text."""
        about, never, blank = map(compiled, (self.about, self.never, self.blank))
        for match in blank.finditer(text.text):
            if regions.section_at(match.start("value")) != self.section:
                continue
            start, end = _sentence(text.text, *match.span("value"))
            sentence = text.text[start:end]
            if not about.search(sentence) or never.search(sentence) or _GENERAL.search(sentence):
                continue
            if bool(_COMPARED.search(_own(text.text, blank, match, (start, end)))) == self.compared:
                yield match.span("value")


def _sentence(text: str, start: int, end: int) -> Span:
    """The ends of the sentence around a place."""
    before = [stop.end() for stop in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    after = _SENTENCE_END.search(text, end)
    return (before[-1] if before else max(0, start - 400)), (after.start() if after else len(text))


def _own(text: str, blank: re.Pattern[str], figure: re.Match[str], sentence: Span) -> str:
    """The words of a sentence that go with one of its figures: those before it, after the last also those behind it."""
    start = max((other.end() for other in blank.finditer(text, sentence[0], figure.start())), default=sentence[0])
    last = blank.search(text, figure.end(), sentence[1]) is None
    return text[start : sentence[1] if last else figure.start()]
