"""Tables found in sheets of several layouts: headings over one row or two, what is not understood, and the cell of each figure."""

from __future__ import annotations

import pytest

from ombudsview.published.number import Absence
from ombudsview.published.table import Row, Table, read_table
from tests.published import sheets

NAME = "Mereford Borough Council"


def read(content: object, number: int = 0, end: str = sheets.YEAR) -> Table:
    found = read_table(sheets.cells_of(content).grids[number], end)  # type: ignore[arg-type]
    assert found is not None
    return found


def figures(row: Row) -> dict[str, tuple[str | None, str]]:
    return {entry.key: (entry.told.value, entry.place.cell) for entry in row.entries}


def test_one_row_of_headings_under_a_title() -> None:
    table = read(sheets.plain())
    assert [row.name for row in table.rows] == [NAME, "Holtham District Council", "Kent County Council"]
    assert figures(table.rows[0]) == {
        "decided.incomplete_or_invalid": ("1", "B4"),
        "decided.advice_given": ("2", "C4"),
        "decided.referred_back": ("5", "D4"),
        "decided.closed_after_initial_enquiries": ("4", "E4"),
        "decided.not_upheld": ("1", "F4"),
        "decided.upheld": ("4", "G4"),
        "decided.total": ("17", "H4"),
        "upheld_rate": ("80", "I4"),
        "upheld_rate_similar": ("45", "J4"),
    }
    assert {entry.key: entry.precision for entry in table.rows[0].entries}["upheld_rate"] == 2  # of 63.16 further down
    assert (table.unknown, table.contested) == ((), ())


@pytest.mark.parametrize("merged", [True, False])
def test_headings_over_two_rows_are_told_apart_by_what_stands_over_them(merged: bool) -> None:
    book = sheets.two_rows()
    if not merged:  # as such a sheet is saved as CSV
        for span in list(book["All figures"].merged_cells.ranges):
            book["All figures"].unmerge_cells(str(span))
    table = read(book)
    mereford, holtham = table.rows
    assert figures(mereford)["received.total"] == ("17", "E6")
    assert figures(mereford)["decided.total"] == ("15", "H6")
    assert figures(mereford)["compliance_rate_similar"] == ("99", "L6")
    told = {entry.key: entry.told for entry in holtham.entries}
    assert told["received.other"].absence is Absence.BELOW
    assert told["compliance_rate"].absence is Absence.BLANK
    assert told["compliance.late"].value == "0"
    assert (table.unknown, table.contested) == ((), ())


def test_sheets_with_a_table_each() -> None:
    book = sheets.by_sheet()
    received, upheld = read(book, 1), read(book, 2)
    assert figures(received.rows[0])["received.planning_and_development"] == ("1203", "I2")
    assert figures(received.rows[0])["received.corporate_and_other"] == (None, "D2")
    assert figures(upheld.rows[0])["upheld_rate_similar"] == ("44.6", "F3")
    assert figures(upheld.rows[0])["upheld_decisions"] == ("4", "D3")
    assert [heading.words for heading in upheld.unknown] == ["Authority type", "Per head"]


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-16")])
def test_text_with_any_delimiter_and_encoding(delimiter: str, encoding: str) -> None:
    table = read(sheets.text(delimiter=delimiter, encoding=encoding))
    mereford, sutton = table.rows
    assert figures(mereford)["upheld_per_100k"] == ("3.9", "E2")
    assert mereford.entries[0].place.words == "B2"
    assert sutton.name == "Sutton upon Dene, City of"
    assert figures(sutton)["investigations"] == ("1012", "B3")
    assert [(one.words, one.place.cell) for one in table.unknown] == [("Colour", "H1")]


