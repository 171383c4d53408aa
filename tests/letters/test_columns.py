"""Headings by the figures under them: broken words, words cut short, headings that can be only one column."""

from __future__ import annotations

import pytest

from ombudsview.letters.columns import headings_over
from ombudsview.paper.text import Placed, TextMap
from tests.paper.handmade import typed_paper

COLUMNS = (
    ("a", ("local settlement", "ls"), False),
    ("b", ("no maladministration", "no mal"), False),
    ("c", ("outside jurisdiction",), False),
    ("rate", ("uphold rate",), True),
    ("total", ("total",), False),
)


def over(page: str) -> tuple[dict[str, str], dict[str, str]]:
    """The figure under each heading found, and the headings that were guessed; the last line is the row."""
    words = TextMap(typed_paper(page)).placed(1)
    low = max(word.box.y0 for word in words)
    row = sorted((word for word in words if word.box.y0 == low), key=lambda word: word.box.x0)
    found = headings_over([word for word in words if word.box.y0 < low], row, COLUMNS)

    def under(extent: tuple[float, float]) -> Placed:
        return next(word for word in row if (word.box.x0, word.box.x1) == extent)

    return {key: under(place).text for key, place in found.places.items()}, found.guessed


def test_words_broken_in_the_middle() -> None:
    page = """
  LS      No maladmini   Outside      Total
          stration       jurisdi
                         ction
   4          12            3           19
"""
    assert over(page) == ({"a": "4", "b": "12", "c": "3", "total": "19"}, {})


def test_words_cut_short() -> None:
    page = "Local sett.   No maladm.    Outside juris.   Total\n    4             12             3             19\n"
    assert over(page) == ({"a": "4", "b": "12", "c": "3", "total": "19"}, {})


def test_a_title_over_several_columns_is_no_part_of_their_headings() -> None:
    page = "      What we decided and why\n  LS       No mal     Total\n   4         12        16\n"
    assert over(page)[0] == {"a": "4", "b": "12", "total": "16"}


@pytest.mark.parametrize("heading", ["Nothing found", "Not at fault "])
def test_the_one_column_that_can_stand_there(heading: str) -> None:
    page = f"  LS      {heading}  Outside jurisdiction    Total\n   4          12               3               19\n"
    assert over(page) == ({"a": "4", "b": "12", "c": "3", "total": "19"}, {"b": heading.strip()})


def test_two_columns_side_by_side_that_nobody_knows_are_not_guessed() -> None:
    page = "  LS      Something    Otherwise    Total\n   4         12           3          19\n"
    assert over(page) == ({"a": "4", "total": "19"}, {})


def test_a_percentage_is_taken_for_no_count() -> None:
    page = (
        "  LS      Fault found     Outside jurisdiction    Total\n   4          12%               3               19\n"
    )
    assert over(page)[1] == {}


def test_words_that_are_no_headings() -> None:
    assert over("some      words     here\n   4        12       3\n") == ({}, {})
