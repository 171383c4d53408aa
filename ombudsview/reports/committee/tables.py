"""The paper's tables: the year's rates and counts beside last year's, and each measure year by year."""

from __future__ import annotations

from decimal import Decimal

from ombudsview.letters.fields import FIELDS
from ombudsview.reports.committee.citing import label
from ombudsview.reports.committee.model import Block, Line, Paragraph, Table, line
from ombudsview.reports.committee.years import NO_LETTER, NOTHING, Years, change, gap, more_or_less, numeric_keys
from ombudsview.trends.measure import MEASURES, Measure
from ombudsview.trends.point import Point

RATES = tuple(measure for measure in MEASURES if measure.is_rate)
COUNTS = (*(measure.key for measure in MEASURES if not measure.is_rate), "received.total", "decided.total")
DASH = line("\N{EN DASH}")


def year_names(years: Years) -> tuple[str, str]:
    """The letter's year and the one before it, as committees write them."""
    now = years.letter.year
    return f"{now - 1}-{now % 100:02d}", f"{now - 2}-{(now - 1) % 100:02d}"


def rates(years: Years) -> Table:
    """The year's rates: cases with their denominator, last year's, the change, the printed average and the gap to it."""
    now, before = year_names(years)
    told = (measure for measure in RATES if _is_told(years, measure))
    if years.before is None:
        return Table(
            f"Rates in {now}",
            f"Each rate of {now} with the cases it is of, the average of similar authorities and the gap to it in percentage points.",
            ("Rate", now, "Average of similar authorities", "Gap to the average"),
            tuple(_without_last(_rate(years, measure)) for measure in told),
            (24, 36, 20, 20),
        )
    return Table(
        f"Rates in {now}",
        f"Each rate of {now} with the cases it is of, the same of {before}, the change, the average of similar authorities and "
        "the gap to it in percentage points.",
        ("Rate", now, before, "Change", "Average of similar authorities", "Gap to the average"),
        tuple(_rate(years, measure) for measure in told),
        (17, 21, 21, 15, 13, 13),
    )


def _without_last(row: tuple[Line, ...]) -> tuple[Line, ...]:
    """A row without last year and the change since, where no letter of last year is saved."""
    name, own, _, _, *rest = row
    return (name, own, *rest)


def _is_told(years: Years, measure: Measure) -> bool:
    """Whether letters of this layout give the rate at all, or last year's does."""
    return measure.key in years.letter.fields or gives(years, measure.key, years.letter.year - 1)


def _rate(years: Years, measure: Measure) -> tuple[Line, ...]:
    points = {point.year: point for point in years.series(measure).points}
    now, before = points[years.letter.year], points.get(years.letter.year - 1)
    name = line(f"{measure.label}, of {measure.of_what}")
    if now.value is None:
        told = years.letter.fields.get(measure.key)
        reason = f" ({told.reason.rstrip('.')})" if told is not None and told.reason else ""
        cases = years.cases(measure, now)
        own = line(now.why_not, ", " if cases else "", *cases, reason)
    else:
        own = years.rate(measure, now)
    last = line(NO_LETTER) if before is None else years.rate(measure, before)
    return name, own, last, _change(years, before, now), years.average(measure, now), gap(now)


def _change(years: Years, before: Point | None, now: Point) -> Line:
    parted = years.break_before()
    both = before is not None and before.value is not None and now.value is not None
    return line(f"not compared: {parted.label}") if parted is not None and both else change(before, now)


def counts(years: Years) -> Table:
    """The year's numbers beside last year's, in the order of the letter's own blocks."""
    now, before = year_names(years)
    if years.before is None:
        rows = tuple(_count(years, key)[:2] for key in _counted(years))
        return Table(
            f"Numbers in {now}", f"Each number that the letter gives for {now}.", ("Number", now), rows, (60, 40)
        )
    return Table(
        f"Numbers in {now}",
        f"Each number that the letter gives for {now}, the same of {before}, and the change.",
        ("Number", now, before, "Change"),
        tuple(_count(years, key) for key in _counted(years)),
        (46, 18, 18, 18),
    )


def _counted(years: Years) -> list[str]:
    """The keys of figures in the letter that the table of rates has not as rates, one of them at least given."""
    shown = {key for measure in RATES for key in (measure.key, measure.similar)}
    return [
        key
        for key in numeric_keys(years.letter)
        if key not in shown and any(gives(years, key, year) for year in (years.letter.year, years.letter.year - 1))
    ]


