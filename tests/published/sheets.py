"""Spreadsheets for tests, laid out in the ways that published ones may be; every figure and every council of them is made up."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ombudsview.paper import cells
from ombudsview.paper.tabulate import tabulate
from ombudsview.published.book import Book, read_book

Cells = Sequence[object]
YEAR = "2020-03-31"

DECIDED = (
    ("Mereford Borough Council", 1, 2, 5, 4, 1, 4, 17, 0.8, 0.45),
    ("Holtham District Council", 0, 1, 3, 2, 3, 1, 10, 0.25, 0.45),
    ("Kent County Council", 3, 9, 60, 41, 21, 36, 170, 0.6316, 0.66),
)
"""Name, six outcomes, total, rate and average: as fractions, as a spreadsheet keeps percentages."""
DECIDED_HEADINGS = (
    "Authority Name",
    "Invalid or Incomplete",
    "Advice Given",
    "Referred Back for Local Resolution",
    "Closed after Initial Enquiries",
    "Not Upheld",
    "Upheld",
    "Total",
    "Uphold rate (%)",
    "Average uphold rate (%) of similar authorities",
)
RECEIVED_HEADINGS = (
    "Authority",
    "Adult Care Services",
    "Benefits & Tax",
    "Corporate & Other Services",
    "Education & Children's Services",
    "Environmental Services & Public Protection & Regulation",
    "Highways & Transport",
    "Housing",
    "Planning & Development",
    "Other",
    "Total",
)


def plain() -> Workbook:
    """One sheet of decisions: a title, a gap, one row of headings, the rows, a note under them."""
    book = Workbook()
    sheet = _named(book, "Complaints decided")
    fill(
        sheet,
        [
            ["Complaints decided 2019-20"],
            [],
            DECIDED_HEADINGS,
            *DECIDED,
            [],
            ["Source: complaints decided in the year"],
        ],
    )
    for row in range(4, 4 + len(DECIDED)):
        for column in ("I", "J"):
            sheet[f"{column}{row}"].number_format = "0%"
    return book


def two_rows() -> Workbook:
    """Headings over two rows: groups merged over their columns, the names merged down; both tables side by side; "Total" twice."""
    book = Workbook()
    sheet = _named(book, "All figures")
    sheet["B2"] = "Local authority statistics for the year ended 31 March 2020"
    sheet["B4"], sheet["C4"], sheet["F4"], sheet["J4"] = (
        "Council",
        "Complaints received",
        "Decisions made",
        "Compliance with recommendations",
    )
    for span in ("B4:B5", "C4:E4", "F4:I4", "J4:L4"):
        sheet.merge_cells(span)
    below = (
        "Housing",
        "Other",
        "Total",
        "Not upheld[1]",
        "Upheld*",
        "Total",
        "Uphold rate",
        "Complied late",
        "Compliance rate",
        "Average of similar authorities",
    )
    for column, words in enumerate(below, 3):
        sheet.cell(5, column, words)
    rows = (
        ("Mereford Borough Council", 7, 3, 17, 1, 4, 15, "80%", "-", "100%", "99%"),
        ("Holtham District Council", 2, "<5", 9, 3, 1, 10, "25%", 0, "n/a", "99%"),
    )
    for number, row in enumerate(rows, 6):
        for column, value in enumerate(row, 2):
            sheet.cell(number, column, value)
    sheet["B9"] = "[1] Detailed investigations that were not upheld."
    return book


def by_sheet() -> Workbook:
    """A sheet for each table, a page of contents before them, another year's sheet after them, percentages as 80 and 66.7."""
    book = Workbook()
    fill(_named(book, "Contents"), [["What is in this file"], ["Received, and upheld"]])
    fill(
        book.create_sheet("Received 2019-20"),
        [
            RECEIVED_HEADINGS,
            ("Mereford", 1, 2, "", 4, None, 0, 7, "1,203", "..", 17),
            ("Kent County Council", *range(1, 11)),
        ],
    )
    fill(
        book.create_sheet("Upheld 2019-20"),
        [
            ["Complaints upheld"],
            (
                "Name of authority",
                "Authority type",
                "Investigations",
                "Upheld",
                "% upheld",
                "Average of similar authorities",
                "Per head",
            ),
            ("Mereford Borough Council", "District", 5, 4, 80, 44.6, 1),
            ("Kent County Council", "County", 57, 38, 66.7, 66, 2),
        ],
    )
    fill(book.create_sheet("Upheld 2018-19"), [DECIDED_HEADINGS, ("Mereford Borough Council", *range(1, 10))])
    return book


POPULATION = (
    (
        "Authority",
        "Detailed investigations",
        "Upheld decisions",
        "Uphold rate",
        "Upheld decisions per 100,000 residents",
        "Average upheld decisions per 100,000 residents",
        "Satisfactory remedies",
        "Colour",
    ),
    ("Mereford Borough Council", "5", "4", "80%", "3.9", "4.25", "0", "green"),
    ("Sutton upon Dene, City of", "1,012", "< 5", "n/a", "-", "", "*", ""),
)


def text(rows: Iterable[Cells] = POPULATION, delimiter: str = ",", encoding: str = "utf-8-sig") -> bytes:
    """A sheet as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def saved(book: Workbook) -> bytes:
    """Its bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def put(path: Path, content: Workbook | bytes) -> Path:
    """Write a spreadsheet to a file."""
    path.write_bytes(content if isinstance(content, bytes) else saved(content))
    return path


def cells_of(content: Workbook | bytes) -> cells.Workbook:
    """Its cells, as the reader process would send them."""
    return cells.decode(cells.encode(tabulate(content if isinstance(content, bytes) else saved(content))))


def book_of(content: Workbook | bytes, period_end: str = YEAR) -> Book:
    """Its tables about that year."""
    return read_book(cells_of(content), period_end)


def table(rows: Iterable[Cells], title: str = "Sheet") -> Workbook:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    fill(_named(book, title), rows)
    return book


def fill(sheet: Worksheet, rows: Iterable[Cells]) -> None:
    """Put rows into a sheet from its first cell on."""
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            if value is not None:
                sheet.cell(number, column, value)


def _named(book: Workbook, title: str) -> Worksheet:
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    return sheet
