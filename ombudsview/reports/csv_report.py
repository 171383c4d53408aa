"""Readings as CSV, long: one row for each box of each place, or one row with an empty place.

Texts that a spreadsheet could take for a formula start with an apostrophe; numbers are numbers. A file without a letter has no
row: what became of it is said elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from ombudsview.letters.fields import Value
from ombudsview.reading.evidence import reads_as, stripped
from ombudsview.reading.model import FieldReading, Source
from ombudsview.reports.file_reading import FileReading
from ombudsview.reports.json_report import json_value, rounded, unit_of
from ombudsview.reports.text import encodable, safe_cell

COLUMNS = (
    "file", "letter", "key", "item", "source", "value", "unit", "printed", "state", "page", "x0", "y0", "x1", "y1",
)  # fmt: skip
"""`letter`, `item` and `source` count from 1: the letter in its file, the item of a list (1 for a single value), the place."""

Cell = str | int | float


def as_csv(files: Iterable[FileReading]) -> str:
    """A header and the rows, each ended by a line feed."""
    return written(COLUMNS, (row for file in files for row in _rows(file)))


def written(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Rows of cells as CSV text, the texts made safe and the numbers left alone."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return encodable(out.getvalue())


def _rows(file: FileReading) -> Iterator[list[Cell]]:
    for letter, reading in enumerate(file.readings, 1):
        for field in reading.fields:
            for cells in _field_rows(field):
                yield [file.file, letter, field.key, *cells]


def _field_rows(field: FieldReading) -> Iterator[list[Cell]]:
    unit = unit_of(field.key)
    for item, value, printed, sources in _items(field):
        known: Cell = "" if value is None else json_value(unit, value)
        for number, source, place in _places(sources):
            # A fact printed in several places may be printed differently in each: `31/03/20`, `31 March 2020`.
            here = printed if source is None or reads_as(source, unit, printed or "") else stripped(unit, source.text)
            yield [item, number, known, unit.value, here or "", field.state.value, *place]


Item = tuple[Cell, str | None, str | None, tuple[Source, ...]]


def _items(field: FieldReading) -> Iterator[Item]:
    """Each item of a list with its own place; a single value is item 1, a value that is not there has no item."""
    if not isinstance(field.value, tuple):
        yield "" if field.value is None else 1, field.value, _single(field.printed), field.sources
        return
    printed = field.printed if isinstance(field.printed, tuple) else ()
    last = len(field.value) - 1
    for place, value in enumerate(field.value):
        # One place an item; should there be more places than items, the last item keeps them rather than nobody.
        sources = field.sources[place:] if place == last else field.sources[place : place + 1]
        yield place + 1, value, printed[place] if place < len(printed) else None, sources


def _single(printed: Value | None) -> str | None:
    return "; ".join(printed) if isinstance(printed, tuple) else printed


def _places(sources: tuple[Source, ...]) -> Iterator[tuple[Cell, Source | None, list[Cell]]]:
    if not sources:
        yield "", None, ["", "", "", "", ""]
    for number, source in enumerate(sources, 1):
        if not source.boxes:
            yield number, source, [source.page, "", "", "", ""]
        for box in source.boxes:
            yield number, source, [source.page, *(rounded(side) for side in box)]
