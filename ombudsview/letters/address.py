"""The head and the foot of a letter: the lines of its address, who they name, and who signs.

The address is what stands between the date and "Dear": names, one or more job titles, the authority, sometimes a postal
address. The salutation says which lines are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.letters.find import Span, compiled
from ombudsview.paper.text import Line, TextMap

_SALUTATION = re.compile(r"(?<![^\n\f])dear\s[^\n\f]{2,80}")
_DATE_LINE = re.compile(r"(?<![^\n\f])(?:date:?\s)?" + compiled("{date}").pattern + r"(?=[\n\f])")
_NOT_ADDRESS = re.compile(
    r"by e-?mail|by post|sent by|our ref|your ref|if tele|tel(?:ephone)?\b|e-?mail\b|private|confidential|official|www\.|\S+@\S+"
    r"|.*\bombudsman\b"
)
_ROLE = re.compile(
    r"\b(?:chief|director|directors|head|officers?|leader|executives?|clerk|managers?|secretary|solicitor|president|principal"
    r"|commissioner|town clerk|interim|acting|mayor)\b"
)
_BODY = re.compile(
    r"\b(?:council|councils|authority|borough|corporation|transport\sfor|fire|rescue|police|national\spark|broads|executive"
    r"|city\sof|commission|scilly)\b"
)
_BUILDING = re.compile(
    r"\bcouncil\s(?:offices?|house|chambers?|buildings?|hq)\b|\b(?:civic|town|county|shire|guild)\s?hall\b|\d"
)
_PARTING = re.compile(r"\s(?:&|and)\s|\s?[,/]\s")
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "cllr",
        "councillor",
        "rev",
    ]
)
_UNFINISHED = re.compile(r"(?:\b(?:of|and|the|for|upon|on)|&|,)\Z")


@dataclass(frozen=True)
class Address:
    """Places in the text: of each name, of each job title, and of the authority."""

    names: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    authority: Span | None = None


def salutation(text: TextMap) -> re.Match[str] | None:
    """The line that begins with "Dear"."""
    return _SALUTATION.search(text.text)


def authority(text: TextMap) -> Iterator[Span]:
    """The council or body in the address."""
    place = address(text).authority
    if place is not None:
        yield place


def addressees(text: TextMap) -> Iterator[Span]:
    """Each person named in the address."""
    yield from address(text).names


def addressee_role(text: TextMap) -> Iterator[Span]:
    """The job title under the names."""
    yield from address(text).roles[:1]


def letter_date(text: TextMap) -> Iterator[Span]:
    """The date that fills a line before the salutation; else the first that fills a line."""
    greeting = salutation(text)
    dates = [match.span("value") for match in _DATE_LINE.finditer(text.text)]
    if greeting is not None:
        page = text.line_at(greeting.start()).page
        dates = [date for date in dates if text.line_at(date[0]).page <= page] or dates
    yield from dates[:1]


def signatory(text: TextMap) -> Iterator[Span]:
    """The name under "Yours sincerely"."""
    lines = _lines_under_close(text)
    if lines:
        yield lines[0].start, lines[0].end


def signatory_role(text: TextMap) -> Iterator[Span]:
    """The line under the signatory's name."""
    lines = _lines_under_close(text)
    if len(lines) > 1:
        yield lines[1].start, lines[1].end


def address(text: TextMap) -> Address:
    """The address of a letter; empty where no salutation shows where it ends."""
    greeting = salutation(text)
    if greeting is None:
        return Address()
    lines = _address_lines(text, text.line_at(greeting.start()))
    at = _authority_line(text, lines)
    if at is None:
        return Address()
    surnames = _surnames(greeting.group())
    start = at
    while (
        start > 1
        and _UNFINISHED.search(_folded(text, lines[start - 1]))
        and not _ROLE.search(_folded(text, lines[start - 1]))
    ):
        start -= 1
    names: list[Span] = []
    roles: list[Span] = []
    for line in lines[:start]:
        if _is_name(_folded(text, line), surnames, first=not names and not roles):
            names += _parted(text, line, people=max(1, len(surnames)))
        elif names:
            roles.append((line.start, line.end))
    return Address(tuple(names), tuple(roles), _authority_span(text, lines[start], lines[at]))


