"""What came of a comparison as CSV."""

from __future__ import annotations

import csv
import io

from ombudsview.published.compare import Comparison
from ombudsview.published.hold import Held, Outcome
from ombudsview.published.table import Place
from ombudsview.reports.published_csv import COLUMNS, as_published_csv

DIFFERS = Held(
    "abc-1", "=Mereford", "upheld_rate", Outcome.DIFFERS, "80%", "79.5%", Place("All, 2019-20", "I4"), "Look."
)
ONLY = Held("abc-1", "Mereford", "dealt_with", Outcome.ONLY_LETTER, "1,200", "", None, "No column.")


def test_a_row_a_figure_with_the_cell_of_the_published_one() -> None:
    rows = list(csv.reader(io.StringIO(as_published_csv(Comparison("2020-03-31", (DIFFERS, ONLY), 1)))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[1] == [
        *("'=Mereford", "2019-20", "differs", "Complaints upheld: Upheld rate", "80%", "79.5%"),
        *("All, 2019-20", "I4", "Look.", "upheld_rate", "abc-1"),
    ]
    assert rows[2][4:8] == ["1,200", "", "", ""]


def test_the_headings_are_words_that_people_read() -> None:
    assert all(heading[0].isupper() and "_" not in heading for heading in COLUMNS)
    assert COLUMNS[4:6] == ("In the letter", "In the spreadsheet")
    assert COLUMNS[9] == "Field"
