"""The foot of a letter: who signs it, and in what office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ombudsview.letters.find import Span
from ombudsview.paper.text import Line, TextMap

_CLOSE = re.compile(r"y(?<![^\n\f].)ours\s(?:sincerely|faithfully),?(?=[\n\f])")
_GREETING = re.compile(r"d(?<![^\n\f].)ear\s[^\n\f]{2,80}")
_OMBUDSMAN = re.compile(r"ombudsman(?=[\n\f])")
_OFFICE = re.compile(r"(?:interim |acting )?local government (?:(?:and|&) social care )?ombudsman")
_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_PERSON = re.compile(rf"{_CAPITAL}[\w.'\u2019-]*(?: {_CAPITAL}[\w.'\u2019-]*){{1,4}}\Z")


@lru_cache(maxsize=2)
def _signature(text: TextMap) -> list[Span]:
    """Name and office of who signs, after the letter's close, which may stand on the page before."""
    until = _next_letter(text)
    close = _CLOSE.search(text.text, 0, until)
    end = text.line_at(close.start()) if close is not None else None
    for office in _OMBUDSMAN.finditer(text.text, 0, until):
        line = text.line_at(office.start())
        if not _OFFICE.fullmatch(text.text, line.start, office.end()):
            continue
        if end is not None and (line.page < end.page or (line.page == end.page and line.box.y0 < end.box.y0)):
            continue
        name = text.line_above(line)
        if name is not None and _PERSON.match(text.printed(name.start, name.end)):
            return [(name.start, name.end), (line.start, line.end)]
    return _under_close(text, end) if end is not None else []


def _next_letter(text: TextMap) -> int:
    """Where the page begins on which somebody is greeted once more: a reply, perhaps, that follows in the same file."""
    first, *later = [text.line_at(greeting.start()).page for greeting in _GREETING.finditer(text.text)] or [0]
    page = next((page for page in later if page > first), None)
    return len(text.text) if page is None else next(line.start for line in text.lines if line.page == page)


def _under_close(text: TextMap, end: Line) -> list[Span]:
    """The first two lines under the close, where the first reads like a person's name."""
    under = [
        line
        for line in text.lines
        if line.page == end.page
        and line.box.y0 >= end.box.y1 - 1
        and abs(line.box.x0 - end.box.x0) < 6 * end.box.height
    ]
    under.sort(key=lambda line: line.box.y0)
    # Where the line with the name is lost, the office stands first.
    office = bool(under) and _OFFICE.match(text.text, under[0].start, under[0].end) is not None
    if under and not office and _PERSON.match(text.printed(under[0].start, under[0].end)):
        return [(line.start, line.end) for line in under[:2]]
    return []


def signatory(text: TextMap) -> Iterator[Span]:
    """The name above the signatory's office, or else under "Yours sincerely"."""
    yield from _signature(text)[:1]


def signatory_role(text: TextMap) -> Iterator[Span]:
    """The first line of the signatory's office."""
    yield from _signature(text)[1:2]
