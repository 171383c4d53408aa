"""A spreadsheet whole: the year it names, the sheets that are left out, and what is said where there is nothing to compare with."""

from __future__ import annotations

import pytest

from ombudsview.errors import Trouble
from ombudsview.published.book import read_book, years_of
from tests.published import sheets


def ends(content: object, name: str = "data.xlsx") -> list[str]:
    return [one.period_end for one in years_of(sheets.cells_of(content), name)]  # type: ignore[arg-type]


def test_the_year_is_named_by_a_title_a_sheets_name_or_the_files() -> None:
    assert ends(sheets.plain()) == ["2020-03-31"]
    assert ends(sheets.two_rows()) == ["2020-03-31"]
    assert ends(sheets.text(), "uphold rates 2022-23.csv") == ["2023-03-31"]
    (named,) = years_of(sheets.cells_of(sheets.plain()), "data.xlsx")
    assert (named.words, named.where) == ("Complaints decided 2019-20", "Complaints decided, A1")


def test_more_years_than_one_and_a_bare_number_are_a_question() -> None:
    assert ends(sheets.plain(), "letters 2018-19.xlsx") == ["2020-03-31", "2019-03-31"]
    assert ends(sheets.text(), "annual review letters 2020.csv") == []


def test_notes_under_the_headings_name_no_year() -> None:
    rows = [["Authority", "Uphold rate"], ["Mereford", "80%"], ["Compared with 2018-19"]]
    assert ends(sheets.table(rows)) == []


def test_sheets_about_other_years_and_sheets_without_a_table_are_named() -> None:
    book = sheets.book_of(sheets.by_sheet())
    assert [table.sheet for table in book.tables] == ["Received 2019-20", "Upheld 2019-20"]
    assert (book.apart, book.bare) == (("Upheld 2018-19",), ("Contents",))


def test_nothing_to_compare_with_is_said() -> None:
    with pytest.raises(Trouble, match="No table with a row for each authority"):
        sheets.book_of(sheets.table([["Some", "words"], ["and", 3]]))
    with pytest.raises(Trouble, match="about another year"):
        read_book(sheets.cells_of(sheets.plain()), "2019-03-31")
