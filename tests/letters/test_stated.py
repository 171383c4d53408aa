"""Figures in wordings that nobody has seen: told by a few words and by whether they compare."""

from __future__ import annotations

import pytest

from ombudsview.letters.sections import Regions, Section
from ombudsview.letters.stated import Stated
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

SECTIONS = (Section("upheld", "complaints upheld"), Section("compliance", "compliance"))
OWN = Stated("{percent}", "compliance", r"\bcarried out\b|\brecommend")
THEIRS = Stated("{percent}", "compliance", "[a-z]", compared=True)


def found(finder: Stated, sentence: str) -> list[str]:
    text = TextMap(
        typed_paper(f"Complaints upheld\n\nFault in 44% of what was recommended.\n\nCompliance\n\n{sentence}")
    )
    return [text.printed(*span) for span in finder.find(text, Regions(text, SECTIONS))]


@pytest.mark.parametrize(
    ("sentence", "own", "theirs"),
    [
        ("You carried out what we recommended in 97% of cases.", ["97%"], []),
        ("For councils like yours the average was 99%.", [], ["99%"]),
        ("You carried out 97% of our recommendations; the average is 99%.", ["97%"], ["99%"]),
        ("The average of 99% compares with your 97% of what we recommended.", [], ["99%", "97%"]),  # neither is certain
        ("Where less than 100% is carried out, please ask why.", [], []),
        ("We expect 100% of our recommendations to be carried out.", [], []),
        ("You saw 12% of them.", [], []),
    ],
)
def test_own_figures_and_those_of_others(sentence: str, own: list[str], theirs: list[str]) -> None:
    assert found(OWN, sentence) == own
    assert found(THEIRS, sentence) == theirs


def test_a_sentence_that_must_not_have_a_word() -> None:
    finder = Stated("{percent}", "compliance", "[a-z]", never=r"\bresidents\b")
    assert found(finder, "This is 3% for each of the residents. It was 9% of cases.") == ["9%"]


def test_rates_are_no_part_of_what_they_are_taken_of() -> None:
    finder = Stated("{rate}", "compliance", "100,000")
    assert found(finder, "That makes 3.9 for each 100,000 people.") == ["3.9"]
