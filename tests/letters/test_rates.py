"""Which counts a printed percentage can stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ombudsview.letters.rates import as_percent, rounds_to, same_rate


@pytest.mark.parametrize(
    ("part", "whole", "printed", "so"),
    [
        (31, 39, "79", True),
        (30, 39, "79", False),
        (3, 8, "38", True),
        (3, 8, "37", True),  # 37.5 rounded down
        (11, 16, "68.8", True),
        (11, 16, "69", True),
        (1, 200, "0", True),
        (1, 199, "0", False),
        (299, 300, "100", True),
        (3, 2, "150", True),
    ],
)
def test_by_any_usual_way_of_rounding(part: int, whole: int, printed: str, so: bool) -> None:
    assert rounds_to(part, whole, Decimal(printed)) is so


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("91", "91", True),
        ("91", "91.5", True),  # 91.489 printed twice
        ("91", "90.5", True),
        ("91", "91.6", False),
        ("91", "92", False),
        ("91.4", "91.5", False),
        ("91.44", "91.4", True),
    ],
)
def test_one_share_printed_with_more_and_with_fewer_decimals(one: str, other: str, so: bool) -> None:
    assert same_rate(Decimal(one), Decimal(other)) is so
    assert same_rate(Decimal(other), Decimal(one)) is so


def test_a_share_has_a_decimal_where_it_needs_one() -> None:
    assert (as_percent(31, 39), as_percent(2, 4), as_percent(0, 3)) == ("79.5%", "50%", "0%")
