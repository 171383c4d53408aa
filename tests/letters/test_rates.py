"""Which counts a printed percentage can stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ombudsview.letters.rates import rounds_to


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
