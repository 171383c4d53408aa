"""What a letter of no known layout says in plain sight: figures beside a label of the vocabulary, and sentences of known layouts.

Running prose is left alone, for it speaks of other years and other bodies; so is a field for which different figures are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from ombudsview.letters.fields import FIELDS, Unit, parse
from ombudsview.letters.find import Span
from ombudsview.letters.headline import above
from ombudsview.letters.identity import AUTHORITY, LETTER_DATE, PEOPLE, PERIOD_END, PERIOD_START
from ombudsview.letters.kind import Entry, Kind
from ombudsview.letters.lone import Where, beside
from ombudsview.letters.sections import Regions
from ombudsview.letters.wordings import known_as
from ombudsview.letters.words_by_place import AROUND, across, box_of
from ombudsview.paper.text import Line, TextMap

MOST_PAGES = 40
"""In longer files nothing is suggested: what stands there in plain sight is rarely one letter's."""

_LABEL_LINES = 3
_PAIR = re.compile(
    r"(?P<figure>\d[\d,.]*\s?%?)\s*[-:=]?\s+(?P<label>[^\d\W].*)\Z"
    r"|(?P<label2>[^\d\W](?:[^\n]*?[^\W])?)\s*[-:=.…\s]*?\s(?P<figure2>\d[\d,.]*\s?%?)\Z"
)
_OTHER_BODY = re.compile(
    r"\b(?!(?:The|Your|Our|This|Each|A)\s)(?:[A-Z][\w'’-]+\s)+(?:Council|Authority|Trust|Partnership)\b"
)
_TITLE = re.compile(r"(?<![^\n\f])annual\s(?:review\s)?(?:letter|review|report)\b[^\n\f]{0,40}(?=[\n\f])")
_SHORT_BLOCK = 32  # words

Spans = dict[str, tuple[Span, ...]]


def suggestions(text: TextMap, kinds: tuple[Kind, ...]) -> Spans:
    """The places to suggest for each field, in the order of the vocabulary; those of a field all say the same."""
    if text.pages[1] - text.pages[0] >= MOST_PAGES:
        return {}
    found: dict[str, dict[Span, None]] = {}
    for key, span in (*_pairs(text), *_sentences(text, kinds)):
        found.setdefault(key, {})[span] = None
    agreed = {key: tuple(spans) for key, spans in found.items() if _agree(text, key, spans)}
    whole = {**_identity(text), **agreed}
    return {key: whole[key] for key in FIELDS if key in whole}


def _agree(text: TextMap, key: str, spans: dict[Span, None]) -> bool:
    values = {parse(FIELDS[key].unit, text.printed(*span).strip(AROUND)) for span in spans}
    return len(values) == 1 and None not in values


def _identity(text: TextMap) -> Spans:
    """Who, when and to whom, by the finders that all layouts share."""
    regions = Regions(text, ())
    found: Spans = {}
    for entry in (AUTHORITY, PERIOD_START, PERIOD_END, LETTER_DATE, *PEOPLE):
        spans = tuple(dict.fromkeys(span for finder in entry.finders for span in finder.find(text, regions)))
        if spans and (
            FIELDS[entry.key].many or entry.key == "authority" or _agree(text, entry.key, dict.fromkeys(spans))
        ):
            found[entry.key] = spans
    named = title(text)
    return found | ({"title": (named,)} if named else {})


def title(text: TextMap) -> Span | None:
    """The line that calls itself an annual letter, review or report."""
    found = _TITLE.search(text.text)
    return found.span() if found else None


def _pairs(text: TextMap) -> Iterator[tuple[str, Span]]:
    """Fields with the place of a figure that shares a line with its label, or stands beside it."""
    for _, group in groupby(text.lines, key=lambda line: (line.page, line.block)):
        block = list(group)
        if _is_prose(text, block):
            continue
        for line in block:
            yield from _in_line(text, line)
        for first in range(len(block)):
            for last in range(first, min(first + _LABEL_LINES, len(block))):
                yield from _beside(text, block[first].start, block[last].end)


