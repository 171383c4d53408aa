"""Reads the cells of a spreadsheet (xlsx, xlsm, xlsb, xls, ods, csv). Runs in the reader process, whose limits are its limits.

python-calamine reads all of these but CSV in memory-safe code, takes no formulas but what they last came to, and opens nothing else.
It lays a sheet out from its first to its last cell: two far apart end this process, and no other.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from ombudsview.errors import Trouble, Verdict
from ombudsview.paper.cells import (
    LAST_COLUMN,
    LAST_ROW,
    MOST_CELLS,
    MOST_LETTERS,
    MOST_SHEETS,
    Cell,
    Grid,
    Merged,
    Value,
    Workbook,
)

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t"
_MOST_MERGED = 10_000


def tabulate(data: bytes) -> Workbook:
    """Its cells. Trouble with a verdict's code: `empty`, `password`, `too_big`, `not_pdf` for what is no spreadsheet at all."""
    if not data.strip():
        raise _refused(Verdict.EMPTY)
    if data.startswith((_ZIP, _OLE)):
        return _workbook(data)
    return Workbook((Grid("", tuple(_bounded(_csv(_decoded(data))))),))


def _workbook(data: bytes) -> Workbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            number
            for number, sheet in enumerate(book.sheets_metadata)
            if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
        ]
        if len(shown) > MOST_SHEETS:
            raise _refused(Verdict.TOO_BIG)
        grids, left = list[Grid](), MOST_CELLS
        for number in shown:
            sheet = book.get_sheet_by_index(number)
            first_row, first_column = sheet.start or (0, 0)
            cells = tuple(_bounded(_cells(sheet.to_python(), first_row, first_column), left))
            left -= len(cells)
            spans = (sheet.merged_cell_ranges or [])[:_MOST_MERGED]
            merged = tuple(Merged(a + 1, b + 1, c + 1, d + 1) for (a, b), (c, d) in spans)
            grids.append(Grid(sheet.name, cells, merged))
    except PasswordError:
        raise _refused(Verdict.PASSWORD) from None
    except CalamineError:
        raise _refused(Verdict.NOT_PDF) from None
    return Workbook(tuple(grids))


def _cells(rows: Iterable[Iterable[object]], first_row: int, first_column: int) -> Iterator[Cell]:
    """The cells that hold something; a sheet's first row and column are counted from 0."""
    for row, values in enumerate(rows, first_row + 1):
        for column, value in enumerate(values, first_column + 1):
            told = _told(value)
            if told is not None:
                yield Cell(row, column, told)


def _told(value: object) -> Value | None:
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return float(value) if math.isfinite(value) else None
        case str():
            return value.strip()[:MOST_LETTERS] or None
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return None


def _bounded(cells: Iterable[Cell], most: int = MOST_CELLS) -> Iterator[Cell]:
    for number, cell in enumerate(cells):
        if number >= most or cell.row > LAST_ROW or cell.column > LAST_COLUMN:
            raise _refused(Verdict.TOO_BIG)
        yield cell


def _decoded(data: bytes) -> str:
    """Text as spreadsheets write it: UTF-8 or UTF-16 with their marks, else UTF-8, else as Windows does in Western Europe."""
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        if b"\0" in data or data.lstrip().startswith((b"%PDF-", b"{\\rtf", b"<")):
            raise _refused(Verdict.NOT_PDF)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError:
        raise _refused(Verdict.NOT_PDF) from None


def _csv(text: str) -> Iterator[Cell]:
    """Whichever of the usual delimiters makes most cells of it; text that none of them divides is no table."""
    delimiter = max(_DELIMITERS, key=text.count)
    if delimiter not in text:
        raise _refused(Verdict.NOT_PDF)
    try:
        yield from _cells(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 0, 0)
    except csv.Error:
        raise _refused(Verdict.NOT_PDF) from None


def _refused(verdict: Verdict) -> Trouble:
    return Trouble(verdict, "This spreadsheet cannot be read.")
