"""The fields of a letter of no known layout: what stands in plain sight is suggested, and nothing of it is taken for sure."""

from __future__ import annotations

import re

from ombudsview.authorities import Register
from ombudsview.letters import check
from ombudsview.letters.fields import FIELDS, Unit, parse
from ombudsview.letters.find import Span
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.suggest import MOST_PAGES, suggestions
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import read_field
from ombudsview.reading.identify import YEAR_END
from ombudsview.reading.model import Doubt, FieldReading, ReaderState

CODE = "suggested"


def suggested(text: TextMap) -> dict[str, FieldReading]:
    """The suggestions by field: each with its places, state `look_here` and a doubt that says what it is."""
    spans = {**in_plain_sight(text), **suggestions(text, KINDS)}
    found = (read_field(FIELDS[key], text, spans[key]) for key in FIELDS if key in spans)
    return {field.key: _doubted(field) for field in found if field.value is not None}


def in_plain_sight(text: TextMap) -> dict[str, tuple[Span, ...]]:
    """Where an authority of the register is named and a year's last day is given; nothing where two of them are."""
    if text.pages[1] - text.pages[0] >= MOST_PAGES:
        return {}
    ends: dict[str, list[Span]] = {}
    for match in YEAR_END.finditer(text.text):
        ends.setdefault(parse(Unit.DATE, " ".join(match[0].split())) or "", []).append(match.span())
    found = {"authority": _named(text), "period_end": ends}
    return {key: tuple(*places.values()) for key, places in found.items() if len(places) == 1 and "" not in places}


def _named(text: TextMap) -> dict[str, list[Span]]:
    """The places of each of the register's names; not of one that is a part of another."""
    flat = re.sub(r"\s", " ", text.text)
    names = sorted({one.name.lower() for one in Register.load().authorities}, key=len, reverse=True)
    found: dict[str, list[Span]] = {}
    for name in filter(flat.__contains__, names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", flat):
            taken = (span for spans in found.values() for span in spans)
            if not any(start <= match.start() and match.end() <= end for start, end in taken):
                found.setdefault(name, []).append(match.span())
    return found


def misfits(fields: dict[str, FieldReading]) -> tuple[Doubt, ...]:
    """What does not fit among the values."""
    problems = check.check({key: field.value for key, field in fields.items()})
    return tuple(Doubt(problem.code, problem.sentence, problem.keys) for problem in problems)


def _doubted(field: FieldReading) -> FieldReading:
    place = field.sources[0]
    printed = field.printed if isinstance(field.printed, str) else "; ".join(field.printed or ())
    sentence = (
        f"{FIELDS[field.key].label}: “{printed}” on page {place.page} is a suggestion, because this layout is not known."
        " Compare it with the page."
    )
    doubts = (Doubt(CODE, sentence, (field.key,)), *field.doubts)
    return FieldReading(
        field.key, field.value, field.printed, ReaderState.LOOK_HERE, field.sources, doubts, field.reason
    )