def _is_prose(text: TextMap, block: list[Line]) -> bool:
    words = text.raw[block[0].start : block[-1].end].split()
    longest = max(len(text.raw[line.start : line.end].split()) for line in block)
    return longest > 9 or (len(words) > 6 and words[-1].endswith((".", ";")))


def _headings(text: TextMap, place: int) -> list[str]:
    return [text.text[start:end] for start, end, _, _ in above(text, place)]


def _in_line(text: TextMap, line: Line) -> Iterator[tuple[str, Span]]:
    pair = _PAIR.match(text.text[line.start : line.end].strip())
    if pair is None:
        return
    name, figure = ("label", "figure") if pair["figure"] else ("label2", "figure2")
    lead = len(text.text[line.start : line.end]) - len(text.text[line.start : line.end].lstrip())
    start, end = (line.start + lead + place for place in pair.span(figure))
    for key in known_as(pair[name], _headings(text, line.start)):
        if _fits(FIELDS[key].unit, pair[figure]):
            yield key, (start, end)


def _fits(unit: Unit, figure: str) -> bool:
    return (unit is Unit.PERCENT) == figure.rstrip(" .").endswith("%") and parse(unit, figure.strip(AROUND)) is not None


def _beside(text: TextMap, start: int, end: int) -> Iterator[tuple[str, Span]]:
    label = text.text[start:end]
    if re.search(r"\d", label.replace("100,000", "")):
        return
    for key in known_as(label, _headings(text, start)):
        span = _nearest(text, start, end, FIELDS[key].unit)
        if span is not None and _fits(FIELDS[key].unit, text.printed(*span)):
            yield key, span


def _nearest(text: TextMap, start: int, end: int, unit: Unit) -> Span | None:
    """The figure on the label's row, else the one clearly nearest above or below it."""
    row = {span for where in (Where.BEFORE, Where.AFTER) if (span := beside(text, start, end, where, unit))}
    if row:
        return row.pop() if len(row) == 1 else None
    near = [span for where in (Where.ABOVE, Where.BELOW) if (span := beside(text, start, end, where, unit))]
    label = box_of(text, start, end)
    apart = sorted(
        (max(box.y0 - label.y1, label.y0 - box.y1, 0.1), span) for span in near if (box := box_of(text, *span))
    )
    if len(apart) > 1 and apart[1][0] < 1.5 * apart[0][0]:
        return None
    return apart[0][1] if apart and across(box_of(text, *apart[0][1]), label) > 0 else None


def _sentences(text: TextMap, kinds: tuple[Kind, ...]) -> Iterator[tuple[str, Span]]:
    """What the finders of known layouts find outside running prose."""
    names = [
        text.printed(*span).lower() for finder in AUTHORITY.finders for span in finder.find(text, Regions(text, ()))
    ]
    for kind in kinds:
        regions = Regions(text, kind.sections)
        for entry in _figures(kind):
            for finder in entry.finders:
                for span in finder.find(text, regions):
                    if _in_plain_sight(text, span, names):
                        yield entry.key, span


def _figures(kind: Kind) -> Iterator[Entry]:
    return (entry for entry in (*kind.entries, *kind.extra) if FIELDS[entry.key].group not in ("Identity", "Remarks"))


def _in_plain_sight(text: TextMap, span: Span, names: list[str]) -> bool:
    """Whether a place lies in a short block that names no body but the letter's own."""
    line = text.line_at(span[0])
    block = [other for other in text.lines if other.block == line.block and other.page == line.page]
    words = " ".join(text.raw[block[0].start : block[-1].end].split())
    others = (found[0].lower() for found in _OTHER_BODY.finditer(words))
    return len(words.split()) <= _SHORT_BLOCK and all(any(other in name for name in names) for other in others)
