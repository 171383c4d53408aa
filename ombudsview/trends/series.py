"""A measure over the years, made from the saved figures: a point for every year from the first to the last, gaps included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ombudsview.history.rows import Figure
from ombudsview.trends.breaks import Break, breaks_within
from ombudsview.trends.measure import Measure
from ombudsview.trends.point import Point, Quoted, denial
from ombudsview.trends.rounding import possible_parts


@dataclass(frozen=True)
class Series:
    """One authority's points in the order of years, and the breaks that part them.

    `left_out` counts the letters of other senders than the one whose figures these are.
    """

    measure: Measure
    authority: str
    points: tuple[Point, ...]
    breaks: tuple[Break, ...]
    left_out: int = 0

    @property
    def given(self) -> tuple[Point, ...]:
        """The points that have a value."""
        return tuple(point for point in self.points if point.value is not None)

    @property
    def runs(self) -> tuple[tuple[Point, ...], ...]:
        """The stretches that may be joined by a line: no year missing between, no break."""
        return self._stretches([point for point in self.points if point.value is not None])

    @property
    def similar_runs(self) -> tuple[tuple[Point, ...], ...]:
        """The same for the average of similar authorities."""
        return self._stretches([point for point in self.points if point.similar is not None])

    def break_between(self, earlier: Point, later: Point) -> Break | None:
        """The last break between two years, or None where they may be compared."""
        found = [one for one in self.breaks if earlier.year < one.year <= later.year]
        return found[-1] if found else None

    def _stretches(self, points: list[Point]) -> tuple[tuple[Point, ...], ...]:
        stretches: list[list[Point]] = []
        for point in points:
            last = stretches[-1][-1] if stretches else None
            joined = last is not None and point.year == last.year + 1 and not self.break_between(last, point)
            if joined:
                stretches[-1].append(point)
            else:
                stretches.append([point])
        return tuple(tuple(stretch) for stretch in stretches)


def series(figures: Iterable[Figure], measure: Measure) -> Series:
    """A measure's series from one authority's figures.

    Figures without a year are left out. Where a year has two letters the one saved as the later of them counts, whole: figures
    of two letters are never put together. Neither are those of two senders, who count each in their own way: the sender of the
    newest letter counts. ValueError where there are figures of two authorities.
    """
    every = tuple(figures)
    newest = max(every, key=lambda figure: figure.period_end or "", default=None)
    sender = newest.sender if newest is not None else ""
    figures = tuple(figure for figure in every if figure.sender == sender)
    left_out = len({figure.letter for figure in every} - {figure.letter for figure in figures})
    # Letters print one name in capitals and in small letters; the record holds them for one too.
    authorities = {figure.authority.casefold(): figure.authority for figure in figures if figure.authority}
    if len(authorities) > 1:
        raise ValueError(f"a series is of one authority, not of {len(authorities)}")
    years = _by_year(figures)
    span = range(min(years), max(years) + 1) if years else range(0)
    points = tuple(_point(year, years.get(year, {}), measure) for year in span)
    breaks = breaks_within(span[0], span[-1], sender) if span else ()
    return Series(measure, next(iter(authorities.values()), ""), points, breaks, left_out)


Letter = Mapping[str, Figure]


def _by_year(figures: tuple[Figure, ...]) -> dict[int, dict[str, dict[str, Figure]]]:
    """Year in which the period ends -> letter -> key -> figure."""
    years: dict[int, dict[str, dict[str, Figure]]] = {}
    for figure in sorted(figures, key=lambda figure: figure.sequence):
        if figure.period_end:
            letters = years.setdefault(int(figure.period_end[:4]), {})
            letters.setdefault(figure.letter, {})[figure.key] = figure
    return years


def _point(year: int, letters: Mapping[str, Letter], measure: Measure) -> Point:
    if not letters:
        return Point(year, why_not="no letter saved")
    name, figures = list(letters.items())[-1]
    value, similar = _quoted(figures, measure.key), _quoted(figures, measure.similar)
    part = _quoted(figures, measure.part)
    base, worked, fits = _cases(figures, measure, value, part)
    denied = {key: figures[key].denied for key in measure.keys if key in figures and figures[key].denied}
    why_not = "" if value else "no cases in the year" if base and not base.value else "not in the letter"
    if measure.key in denied:
        why_not = denial(denied.pop(measure.key))
    return Point(year, name, value, part, base, similar, worked, fits, why_not, len(letters), tuple(denied.items()))


def _quoted(figures: Letter, key: str | None) -> Quoted | None:
    figure = figures.get(key) if key else None
    if key is None or figure is None or not isinstance(figure.value, str):
        return None
    return Quoted(key, Decimal(figure.value), str(figure.state), figure.by_hand, figure.by_officer)


def _cases(
    figures: Letter, measure: Measure, value: Quoted | None, part: Quoted | None
) -> tuple[Quoted | None, int | None, bool]:
    """The base that the rate was taken of, the part where only one is possible, and whether they fit the printed rate."""
    bases = [base for base in (_quoted(figures, key) for key in measure.bases) if base is not None]
    if not bases or value is None:
        return (bases[0] if bases else None), None, True
    for base in bases:
        possible = possible_parts(int(base.value), value.value)
        if part is not None and int(part.value) in possible:
            return base, None, True
        if part is None and len(possible) > 0:
            return base, possible[0] if len(possible) == 1 else None, True
    return bases[0], None, False
