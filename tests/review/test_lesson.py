"""When a letter asks for a note of what was learnt. Whatever it asks, it never keeps a letter from being finished."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import Value
from ombudsview.review.lesson import occasions
from tests.history.made import VALUES, Letter


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"compliance_rate": "50"}, "50%, below 100%"),
        ({"compliance_rate": "99.5"}, "99.5%"),
        ({"compliance.late": "1"}, "1 remedy was late"),
        ({"compliance.late": "3"}, "3 remedies were late"),
        ({"compliance.not_complied": "2"}, "2 recommendations were not carried out"),
        ({"decided.m_reports": "1"}, "1 public report"),
        ({"remarks": ("We issued a public report about your Council.",)}, "public report"),
    ],
)
def test_what_asks_for_a_lesson(values: dict[str, Value | None], words: str) -> None:
    letter = Letter(VALUES | values)
    (sentence,) = occasions(letter.review)
    assert words in sentence
    letter.review.finish("A reason, for the fields are open.")
    assert letter.review.finished


@pytest.mark.parametrize(
    "values",
    [{}, {"compliance_rate": "100"}, {"compliance_rate": None}, {"compliance.late": "0"}, {"remarks": ("Thank you.",)}],
)
def test_what_does_not(values: dict[str, Value | None]) -> None:
    assert occasions(Letter(VALUES | values).review) == ()


def test_it_goes_by_the_values_as_they_stand() -> None:
    letter = Letter(VALUES | {"compliance_rate": "100"})
    letter.review.correct("compliance_rate", "95")
    assert occasions(letter.review) == ("Compliance is 95%, below 100%.",)
    letter.review.undo()
    assert occasions(letter.review) == ()
