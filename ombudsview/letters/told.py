"""What the prose tells of how many complaints were received: the old letters say in a sentence what their table says in its total."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ombudsview.letters.find import MONTH, Span, compiled
from ombudsview.letters.paragraphs import paragraphs
from ombudsview.paper.text import TextMap

_KIND = "(?:(?:new|formal|fresh|such|separate|written|of these) )?"
_THINGS = rf"{_KIND}(?:enquir(?:y|ies) (?:and|or) complaints?|complaints? (?:and|or) enquir(?:y|ies)|complaints?|enquir(?:y|ies))"
_SOME = r"(?:[^.\n\f]|\n(?!\n)){0,80}?"
_ARRIVED = "(?:received|made|brought|registered|came to|reached|against your|about your (?:council|authority))"
_SENTENCES = (
    rf"\b(?:received|recorded|registered|dealt with|had|took) (?:in all |altogether |a total of )?{{number}} {_THINGS}\b",
    rf"\b(?:subject of|total of|totalled|sum of) {{number}} {_THINGS}\b",
    rf"\bnumber of {_THINGS}\b{_SOME} (?:was|were|is|to|at|totalled|reached) {{number}}(?= ?[.,;:(]| in | of | for )",
    rf"{{number}} {_THINGS} (?:(?:were|was|had been|have been) )?{_ARRIVED}\b",
    rf"\bthere (?:were|was) {{number}} {_THINGS}\b",
)
_COUNTED = rf"{{number}} {_THINGS}\b"
_HEADING = re.compile(r"(?<![^\n\f])(?:enquiries and )?complaints received(?=[\n\f])|(?<![^\n\f])volume(?=[\n\f])")
_PARAGRAPH = re.compile(r"[^\n\f]{30,}(?:\n[^\n\f]+)*")
_NO_NUMBERS = ("no", "one")  # "no more than", "one of them"
_YEAR, _TIME = re.compile(r"(?:19|20)\d\d"), re.compile(r"\s(?:days?|weeks?|months?|years?|" + MONTH + r")\b")
_OTHERS = re.compile(
    r"\b(?:last|previous|preceding) year\b|\byear (?:before|earlier)\b|\bacross\b|\bcountry\b|\bnational|\bengland\b"
    r"|\ball (?:councils|authorities)\b|\bon average\b|\b(?:quarter|month)\b"
)


@dataclass(frozen=True)
class Told:
    """What prose tells of a figure: `says` gives the numbers of sentences that mean it, `near` those that stand where it should."""

    says: Callable[[TextMap], Iterator[Span]]
    near: Callable[[TextMap], Iterator[Span]]


def received(text: TextMap) -> Iterator[Span]:
    """The numbers of complaints that sentences give as received from this authority's people in the year, in their order."""
    found = {}
    for pattern in _SENTENCES:
        for match in compiled(pattern).finditer(text.text):
            if not _OTHERS.search(_before(text, match.start("value"))):
                found[match.start("value")] = match.end("value")
    yield from sorted(found.items())


def spoken_of(text: TextMap) -> Iterator[Span]:
    """Every number in the paragraph under the heading of what was received, the first that counts complaints before the rest."""
    for heading in _HEADING.finditer(text.text):
        paragraph = _paragraph(text, heading.end())
        if paragraph is None:
            continue
        counted = compiled(_COUNTED).search(text.text, *paragraph)
        first = counted.span("value") if counted is not None else None
        numbers = [match.span("value") for match in compiled("{number}").finditer(text.text, *paragraph)]
        numbers = [span for span in numbers if span == first or not _is_of_time(text.text, *span)]
        numbers = [span for span in numbers if text.text[slice(*span)] not in _NO_NUMBERS]
        if numbers:
            yield from sorted(numbers, key=lambda span: span != first)
            return


def _paragraph(text: TextMap, place: int) -> Span | None:
    """The first paragraph behind a place. On a scan a whole page can be one block: a number further down would seem to agree."""
    found = _PARAGRAPH.search(text.text, place)
    if found is None:
        return None
    first = text.line_at(found.start())
    lines = [line for line in text.lines if line.block == first.block and line.start >= first.start]
    _, last = next(paragraphs([(line.box, text.printed(line.start, line.end)) for line in lines]))
    return found.start(), min(found.end(), lines[last].end)


RECEIVED = Told(received, spoken_of)


def _is_of_time(text: str, start: int, end: int) -> bool:
    """Whether a number is a year or a day, or says how long: in twelve months, by 31 March 2010."""
    return _YEAR.fullmatch(text, start, end) is not None or _TIME.match(text, end) is not None


def _before(text: TextMap, place: int) -> str:
    """What stands before a place in its sentence."""
    start = max(text.text.rfind(end, 0, place) for end in (". ", ".\n", "\n\n", "\f"))
    return text.text[start + 1 : place]
