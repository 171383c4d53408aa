"""Which years a text names beyond doubt."""

from __future__ import annotations

import pytest

from ombudsview.published.years import named, without_years, years_in


@pytest.mark.parametrize(
    "text",
    [
        "Complaints decided 2019-20",
        "Complaints decided 2019/20",
        "Complaints decided 2019–20 (England)",
        "2019-2020",
        "2019 to 2020",
        "annual_letters_2019_20",
        "Year ended 31 March 2020",
        "for the period ending: 31/03/20",
        "to 31.3.2020",
        "From 2019-20: year to 31st March 2020",
        "2020-03-31",
        "2019-20_v2",
    ],
)
def test_spans_and_last_days_name_a_year(text: str) -> None:
    assert years_in(text) == ("2020-03-31",)


@pytest.mark.parametrize(
    "text",
    [
        "Annual review letters 2020",
        "2019-21",
        "1 March 2020",
        "Table 11-12",
        "120192020",
        "",
        "2019-20201",
        "2008-09-15",
        "at 2011/12/05",
    ],
)
def test_what_could_be_another_year_names_none(text: str) -> None:
    assert years_in(text) == ()


def test_each_year_is_named_once_with_its_first_words() -> None:
    found = named([("A1", "Decisions 2019-20"), ("A2", "2019/20 and 2018/19")])
    assert [(one.period_end, one.where) for one in found] == [("2020-03-31", "A1"), ("2019-03-31", "A2")]


def test_a_heading_without_its_year() -> None:
    assert without_years("Upheld (2019-20)") == "Upheld"
    assert without_years("2018/19 - Not upheld") == "Not upheld"
