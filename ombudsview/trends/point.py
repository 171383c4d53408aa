"""One year of a measure: the printed value, the cases it was taken of, the average beside it, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ombudsview.trends.interval import Chance, Interval, against_average, wilson


@dataclass(frozen=True)
class Quoted:
    """One figure as the letter gives it: its field, by which its printed line is found, and the officer's state of it.

    `by_hand`: the officer put it in the place of what is printed; `by_officer`: in the place of what was read, by hand or by pointing.
    """

    key: str
    value: Decimal
    state: str
    by_hand: bool = False
    by_officer: bool = False


@dataclass(frozen=True)
class Point:
    """A year (`year` is that in which it ends) and what its saved letter gives; `letter` None where none is saved.

    Figures that the letter does not give are None, never 0. `worked_part` is the part where it is not printed but only one
    number of cases gives the printed rate. `fits` is False where part and base do not give the printed rate. `why_not` says in
    words why there is no value. `denied` are the other fields that an officer says the letter does not give, each with what was read.
    """

    year: int
    letter: str | None = None
    value: Quoted | None = None
    part: Quoted | None = None
    base: Quoted | None = None
    similar: Quoted | None = None
    worked_part: int | None = None
    fits: bool = True
    why_not: str = ""
    letters: int = 0
    denied: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The year as committees write it: `2019-20`."""
        return f"{self.year - 1}-{self.year % 100:02d}"

    @property
    def cases(self) -> str:
        """`5 of 6`; `of 6` where the part is neither printed nor certain; nothing without a base."""
        if self.base is None:
            return ""
        number = self.part_number
        return f"of {self.base.value:,}" if number is None else f"{number:,} of {self.base.value:,}"

    @property
    def part_number(self) -> int | None:
        """The part, as printed or as worked out."""
        return int(self.part.value) if self.part is not None else self.worked_part

    @property
    def gap(self) -> Decimal | None:
        """Points above the average of similar authorities, from the rates as they stand; negative below."""
        return None if self.value is None or self.similar is None else self.value.value - self.similar.value

    @property
    def share(self) -> float | None:
        """The rate from 0 to 1, from the cases where they are certain, else as printed; None where cases are missing or do not fit."""
        if self.value is None or self.base is None or not self.base.value or not self.fits:
            return None
        number = self.part_number
        return float(self.value.value) / 100 if number is None else number / int(self.base.value)

    @property
    def interval(self) -> Interval | None:
        """The 95% interval of the rate, in percent."""
        share = self.share
        return None if share is None or self.base is None else wilson(share, int(self.base.value))

    @property
    def chance(self) -> Chance | None:
        """What the gap to the average can tell; None where there is no average or no cases."""
        share = self.share
        if share is None or self.base is None or self.similar is None:
            return None
        return against_average(share, int(self.base.value), self.similar.value)

    @property
    def notes(self) -> tuple[str, ...]:
        """What should be known of this year's figures, in words."""
        figures = (("figure", self.value), ("cases", self.part), ("cases", self.base), ("average", self.similar))
        notes = list(dict.fromkeys(f"{what} {words}" for what, figure in figures if (words := standing(figure))))
        notes += [f"{'average' if key.endswith('_similar') else 'cases'} {denial(read)}" for key, read in self.denied]
        if self.worked_part is not None:
            notes.append("number worked out from the printed rate")
        if not self.fits:
            notes.append("cases and rate do not agree")
        if self.letters > 1:
            notes.append(f"{self.letters} letters are saved for this year; this is from the last")
        return tuple(notes)


def standing(figure: Quoted | None) -> str:
    """How a figure stands, in words: `not checked yet`; nothing where it is what the letter prints, agreed by an officer."""
    if figure is None:
        return ""
    return ", ".join(filter(None, (corrected(figure), _STANDINGS.get(figure.state, ""))))


def corrected(figure: Quoted | None) -> str:
    """Who put a figure in the place of what is printed, or of what was read; nothing for what the reader read."""
    if figure is None or not (figure.by_hand or figure.by_officer):
        return ""
    return "corrected by hand" if figure.by_hand else "corrected by the officer"


def denial(read: str) -> str:
    """Why a figure is missing that the program had read: nobody shall think that the letter is silent on the program's word."""
    return f"not in the letter, says the officer; it was read as {read}"


_STANDINGS = {
    "worked_out": "worked out, not printed",
    "to_check": "not checked yet",
    "look_here": "not checked yet",
    "query": "put off with a query",
}

UNSURE = frozenset({"worked_out", "to_check", "look_here", "query"})
"""States of a figure that nobody has confirmed, or that is not printed: drawn hollow."""
