from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.trends.rounding import hidden_range, possible_parts

WAYS = (ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN)


@pytest.mark.parametrize(
    ("base", "printed", "parts"),
    [
        (2, "100", [2]),
        (39, "79", [31]),
        (6, "83", [5]),
        (8, "38", [3]),
        (8, "37", [3]),  # 37.5 rounded down
        (3, "50", []),
        (1, "45", []),
        (200, "50", [99, 100, 101]),
        (16, "68.8", [11]),
        (0, "0", []),
        (7, "0", [0]),
    ],
)
def test_the_parts_that_round_to_what_is_printed(base, printed, parts):
    assert list(possible_parts(base, Decimal(printed))) == parts


@given(st.integers(1, 400), st.data(), st.sampled_from(["1", "0.1"]), st.sampled_from(WAYS))
def test_every_part_is_among_those_of_its_own_rounded_rate(base, data, step, way):
    part = data.draw(st.integers(0, base))
    printed = (Decimal(100 * part) / base).quantize(Decimal(step), way)
    assert part in possible_parts(base, printed)


def test_a_whole_number_hides_half_a_point_and_never_more_than_there_is():
    assert tuple(map(float, hidden_range(Decimal(63)))) == (62.5, 63.5)
    assert tuple(map(float, hidden_range(Decimal("68.8")))) == (68.75, 68.85)
    assert tuple(map(float, hidden_range(Decimal(100)))) == (99.5, 100)
    assert tuple(map(float, hidden_range(Decimal(0)))) == (0, 0.5)
