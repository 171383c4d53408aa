"""What is doubtful about a letter's tables: empty cells, headings that had to be guessed, tables that could not be read at all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.fields import FIELDS, Value, year_name
from ombudsview.letters.kind import Kind
from ombudsview.letters.table import Row, Table, second_table, title_of
from ombudsview.letters.titles import titles
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt
from ombudsview.reading.own_row import rows_of
from ombudsview.reading.year_doubts import year_doubts

_LONGEST_TITLE = 60  # characters; what is longer is a line of prose


def table_doubts(text: TextMap, kind: Kind, period_end: Value | None = None) -> Iterator[Doubt]:
    """Every doubt about the tables of this kind; `period_end` is that of the letter, as an ISO date."""
    year = year_name(period_end) if isinstance(period_end, str) else None
    read = {table: rows_of(text, table, year) for table in kind.tables}
    yield from year_doubts(read, year, partial(_named, text))
    for table, rows in read.items():
        for number, row in enumerate(rows):
            yield from _of_row(text, table, row, "" if number == 0 else f"@{row.year}")
            if row.unclaimed and number == 0:
                yield _unclaimed(text, table, row)
            yield from _lone_total(text, table, row, "" if number == 0 else f"@{row.year}")
        if rows and rows[0].others:
            yield _left_out(text, table, rows[0], len(rows))
        if not rows:
            yield from _unread(text, table)
        elif (other := second_table(text, table)) is not None:
            yield _two_tables(text, table, rows[0], other)


def _named(text: TextMap, table: Table, row: Row) -> str:
    """A table by its title, and the page on which the figures of a row of it stand."""
    title = title_of(text, table)
    title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE].rstrip()}…"
    return f"the table “{title}” on page {_page(text, row)}"


def _page(text: TextMap, row: Row) -> int:
    return text.line_at(min(span[0] for span in row.cells.values())).page


def _of_row(text: TextMap, table: Table, row: Row, year: str) -> Iterator[Doubt]:
    """Figures that may stand in either of two columns, and columns whose headings had to be guessed."""
    named = _named(text, table, row) if row.guessed or not row.sure else ""
    if not row.sure and row.listed:
        sentence = f"Labels and figures of {named} stand on lines of their own: look which figure each label has."
        yield Doubt("apart", sentence, tuple(f"{key}{year}" for key in row.cells))
    elif not row.sure:
        keys = tuple(f"{key}{year}" for key in row.cells)
        sentence = f"Some cells of {named} are empty: look which column each figure of the row{_of(row)} stands in."
        yield Doubt("empty_cells", sentence, keys)
    if row.mixed:
        named = _named(text, table, row)
        sentence = (
            f"The headings of {named} are partly those of other years: look which of them each figure belongs to."
        )
        yield Doubt("mixed_headings", sentence, tuple(f"{key}{year}" for key in row.cells))
    for key, heading in row.guessed.items():
        name = FIELDS[key].label.lower()
        sentence = f"“{heading}” heads a column of {named}: it is taken for {name}, by its place or one of its words."
        yield Doubt("heading", sentence, (f"{key}{year}",))


def _of(row: Row) -> str:
    return f" of {row.year}" if row.year else ""


def _unclaimed(text: TextMap, table: Table, row: Row) -> Doubt:
    """A doubt about the columns that were not found, where a figure stands under a heading that nobody knows."""
    absent = tuple(column.key for column in table.columns if column.key[0] != NO_FIELD and column.key not in row.cells)
    sentence = f"A figure of {_named(text, table, row)} stands under a heading that could not be read."
    return Doubt("unknown_heading", sentence, absent)


def _left_out(text: TextMap, table: Table, row: Row, kept: int) -> Doubt:
    """Rows that name no year: where all are so, nothing tells that the first is this authority's own for the year."""
    named = _named(text, table, row)
    if row.year is None and kept == 1:
        sentence = (
            f"In {named} are {row.others + 1} rows of figures and no years beside them: these are those of the first."
        )
        return Doubt("rows", sentence, tuple(row.cells))
    sentence = f"A row of figures of {named} was left out, for no year could be read beside it."
    return Doubt("row_left_out", sentence, ())


def _lone_total(text: TextMap, table: Table, row: Row, year: str) -> Iterator[Doubt]:
    """A doubt where a row prints a total that is not nought, and none of the parts that make it."""
    parts = [column.key for column in table.columns if column.key[0] != NO_FIELD and not _is_total(column.key)]
    if not parts or not row.cells or not all(map(_is_total, row.cells)):
        return
    if any(text.printed(*span) != "0" for span in row.cells.values()):
        sentence = f"The row{_of(row)} of {_named(text, table, row)} has a total, but no figures that add up to it."
        yield Doubt("lone_total", sentence, tuple(f"{key}{year}" for key in row.cells))


def _two_tables(text: TextMap, table: Table, row: Row, other: Row) -> Doubt:
    """A doubt where two tables of one title give different figures: which of them is the letter's is for the officer to say."""
    named = _named(text, table, row)
    sentence = f"These figures are from {named}, and another of that title is on page {_page(text, other)}."
    return Doubt("two_tables", sentence, tuple(dict.fromkeys((*row.cells, *other.cells))))


def _is_total(key: str) -> bool:
    return ".total" in key


def _unread(text: TextMap, table: Table) -> Iterator[Doubt]:
    """A doubt where a line is the title of a table of which nothing could be read."""
    for start in titles(text, table.title):
        line = text.line_at(start)
        title = text.printed(line.start, line.end)
        if start == line.start and len(title) <= _LONGEST_TITLE and not title.endswith((".", ",")):
            keys = tuple(column.key for column in table.columns if column.key[0] != NO_FIELD)
            yield Doubt("unread_table", f"The table “{title}” on page {line.page} could not be read.", keys)
            return