def test_a_heading_that_two_figures_fit_and_two_columns_of_one_figure_are_not_used() -> None:
    rows = [
        ["Authority", "Benefits and tax", "Not upheld", "Total", "Uphold rate", "Upheld rate"],
        ["Mereford", 3, 4, 20, "80%", "81%"],
    ]
    table = read(sheets.table(rows))
    assert set(figures(table.rows[0])) == {"received.benefits_and_tax", "decided.not_upheld"}
    assert [heading.words for heading in table.contested] == ["Total", "Uphold rate", "Upheld rate"]


def test_one_word_of_another_table_is_no_guess() -> None:
    rows = [["Authority", "Compliance rate", "Percentage", "Housing", "Late"], ["Mereford", "100%", "50%", 7, 1]]
    table = read(sheets.table(rows, "Compliance"))
    assert set(figures(table.rows[0])) == {"compliance_rate", "compliance.late"}
    assert [heading.words for heading in table.unknown] == ["Percentage", "Housing"]


def test_columns_and_rows_of_other_years_are_left_out() -> None:
    by_column = read(
        sheets.table([["Council", "Uphold rate 2018-19", "Uphold rate 2019-20"], ["Mereford", "70%", "80%"]])
    )
    assert figures(by_column.rows[0]) == {"upheld_rate": ("80", "C2")}
    assert [heading.words for heading in by_column.otherwise] == ["Uphold rate 2018-19"]
    by_row = read(
        sheets.table(
            [["Council", "Year", "Uphold rate"], ["Mereford", "2018/19", "70%"], ["Mereford", "2019/20", "80%"]]
        )
    )
    assert [figures(row) for row in by_row.rows] == [{"upheld_rate": ("80", "C3")}]


def test_older_years_are_read_by_their_own_headings() -> None:
    rows = [["Authority", "MI reps", "LS", "No mal", "Omb disc", "Total"], ["Mereford", 1, 2, 3, 4, 10]]
    table = read(sheets.table(rows, "Decisions"), end="2008-03-31")
    assert set(figures(table.rows[0])) >= {"decided.mi_reports", "decided.no_maladministration", "decided.total"}
    assert set(figures(read(sheets.table(rows, "Decisions")).rows[0])) == {"decided.total"}


def test_no_column_of_names_is_no_table() -> None:
    rows = [["Colour", "Uphold rate"], ["Mereford", "80%"]]
    assert read_table(sheets.cells_of(sheets.table(rows)).grids[0], sheets.YEAR) is None


def test_rows_of_years_that_could_be_others_are_left_out_and_said() -> None:
    rows = [["Council", "Year", "Uphold rate"], ["Mereford", 2019, "70%"], ["Holtham", 2020, "80%"]]
    (table,) = sheets.book_of(sheets.table(rows)).tables
    assert table.rows == ()
    assert [one.words for one in table.undated] == ["Year"]
    (table,) = sheets.book_of(sheets.table([rows[0], ["Mereford", "2018-19", "70%"], ["Holtham", 2020, "80%"]])).tables
    assert table.rows == ()


def test_a_year_that_all_rows_say_alike_is_the_one_that_was_asked_for() -> None:
    rows = [["Council", "Year", "Uphold rate"], ["Mereford", 2020, "70%"], ["Holtham", 2020, "80%"]]
    (table,) = sheets.book_of(sheets.table(rows)).tables
    assert ([row.name for row in table.rows], table.undated) == (["Mereford", "Holtham"], ())


def test_rows_of_another_table_below_are_not_read_by_its_headings() -> None:
    first = [["Authority", "Uphold rate", "Upheld"], ["Mereford", "70%", 7]]
    other = [["Authority", "Compliance rate", "Late"], ["Holtham", "100%", 3]]
    (table,) = sheets.book_of(sheets.table([*first, *other])).tables
    assert [row.name for row in table.rows] == ["Mereford"]
    (table,) = sheets.book_of(sheets.table([*first, first[0], ["Holtham", "80%", 8]])).tables
    assert [figures(row)["upheld_decisions"] for row in table.rows] == [("7", "C2"), ("8", "C4")]
