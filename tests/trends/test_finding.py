from dataclasses import replace
from decimal import Decimal

import pytest

from ombudsview.trends.finding import finding, points, progress, signed, summary
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.trends.figures import TEN_YEARS, letter, upheld

UPHELD = measure("upheld_rate")


def told(figures, of=UPHELD, **how):
    return finding(series(figures, of), **how)


def test_the_title_is_the_finding():
    assert told(TEN_YEARS) == (
        "Upheld rate: 5 of 6 in 2023-24, above the average of similar councils, but that may be chance with so few cases"
    )


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (upheld(2024, "90", "9", "10", "43"),
         "9 of 10 in 2023-24, above the average of similar councils, by more than chance is likely to explain"),
        (upheld(2024, "56", "5", "9", "63"),
         "5 of 9 in 2023-24, below the average of similar councils, but that may be chance"),
        (upheld(2024, "63", "5", "8", "63"), "5 of 8 in 2023-24, equal to the average of similar councils"),
        (upheld(2024, "83", "5", "6", None), "5 of 6 in 2023-24, with no average of similar councils in the letter"),
        (upheld(2024, "83", None, None, "63"), "83% in 2023-24, above the average of similar councils"),
        (upheld(2024, "83", "5", "9", "63"),
         "83% (its cases, 5 of 9, do not fit that rate) in 2023-24, above the average of similar councils"),
        (
            (*upheld(2023, "75", "3", "4", None), *upheld(2024, None, "0", "0", None)),
            "3 of 4 in 2022-23, with no average of similar councils in the letter; 2023-24: no cases in the year",
        ),
    ],
)  # fmt: skip
def test_the_finding_says_what_is_there_and_what_is_not(figures, sentence):
    assert told(figures) == f"Upheld rate: {sentence}"


def test_cases_that_no_letter_prints_are_not_the_headline():
    figures = letter(2024, compliance_rate="83", compliance_outcomes="6")
    assert told(figures, measure("compliance_rate"), compare=False) == (
        "Compliance rate: 83% (5 of 6 as worked out) in 2023-24"
    )


def test_the_summary_says_where_cases_do_not_fit():
    assert "2023-24: 83%, cases that do not fit: 5 of 9" in summary(series(upheld(2024, "83", "5", "9", "63"), UPHELD))


def test_without_comparison_the_average_is_left_out():
    assert told(TEN_YEARS, compare=False) == "Upheld rate: 5 of 6 in 2023-24"


def test_other_bodies_are_not_called_councils():
    figures = letter(2024, authority="Example National Park", upheld_rate="50", upheld_rate_similar="60")
    assert "similar authorities" in told(figures)


def test_where_the_number_is_not_certain_the_rate_is_told():
    figures = letter(2024, compliance_rate="50", compliance_outcomes="200")
    assert told(figures, measure("compliance_rate"), compare=False) == "Compliance rate: 50% of 200 in 2023-24"


def test_nothing_saved_and_nothing_given_are_told_apart():
    assert told(()) == "Upheld rate: no letter saved"
    assert told(upheld(2024, None, None, None, None)) == "Upheld rate: not in any saved letter"


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        ("3", "5 in 2023-24, 2 more than in 2022-23"),
        ("6", "5 in 2023-24, 1 fewer than in 2022-23"),
        ("5", "5 in 2023-24, as in 2022-23"),
    ],
)
def test_a_count_is_held_against_the_year_before(before, sentence):
    figures = (*letter(2023, upheld_decisions=before), *letter(2024, upheld_decisions="5"))
    assert told(figures, measure("upheld_decisions")) == f"Upheld decisions: {sentence}"


def test_a_break_forbids_comparison():
    figures = (*upheld(2022, "67", "4", "6", "51"), *upheld(2023, "75", "3", "4", "59"))
    assert progress(series(figures, UPHELD)) == (
        "2022-23 and 2021-22 cannot be compared: fewer borderline cases investigated."
    )
    assert told(figures, measure("upheld_decisions")) == "Upheld decisions: 3 in 2022-23"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (("75", "3", "4"), ("83", "5", "6"), "Up 8 points since 2022-23, but that may be chance with so few cases."),
        (
            ("80", "56", "70"),
            ("60", "48", "80"),
            "Down 20 points since 2022-23, by more than chance is likely to explain.",
        ),
        (("60", "6", "10"), ("61", "11", "18"), "Up 1 point since 2022-23, but that may be chance."),
        (("50", "1", "2"), ("50", "2", "4"), "As in 2022-23."),
    ],
)
def test_better_or_worse_than_last_year(old, new, sentence):
    figures = (*upheld(2023, *old, None), *upheld(2024, *new, None))
    assert progress(series(figures, UPHELD)) == sentence


