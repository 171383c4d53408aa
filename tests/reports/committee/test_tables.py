"""The tables: cases and denominators, last year, change, average, gap; gaps are gaps, and absent is not nought."""

from __future__ import annotations

from decimal import Decimal

from ombudsview.history.dossier import Dossier, Filed
from ombudsview.reports.committee import tables
from ombudsview.reports.committee.citing import Citing
from ombudsview.reports.committee.model import Paragraph, Table
from ombudsview.reports.committee.years import Years, more_or_less
from ombudsview.trends.breaks import BREAKS
from tests.reports.committee.dossiers import COMPLIED, LAST, TWO_YEARS, UPHELD_2019, UPHELD_2020, filed, told


def years(letter: Filed, *earlier: Filed) -> Years:
    return Years(Dossier(letter, earlier), Citing((letter, *earlier)))


def rows(table: Table) -> dict[str, list[str]]:
    """Rows by their first cell."""
    cells = [["".join(part.text for part in line) for line in row] for row in table.rows]
    return {first: rest for first, *rest in cells}


def notes(blocks) -> list[str]:
    return ["".join(part.text for part in one.line) for one in blocks if isinstance(one, Paragraph)]


def test_a_rate_names_its_cases_its_denominator_and_how_far_it_is_from_the_average() -> None:
    table = tables.rates(Years(TWO_YEARS, Citing(())))
    assert table.head[1:3] == ("2019-20", "2018-19")
    assert rows(table)["Upheld rate, of detailed investigations"] == [
        "100%, 2 of 2 detailed investigations",
        "56%, 5 of 9 detailed investigations",
        "+44 points (too few cases to tell)",
        "45%",
        "+55 points (too few cases to tell)",
    ]
    assert rows(table)["Compliance rate, of compliance outcomes"] == [
        "100%, 3 of 3 compliance outcomes (3 worked out from the rate)",
        "not in the letter",
        "–",
        "99%",
        "+1 point (too few cases to tell)",
    ]


def test_the_denominator_is_the_one_that_fits_whatever_the_letter_calls_it() -> None:
    letter = filed(2020, remedy_rate="50", satisfactory_remedies="1", remedy_base="9", upheld_decisions="2")
    assert rows(tables.rates(years(letter)))["Satisfactory remedies, of upheld cases"][0] == "50%, 1 of 2 upheld cases"


def test_absent_is_not_nought() -> None:
    letter = filed(
        2020, told("x", 2020, "upheld_rate", None, "not_found", reason="No cases were decided."), investigations="0"
    )
    own, last, change, average, gap = rows(tables.rates(years(letter, LAST)))["Upheld rate, of detailed investigations"]
    assert own == "no cases in the year, of 0 detailed investigations (No cases were decided)"
    assert last.startswith("56%")
    assert (change, average, gap) == ("–", "not in the letter", "–")


def test_a_figure_says_that_it_was_corrected_worked_out_or_queried() -> None:
    letter = filed(
        2020,
        told("x", 2020, "upheld_rate", "54", "changed", printed="45%"),
        told("x", 2020, "upheld_decisions", "7", "worked_out", placed=False, reason="It follows from the rate."),
        told("x", 2020, "investigations", "13", "query", note="Thirteen?"),
    )
    said = rows(tables.rates(years(letter)))["Upheld rate, of detailed investigations"][0]
    assert said == (
        "54%, 7 of 13 detailed investigations (Upheld rate: corrected by hand; the letter prints 45%. "
        "Upheld decisions: worked out, not printed. Investigations: put off with a query)"
    )


def test_figures_that_stand_alike_are_named_together() -> None:
    unchecked = [told("x", 2020, key, UPHELD_2020[key], "to_check") for key in ("upheld_decisions", "investigations")]
    said = rows(tables.rates(years(filed(2020, *unchecked, upheld_rate="100"))))
    assert said["Upheld rate, of detailed investigations"][0] == (
        "100%, 2 of 2 detailed investigations (Upheld decisions, Investigations: not checked)"
    )


def test_cases_that_do_not_give_the_rate_say_so() -> None:
    letter = filed(2020, upheld_rate="83", upheld_decisions="5", investigations="9")
    said = rows(tables.rates(years(letter)))["Upheld rate, of detailed investigations"][0]
    assert said == "83%, 5 of 9 detailed investigations (These cases do not give that rate)"


