"""The arithmetic a careful officer does: each check looks at a letter's values and says in one sentence what does not fit.

Checks see canonical values only, so that they run alike on what was read and on what the officer made of it. A check whose
fields are not all there stays silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from re import search

from ombudsview.letters import topics
from ombudsview.letters.fields import FIELDS, Unit, Value, number, shown, year_name
from ombudsview.letters.rates import as_percent, rounds_to
from ombudsview.letters.sums import failed_sums
from ombudsview.letters.table_checks import table_faults

Values = Mapping[str, Value | None]


@dataclass(frozen=True)
class Problem:
    """What a check found: its code, one sentence, and the fields that should be looked at."""

    code: str
    sentence: str
    keys: tuple[str, ...]


Check = Callable[[Values], Iterator[Problem]]


def check(values: Values) -> tuple[Problem, ...]:
    """Every problem that the values have among themselves."""
    return tuple(problem for one in CHECKS for problem in one(values))


def _count(values: Values, key: str) -> int | None:
    value = values.get(key)
    found = number(Unit.COUNT, value) if isinstance(value, str) and value.isdigit() else None
    return found if isinstance(found, int) else None


def _percent(values: Values, key: str) -> Decimal | None:
    value = values.get(key)
    return Decimal(value) if isinstance(value, str) else None


def _day(values: Values, key: str) -> date | None:
    value = values.get(key)
    return date.fromisoformat(value) if isinstance(value, str) else None


def _nearest(rate: Decimal, whole: int) -> Iterator[int]:
    """The parts of a whole that come nearest to a percentage, one of them below it and one above."""
    part = int(rate * whole / 100)
    return (near for near in (part, part + 1) if near <= whole)


def _upheld_rate(values: Values) -> Iterator[Problem]:
    rate = _percent(values, "upheld_rate")
    upheld, base = _count(values, "upheld_decisions"), _count(values, "investigations")
    if rate is None or upheld is None or base is None or upheld > base:
        return
    if base == 0:
        yield Problem(
            "rate_of_none", f"A rate of {rate}% is given, but of no investigations.", ("upheld_rate", "investigations")
        )
    elif not rounds_to(upheld, base, rate):
        yield Problem(
            "upheld_rate",
            f"{upheld:,} of {base:,} is {as_percent(upheld, base)}, not {rate}%.",
            ("upheld_rate", "upheld_decisions", "investigations"),
        )


def _remedy_rate(values: Values) -> Iterator[Problem]:
    rate, part = _percent(values, "remedy_rate"), _count(values, "satisfactory_remedies")
    upheld, base = _count(values, "upheld_decisions"), _count(values, "remedy_base")
    whole = upheld if upheld is not None else base
    if rate is None or part is None or whole is None:
        return
    keys = ("remedy_rate", "satisfactory_remedies", "remedy_base")
    if whole == 0:
        yield Problem("rate_of_none", f"A rate of {rate}% is given, but of no upheld cases.", keys)
    elif part <= whole and not rounds_to(part, whole, rate):
        sentence = f"{part:,} of {whole:,} upheld cases is {as_percent(part, whole)}, not {rate}%."
        if base and base != whole and part <= base and rounds_to(part, base, rate):
            sentence += f" It fits only of the printed base of {base:,}."
        yield Problem("remedy_rate", sentence, keys)


def _remedy_base(values: Values) -> Iterator[Problem]:
    upheld, base = _count(values, "upheld_decisions"), _count(values, "remedy_base")
    if upheld is not None and base is not None and upheld != base:
        were = "decision was" if upheld == 1 else "decisions were"
        yield Problem(
            "remedy_base",
            f"The remedies are printed as based on {base:,}, but {upheld:,} {were} upheld; the rate is taken of upheld cases.",
            ("remedy_base", "upheld_decisions"),
        )


def _compliance_possible(values: Values) -> Iterator[Problem]:
    rate, outcomes = _percent(values, "compliance_rate"), _count(values, "compliance_outcomes")
    if rate is None or outcomes is None:
        return
    keys = ("compliance_rate", "compliance_outcomes")
    if outcomes == 0:
        yield Problem("rate_of_none", f"A compliance rate of {rate}% is given, but of no outcomes.", keys)
    elif not any(rounds_to(part, outcomes, rate) for part in _nearest(rate, outcomes)):
        yield Problem("compliance_rate", f"No number of {outcomes:,} outcomes gives {rate}%.", keys)


def _not_more_than(part: str, whole: str) -> Check:
    def compare(values: Values) -> Iterator[Problem]:
        less, more = _count(values, part), _count(values, whole)
        if less is not None and more is not None and less > more:
            names = FIELDS[part].label, FIELDS[whole].label.lower()
            yield Problem(
                "more_than_all", f"{names[0]} are {less:,}, more than the {more:,} {names[1]}.", (part, whole)
            )

    return compare


def _period(values: Values) -> Iterator[Problem]:
    start, end = _day(values, "period_start"), _day(values, "period_end")
    if end is not None and (end.month, end.day) != (3, 31):
        yield Problem("period_end", f"The year should end on 31 March, not {_long(end)}.", ("period_end",))
    if start is not None and (start.month, start.day) != (4, 1):
        yield Problem("period_start", f"The year should start on 1 April, not {_long(start)}.", ("period_start",))
    if start is not None and end is not None and not timedelta(364) <= end - start <= timedelta(365):
        yield Problem(
            "period_length", f"{_long(start)} to {_long(end)} is not one year.", ("period_start", "period_end")
        )


def _letter_date(values: Values) -> Iterator[Problem]:
    written, end = _day(values, "letter_date"), _day(values, "period_end")
    if written is None or end is None:
        return
    keys = ("letter_date", "period_end")
    if written <= end:
        yield Problem(
            "letter_date", f"The letter is dated {_long(written)}, before its year ended on {_long(end)}.", keys
        )
    elif written > end + timedelta(366):
        yield Problem("letter_date", f"The letter is dated {_long(written)}, over a year after {_long(end)}.", keys)


def _title_year(values: Values) -> Iterator[Problem]:
    """A single year in the title is the year of issue in 2014 to 2022, the year covered as `2022-23` after."""
    title, end = values.get("title"), _day(values, "period_end")
    if not isinstance(title, str) or end is None:
        return
    found = search(r"\b((?:19|20)\d\d)(?:\s*[-/]\s*(\d{2,4}))?\b", title)
    if found is None:
        return
    names_end = int(found[2]) % 100 == end.year % 100 if found[2] else int(found[1]) in (end.year, end.year - 1)
    if not names_end:
        sentence = f'The title "{title}" does not fit the year {year_name(end.isoformat())}.'
        yield Problem("title_year", sentence, ("title", "period_end"))


def _long(day: date) -> str:
    return shown(Unit.DATE, day.isoformat())


def _sums(values: Values) -> Iterator[Problem]:
    for sentence, keys in failed_sums(values):
        yield Problem("sum", sentence, keys)


def _tables(values: Values) -> Iterator[Problem]:
    for code, sentence, keys in table_faults(values):
        yield Problem(code, sentence, keys)


def _remarks(values: Values) -> Iterator[Problem]:
    """What the letter says of this authority that wants a note of what was learnt."""
    said = values.get("remarks")
    for topic in topics.of_all(said) if isinstance(said, tuple) else ():
        if topic.asks:
            yield Problem(topic.name, topic.asks, ("remarks",))


CHECKS: tuple[Check, ...] = (
    _upheld_rate,
    _not_more_than("upheld_decisions", "investigations"),
    _compliance_possible,
    _remedy_rate,
    _not_more_than("satisfactory_remedies", "upheld_decisions"),
    _remedy_base,
    _not_more_than("investigations", "dealt_with"),
    _tables,
    _sums,
    _period,
    _letter_date,
    _title_year,
    _remarks,
)

CODES = (
    "sum",
    "tables_differ",
    "rate_of_none",
    "upheld_rate",
    "more_than_all",
    "compliance_rate",
    "remedy_rate",
    "remedy_base",
    "period_end",
    "period_start",
    "period_length",
    "letter_date",
    "title_year",
    *(topic.name for topic in topics.TOPICS if topic.asks),
)
"""The codes that `check` can give, so that a review can tell them from doubts that only the page can raise."""
