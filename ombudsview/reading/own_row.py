"""Which row of a table is the letter's own: the one that names its year wherever it stands, else the first; the others are of
earlier years, their keys with the year behind an `@`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ombudsview.letters.fields import FIELDS, Value, year_name
from ombudsview.letters.implied import Values, implied
from ombudsview.letters.kind import Kind
from ombudsview.letters.table import Row, Table, read_rows
from ombudsview.paper.text import TextMap
from ombudsview.reading.evidence import read_field
from ombudsview.reading.model import FieldReading, ReaderState

_END = "period_end"


def letters_year(values: Values) -> str | None:
    """The year of a letter with these values, as `2005-06`: the printed one, or the one that its title implies."""
    end: Value | None = values.get(_END)
    if end is None:
        end = next((found.value for found in implied(values, frozenset((_END,))) if found.key == _END), None)
    return year_name(end) if isinstance(end, str) else None


def rows_of(text: TextMap, table: Table, year: str | None) -> tuple[Row, ...]:
    """The rows of a table, that of the letter's year first. Where one names it, one that names none is left out and counted."""
    rows = read_rows(text, table)
    own = next((row for row in rows if row.year == year), None) if year is not None else None
    if own is None or own is rows[0]:
        return rows
    others = tuple(row for row in rows if row is not own and row.year is not None)
    return replace(own, others=rows[0].others + len(rows) - len(others) - 1), *others


def own_fields(
    text: TextMap, kind: Kind, year: str | None, wanted: frozenset[str] | None = None
) -> dict[str, FieldReading]:
    """The fields of tables whose own row is not their first: what the own row has of them, nothing for those it has not.

    Tables without any of the fields `wanted` are left alone, where these are named: reading them takes longest.
    """
    fields: dict[str, FieldReading] = {}
    for table in kind.tables:
        if wanted is not None and wanted.isdisjoint(table.keys):
            continue
        first, own = (next(iter(rows), None) for rows in (read_rows(text, table), rows_of(text, table, year)))
        if first is None or own is None or own.year == first.year:
            continue
        fields |= {key: FieldReading(key, None, None, ReaderState.LOOK_HERE, (), (), None) for key in first.cells}
        fields |= {key: read_field(FIELDS[key], text, (span,)) for key, span in own.cells.items()}
    return fields


def earlier_years(text: TextMap, kind: Kind, year: str | None) -> dict[str, FieldReading]:
    """The rows of other years in the letter's tables."""
    return {name: read_field(FIELDS[name], text, (span,)) for name, span in _earlier(text, kind, year)}


def _earlier(text: TextMap, kind: Kind, year: str | None) -> Iterator[tuple[str, tuple[int, int]]]:
    for table in kind.tables:
        for row in rows_of(text, table, year)[1:]:
            for key, span in row.cells.items():
                name = f"{key}@{row.year}"
                if row.year and name in FIELDS:
                    yield name, span
