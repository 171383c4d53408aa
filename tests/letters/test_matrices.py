"""The wide tables of 2014 to 2019, whose narrow columns have headings of many lines."""

from __future__ import annotations

import pytest

from ombudsview.letters.matrices import DECIDED, RECEIVED
from ombudsview.letters.table import Table, read_rows
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

SUBJECTS = """
Complaints and enquiries received

   Adult     Environmental   Housing   Total
   Care      Services &
   Services  Public
             Protection &
             Regulation
     3             41           7       51
"""
OUTCOMES = """
Decisions made

                                                       Detailed
   Incomplete   Advice   Referred     Closed        Investigations
   or           Given    back for     After       Not       Upheld    Total
   Invalid               Local        Initial     Upheld
                         Resolution   Enquiries
      1            2        14           6           3        9        35
"""
_DECIDED = (
    "incomplete_or_invalid 1, advice_given 2, referred_back 14, closed_after_initial_enquiries 6, not_upheld 3, upheld 9, "
    "total 35"
)


@pytest.mark.parametrize(
    ("table", "page", "figures"),
    [
        (RECEIVED, SUBJECTS, "adult_care 3, environment 41, housing 7, total 51"),
        (
            DECIDED,
            OUTCOMES,
            _DECIDED,
        ),
    ],
    ids=["received", "decided"],
)
def test_headings_over_five_lines(table: Table, page: str, figures: str) -> None:
    text = TextMap(typed_paper(page))
    (row,) = read_rows(text, table)
    said = {key.rpartition(".")[2]: text.printed(*span) for key, span in row.cells.items()}
    assert said == dict(one.split(" ") for one in figures.split(", "))
    assert row.sure
