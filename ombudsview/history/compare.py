"""A letter beside other saved ones: last year's of the same authority, and those of the same year to authorities of its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.reading.model import Doubt

Values = Mapping[str, Value | None]

AVERAGES = ("upheld_rate_similar", "upheld_per_100k_similar", "compliance_rate_similar", "remedy_rate_similar")
"""What the Ombudsman works out once a year for each type of authority, and prints in every letter to one."""

TWIN, POPULATION = "twin", "population"
_COMPARED = frozenset({Unit.COUNT, Unit.PERCENT, Unit.RATE, Unit.DAYS})
_GROWTH = Decimal("0.05")
"""By how much an authority's population may differ from one year to the next."""

TYPES = {
    "county": "county councils",
    "district": "district councils",
    "metropolitan": "metropolitan boroughs",
    "unitary": "unitary authorities",
    "london_borough": "London boroughs",
}


@dataclass(frozen=True)
class Other:
    """Another saved letter: its name in the record, to whom it is, and its final values as far as they are compared."""

    letter: str
    authority: str
    values: Values


@dataclass(frozen=True)
class Besides:
    """What was found for a letter of `authority` about the year to `period_end`; both as the letter had them then.

    `past` are last year's letters: one to the authority itself, or those to the authorities that it took over from. `twins`
    are the letters of the same year to authorities of the same `type`.
    """

    authority: str
    period_end: str
    type: str = ""
    past_year: str = ""
    past: tuple[Other, ...] = ()
    twins: tuple[Other, ...] = ()

    def before(self, key: str) -> tuple[tuple[str, str], ...]:
        """Last year's value of a figure as people write it, with whose it is; empty where there is none."""
        if key not in FIELDS or FIELDS[key].unit not in _COMPARED:
            return ()
        there = ((other.authority, other.values.get(key)) for other in self.past)
        return tuple((authority, shown(FIELDS[key].unit, value)) for authority, value in there if value is not None)

    def doubts(self, values: Values) -> tuple[Doubt, ...]:
        """Averages that other letters of the year give otherwise."""
        if not self._is_about(values):
            return ()
        return tuple(doubt for key in AVERAGES if (doubt := self._twin(key, values.get(key))) is not None)

    def notes(self, values: Values) -> tuple[Doubt, ...]:
        """Whether the two rates stand for about the population that last year's did."""
        if not self._is_about(values) or len(self.past) != 1:
            return ()
        now, then = residents(values), residents(self.past[0].values)
        if now is None or then is None or _overlap(now, then):
            return ()
        sentence = (
            f"{values['upheld_decisions']} upheld decisions at {values['upheld_per_100k']} per 100,000 mean {_about(now)} residents; "
            f"last year's letter means {_about(then)}."
        )
        return (Doubt(POPULATION, sentence, ("upheld_per_100k", "upheld_decisions")),)

    def _is_about(self, values: Values) -> bool:
        return (values.get("authority"), values.get("period_end")) == (self.authority, self.period_end)

    def _twin(self, key: str, value: Value | None) -> Doubt | None:
        given = [(other, other.values[key]) for other in self.twins if other.values.get(key) is not None]
        if value is None or not given:
            return None
        usual, number = Counter(one for _, one in given).most_common(1)[0]
        if value == usual:
            return None
        unit, other = FIELDS[key].unit, next(other for other, one in given if one == usual)
        more = f" and {number - 1} more" if number > 1 else ""
        sentence = (
            f"The saved letter to {other.authority}{more} about this year gives {shown(unit, usual)}, not {shown(unit, value)}; "
            f"the average is the same for all {TYPES[self.type]}."
        )
        return Doubt(TWIN, sentence, (key,))


def residents(values: Values) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest population for which so many upheld decisions round to the printed rate; None where not known."""
    upheld, rate = values.get("upheld_decisions"), values.get("upheld_per_100k")
    if not isinstance(upheld, str) or not isinstance(rate, str) or int(upheld) == 0:
        return None
    half = Decimal("0.5").scaleb(-len(rate.partition(".")[2]))
    if Decimal(rate) <= half:
        return None
    whole = Decimal(upheld) * 100_000
    return whole / (Decimal(rate) + half), whole / (Decimal(rate) - half)


def _overlap(now: tuple[Decimal, Decimal], then: tuple[Decimal, Decimal]) -> bool:
    return now[0] <= then[1] * (1 + _GROWTH) and now[1] >= then[0] * (1 - _GROWTH)


def _about(span: tuple[Decimal, Decimal]) -> str:
    """`51,000`, or `180,000 to 190,000` where the rounding leaves much open."""
    low, high = (int(end.quantize(Decimal("1e3"))) for end in span)
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def year_before(period_end: str) -> str:
    """The end of the year before."""
    return f"{int(period_end[:4]) - 1}{period_end[4:]}"
