"""What committees ask, minuted, each answered from the figures and with no more certainty than the cases give."""

from __future__ import annotations

from decimal import Decimal
from math import floor

from ombudsview.letters.totals import why_totals_differ
from ombudsview.reports.committee.citing import standings
from ombudsview.reports.committee.model import Block, Heading, Paragraph, line
from ombudsview.reports.committee.tables import RATES
from ombudsview.reports.committee.years import Years, of_what
from ombudsview.trends.breaks import Break, breaks_within
from ombudsview.trends.finding import amount, finding, points, progress
from ombudsview.trends.interval import FEWEST
from ombudsview.trends.measure import Measure
from ombudsview.trends.point import Point, Quoted, denial

LATELY = 5
"""Years back within which a change of the Ombudsman's counting is told of as an answer."""


def findings(years: Years) -> tuple[str, ...]:
    """For each rate the finding, as the trend's title has it, and how it stands to the year before; the small-number guard in both.

    Here no caption names the denominator, so each sentence does.
    """
    found = []
    for measure in RATES:
        one = years.series(measure)
        if one.given:
            since = progress(one)
            compared = one.given[-2:] if since else one.given[-1:]
            stands = "".join(
                _standing(years, point, point.value, point.part, point.base, point.similar) for point in compared
            )
            said = finding(one).removeprefix(measure.label)
            found.append(f"{measure.label}, of {measure.of_what}{said}.{f' {since}' if since else ''}{stands}")
    return tuple(found)


def _standing(years: Years, point: Point, *figures: Quoted | None) -> str:
    """What nobody checked, or is not as read or printed, of the figures that a sentence rests on, with their year; else nothing."""
    filed = years.of(point.year)
    keys = [figure.key for figure in figures if figure is not None]
    found = standings(filed, keys) if filed is not None else {}
    told = [f"{', '.join(f'“{name}”' for name in names)} ({words})" for words, names in found.items()]
    return f" Of {point.name}: {', '.join(told)}." if told else ""


def questions(years: Years) -> tuple[Block, ...]:
    """Heading and answer, question after question; one that the letter gives no occasion for is left out."""
    asked = (
        ("Is it a real change, with numbers this small?", _real(years)),
        ("How does that compare with similar authorities?", _compared(years)),
        ("Why do the numbers received and decided differ?", _differ(years)),
        ("Why do figures change everywhere at once?", _everywhere(years)),
    )
    blocks: list[Block] = []
    for question, answers in asked:
        if answers:
            blocks += [Heading(question), *(Paragraph(line(answer)) for answer in answers)]
    return tuple(blocks)


def _real(years: Years) -> list[str]:
    answers = []
    for measure in RATES:
        point = years.series(measure).points[-1]
        if point.value is not None and point.base is not None and point.base.value and point.fits:
            answers.append(f"{_weight(measure, point)}{_standing(years, point, point.value, point.part, point.base)}")
    return answers


def _weight(measure: Measure, point: Point) -> str:
    """How much one case weighs among so few, and how far chance reaches."""
    base = int(point.base.value) if point.base is not None else 0
    one = 100 / base
    exact = one == int(one)
    by = f"{'' if exact else 'about '}{floor(one + 0.5)} {'point' if floor(one + 0.5) == 1 else 'points'}"
    told = f"{measure.label}: with {base:,} {of_what(measure, base)}, one case decided the other way moves the rate by "
    told += f"{by if one >= 1 else 'less than 1 point'}."
    if point.interval is not None:
        low, high = point.interval
        told += f" Taken as a sample, so many cases fit any rate from {low:.0f}% to {high:.0f}%: "
        told += "of ranges drawn like this, 19 in 20 hold the true rate."
    if base < FEWEST:
        told += f" Fewer than {FEWEST} cases are too few to call a difference real."
    return told


def _compared(years: Years) -> list[str]:
    every = [(measure, years.series(measure).points[-1]) for measure in RATES]
    given = [(measure, point) for measure, point in every if point.value is not None]
    told = [_beside(years, measure, point) for measure, point in given]
    averages = [point.similar.value for _, point in given if point.similar is not None]
    if averages and all(average == average.to_integral_value() for average in averages):
        told.append("These averages are printed as whole numbers: each may lie up to half a point higher or lower.")
    return told


def _beside(years: Years, measure: Measure, point: Point) -> str:
    """`Upheld rate: 83%, 5 of 6 detailed investigations, against the average of 63%, 20 points above it; too few cases to tell.`

    Without an average, that and why.
    """
    stands = _standing(years, point, point.value, point.part, point.base, point.similar)
    if point.similar is None:
        said = [denial(read) for key, read in point.denied if key == measure.similar]
        why = f": {said[0]}" if said else "; the letter prints none for it"
        rate = _of_cases(measure, point).rstrip(",")
        return f"{measure.label}: {rate}, with no average of similar authorities to compare it with{why}.{stands}"
    gap = point.gap or Decimal(0)
    side = f"{points(abs(gap))} {'above' if gap > 0 else 'below'} it" if gap else "the same"
    told = f"; {point.chance}" if point.chance and gap else ""
    average = f"the average of {amount(point.similar)}"
    return f"{measure.label}: {_of_cases(measure, point)} against {average}, {side}{told}.{stands}"


def _of_cases(measure: Measure, point: Point) -> str:
    """`83%, 5 of 6 detailed investigations,`; the rate alone where the letter gives no cases, or none that give that rate."""
    if point.base is None or not point.fits:
        return amount(point.value)
    worked_out = " (as worked out)" if point.part is None and point.worked_part is not None else ""
    return f"{amount(point.value)}, {point.cases} {of_what(measure, int(point.base.value))}{worked_out},"


def _differ(years: Years) -> list[str]:
    values = {key: told.figure.value for key, told in years.letter.fields.items()}
    told = why_totals_differ(values, "received.total")
    return [told] if told else []


def _everywhere(years: Years) -> list[str]:
    told = changes(years)
    if not told:
        return []
    return [
        *(one.reason for one in told),
        "Figures on the two sides of such a change are not called better or worse in this paper.",
    ]


def changes(years: Years) -> tuple[Break, ...]:
    """The breaks of late between the years of the paper's letters; those of long ago stand as notes under the years."""
    now = years.letter.year
    first = min((one.year for one in years.dossier.earlier), default=now)
    return breaks_within(max(first, now - LATELY), now, years.letter.sender)
