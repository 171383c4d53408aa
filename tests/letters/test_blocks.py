"""The blocks of figures since 2019: one sentence's figure is not taken for another's."""

from __future__ import annotations

import pytest

from ombudsview.letters.blocks import PER_RESIDENTS, SECTIONS
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

_, AVERAGE = PER_RESIDENTS


def averages(sentence: str) -> list[str]:
    text = TextMap(typed_paper(f"Complaints upheld\n\n{sentence}\n"))
    regions = Regions(text, SECTIONS)
    return [text.printed(*span) for finder in AVERAGE.finders for span in finder.find(text, regions)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The average for authorities of this type is 3.9 upheld decisions per 100,000 residents.",
        "This compares to an average of 3.9 upheld decisions per 100,000 in similar authorities.",
        "This compares to an average of 3.9 per 100,000.",
        "This compares to an average of 3.9 in similar authorities.",
        "This compares to an average of 3.9 upheld decisions in similar authorities.",
    ],
)
def test_the_average_per_residents(sentence: str) -> None:
    assert averages(sentence) == ["3.9"]


def test_a_misprinted_sign_does_not_hide_it() -> None:
    assert averages("The average for authorities of this type is 3.9% upheld decisions per 100,000.") == ["3.9%"]


@pytest.mark.parametrize("rate", ["45%", "45 %", "45.5%"])
def test_the_average_of_the_rate_is_not_the_average_per_residents(rate: str) -> None:
    assert averages(f"This compares to an average of {rate} in similar authorities.") == []
