import csv
import io

from ombudsview.reports.trend_csv import COUNT_COLUMNS, RATE_COLUMNS, as_trend_csv
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.trends.figures import letter, upheld


def rows(figures, key="upheld_rate"):
    return list(csv.DictReader(io.StringIO(as_trend_csv(series(figures, measure(key))))))


def test_a_year_is_a_row_with_numbers_as_numbers():
    (row,) = rows(upheld(2024, "68.8", "1100", "1600", "63"))
    assert list(row) == list(RATE_COLUMNS)
    assert (row["year"], row["value"], row["part"], row["base"], row["similar"]) == (
        "2023-24",
        "68.8",
        "1100",
        "1600",
        "63",
    )
    assert (row["gap_points"], row["verdict"], row["denominator"]) == (
        "5.8",
        "more than chance is likely to explain",
        "detailed investigations",
    )
    assert float(row["interval_low"]) < 68.8 < float(row["interval_high"])


def test_a_gap_below_the_average_is_a_negative_number_not_a_text():
    assert rows(upheld(2024, "50", "1", "2", "53"))[0]["gap_points"] == "-3"


def test_gaps_are_empty_and_say_why():
    figures = (*upheld(2021, "50", "1", "2", "53"), *upheld(2023, "75", "3", "4", None))
    _, gap, last = rows(figures)
    assert (gap["year"], gap["value"], gap["base"], gap["notes"]) == ("2021-22", "", "", "no letter saved")
    assert (last["similar"], last["gap_points"], last["verdict"]) == ("", "", "")


def test_a_part_that_is_worked_out_is_marked():
    (row,) = rows(letter(2024, compliance_rate="100", compliance_outcomes="3"), "compliance_rate")
    assert (row["part"], row["part_worked_out"], row["base"]) == ("3", "yes", "3")


def test_counts_have_fewer_columns():
    (row,) = rows(upheld(2024, "83", "1400", "1687", "63"), "upheld_decisions")
    assert list(row) == list(COUNT_COLUMNS)
    assert row["value"] == "1400"


def test_an_authority_that_looks_like_a_formula_is_made_harmless():
    assert rows(letter(2024, authority="=1+1", upheld_rate="50"))[0]["authority"] == "'=1+1"
