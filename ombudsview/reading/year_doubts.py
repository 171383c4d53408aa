"""What is doubtful about the years of a table's rows: rows that name none, or another than they should, and rows that are missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from ombudsview.letters.table import Row, Table
from ombudsview.reading.model import Doubt

Named = Callable[[Table, Row], str]
"""How a table is named to the officer, with the page of a row of it."""


def year_doubts(read: Mapping[Table, tuple[Row, ...]], year: str | None, named: Named) -> Iterator[Doubt]:
    """Every doubt about the years of tables with a row a year, the letter's own row first; `year` is the letter's, as `2005-06`."""
    for table, rows in read.items():
        if rows and table.row is None:
            yield from _of_first(table, rows, year, named)
            yield from _of_others(table, rows, year, named)
    yield from _only_elsewhere({table: rows for table, rows in read.items() if table.yearly and rows}, named)


def _of_first(table: Table, rows: tuple[Row, ...], year: str | None, named: Named) -> Iterator[Doubt]:
    """The row that is taken for the letter's own, where nothing beside it says that it is."""
    first, *others = rows
    if first.year is None and (others or (table.yearly and not first.others)):
        sentence = (
            f"No year could be read beside the first row of {named(table, first)}: look whether it is the letter's own."
        )
        yield Doubt("no_year", sentence, tuple(first.cells))
    elif first.year is not None and year is None:
        sentence = (
            f"The first row of {named(table, first)} is that of {first.year}, and the letter's own year was not found: look"
            " whether it is the same."
        )
        yield Doubt("row_year", sentence, tuple(first.cells))
    elif first.year not in (None, year):
        sentence = (
            f"The first row that could be read of {named(table, first)} is that of {first.year},"
            f" and the letter is about {year}."
        )
        yield Doubt("row_year", sentence, tuple(first.cells))


def _of_others(table: Table, rows: tuple[Row, ...], year: str | None, named: Named) -> Iterator[Doubt]:
    """Rows of two years that should follow each other and do not: one was lost between them, or a year was misread."""
    for number, (row, following) in enumerate(pairwise(rows)):
        keys = tuple(f"{key}@{following.year}" for key in following.cells)
        if following.year is None:
            continue
        if year is not None and following.year > year:
            sentence = (
                f"A row of {named(table, following)} is labelled {following.year}, and the letter is about {year}."
            )
            yield Doubt("row_year", sentence, keys)
        elif row.year == following.year:
            sentence = (
                f"Two rows of {named(table, following)} are labelled {row.year}: look which of them is of that year."
            )
            yield Doubt("same_year", sentence, (*keys, *(row.cells if number == 0 else ())))
        elif row.year is not None and row.year != _next(following.year):
            sentence = (
                f"In {named(table, following)} the row of {row.year} is followed by that of {following.year}: one is missing"
                " between them, or a year was misread."
            )
            yield Doubt("year_gap", sentence, keys)


def _only_elsewhere(read: Mapping[Table, tuple[Row, ...]], named: Named) -> Iterator[Doubt]:
    """Years that one table of a letter has a row of and another has not: it was lost, or nobody could read its label."""
    years = {table: {row.year for row in rows if row.year} for table, rows in read.items()}
    for table, rows in read.items():
        for missing in sorted(set().union(*years.values()) - years[table], reverse=True):
            other = next(other for other in read if missing in years[other])
            sentence = (
                f"No row of {missing} could be read in {named(table, rows[0])}, though there is one in"
                f" {named(other, read[other][0])}."
            )
            yield Doubt("year_missing", sentence, ())


def _next(year: str) -> str:
    """The year after one, as `2006-07` for `2005-06`."""
    first = int(year[:4]) + 1
    return f"{first}-{(first + 1) % 100:02d}"
