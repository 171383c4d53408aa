from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.trends.interval import FEWEST, Chance, against_average, between, wilson


@pytest.mark.parametrize(
    ("part", "base", "low", "high"),
    # Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 3; and by hand for the small ones.
    [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0.0, 16.11), (1, 29, 0.61, 17.18), (2, 2, 34.24, 100.0)],
)
def test_the_interval_is_wilsons(part, base, low, high):
    assert wilson(part / base, base) == pytest.approx((low, high), abs=0.01)


@given(st.integers(1, 3000), st.data())
def test_the_interval_holds_its_rate_and_stays_within_0_and_100(base, data):
    part = data.draw(st.integers(0, base))
    low, high = wilson(part / base, base)
    assert -1e-9 <= low <= 100 * part / base + 1e-9
    assert 100 * part / base - 1e-9 <= high <= 100 + 1e-9


@pytest.mark.parametrize(
    ("part", "base", "average", "chance"),
    [
        (5, 6, 63, Chance.TOO_FEW),
        (2, 2, 45, Chance.TOO_FEW),
        (7, 7, 20, Chance.TOO_FEW),  # below FEWEST nothing is called different
        (5, 9, 43, Chance.WITHIN),
        (8, 8, 45, Chance.OUTSIDE),
        (0, 14, 66, Chance.OUTSIDE),
        (31, 39, 58, Chance.OUTSIDE),
        (25, 39, 58, Chance.WITHIN),
        (20, 20, 95, Chance.TOO_FEW),  # even all of them could not lie outside
        (18, 20, 95, Chance.WITHIN),  # but nought could, on the other side
        (12, 20, 60, Chance.WITHIN),
        (0, 20, 0, Chance.WITHIN),
        (1200, 2000, 50, Chance.OUTSIDE),
    ],
)
def test_what_a_gap_to_the_average_can_tell(part, base, average, chance):
    assert against_average(part / base, base, Decimal(average)) is chance


def test_the_average_may_be_rounded_so_its_whole_range_must_lie_outside():
    low, _ = wilson(31 / 39, 39)
    assert 64.0 < low < 64.5
    assert against_average(31 / 39, 39, Decimal("64.0")) is Chance.OUTSIDE
    assert against_average(31 / 39, 39, Decimal(64)) is Chance.WITHIN


@given(st.integers(FEWEST, 500), st.data(), st.integers(0, 100))
def test_outside_means_that_the_average_is_not_in_the_interval(base, data, average):
    part = data.draw(st.integers(0, base))
    low, high = wilson(part / base, base)
    chance = against_average(part / base, base, Decimal(average))
    if low <= average <= high:
        assert chance is not Chance.OUTSIDE
    if not low - 0.5 <= average <= high + 0.5:
        assert chance is Chance.OUTSIDE


@pytest.mark.parametrize(
    ("one", "other", "chance"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10: 56/70 - 48/80 is 0.0524 to 0.3339.
        ((56, 70), (48, 80), Chance.OUTSIDE),
        ((9, 10), (3, 10), Chance.OUTSIDE),
        ((6, 10), (4, 10), Chance.WITHIN),
        ((5, 6), (3, 40), Chance.TOO_FEW),
        ((20, 40), (20, 40), Chance.WITHIN),
    ],
)
def test_what_the_difference_of_two_years_can_tell(one, other, chance):
    assert between(one[0] / one[1], one[1], other[0] / other[1], other[1]) is chance
    assert between(other[0] / other[1], other[1], one[0] / one[1], one[1]) is chance
