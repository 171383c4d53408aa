"""What came of a comparison for a terminal."""

from __future__ import annotations

from ombudsview.published.compare import Comparison
from ombudsview.reports.published_text import as_published_text
from tests.reports.test_published_csv import DIFFERS, ONLY


def test_what_differs_is_listed_and_nothing_steers_the_terminal() -> None:
    said = as_published_text(Comparison("2020-03-31", (DIFFERS, ONLY), 1, ("No row is of \x1b[31mX.",)))
    assert said.splitlines() == [
        "2019-20, 1 letter compared: 0 figures agree, 1 differs. 1 only in the letter.",
        "differs: =Mereford, Complaints upheld: Upheld rate",
        "    letter 80%, spreadsheet 79.5% (All, 2019-20, I4). Look.",
        "No row is of \N{REPLACEMENT CHARACTER}[31mX.",
    ]
