from dataclasses import replace
from decimal import Decimal

import pytest

from ombudsview.trends.interval import Chance
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.trends.figures import COUNCIL, TEN_YEARS, letter, upheld

UPHELD, COMPLIANCE, REMEDIES = measure("upheld_rate"), measure("compliance_rate"), measure("remedy_rate")


def years(runs):
    return [[point.year for point in run] for run in runs]


def one(figures, of=UPHELD):
    (point,) = series(figures, of).points
    return point


def test_the_printed_rate_is_the_value_and_n_of_n_stands_beside_it():
    point = one(upheld(2024, "83", "5", "6", "63"))
    assert (point.value.value, point.cases, point.similar.value, point.gap) == (83, "5 of 6", 63, 20)
    assert (point.letter, point.name, point.chance) == ("letter-2024", "2023-24", Chance.TOO_FEW)
    assert (point.value.key, point.part.key, point.base.key) == ("upheld_rate", "upheld_decisions", "investigations")


def test_a_missing_year_is_a_gap_and_breaks_the_line():
    made = series((*upheld(2016, "40", "2", "5", "42"), *upheld(2018, "43", "3", "7", None)), UPHELD)
    assert [point.year for point in made.points] == [2016, 2017, 2018]
    gap = made.points[1]
    assert (gap.value, gap.letter, gap.cases, gap.why_not, gap.interval) == (None, None, "", "no letter saved", None)
    assert years(made.runs) == [[2016], [2018]]
    assert years(made.similar_runs) == [[2016]]


def test_a_line_is_not_drawn_over_a_break():
    made = series(TEN_YEARS, UPHELD)
    assert years(made.runs) == [[2015, 2016, 2017, 2018], [2019, 2020], [2021, 2022], [2023, 2024]]
    assert years(made.similar_runs) == years(made.runs)
    assert [one.year for one in made.breaks] == [2019, 2021, 2023]


def test_what_the_letter_does_not_give_is_never_nought():
    point = one(upheld(2024, None, None, None, None))
    assert (point.value, point.similar, point.gap, point.chance, point.cases) == (None, None, None, None, "")
    assert point.why_not == "not in the letter"


def test_no_investigations_is_no_rate():
    point = one(upheld(2024, None, "0", "0", "63"))
    assert (point.value, point.why_not, point.cases) == (None, "no cases in the year", "0 of 0")
    assert point.interval is None


def test_a_printed_nought_is_a_value():
    point = one(upheld(2024, "0", "0", "9", "63"))
    assert (point.value.value, point.cases, point.why_not, point.chance) == (0, "0 of 9", "", Chance.OUTSIDE)


@pytest.mark.parametrize(
    ("rate", "base", "cases", "worked"),
    [("100", "2", "2 of 2", 2), ("67", "3", "2 of 3", 2), ("50", "200", "of 200", None), ("50", "3", "of 3", None)],
)
def test_compliance_is_n_of_n_only_where_one_n_is_possible(rate, base, cases, worked):
    point = one(letter(2024, compliance_rate=rate, compliance_outcomes=base), COMPLIANCE)
    assert (point.cases, point.worked_part, point.part) == (cases, worked, None)
    assert ("number worked out from the printed rate" in point.notes) == (worked is not None)


def test_a_compliance_rate_that_no_number_gives_has_no_interval():
    point = one(letter(2024, compliance_rate="50", compliance_outcomes="3"), COMPLIANCE)
    assert (point.fits, point.interval) == (False, None)
    assert "cases and rate do not agree" in point.notes


def test_where_several_numbers_are_possible_the_printed_rate_has_the_interval():
    point = one(letter(2024, compliance_rate="50", compliance_outcomes="200", compliance_rate_similar="99"), COMPLIANCE)
    assert point.interval == pytest.approx((43.1, 56.9), abs=0.1)
    assert point.chance is Chance.OUTSIDE


