"""A published table: the columns that are understood, those that are not, and the figures of each row with the cell they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ombudsview.letters.fields import FIELDS
from ombudsview.paper.cells import Grid, Value, address
from ombudsview.published import vocabulary
from ombudsview.published.layout import Layout, Over
from ombudsview.published.number import Scale, Told, decimals, scale_of, told
from ombudsview.published.vocabulary import SAME_FACT, Fit, families, fits, tokens
from ombudsview.published.years import without_years, years_in


@dataclass(frozen=True)
class Place:
    """A cell of a sheet: `F27`; the sheet's name is empty where the file has none (CSV)."""

    sheet: str
    cell: str

    @property
    def words(self) -> str:
        """As people say it."""
        return f"{self.sheet}, {self.cell}" if self.sheet else self.cell


@dataclass(frozen=True)
class Heading:
    """The words over a column, and the cell that they stand in or over: column letters and the last heading row."""

    words: str
    place: Place


@dataclass(frozen=True)
class Entry:
    """One figure as it is published. `precision`: the decimals that its column is written to, on the scale of the figure."""

    key: str
    told: Told
    place: Place
    heading: str
    precision: int = 0


@dataclass(frozen=True)
class Row:
    """A row: the name in it, as it stands, and its figures."""

    name: str
    place: Place
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """A sheet's table. `unknown`: headings that are worded as no figure. `contested`: those that two figures fit, or that fit a
    figure which another column fits as well; they are not used. `otherwise`: those that are about another year. `undated`: the one
    of the rows' years, where rows were left out because they say one as it could be two: "2020"."""

    sheet: str
    rows: tuple[Row, ...]
    keys: frozenset[str]
    unknown: tuple[Heading, ...] = ()
    contested: tuple[Heading, ...] = ()
    otherwise: tuple[Heading, ...] = ()
    undated: tuple[Heading, ...] = ()


@dataclass(frozen=True)
class _Columns:
    """What the headings come to: the column of the names and of the years, and the figure of each other column that has one."""

    names: int
    years: int | None
    keys: Mapping[int, str]
    over: Mapping[int, Over]
    unknown: tuple[int, ...]
    contested: tuple[int, ...]
    otherwise: tuple[int, ...]


def read_table(grid: Grid, period_end: str) -> Table | None:
    """The table of a sheet, read as one about the year to `period_end`; None where there is none with a row for each authority."""
    layout = Layout(grid)
    found = [(row, columns) for row in layout.candidates if (columns := _columns(layout, row, grid.name, period_end))]
    if not found:
        return None
    row, columns = max(found, key=lambda one: (len(one[1].keys), -one[0]))
    rows = [one for one in layout.rows_below(row).items() if isinstance(one[1].get(columns.names), str)]
    rows = list(_until_other_headings(rows, columns))
    undated = _undated([cells for _, cells in rows], columns)
    rows = [one for one in rows if _is_of(one[1], columns, period_end, undated)]
    entries = {column: _Column(key, [cells.get(column) for _, cells in rows]) for column, key in columns.keys.items()}

    def entry(number: int, column: int, value: Value | None) -> Entry:
        one = entries[column]
        place = Place(grid.name, address(number, column))
        return Entry(one.key, one.told(value), place, columns.over[column].own, one.precision)

    def heading(column: int) -> Heading:
        over = columns.over[column]
        words = f"{over.group}: {over.own}" if over.group else over.own
        return Heading(words, Place(grid.name, address(row, column)))

    published = (
        Row(
            " ".join(str(cells[columns.names]).split()),
            Place(grid.name, address(number, columns.names)),
            tuple(entry(number, column, cells.get(column)) for column in columns.keys),
        )
        for number, cells in rows
        if any(column in cells for column in columns.keys)  # notes have no figures
    )
    return Table(
        grid.name,
        tuple(published),
        frozenset(columns.keys.values()),
        *(tuple(map(heading, some)) for some in (columns.unknown, columns.contested, columns.otherwise, undated)),
    )


class _Column:
    """How the cells of one column are to be read: percentages by all of them together."""

    def __init__(self, key: str, values: list[Value | None]) -> None:
        self.key = key
        self._unit = FIELDS[key].unit
        self._scale = scale_of(values) if vocabulary.is_percent(key) else Scale.POINTS
        self.precision = max((decimals(one.value) for one in map(self.told, values) if one.value), default=0)

    def told(self, value: Value | None) -> Told:
        return told(self._unit, value, self._scale)


