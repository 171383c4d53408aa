"""The letter's own row of a table is the one that names its year, wherever it stands."""

from __future__ import annotations

import pytest

from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.letters.older_tables import RECEIVED
from ombudsview.paper.text import TextMap
from ombudsview.reading.own_row import earlier_years, letters_year, own_fields, rows_of
from tests.paper.handmade import typed_paper

HEADINGS = """
Complaints received by subject area

            Housing   Other   Total
"""
STRAY = "               1        1       1\n"
OWN = "2006/07        4        2       6\n"
EARLIER = "2005/06        1        2       3\n"


def text(*rows: str) -> TextMap:
    return TextMap(typed_paper(HEADINGS + "".join(rows)))


@pytest.mark.parametrize(
    ("values", "year"),
    [
        ({"period_end": "2007-03-31"}, "2006-07"),
        ({"title": "Annual Letter 2006/07"}, "2006-07"),
        ({"title": "Annual Review letter 2020"}, None),
        ({}, None),
    ],
)
def test_the_year_of_a_letter_is_printed_or_implied_by_its_title(values: dict[str, str], year: str | None) -> None:
    assert letters_year(values) == year


def test_a_row_that_names_no_year_gives_way_to_the_one_that_names_the_letters() -> None:
    found = own_fields(text(STRAY, OWN, EARLIER), ANNUAL_LETTER_2006, "2006-07")
    assert {key: field.value for key, field in found.items()} == {
        "received.housing": "4",
        "received.other": "2",
        "received.total": "6",
    }
    rows = rows_of(text(STRAY, OWN, EARLIER), RECEIVED, "2006-07")
    assert ([row.year for row in rows], rows[0].others) == (["2006-07", "2005-06"], 1)


def test_tables_without_a_field_that_is_wanted_are_left_alone() -> None:
    page = text(STRAY, OWN, EARLIER)
    every = own_fields(page, ANNUAL_LETTER_2006, "2006-07")
    assert own_fields(page, ANNUAL_LETTER_2006, "2006-07", frozenset({"received.other"})) == every
    assert own_fields(page, ANNUAL_LETTER_2006, "2006-07", frozenset({"decided.total", "title"})) == {}


def test_what_the_own_row_has_not_is_not_taken_from_another() -> None:
    found = own_fields(text(STRAY, OWN.replace("4", "-"), EARLIER), ANNUAL_LETTER_2006, "2006-07")
    assert found["received.housing"].value is None


def test_a_first_row_that_is_the_letters_own_stays() -> None:
    assert own_fields(text(OWN, EARLIER), ANNUAL_LETTER_2006, "2006-07") == {}
    assert own_fields(text(STRAY, EARLIER), ANNUAL_LETTER_2006, "2006-07") == {}


def test_the_other_rows_are_of_other_years_and_none_is_of_the_letters_own() -> None:
    found = earlier_years(text(STRAY, OWN, EARLIER), ANNUAL_LETTER_2006, "2006-07")
    assert {key: field.value for key, field in found.items()} == {
        "received.housing@2005-06": "1",
        "received.other@2005-06": "2",
        "received.total@2005-06": "3",
    }
