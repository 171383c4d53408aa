"""The finding in words: what the chart says, said; with its doubts, and without more certainty than the cases give."""

from __future__ import annotations

from decimal import Decimal

from ombudsview.letters.fields import FIELDS, shown
from ombudsview.trends.interval import Chance, between
from ombudsview.trends.measure import Measure
from ombudsview.trends.point import Point, Quoted, corrected, denial
from ombudsview.trends.series import Series

MINUS = "\N{MINUS SIGN}"


def finding(series: Series, *, compare: bool = True) -> str:
    """The title: the newest year that has a value, against the average where `compare` and the letter gives one."""
    label = series.measure.label
    if not series.given:
        return f"{label}: not in any saved letter" if series.points else f"{label}: no letter saved"
    last = series.given[-1]
    if not series.measure.is_rate:
        return f"{label}: {amount(last.value)} in {last.name}{_than_before(series)}{_since(series)}"
    return f"{label}: {_rate(last)} in {last.name}{_against_average(series, last) if compare else ''}{_since(series)}"


def _rate(point: Point) -> str:
    """A rate by the cases that the letter prints; where these do not fit, or are worked out, by the printed rate, and that."""
    if point.part_number is None or point.base is None:
        return f"{amount(point.value)} {point.cases}".rstrip()
    if not point.fits:
        return f"{amount(point.value)} (its cases, {point.cases}, do not fit that rate)"
    return f"{amount(point.value)} ({point.cases} as worked out)" if point.part is None else point.cases


def progress(series: Series) -> str:
    """One sentence on the newest year against the year before it, or why the two cannot be compared; empty without both."""
    if len(series.given) < 2:
        return ""
    before, last = series.given[-2:]
    if before.value is None or last.value is None:
        return ""
    if parted := series.break_between(before, last):
        return f"{last.name} and {before.name} cannot be compared: {parted.label}."
    if not series.measure.is_rate:
        return ""
    gap = last.value.value - before.value.value
    told = f"{'Up' if gap > 0 else 'Down'} {points(abs(gap))} since {before.name}" if gap else f"As in {before.name}"
    if last.share is None or before.share is None or last.base is None or before.base is None:
        return f"{told}."
    chance = between(last.share, int(last.base.value), before.share, int(before.base.value))
    return f"{told}, {_IN_A_SENTENCE[chance]}." if gap else f"{told}."


def summary(series: Series, *, compare: bool = True) -> str:
    """The whole chart as text, for those who hear it: the finding, then a sentence a year, oldest first."""
    years = (f"{point.name}: {year_in_words(series.measure, point, compare=compare)}." for point in series.points)
    reasons = (f"{one.reason}" for one in series.breaks)
    return " ".join((f"{finding(series, compare=compare)}.", *years, *reasons))


def year_in_words(measure: Measure, point: Point, *, compare: bool = True) -> str:
    """One year: `83%, 5 of 6; average 63%, too few cases to tell`."""
    told = _given(point.value) if point.value else point.why_not
    if measure.is_rate and point.value and point.cases:
        told += f", {point.cases}" if point.fits else f", cases that do not fit: {point.cases}"
    if compare and point.similar:
        told += f"; average {_given(point.similar)}"
        told += f", {point.chance}" if point.chance else ""
    return told


def amount(figure: Quoted | None) -> str:
    """A figure as people write it: `83%`, `1,400`; nothing for None."""
    return "" if figure is None else shown(FIELDS[figure.key].unit, f"{figure.value}")


def _given(figure: Quoted) -> str:
    """The same, and whether it is not what the letter prints."""
    return f"{amount(figure)} ({words})" if (words := corrected(figure)) else amount(figure)


def signed(gap: Decimal | None) -> str:
    """A gap with its sign, as a table shows it: `+20`, `−3`, `0`; nothing for None."""
    if gap is None:
        return ""
    return f"+{_tidy(gap)}" if gap > 0 else f"{MINUS}{_tidy(-gap)}" if gap < 0 else "0"


def points(gap: Decimal) -> str:
    """`1 point`, `20 points`."""
    return f"{_tidy(gap)} point" if gap == 1 else f"{_tidy(gap)} points"


def _tidy(gap: Decimal) -> str:
    """Without idle noughts: 62.5 less 42.5 is 20, not 20.0."""
    return f"{gap.normalize():f}"


_IN_A_SENTENCE = {
    Chance.TOO_FEW: "but that may be chance with so few cases",
    Chance.WITHIN: "but that may be chance",
    Chance.OUTSIDE: "by more than chance is likely to explain",
}


def _against_average(series: Series, point: Point) -> str:
    similar = "similar councils" if "council" in series.authority.casefold() else "similar authorities"
    if point.gap is None:
        denied = [denial(read) for key, read in point.denied if key == series.measure.similar]
        return (
            f", with no average of {similar}: {denied[0]}"
            if denied
            else f", with no average of {similar} in the letter"
        )
    side = "above" if point.gap > 0 else "below" if point.gap < 0 else "equal to"
    as_corrected = f" as {words}" if (words := corrected(point.similar)) else ""
    told = f", {side} the average of {similar}{as_corrected}"
    return f"{told}, {_IN_A_SENTENCE[point.chance]}" if point.chance and point.gap else told


def _than_before(series: Series) -> str:
    if len(series.given) < 2 or series.break_between(*series.given[-2:]):
        return ""
    before, last = (point.value.value for point in series.given[-2:] if point.value)
    gap, name = last - before, series.given[-2].name
    return f", as in {name}" if not gap else f", {abs(gap):,} {'more' if gap > 0 else 'fewer'} than in {name}"


def _since(series: Series) -> str:
    """What the newest letter lacks, where it is not the newest that has a value."""
    newest = series.points[-1]
    return "" if newest.value else f"; {newest.name}: {newest.why_not}"
