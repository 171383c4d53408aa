"""What a cell says as a figure: numbers, percentages written in three ways, marks, and everything that is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.letters.fields import Unit
from ombudsview.published.number import Absence, Scale, Told, decimals, scale_of, told

COUNTS = st.integers(0, 99_999)
MARKS = st.sampled_from(["", "*", " *", "†", "[1]", " [note 2]", "²"])


@given(COUNTS, MARKS, st.sampled_from(["{}", "{:,}", " {} "]))
def test_a_count_is_read_back_however_it_is_written(count: int, mark: str, form: str) -> None:
    assert told(Unit.COUNT, form.format(count) + mark).value == str(count)
    assert told(Unit.COUNT, float(count)).value == str(count)


@given(st.integers(0, 10_000), st.integers(2, 6))
def test_a_percentage_is_read_back_in_each_of_three_ways(hundredths: int, places: int) -> None:
    value = f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")
    assert told(Unit.PERCENT, f"{value}%", Scale.FRACTIONS).value == value
    assert told(Unit.PERCENT, f"{value} %", Scale.MIXED).value == value
    assert told(Unit.PERCENT, hundredths / 10_000, Scale.FRACTIONS).value == value
    assert told(Unit.PERCENT, f"{hundredths / 10_000:.{max(places, 4)}f}", Scale.FRACTIONS).value == value
    assert told(Unit.PERCENT, hundredths / 100, Scale.POINTS).value == value


@given(st.decimals(0, 999, places=2))
def test_a_rate_is_read_back(rate: object) -> None:
    value = str(rate).rstrip("0").rstrip(".") if "." in str(rate) else str(rate)
    assert told(Unit.RATE, float(str(rate))).value == value
    assert told(Unit.RATE, str(rate)).value == value


@pytest.mark.parametrize("text", ["", "-", "–", "—", "n/a", "N/A", "NA", "..", ".", "Not applicable"])
def test_nothing_is_never_nought(text: str) -> None:
    for unit in (Unit.COUNT, Unit.PERCENT, Unit.RATE):
        assert told(unit, text or None) == Told(None, text, Absence.BLANK)


@pytest.mark.parametrize("text", ["<5", "< 5", "≤5", "fewer than 5", "Less than 5", "1-4", "1 to 4", "<5*"])
def test_a_range_is_no_figure(text: str) -> None:
    assert told(Unit.COUNT, text) == Told(None, text, Absence.BELOW)


@pytest.mark.parametrize("text", ["*", "c", "[c]", "x", "suppressed", "Withheld"])
def test_what_is_withheld_is_said_to_be(text: str) -> None:
    assert told(Unit.COUNT, text) == Told(None, text, Absence.WITHHELD)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (Unit.COUNT, 2.5),
        (Unit.COUNT, -1.0),
        (Unit.COUNT, 1e15),
        (Unit.COUNT, "about 5"),
        (Unit.COUNT, "TRUE"),
        (Unit.COUNT, "2020-03-31"),
        (Unit.COUNT, "5%"),
        (Unit.PERCENT, 101.0),
        (Unit.PERCENT, "101%"),
        (Unit.PERCENT, -0.5),
        (Unit.RATE, "four"),
        (Unit.RATE, 1e300),
    ],
)
def test_what_is_no_such_figure_gives_none(unit: Unit, value: float | str) -> None:
    found = told(unit, value)
    assert (found.value, found.absence) == (None, Absence.NONE)
    assert found.said


@pytest.mark.parametrize("text", ["*" * 2000 + "x", "12 " + "[1]*" * 600 + "]", "[" * 2000 + "]"])
def test_marks_without_end_are_read_in_good_time(text: str) -> None:
    assert told(Unit.COUNT, text).absence is Absence.NONE
    assert told(Unit.COUNT, "12" + "[1]*" * 600).value == "12"


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ([0.45, 1.0, 0.0, None, "n/a"], Scale.FRACTIONS),
        (["0.45", "1"], Scale.FRACTIONS),
        ([45.0, 100.0, 0.0, 1.0], Scale.POINTS),
        ([0.45, 80.0], Scale.MIXED),
        ([1.0, 0.0, "80%"], Scale.OPEN),
        ([], Scale.OPEN),
    ],
)
def test_the_column_tells_how_percentages_are_written(values: list[float | str | None], scale: Scale) -> None:
    assert scale_of(values) is scale


def test_a_lone_one_is_left_open_and_a_nought_is_nought_on_either_scale() -> None:
    assert told(Unit.PERCENT, 1.0, Scale.OPEN) == Told(None, "1", Absence.SCALE)
    assert told(Unit.PERCENT, 0.0, Scale.OPEN).value == "0"
    assert told(Unit.PERCENT, 45.0, Scale.MIXED) == Told(None, "45", Absence.SCALE)


def test_the_noise_of_binary_numbers_is_left_out() -> None:
    assert told(Unit.PERCENT, 0.1 + 0.2, Scale.FRACTIONS).value == "30"
    assert decimals("44.83") == 2
    assert decimals("45") == 0