def gives(years: Years, key: str, year: int) -> bool:
    """Whether the letter that counts for a year gives this figure."""
    filed = years.of(year)
    told = filed.fields.get(key) if filed is not None else None
    return told is not None and told.figure.value is not None


def _count(years: Years, key: str) -> tuple[Line, ...]:
    year = years.letter.year
    return line(label(key)), years.count(key, year), years.count(key, year - 1), _count_change(years, key)


def _count_change(years: Years, key: str) -> Line:
    values = [
        told.figure.value if (told := filed.fields.get(key)) is not None else None
        for filed in (years.letter, years.before)
        if filed is not None
    ]
    if len(values) < 2 or not all(isinstance(value, str) for value in values):
        return DASH
    if (parted := years.break_before()) is not None:
        return line(f"not compared: {parted.label}")
    by = Decimal(str(values[0])) - Decimal(str(values[1]))
    return line(more_or_less(by) if by else "no change")


def year_by_year(years: Years) -> tuple[Block, ...]:
    """A table for each rate, one for the counts, and the breaks that they all have as notes. Of one year there is no table."""
    blocks: list[Block] = []
    given = (measure for measure in RATES if years.series(measure).given)
    blocks += [table for measure in given if len((table := _rate_over(years, measure)).rows) > 1]
    points = years.series(MEASURES[0]).points
    if len(points) > 1 and any(gives(years, key, point.year) for key in COUNTS for point in points):
        blocks.append(_counts_over(years))
    return (*blocks, *_break_notes(years)) if blocks else ()


def _rate_over(years: Years, measure: Measure) -> Table:
    every, first = years.series(measure).points, years.series(measure).given[0]
    points = every[every.index(first) :]  # before it letters did not give the rate, or are not saved
    rows = tuple(
        (
            line(_marked(years, point)),
            years.citing.quoted(filed, measure.key)
            if (filed := years.of(point.year)) and point.value
            else line(point.why_not),
            years.cases(measure, point) or DASH,
            years.average(measure, point) if point.letter is not None else DASH,
            gap(point),
        )
        for point in points
    )
    return Table(
        f"{measure.label}, of {measure.of_what}, year by year",
        f"{measure.label} from {points[0].name} to {points[-1].name}: the rate, the cases, the average and the gap to it.",
        ("Year to 31 March", "Rate", "Cases", "Average of similar authorities", "Gap to the average"),
        rows,
        (20, 18, 28, 16, 18),
    )


def _counts_over(years: Years) -> Table:
    points = years.series(MEASURES[0]).points
    keys = [key for key in COUNTS if any(gives(years, key, point.year) for point in points)]
    rows = tuple((line(_marked(years, point)), *(years.count(key, point.year) for key in keys)) for point in points)
    return Table(
        "Numbers year by year",
        f"Numbers from {points[0].name} to {points[-1].name}; the columns are {', '.join(FIELDS[key].label for key in keys)}.",
        ("Year to 31 March", *(FIELDS[key].label for key in keys)),
        rows,
        (20, *[80 // len(keys)] * len(keys)),
    )


def _marked(years: Years, point: Point) -> str:
    """A year's name, with the number of the note on the break before it."""
    number = next((number for number, one in enumerate(years.breaks, 1) if one.year == point.year), 0)
    return f"{point.name} [note {number}]" if number else point.name


def _break_notes(years: Years) -> tuple[Paragraph, ...]:
    notes = [
        Paragraph(line(f"Note {number}. {one.reason} Figures before and after are not compared."), "note")
        for number, one in enumerate(years.breaks, 1)
    ]
    points = years.series(MEASURES[0]).points
    if any(point.letter is None for point in points):
        words = f"“{NO_LETTER}”: the history has no letter for that year, so that nothing is known of it here. It is not nought."
        notes.append(Paragraph(line(words), "note"))
    if any(point.why_not == NOTHING for point in points):
        words = f"“{NOTHING}”: the letter of that year does not give the figure. It is not nought."
        notes.append(Paragraph(line(words), "note"))
    doubled = [point.name for point in points if point.letters > 1]
    if doubled:
        words = f"More than one letter is saved for {' and '.join(doubled)}; the figures are from the last of them."
        notes.append(Paragraph(line(words), "note"))
    return tuple(notes)


def no_earlier(years: Years) -> str:
    """What is said where the year stands alone."""
    _, before = year_names(years)
    if not years.dossier.earlier:
        return "No earlier letter to this authority is saved, so that nothing can be said of a change."
    if years.before is None:
        return f"The history has no letter for {before}, so that nothing can be said of a change since last year."
    return ""
