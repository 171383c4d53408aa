"""Why the totals received and decided differ: said where both are given and differ, of one year, and no doubt."""

from __future__ import annotations

import pytest

from ombudsview.letters.check import check
from ombudsview.letters.fields import Value
from ombudsview.letters.totals import why_totals_differ

BOTH: dict[str, Value | None] = {"received.total": "1079", "decided.total": "76"}


@pytest.mark.parametrize("key", ["received.total", "decided.total"])
def test_both_figures_are_named_and_why_they_differ(key: str) -> None:
    assert why_totals_differ(BOTH, key) == (
        "1,079 received, 76 decided: cases cross the year's end, so what was received in a year and what was decided in it "
        "are not the same cases."
    )
    assert check(BOTH) == ()


@pytest.mark.parametrize(
    "values",
    [BOTH | {"decided.total": "1079"}, BOTH | {"decided.total": None}, {"received.total": "1079"}, {}],
)
def test_where_they_agree_or_one_is_not_given_nothing_is_said(values: dict[str, Value | None]) -> None:
    assert why_totals_differ(values, "received.total") == ""


def test_it_is_said_of_the_totals_alone_and_of_each_year_by_itself() -> None:
    assert why_totals_differ(BOTH | {"received.housing": "4"}, "received.housing") == ""
    rows: dict[str, Value | None] = {"received.total@2005-06": "31", "decided.total@2005-06": "29"}
    assert why_totals_differ(rows, "decided.total@2005-06").startswith("31 received, 29 decided:")
    assert why_totals_differ({"received.total": "31", "decided.total@2005-06": "29"}, "received.total") == ""
