"""Doubts about tables: those that cannot be read, and totals without parts."""

from __future__ import annotations

import pytest

from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.paper.text import TextMap
from ombudsview.reading.table_doubts import table_doubts
from tests.paper.handmade import typed_paper

PAGE = """
Complaints received by subject area

            Housing   Other   Total
2006/07        {housing}        -      {total}
2005/06        1        2       3
"""


def codes(page: str) -> list[tuple[str, tuple[str, ...]]]:
    doubts = table_doubts(TextMap(typed_paper(page)), ANNUAL_LETTER_2006, "2007-03-31")
    return [(doubt.code, doubt.keys) for doubt in doubts]


@pytest.mark.parametrize(("housing", "total", "doubted"), [("4", "4", False), ("-", "0", False), ("-", "4", True)])
def test_a_total_without_parts(housing: str, total: str, doubted: bool) -> None:
    found = codes(PAGE.format(housing=housing, total=total))
    assert found == ([("lone_total", ("received.total",))] if doubted else [])


def test_a_total_without_parts_in_an_earlier_year() -> None:
    page = PAGE.format(housing="4", total="4").replace("1        2       3", "-        -       3")
    assert codes(page) == [("lone_total", ("received.total@2005-06",))]


def test_a_title_with_no_table_under_it_is_said() -> None:
    [(code, keys)] = codes("Complaints received by subject area\n\nNothing here.")
    assert code == "unread_table"
    assert "received.total" in keys


def test_prose_in_the_words_of_a_title_is_not() -> None:
    assert codes("Complaints received by subject are these, of which some were old and others were new.") == []


@pytest.mark.parametrize(("end", "doubted"), [("2007-03-31", False), ("2008-03-31", True), (None, True)])
def test_a_first_row_of_another_year_than_the_letters(end: str | None, doubted: bool) -> None:
    found = list(table_doubts(TextMap(typed_paper(PAGE.format(housing="4", total="4"))), ANNUAL_LETTER_2006, end))
    assert [doubt.code for doubt in found] == (["row_year"] if doubted else [])
    assert all(doubt.keys == ("received.housing", "received.total") for doubt in found)


def test_rows_without_years_are_said() -> None:
    page = PAGE.format(housing="4", total="4").replace("2006/07", "Exeter ").replace("2005/06", "Torbay ")
    assert codes(page) == [("rows", ("received.housing", "received.total"))]


def test_a_row_between_those_of_years_that_names_none_is_said() -> None:
    page = (
        PAGE.format(housing="4", total="4") + "2005           5        5      10\n2004/05        3        2       5\n"
    )
    assert codes(page) == [("row_left_out", ())]


def test_two_tables_of_one_title_are_said() -> None:
    page = PAGE.format(housing="4", total="4")
    doubts = list(table_doubts(TextMap(typed_paper(page, page.replace("4", "5"))), ANNUAL_LETTER_2006, "2007-03-31"))
    assert [doubt.code for doubt in doubts] == ["two_tables"]
    assert "page 2" in doubts[0].sentence
    assert {"received.housing", "received.total"} <= set(doubts[0].keys)


def test_a_figure_under_a_heading_that_nobody_knows_may_be_that_of_a_column_not_found() -> None:
    page = (
        PAGE.format(housing="4", total="9")
        .replace("Other   Total", "Other   Total   Xyz")
        .replace("9\n", "9      7\n", 1)
    )
    found = dict(codes(page))
    assert "received.education" in found["unknown_heading"]
    assert not {"received.housing", "received.total"} & set(found["unknown_heading"])
    assert "unknown_heading" not in dict(codes(PAGE.format(housing="4", total="4")))


_WRAPPED = """
Complaints received by subject area

             Housing   Planning &   {}   Other   Total
                       building     {}
                       control
"""
_HEADED = PAGE.format(housing="4", total="9").replace("Total", "Total   Xyz").replace("9\n", "9      7\n", 1)


@pytest.mark.parametrize(
    ("code", "pages", "end"),
    [
        ("row_year", (PAGE.format(housing="4", total="4"),), "2008-03-31"),
        ("lone_total", (PAGE.format(housing="-", total="4"),), None),
        (
            "rows",
            (PAGE.format(housing="4", total="4").replace("2006/07", "Exeter ").replace("2005/06", "Torbay "),),
            None,
        ),
        (
            "row_left_out",
            (PAGE.format(housing="4", total="4") + "2005           5        5      10\n2004/05   3   2   5\n",),
            None,
        ),
        ("two_tables", (PAGE.format(housing="4", total="4"), PAGE.format(housing="5", total="5")), None),
        ("unknown_heading", (_HEADED,), None),
        ("apart", ("Complaints received by subject area\n\nHousing\n4\nEducation\n5",), None),
        (
            "mixed_headings",
            ("Complaints received by subject area\n\nPublic finance: 4\nPlanning and Development: 5\nTotal: 9",),
            None,
        ),
        (
            "heading",
            (
                _WRAPPED.format("Education", "& skills")
                + "2006/07        12         4           3         5       24\n",
            ),
            None,
        ),
        (
            "empty_cells",
            (
                _WRAPPED.format("Elsewhere", "or never")
                + "2006/07        12         4           3                 19\n",
            ),
            None,
        ),
    ],
)
def test_a_doubt_names_the_table_and_its_page(code: str, pages: tuple[str, ...], end: str | None) -> None:
    found = table_doubts(TextMap(typed_paper("Prose.", *pages)), ANNUAL_LETTER_2006, end)
    sentences = [doubt.sentence for doubt in found if doubt.code == code]
    assert sentences
    read = 2 if code != "two_tables" else 3
    for sentence in sentences:
        assert f"table “Complaints received by subject area” on page {read}" in sentence