def _until_other_headings(
    rows: Iterable[tuple[int, Mapping[int, Value]]], columns: _Columns
) -> Iterator[tuple[int, Mapping[int, Value]]]:
    """The rows as far as those of another table on the same sheet; the same headings once more are passed over."""
    for number, cells in rows:
        if " ".join(tokens(str(cells[columns.names]))) not in vocabulary.AUTHORITY:
            yield number, cells
        elif any(" ".join(str(cells.get(column, "")).split()) != columns.over[column].own for column in columns.keys):
            return


def _undated(rows: Iterable[Mapping[int, Value]], columns: _Columns) -> tuple[int, ...]:
    """The column of the years, where it says several things and one of them names no year for certain."""
    if columns.years is None:
        return ()
    said = {cells[columns.years] for cells in rows if columns.years in cells}
    return (columns.years,) if len(said) > 1 and not all(map(_years_of, said)) else ()


def _is_of(cells: Mapping[int, Value], columns: _Columns, period_end: str, undated: tuple[int, ...]) -> bool:
    """Whether a row is about the year: every one is, but where a column says otherwise, or something that could be otherwise."""
    said = cells.get(columns.years) if columns.years is not None else None
    years = _years_of(said)
    return period_end in years if years else said is None or not undated


def _years_of(said: Value | None) -> tuple[str, ...]:
    return years_in(said) if isinstance(said, str) else ()


def _columns(layout: Layout, row: int, sheet: str, period_end: str) -> _Columns | None:
    """What the headings mean where this row is their last; None where no column of names or no figure is among them."""
    over = {one.column: one for one in layout.over(row)}
    words = {column: " ".join(tokens(one.own)) for column, one in over.items()}
    names = [column for column, said in words.items() if said in vocabulary.AUTHORITY]
    if not names:
        return None
    years = next((column for column, said in words.items() if said in vocabulary.YEAR), None)
    rest = [one for column, one in over.items() if column not in (names[0], years)]
    other = [one for one in rest if (ends := years_in(f"{one.group} {one.own}")) and period_end not in ends]
    told = {one.column: _meanings(one, period_end) for one in rest if one not in other}
    title = families(" ".join([sheet, *(said for _, _, said in layout.title(row))]), period_end)
    keys = _chosen({column: over[column] for column in told}, told, title, period_end)
    twice = {key for key, count in Counter(key for some in keys.values() for key in some).items() if count > 1}
    used = {column: next(iter(some)) for column, some in keys.items() if len(some) == 1 and not some & twice}
    if not used:
        return None
    contested = tuple(column for column, some in keys.items() if some and column not in used)
    unknown = tuple(column for column, some in keys.items() if not some)
    return _Columns(names[0], years, used, over, unknown, contested, tuple(one.column for one in other))


def _meanings(over: Over, period_end: str) -> frozenset[Fit]:
    """What a heading may mean by itself, its year left out, or else together with the heading above it."""
    own = without_years(over.own)
    return fits(own, period_end) or (
        fits(f"{without_years(over.group)} {own}", period_end) if over.group else frozenset()
    )


def _chosen(
    over: Mapping[int, Over], told: Mapping[int, frozenset[Fit]], title: frozenset[str], period_end: str
) -> dict[int, frozenset[str]]:
    """The figures that each heading may mean once its neighbours have been heard: one, several, or none.

    The heading above it counts most, then the title together with the columns that can be taken in one way only.
    """
    strong = frozenset(one.family for some in told.values() if _is_plain(some) for one in some)
    around = (title & strong) or (title | strong)
    chosen = {}
    for column, some in told.items():
        group = families(over[column].group, period_end) if over[column].group else frozenset()
        kept = [one for one in some if one.family in (group or around)]
        if not kept:
            kept = [one for one in some if not one.weak]
        chosen[column] = _one_fact({one.key for one in kept}, strong | title | group)
    return chosen


def _is_plain(some: Iterable[Fit]) -> bool:
    """Whether a heading means one figure whatever stands beside it."""
    fit = list(some)
    return len({one.key for one in fit}) == 1 and not any(one.weak for one in fit)


def _one_fact(keys: set[str], around: frozenset[str]) -> frozenset[str]:
    if keys == SAME_FACT:
        return frozenset({"decided.upheld" if "decided" in around and "upheld" not in around else "upheld_decisions"})
    return frozenset(keys)
