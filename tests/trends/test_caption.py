from dataclasses import replace

from ombudsview.trends.caption import caption
from ombudsview.trends.measure import measure
from ombudsview.trends.series import series
from tests.trends.figures import COUNCIL, TEN_YEARS, letter, upheld


def told(figures, key="upheld_rate", **how):
    return " ".join(caption(series(figures, measure(key)), **how))


def test_authority_years_denominator_and_marks_are_named():
    assert told(TEN_YEARS) == (
        f"{COUNCIL}, years to 31 March. "
        "Each point: upheld, of all detailed investigations. Bars: 95% interval. Squares: printed average."
    )


def test_marks_that_are_not_drawn_are_not_explained():
    assert "Squares" not in told(TEN_YEARS, compare=False)
    assert "Squares" not in told(upheld(2024, "83", "5", "6", None))
    assert told(TEN_YEARS, "upheld_decisions") == f"{COUNCIL}, years to 31 March."


def test_a_star_and_a_hollow_mark_are_explained():
    assert "* worked out" in told(letter(2024, compliance_rate="100", compliance_outcomes="3"), "compliance_rate")
    assert "Hollow circles: not checked" in told(upheld(2024, "83", "5", "6", "63", state="to_check"))


def test_a_square_that_was_corrected_by_hand_is_not_called_printed():
    figures = [
        replace(figure, state="changed", printed="36%")
        if figure.key == "upheld_rate_similar" and (figure.period_end or "") > "2022"
        else figure
        for figure in TEN_YEARS
    ]
    assert "printed average; as corrected by hand for 2021-22, 2022-23 and 2023-24." in told(figures)


def test_letters_of_another_ombudsman_are_left_out_and_that_is_said():
    shown = replace(series(TEN_YEARS, measure("upheld_rate")), left_out=2)
    assert caption(shown)[-1] == "2 letters of other ombudsmen are left out."
    assert "left out" not in " ".join(caption(replace(shown, left_out=0)))
