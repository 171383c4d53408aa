"""The overview of 2025: its counts in the usual words, and loosely in others."""

from __future__ import annotations

import pytest

from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.letters.sections import Regions
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

USUAL = (
    "Between 1 April 2024 to 31 March 2025, we dealt with 40 complaints. Of these, 21 were not for us\n"
    "or not ready for us to investigate. We assessed and closed 12 complaints. We investigated 7 complaints."
)
COUNTS = {"dealt_with": "40", "not_for_us": "21", "assessed_and_closed": "12", "investigations": "7"}


def found(page: str, key: str, loose: bool) -> set[str]:
    text = TextMap(typed_paper(page))
    entry = OVERVIEW_2025.entry(key)
    finders = entry.loose if loose else entry.finders
    regions = Regions(text, OVERVIEW_2025.sections)
    return {text.printed(*span) for finder in finders for span in finder.find(text, regions)}


@pytest.mark.parametrize(("key", "count"), COUNTS.items())
def test_the_usual_words(key: str, count: str) -> None:
    assert found(USUAL, key, loose=False) == {count}


@pytest.mark.parametrize(
    ("sentence", "key", "count"),
    [
        ("In the year we concluded 40 cases.", "dealt_with", "40"),
        ("40 enquiries were handled.", "dealt_with", "40"),
        ("21 of those were not yet ready for us.", "not_for_us", "21"),
        ("Nine of these complaints were outside our powers.", "not_for_us", "Nine"),
        ("A further 12 were closed after a first look.", "assessed_and_closed", "12"),
        ("We closed another 12 after assessing them.", "assessed_and_closed", "12"),
        ("That left 7 that were investigated.", "investigations", "7"),
        ("We then investigated the other seven.", "investigations", "seven"),
    ],
)
def test_other_words(sentence: str, key: str, count: str) -> None:
    assert found(sentence, key, loose=False) == set()
    assert found(sentence, key, loose=True) == {count}
