"""The years of one authority's letters side by side: which letter counts for a year, and what a measure came to in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ombudsview.history.dossier import Dossier, Filed
from ombudsview.letters.fields import FIELDS
from ombudsview.reports.committee.citing import Citing, standings
from ombudsview.reports.committee.model import Line, Part, line
from ombudsview.trends.breaks import Break
from ombudsview.trends.finding import MINUS
from ombudsview.trends.interval import between
from ombudsview.trends.measure import MEASURES, Measure
from ombudsview.trends.point import Point
from ombudsview.trends.series import Series, series

NOTHING = "not in the letter"
NO_LETTER = "no letter saved"


@dataclass(frozen=True)
class Years:
    """The letter and the earlier ones of its authority. Of two letters about one year the later counts, as in the trends.

    Letters of later years are not in it: the paper says what could be said when its letter came.
    """

    dossier: Dossier
    citing: Citing

    @property
    def letter(self) -> Filed:
        return self.dossier.letter

    @property
    def before(self) -> Filed | None:
        """Last year's letter, None where none is saved."""
        return self.of(self.letter.year - 1)

    def of(self, year: int) -> Filed | None:
        """The letter that counts for the period that ends in a year."""
        if year == self.letter.year:
            return self.letter
        return next((one for one in reversed(self.dossier.earlier) if one.year == year), None)

    def series(self, measure: Measure) -> Series:
        """The measure over the years, up to this letter's."""
        letters = (*self.dossier.earlier, self.letter)
        return series((told.figure for one in letters for told in one.fields.values()), measure)

    @property
    def breaks(self) -> tuple[Break, ...]:
        """Where the series breaks within the years of these letters."""
        return self.series(MEASURES[0]).breaks

    def break_before(self) -> Break | None:
        """What parts this year from the last."""
        return next((one for one in self.breaks if one.year == self.letter.year), None)

    def rate(self, measure: Measure, point: Point) -> Line:
        """A year's rate and the cases that it is of: `83%, 5 of 6 detailed investigations`, each figure with its evidence."""
        filed = self.of(point.year)
        if filed is None or point.value is None:
            return line(point.why_not or NO_LETTER)
        rate = self.citing.cite(filed, measure.key)  # the evidence is in the order in which it is asked for
        cases = self._of(filed, measure, point)
        return line(rate, ", " if cases else "", *cases, self._notes(filed, measure.key, point))

    def cases(self, measure: Measure, point: Point) -> Line:
        """`5 of 6 detailed investigations`, then what is worked out, not as read, or does not fit the rate. Nothing without a base."""
        filed = self.of(point.year)
        if filed is None or point.base is None:
            return ()
        return line(*self._of(filed, measure, point), self._notes(filed, "", point))

    def _of(self, filed: Filed, measure: Measure, point: Point) -> Line:
        """The cases alone."""
        if point.base is None:
            return ()
        part = Part("")
        if point.part is not None:
            part = self.citing.cite(filed, point.part.key)
        elif point.worked_part is not None:
            part = Part(f"{point.worked_part:,}")
        of = " of " if part.text else "of "
        return line(part, of, self.citing.cite(filed, point.base.key), f" {of_what(measure, int(point.base.value))}")

    def _notes(self, filed: Filed, rate: str, point: Point) -> str:
        """How the figures of a phrase stand, after it, for among its numbers nobody could read them."""
        keys = (rate, *(figure.key for figure in (point.part, point.base) if figure is not None))
        notes = [f"{', '.join(labels)}: {words}" for words, labels in standings(filed, keys).items()]
        if point.base is not None and point.part is None and point.worked_part is not None:
            notes.append(f"{point.worked_part:,} worked out from the rate")
        if point.base is not None and not point.fits:
            notes.append("These cases do not give that rate")
        return f" ({'. '.join(notes)})" if notes else ""

    def average(self, measure: Measure, point: Point) -> Line:
        """The printed average of similar authorities; that there is none is said."""
        filed = self.of(point.year)
        if filed is None or measure.similar is None:
            return line(NO_LETTER)
        return self.citing.quoted(filed, measure.similar) or line(NOTHING)

    def count(self, key: str, year: int) -> Line:
        """A count of a year, or why there is none. Absent is not nought."""
        filed = self.of(year)
        return line(NO_LETTER) if filed is None else self.citing.quoted(filed, key) or line(NOTHING)


def of_what(measure: Measure, number: int) -> str:
    """The denominator's name: `detailed investigations`, and of one `detailed investigation`."""
    return measure.of_what.removesuffix("s") if number == 1 else measure.of_what


def gap(point: Point) -> Line:
    """Points above the printed average, and what so many cases can tell of that."""
    if point.gap is None:
        return line("\N{EN DASH}")
    return line(
        f"{more_or_less(point.gap)} {_points(point.gap)}", f" ({point.chance})" if point.chance and point.gap else ""
    )


def change(before: Point | None, now: Point) -> Line:
    """Points more or fewer than the year before, and what so many cases can tell of that; a dash where one of them has no rate."""
    if before is None or before.value is None or now.value is None:
        return line("\N{EN DASH}")
    by = now.value.value - before.value.value
    if not by:
        return line("no change")
    told = ""
    if None not in (now.share, before.share) and now.base is not None and before.base is not None:
        chance = between(now.share or 0.0, int(now.base.value), before.share or 0.0, int(before.base.value))
        told = f" ({chance})"
    return line(f"{more_or_less(by)} {_points(by)}", told)


def more_or_less(by: Decimal) -> str:
    """A difference with its sign and without idle noughts: `+1,400`, `−3`, `+20` for 62.5 after 42.5, `0`."""
    tidy = f"{abs(by):,f}"
    tidy = tidy.rstrip("0").rstrip(".") if "." in tidy else tidy
    return f"+{tidy}" if by > 0 else f"{MINUS}{tidy}" if by < 0 else tidy


def _points(by: Decimal) -> str:
    return "point" if abs(by) == 1 else "points"


def numeric_keys(filed: Filed) -> tuple[str, ...]:
    """The figures of the letter's own year, in the vocabulary's order; figures of years before it in the same letter are left out."""
    return tuple(
        key
        for key, field in FIELDS.items()
        if field.unit.value in ("count", "percent", "rate", "days") and key in filed.fields
    )
