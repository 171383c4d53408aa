"""How much a page's lines fall is told by the places of its words alone."""

from __future__ import annotations

import math

import pytest

from ombudsview.paper.geometry import Box
from ombudsview.paper.slope import slant
from tests.paper.handmade import typed

PROSE = "\n".join(["This is a line of prose that goes across the page and tells its slope"] * 4)


def fallen(page: str, degrees: float) -> list[Box]:
    """The boxes of a typed page whose words stand lower to the right by an angle."""
    slope = math.tan(math.radians(degrees))
    boxes = [word.box for word in typed(page)]
    return [Box(box.x0, box.y0 + slope * box.x0, box.x1, box.y1 + slope * box.x0) for box in boxes]


@pytest.mark.parametrize("degrees", [-1.2, -0.3, 0.5, 2.0])
def test_lines_that_fall_or_climb(degrees: float) -> None:
    assert slant(fallen(PROSE, degrees)) == pytest.approx(degrees, abs=0.02)


@pytest.mark.parametrize(
    ("page", "degrees"),
    [(PROSE, 0.0), (PROSE, 0.02), ("A word\nor two", 1.0), ("12      4      3\n1      2      3", 1.0)],
)
def test_level_lines_and_few_words_tell_none(page: str, degrees: float) -> None:
    assert slant(fallen(page, degrees)) == 0.0


def test_a_line_that_leaps_is_outvoted() -> None:
    boxes = fallen(PROSE, 0.5)
    leap = [Box(40 + 30 * n, 700 - 4 * n, 65 + 30 * n, 713 - 4 * n) for n in range(8)]
    assert slant([*boxes, *leap]) == pytest.approx(0.5, abs=0.02)


def test_nothing_has_no_slope() -> None:
    assert slant([]) == 0.0
