"""The head of a letter: the lines of its address, and who they name.

The address is what stands between the date and "Dear": names, one or more job titles, the authority, sometimes a postal
address. The salutation says which lines are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ombudsview.letters.find import Span, compiled
from ombudsview.paper.text import Line, TextMap

_SALUTATION = re.compile(r"(?<![^\n\f])dear\s[^\n\f]{2,80}")
_DATE_AT_END = re.compile(compiled("{date}").pattern + r"(?=[\n\f])")
_BEFORE_DATE = re.compile(r"(?:\A|[\n\f])(?:(?:our\s)?date:?\s)?\Z")
_PERIOD_HEADER = re.compile(r"for\sthe\speriod\sending:?\s" + compiled("{any_date}").pattern)
_NOT_ADDRESS = re.compile(
    r"(?:our|your) date\b|by e-?mail|by post|sent by|our ref|your ref|if tele|tel(?:ephone)?\b|e-?mail\b|private|confidential|official"
    r"|annual (?:letter|review)|re:|\(?please quote|www\.|\S+@\S+"
    r"|.*\bombudsman\b"
)
_BESIDE = re.compile(r"\s(?:(?:our|your) ref(?:erence)?\b|(?:date|tel(?:ephone)?|phone|fax|e-?mail)\.?:)")
_ROLE = re.compile(
    r"\b(?:chief|director|directors|head|officers?|leader|executives?|clerk|managers?|secretary|solicitor|president|principal"
    r"|commissioner|town clerk|interim|acting|mayor|treasurer|lead|deputy|assistant|advis[eo]r|co-?ordinator"
    r"|chair(?:man|woman|person)?)\b"
)
_BODY = re.compile(
    r"\b(?:council|councils|authority|borough|corporation|transport\sfor|fire|rescue|police|national\spark|broads|executive"
    r"|city\sof|commission|scilly)\b"
)
_BUILDING = re.compile(
    r"\bcouncil\s(?:offices?|house|chambers?|buildings?|hq)\b|\b(?:civic|town|county|shire|guild)\s?hall\b|\d"
)
_PARTING = re.compile(r"\s(?:&|and)\s|\s?[,/]\s")
_ENDS_OPEN = re.compile(r"(?:\s?(?:&|,|\band))?\Z")
_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "cllr", "councillor", "rev")
)  # fmt: skip
_OPEN = re.compile(r"(?:\b(?:of|and|the|for|upon|on)|&)\Z")
_UNFINISHED = re.compile(rf"{_OPEN.pattern}|,\Z")
_GOES_ON = re.compile(r"(?:&|and\b|of\b|upon\b)")


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


_LAST_DAY = re.compile(r"31(?:st)?\smarch\b|31/0?3/")
_ENDS_YEAR = re.compile(r"\bend(?:ed|ing):?\s+\Z")
_COVER_TITLE = re.compile(r"ombudsman|annual|\bletter\b|\breview\b")
_REPORT = "local authority report"
# A table's title that stands beside or above the period, perhaps where the line with the name was laid elsewhere.
_HEADING = re.compile(
    r"(?:complaints|decisions|enquiries|first\senquiries|response|average|table|compliance|satisfactory)\b"
)
_REPORT_ON = re.compile(rf"{_REPORT}\s?[-:]\s?")
_COVER = re.compile(r"(?<![^\n\f])for\sthe\syear\send(?:ed|ing)\b")


def header_authority(text: TextMap) -> Iterator[Span]:
    """The name above "For the period ending", at the head of the statistics."""
    for match in _PERIOD_HEADER.finditer(text.text):
        before = text.text[: match.start()].removesuffix("\n").removesuffix(_REPORT).removesuffix("\n")
        start = max(before.rfind("\n"), before.rfind("\f")) + 1
        title = _REPORT_ON.match(before, start)
        start = title.end() if title else start
        named = start < len(before) < match.start() and not before.endswith("\n")
        if named and not _HEADING.match(before, start):
            yield start, len(before)


def cover_authority(text: TextMap) -> Iterator[Span]:
    """The body named on a cover page, above "for the year ended"."""
    found = _COVER.search(text.text)
    if found is not None:
        name = text.line_above(text.line_at(found.start()), reach=8)
        if name is not None and not _NOT_ADDRESS.match(_folded(text, name)):
            yield _name_start(text, name), name.end


def _name_start(text: TextMap, last: Line) -> int:
    """Where a name on a cover begins, which may be wrapped: its lines are of one size and hold no words of the title."""
    start = last
    while (above := text.line_above(start, reach=1)) is not None and above.block == last.block:
        if _COVER_TITLE.search(_folded(text, above)) or above.box.height > 1.15 * last.box.height:
            break
        start = above
    return start.start


def addressees(text: TextMap) -> Iterator[Span]:
    """Each person named in the address."""
    yield from address(text).names


def addressee_role(text: TextMap) -> Iterator[Span]:
    """The job title under the names."""
    yield from address(text).roles[:1]


def letter_date(text: TextMap) -> Iterator[Span]:
    """The date that fills a line before the salutation; else the first that fills a line and ends no year."""
    greeting = salutation(text)
    dates = [
        match.span("value")
        for match in _DATE_AT_END.finditer(text.text)
        if _BEFORE_DATE.search(text.text, max(0, match.start() - 12), match.start())
    ]
    if greeting is not None:
        page = text.line_at(greeting.start()).page
        dates = [date for date in dates if text.line_at(date[0]).page <= page] or dates
    dates = [date for date in dates if not _ENDS_YEAR.search(text.text, max(0, date[0] - 20), date[0])]
    # The last day of a year stands by itself on covers; no letter was ever written on it.
    yield from ([date for date in dates if not _LAST_DAY.match(text.text, date[0])] or dates)[:1]


@lru_cache(maxsize=2)  # three fields ask for it in turn
def address(text: TextMap) -> Address:
    """The address of a letter; empty where no salutation shows where it ends."""
    greeting = salutation(text)
    if greeting is None:
        return Address()
    lines = _address_lines(text, text.line_at(greeting.start()))
    greeted = surnames(greeting.group())
    folded = [_folded(text, line) for line in lines]
    named = [_is_name(words, greeted) for words in folded]
    if not any(named) and len(lines) > 1 and not _ROLE.search(folded[0]) and not _BODY.search(folded[0]):
        named[0] = True
    at = _authority_line(folded, named)
    if at is None:
        return Address()
    start = at
    while (
        start > 0
        and _UNFINISHED.search(folded[start - 1])
        and not named[start - 1]
        and not _ROLE.search(folded[start - 1])
    ):
        start -= 1
    end = at
    while end + 1 < len(lines) and not named[end + 1] and _runs_on(folded[end], folded[end + 1]):
        end += 1
    spans = [
        span
        for line, is_name in zip(lines[:start], named, strict=False)
        if is_name
        for span in _parted(text, line, greeted)
    ]
    # Text that is drawn twice, for bold or shadow, names nobody twice.
    names = {text.text[first:last]: (first, last) for first, last in reversed(spans)}
    return Address(
        tuple(reversed(names.values())),
        tuple(_roles(lines[:start], folded, named)),
        _authority_span(text, lines[start], lines[end]),
    )


def _without_reference(text: TextMap, line: Line) -> Line:
    """The line as far as a reference that stands so close beside it that it seems to be one of its words."""
    beside = _BESIDE.search(text.text, line.start, line.end)
    return line if beside is None else Line(line.page, line.box, line.start, beside.start(), line.block)


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
        kept.append(_without_reference(text, line))
    return kept[::-1]


def _authority_line(folded: list[str], named: list[bool]) -> int | None:
    """Which line names the body: the first that reads like one, else the first that is no name, job title or building."""
    rest = [number for number, words in enumerate(folded) if not named[number] and not _BUILDING.search(words)]
    bodies = [number for number in rest if _BODY.search(folded[number])]
    pure = [number for number in bodies if not _ROLE.search(_BODY.sub("", folded[number]))]
    whole = [number for number in pure if not (number and _is_open_role(folded[number - 1]))]
    after_comma = [number for number in bodies if _BODY.search(folded[number].partition(", ")[2])]
    others = [number for number in rest if number and not _ROLE.search(folded[number])]
    return next(iter((*whole, *after_comma, *pure, *others)), None)


def _is_open_role(words: str) -> bool:
    """Whether a line is a job title that goes on in the next: `Director of Housing and`."""
    return bool(_ROLE.search(words) and _OPEN.search(words))


def _runs_on(words: str, following: str) -> bool:
    """Whether a body's name goes on in the next line; after a comma it is the postal address that follows."""
    return bool(_GOES_ON.match(following) or _OPEN.search(words))