def _folded(text: TextMap, line: Line) -> str:
    return text.text[line.start : line.end]


def _address_lines(text: TextMap, greeting: Line) -> list[Line]:
    """The lines above the salutation, from the top, down from the last that is a date or a heading of the letter's own."""
    above = [
        line
        for line in text.lines
        if line.page == greeting.page
        and line.box.y1 <= greeting.box.y0 + 1
        and line.box.x0 < greeting.box.x0 + 12 * greeting.box.height
    ]
    above.sort(key=lambda line: (line.box.y0, line.box.x0))
    kept: list[Line] = []
    for line in reversed(above):
        words = _folded(text, line)
        if _NOT_ADDRESS.match(words) or re.fullmatch(r"(?:date:?\s)?" + compiled("{any_date}").pattern, words):
            if kept:
                break
            continue
        kept.append(line)
    return kept[::-1]


def _authority_line(text: TextMap, lines: list[Line]) -> int | None:
    """Which line names the body: the first that reads like one and is no job title or building; else the last of two or more."""
    folded = [_folded(text, line) for line in lines]
    for number, words in enumerate(folded):
        if (
            _BODY.search(words)
            and not _BUILDING.search(words)
            and not (number == 0 and len(lines) > 1 and _ROLE.search(words))
        ):
            role = _ROLE.search(_BODY.sub("", words))
            if role is None or "," in words:
                return number
    rest = [
        number
        for number, words in enumerate(folded)
        if number and not _ROLE.search(words) and not _BUILDING.search(words)
    ]
    return rest[0] if rest else None


def _authority_span(text: TextMap, first: Line, last: Line) -> Span:
    """The lines of the name; only what follows the last comma where a job title stands before it."""
    words = text.text[first.start : last.end]
    before, comma, _ = words.rpartition(", ")
    if comma and _ROLE.search(before):
        return first.start + len(before) + 2, last.end
    return first.start, last.end


def _surnames(greeting: str) -> list[str]:
    people = _PARTING.split(greeting.removeprefix("dear").strip(" \n,"))
    words = [person.split() for person in people if person.split()]
    return [person[-1] for person in words if not _ROLE.search(" ".join(person)) and person[-1] not in ("sir", "madam")]


def _is_name(words: str, surnames: list[str], *, first: bool) -> bool:
    tokens = re.findall(r"[\w'-]+", words)
    if any(surname in tokens for surname in surnames) and not _BODY.search(words):
        return True
    if tokens and tokens[0] in _TITLES:
        return True
    return first and not _ROLE.search(words)


def _parted(text: TextMap, line: Line, people: int) -> list[Span]:
    """The names on one line, parted at "&", "and" or a comma where the salutation greets more than one person."""
    if people < 2:
        return [(line.start, line.end)]
    spans: list[Span] = []
    start = line.start
    for parting in _PARTING.finditer(text.text, line.start, line.end):
        spans.append((start, parting.start()))
        start = parting.end()
    return [*spans, (start, line.end)]


_CLOSE = re.compile(r"(?<![^\n\f])yours\s(?:sincerely|faithfully),?(?=[\n\f])")


def _lines_under_close(text: TextMap) -> list[Line]:
    """Name and job titles under the letter's close, on its page or at the top of the next."""
    close = _CLOSE.search(text.text)
    if close is None:
        return []
    line = text.line_at(close.start())
    under = [other for other in text.lines if other.page == line.page and other.box.y0 >= line.box.y1 - 1]
    under = [other for other in under if abs(other.box.x0 - line.box.x0) < 6 * line.box.height]
    under.sort(key=lambda other: other.box.y0)
    return [other for other in under if not _folded(text, other).isdigit()]
