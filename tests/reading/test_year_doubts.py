"""Rows that name no year, another than they should, or are missing: each is said, and the figures beside it are doubted."""

from __future__ import annotations

import pytest

from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Doubt
from ombudsview.reading.table_doubts import table_doubts
from tests.paper.handmade import typed_paper

RECEIVED = """
Complaints received by subject area

            Housing   Other   Total
2006/07        4        2       6
2005/06        1        2       3
2004/05        5        2       7
"""
DECIDED = """
Decisions

            MI reps   No mal  Total
2006/07        1        2       3
2005/06        1        4       5
2004/05        2        2       4
"""
OWN = ("received.housing", "received.other", "received.total")
EARLIER = tuple(f"{key}@2005-06" for key in OWN)
EARLIEST = tuple(f"{key}@2004-05" for key in OWN)


def doubts(received: str, decided: str = DECIDED, end: str | None = "2007-03-31") -> list[Doubt]:
    return list(table_doubts(TextMap(typed_paper(received, decided)), ANNUAL_LETTER_2006, end))


def found(received: str, decided: str = DECIDED) -> list[tuple[str, tuple[str, ...]]]:
    return [(doubt.code, doubt.keys) for doubt in doubts(received, decided)]


def test_three_years_in_each_table_are_as_they_should_be() -> None:
    assert found(RECEIVED) == []


def test_a_first_row_without_a_year_is_doubted() -> None:
    assert ("no_year", OWN) in found(RECEIVED.replace("2006/07", "       "))


def test_a_lone_row_without_a_year_is_doubted_where_rows_always_name_theirs() -> None:
    lone = RECEIVED[: RECEIVED.index("2005/06")].replace("2006/07", "       ")
    assert ("no_year", OWN) in found(lone)


def test_a_first_row_of_another_year_is_doubted() -> None:
    lost = RECEIVED.replace("2006/07        4        2       6\n", "")
    assert ("row_year", tuple(key for key in OWN)) in found(lost)


def test_where_the_letters_year_is_not_known_the_first_row_is_doubted() -> None:
    codes = [doubt.code for doubt in doubts(RECEIVED, end=None)]
    assert codes == ["row_year", "row_year"]


@pytest.mark.parametrize(
    ("change", "code", "keys"),
    [
        (("2005/06", "2006/07"), "same_year", tuple(f"{key}@2006-07" for key in OWN) + OWN),
        (("2004/05", "2003/04"), "year_gap", tuple(f"{key}@2003-04" for key in OWN)),
        (("2005/06        1        2       3\n", ""), "year_gap", EARLIEST),
        (("2004/05", "2008/09"), "row_year", tuple(f"{key}@2008-09" for key in OWN)),
    ],
)
def test_years_that_do_not_follow_each_other(change: tuple[str, str], code: str, keys: tuple[str, ...]) -> None:
    assert (code, keys) in found(RECEIVED.replace(*change))


def test_a_year_that_only_another_table_has_is_said_to_be_missing() -> None:
    [missing] = doubts(RECEIVED[: RECEIVED.index("2004/05")])
    assert (missing.code, missing.keys) == ("year_missing", ())
    assert "No row of 2004-05" in missing.sentence
    assert "“Complaints received by subject area” on page 1" in missing.sentence
    assert "“Decisions” on page 2" in missing.sentence


def test_earlier_years_over_the_page_with_no_label_are_said() -> None:
    head, earlier = RECEIVED.split("2005/06")
    over = "       " + earlier.replace("2004/05", "       ")
    pages = TextMap(typed_paper(head, over, DECIDED))
    codes = [doubt.code for doubt in table_doubts(pages, ANNUAL_LETTER_2006, "2007-03-31")]
    assert codes == ["year_missing", "year_missing", "row_left_out"]


def test_a_row_above_a_title_is_no_part_of_it() -> None:
    page = (
        DECIDED
        + """
Response times

            No. of First Enquiries    Avg no. of days to respond
2006/07               2                         25.6
2004/05              26                         51.6
"""
    )
    [gap] = [doubt for doubt in doubts(RECEIVED, page) if doubt.code == "year_gap"]
    assert "the table “Response times” on page 2" in gap.sentence