def _roles(lines: list[Line], folded: list[str], named: list[bool]) -> Iterator[Span]:
    """The job titles: what stands under the names, or where there are none what reads like one."""
    first = named.index(True) if any(named) else None
    numbers = iter(range(len(lines)))
    for number in numbers:
        if named[number] or (number < first if first is not None else not _ROLE.search(folded[number])):
            continue
        last = number
        while last + 1 < len(lines) and not named[last + 1] and _is_open_role(folded[last]):
            last = next(numbers)
        yield lines[number].start, lines[last].end


def _authority_span(text: TextMap, first: Line, last: Line) -> Span:
    """The lines of the name; only what follows the last comma where a job title stands before it."""
    words = text.text[first.start : last.end]
    before, comma, _ = words.rpartition(", ")
    if comma and _ROLE.search(before):
        return first.start + len(before) + 2, last.end
    return first.start, last.end


def surnames(greeting: str) -> list[str]:
    """Whom a line that begins with "dear", in small letters, greets by name: the last word of each."""
    people = _PARTING.split(greeting.removeprefix("dear").strip(" \n,"))
    words = [person.split() for person in people if person.split()]
    return [person[-1] for person in words if not _ROLE.search(" ".join(person)) and person[-1] not in ("sir", "madam")]


def _is_name(words: str, surnames: list[str]) -> bool:
    tokens = re.findall(r"[\w'-]+", words)
    if any(surname in tokens for surname in surnames) and not _BODY.search(words):
        return True
    return bool(tokens) and tokens[0] in _TITLES


def _parted(text: TextMap, line: Line, surnames: list[str]) -> list[Span]:
    """The names on one line, parted at "&", "and" or a comma where the salutation greets more than one person."""
    end = line.end - len(_ENDS_OPEN.search(text.text[line.start : line.end])[0])  # type: ignore[index]
    if len(surnames) < 2:
        return [(line.start, end)]
    spans: list[Span] = []
    start = line.start
    for parting in _PARTING.finditer(text.text, line.start, end):
        spans.append((start, parting.start()))
        start = parting.end()
    return [*spans, (start, end)]