@pytest.mark.parametrize(
    ("printed_base", "upheld_cases", "cases", "key"),
    [
        ("4", "4", "1 of 4", "remedy_base"),
        ("9", "4", "1 of 4", "upheld_decisions"),  # the letter printed its investigations as the base
        (None, "4", "1 of 4", "upheld_decisions"),
        ("4", None, "1 of 4", "remedy_base"),
    ],
)
def test_remedies_are_taken_of_the_base_that_gives_the_rate(printed_base, upheld_cases, cases, key):
    figures = letter(
        2024, remedy_rate="25", satisfactory_remedies="1", remedy_base=printed_base, upheld_decisions=upheld_cases
    )
    point = one(figures, REMEDIES)
    assert (point.cases, point.base.key, point.fits) == (cases, key, True)


def test_cases_that_do_not_give_the_rate_are_shown_but_tell_nothing():
    point = one(upheld(2024, "83", "5", "9", "63"))
    assert (point.cases, point.fits, point.interval, point.chance) == ("5 of 9", False, None, None)


@pytest.mark.parametrize(
    ("state", "note"),
    [
        ("worked_out", "figure worked out, not printed"),
        ("to_check", "figure not checked yet"),
        ("changed", "figure corrected by hand"),
    ],
)
def test_the_standing_of_a_figure_is_told(state, note):
    assert note in one(upheld(2024, "83", "5", "6", "63", state=state)).notes
    assert one(upheld(2024, "83", "5", "6", "63", state="agreed")).notes == ()


def test_the_standing_of_the_cases_is_told_also_where_the_part_stands():
    figures = upheld(2024, "83", "5", "6", "63")
    queried = (
        replace(one, state="query", printed=one.value) if one.key == "investigations" else one for one in figures
    )
    assert one(tuple(queried)).notes == ("cases put off with a query",)


def test_the_later_of_two_letters_for_a_year_counts_whole():
    later = upheld(2024, "50", None, "6", "63", name="z", sequence=2)
    point = one((*later, *upheld(2024, "83", "5", "6", "63", name="a")))
    assert (point.letter, point.value.value, point.part, point.letters) == ("z", 50, None, 2)
    assert any("2 letters are saved" in note for note in point.notes)


def test_figures_without_a_year_are_left_out():
    lost = tuple(replace(figure, period_end=None) for figure in upheld(2024, "83", "5", "6", "63"))
    assert series(lost, UPHELD).points == ()


def test_a_series_is_of_one_authority():
    with pytest.raises(ValueError, match="one authority"):
        series((*upheld(2023, "75", "3", "4", "59"), *letter(2024, authority="Other", upheld_rate="1")), UPHELD)
    assert series(TEN_YEARS, UPHELD).authority == COUNCIL


def test_a_name_in_capitals_is_the_same_authority_and_the_newest_spelling_counts():
    older = letter(2023, authority=COUNCIL.upper(), upheld_rate="75")
    made = series((*older, *upheld(2024, "83", "5", "6", "63")), UPHELD)
    assert (made.authority, [point.year for point in made.given]) == (COUNCIL, [2023, 2024])


def test_counts_have_neither_cases_nor_average():
    point = one(upheld(2024, "83", "1400", "1687", "63"), measure("upheld_decisions"))
    assert (point.value.value, point.cases, point.similar, point.chance) == (Decimal(1400), "", None, None)


def test_letters_of_two_senders_are_never_put_together_and_breaks_are_the_senders_own():
    welsh = tuple(replace(figure, sender="psow") for figure in TEN_YEARS)
    assert series(welsh, UPHELD).breaks == ()
    assert series(TEN_YEARS, UPHELD).breaks != ()
    of_one = tuple(figure for figure in TEN_YEARS if figure.period_end < "2023")
    of_other = tuple(replace(figure, sender="psow", letter="other") for figure in upheld(2022, "10", "1", "10", None))
    made = series((*of_one, *of_other, *upheld(2024, "83", "5", "6", "63")), UPHELD)
    assert made.left_out == 1
    assert next(point for point in made.points if point.year == 2022).value.value == 67
