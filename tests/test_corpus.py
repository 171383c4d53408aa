"""The test letters themselves: every engine prints what the facts say, where the marks say it, and nothing that it should not."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from ombudsview.letters.fields import FIELDS, parse
from tests.letters.corpus import Letter, bundles, engine, letters
from tests.letters.marks import shade, unshade
from tests.letters.readback import leaves, marked
from tests.letters.samples import samples
from tests.letters.truth import answers

LETTERS = tuple(letters(seed=1, count=30))
IDS = [letter.name for letter in LETTERS]


@pytest.mark.parametrize("letter", LETTERS, ids=IDS)
def test_the_marks_read_as_the_facts_say(letter: Letter) -> None:
    said: dict[str, list[str]] = {}
    for leaf in leaves(letter.pdf()):
        for key, stretches in marked(leaf).items():
            said.setdefault(key, []).extend(stretches)
    for key, answer in letter.answers.items():
        if not answer.values:
            assert key not in said
            continue
        words = {word for text in answer.printed for word in text.split()}
        allowed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        assert said[key], key
        for stretch in said[key]:
            assert re.fullmatch(f"({allowed})+", stretch), key


@pytest.mark.parametrize("letter", LETTERS, ids=IDS)
def test_the_canonical_value_is_what_the_program_makes_of_the_printed_text(letter: Letter) -> None:
    for key, answer in letter.answers.items():
        field = FIELDS[key]
        for text in answer.printed if not field.many and key != "authority" else ():
            assert parse(field.unit, text) in answer.values, key


def test_a_seed_gives_the_same_letters_and_another_seed_others() -> None:
    again = tuple(letters(seed=1, count=30))
    assert again == LETTERS
    assert tuple(letters(seed=2, count=30)) != LETTERS


def test_the_letters_cover_both_engines_and_every_edge() -> None:
    assert {letter.engine for letter in LETTERS} == {"drawn", "flowed"}
    assert any(letter.facts.upheld.count == 1234 for letter in LETTERS)
    assert any(letter.facts.upheld.average is None and letter.facts.upheld.rate for letter in LETTERS)
    assert any(len(letter.facts.people) == 2 for letter in LETTERS)
    assert {letter.change for letter in LETTERS} >= {"", "turned-90", "turned-180", "turned-270", "cropped"}


def test_the_web_engine_prints_the_same_facts() -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            engine("web")
    except (ImportError, OSError) as fault:
        pytest.skip(f"WeasyPrint or its libraries are not on this machine: {fault}")
    for letter in LETTERS[:4]:
        web = replace(letter, engine="web")
        said = [stretch for leaf in leaves(web.pdf()) for stretch in marked(leaf).get("upheld_rate", [])]
        assert said == sorted(answers(letter.facts)["upheld_rate"].printed)


def test_bundles_say_on_which_pages_their_letters_stand() -> None:
    for bundle in bundles():
        pages = leaves(bundle.pdf())
        for first, last in bundle.spans():
            marks = [set(marked(leaf)) for leaf in pages[first - 1 : last]]
            assert "letter_date" in marks[0]
            assert sum("letter_date" in keys for keys in marks) == 1
        outside = [n for n in range(len(pages)) if not any(first <= n + 1 <= last for first, last in bundle.spans())]
        assert all(not marked(pages[number]) for number in outside)


@pytest.mark.parametrize(("place", "letter"), tuple(samples()), ids=lambda part: getattr(part, "name", None))
def test_the_samples_are_what_the_facts_typeset(place: Path, letter: Letter) -> None:
    printed = [[glyph.text for glyph in leaf.glyphs] for leaf in leaves(place.read_bytes())]
    assert printed == [[glyph.text for glyph in leaf.glyphs] for leaf in leaves(letter.pdf())]
    assert place.stat().st_size < 60_000


def test_every_field_has_a_shade_of_its_own() -> None:
    for key in FIELDS:
        assert unshade(shade(key)) == (key, False)
        assert unshade(shade(key, in_block=True)) == (key, True)
    assert unshade((0, 0, 0)) == (None, False)
