"""A letter beside other saved ones: last year's of the same authority, and those of the same year to authorities of its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ombudsview.letters.fields import FIELDS, Unit, Value, shown
from ombudsview.reading.model import Doubt
from ombudsview.review.edit import Carried

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


BY_HAND = ", as corrected by hand"
"""Said of a value that is held against printed ones and is none."""


@dataclass(frozen=True)
class Other:
    """Another saved letter: its name in the record, to whom it is, and its final values as far as they are compared.

    `by_hand` names those that an officer put in the place of what is printed there.
    """

    letter: str
    authority: str
    values: Values
    by_hand: frozenset[str] = frozenset()

    def said(self, key: str) -> str:
        """A value as people write it, and whether it is not what that letter prints; empty where it has none."""
        value = shown(FIELDS[key].unit, self.values.get(key))
        return f"{value}{BY_HAND}" if value and key in self.by_hand else value


@dataclass(frozen=True)
class Besides:
    """What was found for a letter of `authority` about the year to `period_end`; both as the letter had them then.

    `past` are last year's letters: one to the authority itself, or those to the authorities that it took over from. `twins`
    are the letters of the same year to authorities of the same `type`. `carried` are the notes of what was learnt from any of
    the earlier letters that no other letter has answered, the newest first.
    """

    authority: str
    period_end: str
    type: str = ""
    past_year: str = ""
    past: tuple[Other, ...] = ()
    twins: tuple[Other, ...] = ()
    carried: tuple[Carried, ...] = ()

    def before(self, key: str) -> tuple[tuple[str, str], ...]:
        """Last year's value of a figure as people write it, with whose it is; empty where there is none."""
        if key not in FIELDS or FIELDS[key].unit not in _COMPARED:
            return ()
        there = ((other.authority, other.said(key)) for other in self.past)
        return tuple((authority, said) for authority, said in there if said)

    def doubts(self, values: Values, by_hand: Collection[str] = ()) -> tuple[Doubt, ...]:
        """Averages that other letters of the year give otherwise. `by_hand` names the values that this letter does not print."""
        if not self._is_about(values):
            return ()
        here = Other("", self.authority, values, frozenset(by_hand))
        return tuple(doubt for key in AVERAGES if (doubt := self._twin(key, here)) is not None)

    def notes(self, values: Values) -> tuple[Doubt, ...]:
        """Whether the two rates stand for about the population that last year's did."""
        if not self._is_about(values) or len(self.past) != 1:
            return ()
        now, then = residents(values), residents(self.past[0].values)
        if now is None or then is None or _overlap(now, then):
            return ()
        corrected = BY_HAND if self.past[0].by_hand & {"upheld_decisions", "upheld_per_100k"} else ""
        sentence = (
            f"{values['upheld_decisions']} upheld decisions at {values['upheld_per_100k']} per 100,000 mean {_about(now)} residents; "
            f"last year's letter{corrected} means {_about(then)}."
        )
        return (Doubt(POPULATION, sentence, ("upheld_per_100k", "upheld_decisions")),)

    def _is_about(self, values: Values) -> bool:
        return (values.get("authority"), values.get("period_end")) == (self.authority, self.period_end)

    def _twin(self, key: str, here: Other) -> Doubt | None:
        """What others print counts; what an officer corrected there counts only where none of them prints anything else."""
        given = [(other, other.values[key]) for other in self.twins if other.values.get(key) is not None]
        given = [(other, one) for other, one in given if key not in other.by_hand] or given
        if here.values.get(key) is None or not given:
            return None
        usual, number = Counter(one for _, one in given).most_common(1)[0]
        if here.values[key] == usual:
            return None
        other = next(other for other, one in given if one == usual)
        more = f" and {number - 1} more" if number > 1 else ""
        sentence = (
            f"The saved letter to {other.authority}{more} about this year gives {other.said(key)}, not {here.said(key)}; "
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
