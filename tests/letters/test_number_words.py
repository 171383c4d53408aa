"""Numbers as words."""

from __future__ import annotations

import re

import pytest

from ombudsview.letters.number_words import WORDED, number, worded


@pytest.mark.parametrize(
    ("word", "count"), [("no", "0"), ("Seven", "7"), ("twelve", "12"), (" nine ", "9"), ("some", None), ("7", None)]
)
def test_what_a_word_stands_for(word: str, count: str | None) -> None:
    assert worded(word) == count


def test_only_whole_words_are_numbers() -> None:
    assert re.findall(WORDED, "none of the tenants of seventeen houses; twenty-one wrote") == ["seventeen", "one"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("forty-three", "43"),
        ("ninety  nine", "99"),
        ("twenty", "20"),
        ("nil", "0"),
        ("one hundred", None),
        ("43", None),
    ],
)
def test_what_somebody_types_may_be_larger(words: str, count: str | None) -> None:
    assert number(words) == count
