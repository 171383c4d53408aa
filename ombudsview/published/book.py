"""A published spreadsheet whole: which year it says it is about, and its tables read as of one year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.errors import Trouble
from ombudsview.paper.cells import Grid, Workbook, address
from ombudsview.published.table import Table, read_table
from ombudsview.published.vocabulary import AUTHORITY, tokens
from ombudsview.published.years import Named, named

_DEEPEST = 60  # rows in which headings are looked for


@dataclass(frozen=True)
class Book:
    """The tables of a spreadsheet about the year to `period_end`. `apart`: sheets that say they are about other years.

    `bare`: sheets in which no table with a row for each authority was found.
    """

    period_end: str
    tables: tuple[Table, ...]
    apart: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


def years_of(workbook: Workbook, file_name: str) -> tuple[Named, ...]:
    """Every year that the titles, the sheets' names or the file's name says, each with the words. One is sure, more are a question."""
    texts = [text for grid in workbook.grids for text in _says(grid)]
    stem = file_name.rpartition(".")[0] or file_name
    return named([*texts, (file_name, stem)])


def read_book(workbook: Workbook, period_end: str) -> Book:
    """The tables about that year. Trouble `no_table` where no sheet has one, and `other_year` where all say another year."""
    tables, apart, bare = list[Table](), list[str](), list[str]()
    for grid in workbook.grids:
        years = {one.period_end for one in named(_says(grid))}
        if years and period_end not in years:
            apart.append(grid.name)
        elif (table := read_table(grid, period_end)) is not None:
            tables.append(table)
        elif grid.cells:
            bare.append(grid.name)
    if not tables:
        raise _other_year() if apart and not bare else _no_table()
    return Book(period_end, tuple(tables), tuple(apart), tuple(bare))


def _says(grid: Grid) -> Iterator[tuple[str, str]]:
    """What names a sheet: its name, and the texts above the row of its headings; each with where it stands."""
    if grid.name:
        yield grid.name, grid.name
    for row in sorted(grid.by_row)[:_DEEPEST]:
        cells = {column: value for column, value in grid.by_row[row].items() if isinstance(value, str)}
        if any(" ".join(tokens(text)) in AUTHORITY for text in cells.values()):
            return
        for column, text in cells.items():
            where = address(row, column)
            yield (f"{grid.name}, {where}" if grid.name else where), text


def _no_table() -> Trouble:
    return Trouble(
        "no_table",
        "No table with a row for each authority and a heading that names a figure was found in this spreadsheet.",
        "Its headings are looked for in words such as “Authority”, “Not upheld” or “Compliance rate”.",
    )


def _other_year() -> Trouble:
    return Trouble(
        "other_year",
        "This spreadsheet says that it is about another year.",
        "Choose that year, or another spreadsheet.",
    )
