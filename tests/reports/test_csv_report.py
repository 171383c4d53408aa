import csv
import io

import pytest

from ombudsview.reports.csv_report import COLUMNS, as_csv
from tests.reports.samples import BUNDLE, MISSING, OPENED, replace_name


def rows(*files):
    return list(csv.DictReader(io.StringIO(as_csv(files))))


def of(key, *files):
    return [row for row in rows(*(files or (OPENED,))) if row["key"] == key]


def test_the_columns_are_those_of_the_contract():
    header = as_csv([]).strip()
    assert header == "file,letter,key,item,source,value,unit,printed,state,page,x0,y0,x1,y1"
    assert header.split(",") == list(COLUMNS)


def test_a_value_of_two_words_has_a_row_for_each_box():
    found = of("authority")
    assert [(row["item"], row["source"], row["page"], row["x0"]) for row in found] == [
        ("1", "1", "1", "10.0"),
        ("1", "1", "1", "32.0"),
    ]


def test_a_fact_printed_twice_counts_its_sources():
    assert [(row["source"], row["page"]) for row in of("period_end")] == [("1", "3"), ("2", "2")]


def test_each_item_of_a_list_has_its_own_value_and_place():
    assert [(row["item"], row["value"], row["printed"], row["x0"]) for row in of("addressees")] == [
        ("1", "Ann Other", "Ann Other", "10.0"),
        ("2", "Bo Thing", "Bo Thing", "32.0"),
    ]


@pytest.mark.parametrize(
    ("key", "item", "value", "state"),
    [("upheld_rate_similar", "", "", "absent"), ("investigations", "1", "0", "worked_out")],
)
def test_what_has_no_place_is_one_row_with_an_empty_one(key, item, value, state):
    (row,) = of(key)
    assert (row["item"], row["value"], row["state"]) == (item, value, state)
    assert {row[column] for column in ("source", "page", "x0", "y0", "x1", "y1")} == {""}


def test_numbers_are_plain_numbers_beside_what_was_printed():
    (row,) = of("upheld_decisions")
    assert (row["value"], row["printed"], row["unit"]) == ("1400", "1,400", "count")
    assert of("upheld_rate")[0]["value"] == "100"
    assert of("compliance_rate")[0]["value"] == "68.8"


def test_a_text_that_looks_like_a_formula_is_made_harmless():
    assert {row["value"] for row in of("authority")} == {"'=Sum District Council"}
    assert of("authority", replace_name(OPENED, "-a.pdf"))[0]["file"] == "'-a.pdf"


def test_letters_are_numbered_within_their_file_and_a_missing_file_has_no_row():
    assert {(row["file"], row["letter"]) for row in rows(BUNDLE, MISSING, OPENED)} == {
        ("pack.pdf", "1"),
        ("a.pdf", "1"),
    }