def test_one_case_is_one_case() -> None:
    letter = filed(2020, upheld_rate="100", upheld_decisions="1", investigations="1")
    said = rows(tables.rates(years(letter)))["Upheld rate, of detailed investigations"][0]
    assert said == "100%, 1 of 1 detailed investigation"


def test_without_last_years_letter_there_are_no_empty_columns_and_no_tables_of_one_year() -> None:
    alone = years(filed(2020, **UPHELD_2020))
    assert tables.rates(alone).head == ("Rate", "2019-20", "Average of similar authorities", "Gap to the average")
    assert rows(tables.rates(alone))["Upheld rate, of detailed investigations"][1] == "45%"
    assert tables.counts(alone).head == ("Number", "2019-20")
    assert rows(tables.counts(alone))["Investigations"] == ["2"]
    assert tables.year_by_year(alone) == ()


def test_across_a_break_nothing_is_compared() -> None:
    letter = filed(2023, **UPHELD_2020)
    (parted,) = [one for one in BREAKS if one.year == 2023]
    other = years(letter, filed(2022, **UPHELD_2019))
    assert rows(tables.rates(other))["Upheld rate, of detailed investigations"][2] == f"not compared: {parted.label}"
    assert rows(tables.counts(other))["Upheld decisions"][2] == f"not compared: {parted.label}"


def test_numbers_stand_beside_last_years() -> None:
    table = rows(
        tables.counts(years(filed(2020, **UPHELD_2020, **{"received.total": "1400"}), filed(2019, **UPHELD_2019)))
    )
    assert table["Upheld decisions"] == ["2", "5", "−3"]
    assert table["Investigations"] == ["2", "9", "−7"]
    assert table["Total received"] == ["1,400", "not in the letter", "–"]


def test_differences_have_no_idle_noughts() -> None:
    assert [more_or_less(Decimal(by)) for by in ("20.0", "-5.80", "1400", "100", "0.0", "-1400.5")] == [
        *("+20", "−5.8", "+1,400", "+100", "0", "−1,400.5")
    ]


def test_rates_that_letters_of_the_layout_do_not_give_are_no_rows() -> None:
    letter = filed(2008, **{"received.total": "7"})
    assert tables.rates(years(letter)).rows == ()
    assert list(rows(tables.rates(years(letter, filed(2007, upheld_rate="50"))))) == [
        "Upheld rate, of detailed investigations"
    ]


def test_the_years_begin_with_the_first_that_has_the_rate() -> None:
    blocks = tables.year_by_year(
        years(filed(2016, upheld_rate="50"), filed(2014, upheld_decisions="1"), filed(2015, upheld_rate="40"))
    )
    assert list(rows(blocks[0])) == ["2014-15", "2015-16"]


def test_fields_of_tables_are_named_with_their_table() -> None:
    letter = filed(2018, **{"received.housing": "4", "decided.upheld": "3"})
    assert set(rows(tables.counts(years(letter)))) == {"Complaints received: housing", "Decisions: upheld"}


def test_year_by_year_gaps_are_gaps_and_breaks_are_notes() -> None:
    blocks = tables.year_by_year(
        years(filed(2021, **UPHELD_2020), filed(2018, upheld_rate="43"), filed(2019, **UPHELD_2019))
    )
    upheld, counts, *_ = blocks
    assert isinstance(upheld, Table)
    assert isinstance(counts, Table)
    by_year = rows(upheld)
    assert list(by_year) == ["2017-18", "2018-19 [note 1]", "2019-20", "2020-21 [note 2]"]
    assert by_year["2017-18"] == ["43%", "–", "not in the letter", "–"]
    assert by_year["2019-20"] == ["no letter saved", "–", "–", "–"]
    assert rows(counts)["2019-20"] == ["no letter saved"] * 2
    first, second, missing = notes(blocks)
    assert first.startswith("Note 1. From 2018-19 the letter reports complaints upheld")
    assert second.startswith("Note 2. The Ombudsman took no new complaints")
    assert "It is not nought" in missing


def test_the_later_of_two_letters_of_one_year_counts_and_that_is_said() -> None:
    twice = (filed(2019, **UPHELD_2019), filed(2019, sequence=2, **UPHELD_2020))
    blocks = tables.year_by_year(years(filed(2020, **UPHELD_2020, **COMPLIED), *twice))
    assert rows(blocks[0])["2018-19"][0] == "100%"
    assert "More than one letter is saved for 2018-19; the figures are from the last of them." in notes(blocks)
