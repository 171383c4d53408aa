"""Which usual word a misread one stands for, and where a guess would be too bold."""

from __future__ import annotations

import pytest

from ombudsview.letters.usual_words import joined, meant


@pytest.mark.parametrize(
    ("misread", "usual"),
    [
        ("Cornplaints", "complaints"),
        ("compIiance", "compliance"),
        ("0mbudsman", "ombudsman"),
        ("upheid", "upheld"),
        ("tota1", "total"),
        ("recornmendatlons", "recommendations"),
        ("oulcome", "outcome"),
        ("détailed", "detailed"),
        ("penod", "period"),
        ("Aprl", "april"),
        ("à", "a"),
        ("Comphance", "compliance"),
        ("ancl", "and"),
        ("Ombudsmon", "ombudsman"),
        ("Othcr", "other"),
        ("Locol", "local"),
    ],
)
def test_a_misread_word_stands_for_the_usual_one(misread: str, usual: str) -> None:
    assert meant(misread) == usual


@pytest.mark.parametrize(
    "word",
    [
        "complaints",
        "Complaint",
        "authorities",
        "county",
        "2018",
        "the",
        "Housing",
        "everybody",
        "another",
        "afternoon",
        "then",
        "Lost",
        "nobody",
        "receive",
    ],
)
def test_a_usual_word_or_a_figure_stands_for_itself(word: str) -> None:
    assert meant(word) is None
    assert joined(word) == ()


@pytest.mark.parametrize("word", ["hats", "dues", "Harborough", "Wraxmere", "thc", "decisionist"])
def test_a_short_word_or_another_is_left_alone(word: str) -> None:
    assert meant(word) is None


def test_a_word_that_could_stand_for_two_is_left_alone() -> None:
    assert meant("remedie") is None  # remedies, remedied


@pytest.mark.parametrize(
    ("run", "parts"),
    [
        ("Complaintsupheld", ("Complaints", "upheld")),
        ("of18", ("of", "18")),
        ("100%ofcomplaints", ("100%", "of", "complaints")),
        ("1April2019", ("1", "April", "2019")),
        ("total1,400", ("total", "1,400")),
    ],
)
def test_words_that_ran_together_are_parted(run: str, parts: tuple[str, ...]) -> None:
    assert joined(run) == parts


@pytest.mark.parametrize("word", ["together", "into", "forthe", "B123", "2018", "Wraxmere", "1,400", "a" * 200])
def test_what_is_not_made_of_usual_words_is_not_parted(word: str) -> None:
    assert joined(word) == ()
