"""Headings by their looks: which lines are taken for one, and which are not."""

from __future__ import annotations

import pytest

from ombudsview.letters.headline import above, below, headlines
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper


def heads(page: str) -> list[str]:
    text = TextMap(typed_paper(page))
    return [text.printed(start, end) for start, end, _, _ in headlines(text)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("Complaints upheld\n\nWe uphold complaints when we find fault.", ["Complaints upheld"]),
        ("Outcomes\nWe uphold complaints when we find that something went wrong.", ["Outcomes"]),
        ("A heading that\ngoes on\n\nand some prose.", ["A heading that goes on"]),
        ("Complaints upheld\n57% of complaints\nwere upheld.", ["Complaints upheld"]),
        ("We uphold complaints.", []),
        ("upheld decisions", []),
        ("Housing                 12", []),
        ("Adult care                Housing                Total", []),
        ("12", []),
    ],
)
def test_what_looks_like_a_heading(page: str, expected: list[str]) -> None:
    assert heads(page) == expected


def test_the_headings_around_a_place() -> None:
    text = TextMap(typed_paper("First\n\nSecond\n\nthe place itself.\n\nThird\n\nFourth"))
    place = text.text.index("the place")
    assert [text.printed(start, end) for start, end, _, _ in above(text, place)] == ["Second", "First"]
    following = below(text, place)
    assert following is not None
    assert text.printed(following[0], following[1]) == "Third"
    assert below(text, text.text.index("fourth")) is None
