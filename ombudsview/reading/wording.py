"""The year's wording, learnt from the letters at hand: what letters to two authorities about one year share is a remark about neither.

Only prints of sentences are kept, no text. A letter alone teaches nothing: it takes another authority's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from ombudsview.letters import check
from ombudsview.letters.fields import Value
from ombudsview.letters.remarks import is_shared, prints, remarks
from ombudsview.letters.topics import TOPICS
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading
from ombudsview.reading.registered import official_name
from ombudsview.reading.remark_doubts import led, still

Year = tuple[str, str]
"""Whose letters, and the year that they cover: sender and period end (ISO 8601)."""

KEY = "remarks"
_SHARED: Literal[""] = ""
_ASKED = frozenset(topic.name for topic in TOPICS)
_NONE_LEFT = "No paragraph is about this authority alone: letters to other authorities about the year say the same."


class Said(msgspec.Struct, frozen=True):
    """What a letter to an authority says of it, as prints of its sentences; most letters say nothing."""

    authority: str
    prints: tuple[str, ...]


class Wording:
    """What is at hand, by year. `kept` gives what the record has of a year; it is asked once for each year that is needed."""

    def __init__(self, kept: Callable[[Year], Iterable[Said]] = lambda _: ()) -> None:
        self._kept = kept
        self._years: dict[Year, dict[str, str]] = {}  # each print: whose letter has it, or nobody's where several do

    def learn(self, year: Year, said: Said) -> None:
        """Remember what a letter says."""
        _add(self._year(year), year, said)

    def learn_from(self, reading: Reading) -> None:
        """Remember what a letter says that has just been read."""
        if (filed := _filed(reading)) and (said := _remarks(reading)):
            self.learn(filed[0], Said(filed[1], tuple(one for remark in said for one in prints(remark))))

    def told_apart(self, reading: Reading) -> Reading:
        """The reading without the remarks that letters to other authorities about its year have too."""
        filed, said = _filed(reading), _remarks(reading)
        if not (filed and said):
            return reading
        known, own = self._year(filed[0]), _whose(filed[1], filed[0])
        others = frozenset(one for one, whose in known.items() if whose != own)
        own_alone = [number for number, remark in enumerate(said) if not is_shared(remark, others)]
        if len(own_alone) < len(said) and (field := reading.field(KEY)):
            own_alone = led(field, own_alone)
        return reading if len(own_alone) == len(said) else _with(reading, own_alone)

    def _year(self, year: Year) -> dict[str, str]:
        if year not in self._years:
            known = self._years[year] = {}
            for said in self._kept(year):
                _add(known, year, said)
        return self._years[year]


def said_in(paper: Paper, pages: tuple[int, int] | None, authority: str) -> Said:
    """What the letter on these pages of a paper says of the authority, as it was read before any comparing."""
    text = TextMap(paper, *pages) if pages else TextMap(paper)
    return Said(authority, tuple(one for span in remarks(text) for one in prints(text.printed(*span))))


def _add(known: dict[str, str], year: Year, said: Said) -> None:
    own = _whose(said.authority, year)
    for one in said.prints:
        known[one] = own if known.get(one, own) == own else _SHARED


def _filed(reading: Reading) -> tuple[Year, str] | None:
    """The year and the authority that the letter names; None where it does not."""
    end, authority = reading.field("period_end"), reading.field("authority")
    if end is None or authority is None or not isinstance(end.value, str) or not isinstance(authority.value, str):
        return None
    return (reading.sender, end.value), authority.value


def _remarks(reading: Reading) -> tuple[str, ...]:
    field = reading.field(KEY)
    return field.value if field is not None and isinstance(field.value, tuple) else ()


def _whose(authority: str, year: Year) -> str:
    """One name for each authority: a letter prints it in more than one way, and the record files it by the register's."""
    name = official_name(authority, year[1])
    return "".join(c for c in name.replace("&", "and").casefold() if c.isalnum())


def _with(reading: Reading, kept: list[int]) -> Reading:
    """The reading with these of its remarks alone, and with the doubts that these raise."""
    fields = tuple(_cut(field, kept) if field.key == KEY else field for field in reading.fields)
    asking = tuple(_asking({field.key: field.value for field in fields}))
    printed = next((_printed(field) for field in fields if field.key == KEY), ())
    fields = tuple(_asked(field, asking, printed) if field.key == KEY else field for field in fields)
    doubts = tuple(doubt for doubt in reading.doubts if doubt.code not in _ASKED or doubt in asking)
    return msgspec.structs.replace(reading, fields=fields, doubts=still(doubts, printed))


def _cut(field: FieldReading, kept: list[int]) -> FieldReading:
    if not kept:
        return FieldReading(KEY, None, None, ReaderState.ABSENT, (), (), _NONE_LEFT)
    value, printed = (
        tuple(one[n] for n in kept) if isinstance(one, tuple) else one for one in (field.value, field.printed)
    )
    sources = tuple(field.sources[n] for n in kept if n < len(field.sources))
    return msgspec.structs.replace(field, value=value, printed=printed, sources=sources)


def _asking(values: Mapping[str, Value | None]) -> Iterator[Doubt]:
    """What remarks ask of the officer, as doubts."""
    return (Doubt(one.code, one.sentence, one.keys) for one in check.check({KEY: values.get(KEY)}))


def _printed(field: FieldReading) -> tuple[str, ...]:
    return field.printed if isinstance(field.printed, tuple) else ()


def _asked(field: FieldReading, asking: tuple[Doubt, ...], printed: tuple[str, ...]) -> FieldReading:
    doubts = still(tuple(doubt for doubt in field.doubts if doubt.code not in _ASKED or doubt in asking), printed)
    calm = field.state is ReaderState.LOOK_HERE and not doubts
    return msgspec.structs.replace(field, doubts=doubts, state=ReaderState.TO_CHECK if calm else field.state)