def test_one_year_has_no_progress():
    assert progress(series(upheld(2024, "83", "5", "6", "63"), UPHELD)) == ""


def test_the_summary_tells_every_year_and_every_break():
    text = summary(series((*upheld(2021, "50", "1", "2", "53"), *upheld(2023, "75", "3", "4", None)), UPHELD))
    assert "2020-21: 50%, 1 of 2; average 53%, too few cases to tell." in text
    assert "2021-22: no letter saved." in text
    assert "2022-23: 75%, 3 of 4." in text
    assert "fewer borderline cases, so upheld rates rise everywhere." in text


def test_gaps_carry_their_sign():
    assert [signed(gap) for gap in (Decimal(20), Decimal("-3.5"), Decimal(0), None)] == ["+20", "−3.5", "0", ""]
    assert (points(Decimal(1)), points(Decimal("1.5"))) == ("1 point", "1.5 points")


def test_what_was_corrected_by_hand_is_not_called_printed():
    figures = [
        replace(figure, state="changed", printed="36%") if figure.key == "upheld_rate_similar" else figure
        for figure in upheld(2024, "83", "5", "6", "63")
    ]
    assert told(figures).startswith(
        "Upheld rate: 5 of 6 in 2023-24, above the average of similar councils as corrected by hand"
    )
    assert "average 63% (corrected by hand), too few cases to tell." in summary(series(figures, UPHELD))
    assert "average corrected by hand" in series(figures, UPHELD).points[0].notes
    pointed = [replace(figure, printed="63%") if figure.state == "changed" else figure for figure in figures]
    assert "by hand" not in summary(series(pointed, UPHELD)), "the officer pointed at the printed figure"


def test_a_rate_without_its_cases_is_told_as_it_is_printed():
    """The number remedied stood in the letter, and nothing said of how many."""
    figures = letter(2019, remedy_rate="100", satisfactory_remedies="2")
    assert finding(series(figures, measure("remedy_rate"))).startswith(
        "Satisfactory remedies: 100% in 2018-19, with no"
    )


def test_points_have_no_idle_noughts():
    assert points(Decimal("62.5") - Decimal("42.5")) == "20 points"
    assert points(Decimal("45.25") - Decimal("44.25")) == "1 point"
    assert signed(Decimal("42.5") - Decimal("62.5")) == "\N{MINUS SIGN}20"
    assert signed(Decimal(110) - Decimal("9.5")) == "+100.5"


def test_a_figure_set_right_by_pointing_is_the_officers_wherever_it_stands():
    figures = [
        replace(figure, state="changed", printed=f"{figure.value}%") if figure.key.startswith("upheld_rate") else figure
        for figure in upheld(2024, "83", "5", "6", "63")
    ]
    made = series(figures, UPHELD)
    assert "similar councils as corrected by the officer" in finding(made)
    assert "83% (corrected by the officer), 5 of 6; average 63% (corrected by the officer)" in summary(made)
    assert made.points[0].notes == ("figure corrected by the officer", "average corrected by the officer")


def test_what_the_officer_denies_is_not_laid_on_the_letter():
    figures = [
        replace(figure, value=None, state="not_in_letter", printed="63%")
        if figure.key == "upheld_rate_similar"
        else figure
        for figure in upheld(2024, "83", "5", "6", "63")
    ]
    says = "not in the letter, says the officer; it was read as 63%"
    assert finding(series(figures, UPHELD)).endswith(f"with no average of similar councils: {says}")
    assert series(figures, UPHELD).points[0].notes == (f"average {says}",)
    own = [replace(figures[0], value=None, state="not_in_letter", printed="83%"), *figures[1:3]]
    point = series(own, UPHELD).points[0]
    assert (point.why_not, point.notes) == (says.replace("63%", "83%"), ())
