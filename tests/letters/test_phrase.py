"""Words with blanks: what they fit, what they refuse, and that nothing in them can repeat without end."""

from __future__ import annotations

import re
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.letters.find import compiled
from ombudsview.letters.phrase import BLANKS, MOST_CHARACTERS, blanked, is_phrase, pattern, said, telling

words = st.from_regex(r"[a-z0-9][a-z0-9'&-]{0,9}[a-z0-9]", fullmatch=True)
phrases = st.lists(st.one_of(words, st.sampled_from([*BLANKS])), min_size=1, max_size=8).map(" ".join)


def fits(phrase: str, text: str) -> bool:
    return compiled(pattern(phrase)).search(text) is not None


def test_a_phrase_fits_however_lines_break_and_punctuation_stands() -> None:
    assert fits("of complaints we investigated", "79% of complaints,\nwe investigated")
    assert fits("upheld decisions", "upheld – decisions")
    assert not fits("upheld decisions", "upheld\n\ndecisions")
    assert not fits("upheld decisions", "not-upheld decisionsmade")


def test_one_or_many_of_a_thing_are_the_same_words() -> None:
    assert fits("satisfactory remedies were", "1 satisfactory remedy was provided")
    assert fits("upheld decision", "4 upheld decisions")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("for the year ended 31 march 2020, we", "for the year ended {date} we"),
        ("(45%) of 1,204 complaints in 2019/20.", "{percent} of {number} complaints in {year}"),
        ("period ending: 31/03/20", "period ending {date}"),
        ("ward end town council's area", "{name} town council's area"),
        ("— • ...", ""),
    ],
)
def test_figures_and_names_become_blanks(text: str, phrase: str) -> None:
    made = " ".join(blanked(text, ["Ward End"]))
    assert made == phrase
    assert not made or fits(made, text)


def test_a_blank_fits_another_letters_figures_and_name() -> None:
    phrase = " ".join(blanked("in 2020 ward end had 12 complaints", ["Ward End"]))
    assert fits(phrase, "in 2031 royal borough of saltby & west had 1,204 complaint")


@pytest.mark.parametrize(
    "text",
    [
        ".*",
        "(a+)+",
        "a|b",
        "[a-z]",
        "\\d",
        "upheld  decisions",
        "",
        " upheld",
        "Upheld",
        "{line}",
        "{count}",
        "{",
        "a" * 41,
        "a " * MOST_CHARACTERS + "a",
        "{name} of {name}",
        "word\n",
        "word\x00s",
        "under_score_",
        "{value:x}",
    ],
)
def test_what_is_no_phrase_is_refused(text: str) -> None:
    assert not is_phrase(text)


@given(phrases)
def test_every_phrase_that_is_let_in_is_read_as_words_and_repeats_within_bounds(phrase: str) -> None:
    if not is_phrase(phrase):
        return
    made = pattern(phrase)
    assert most(parser.parse(made)) <= 40
    assert re.compile(made).groups == 0
    assert said(phrase).count("…") == sum(word in BLANKS for word in phrase.split(" "))


def most(parsed: Any) -> int:
    """The largest number of repetitions anywhere in a regular expression."""
    found = 0
    for op, args in parsed:
        if op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            found = max(found, int(args[1]), most(args[2]))
        elif op is ops.BRANCH:
            found = max(found, *(most(branch) for branch in args[1]))
        elif op is ops.SUBPATTERN:
            found = max(found, most(args[-1]))
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            found = max(found, most(args[1]))
    return found


@given(st.text(max_size=80))
def test_whatever_is_printed_becomes_a_phrase_or_nothing(text: str) -> None:
    for word in blanked(text.lower()):
        assert is_phrase(word)


def test_small_words_tell_nothing() -> None:
    assert telling(["of", "the", "{number}", "in"]) == 0
    assert telling(["of", "upheld", "complaints"]) == 2
