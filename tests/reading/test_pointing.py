"""Pointing at words on a page: which place that is, and what rule it teaches for letters of other figures and typesetting."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.letters.rule import in_words
from ombudsview.paper import extract
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.identify import find_letters
from ombudsview.reading.model import Source
from ombudsview.reading.pointing import span_of, teach
from ombudsview.reading.read import read_letters
from ombudsview.reading.taught import by_rules
from tests.letters.corpus import Letter, letters
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, HEADER, LETTER, changed, field, letter

KEYS = ("upheld_rate", "upheld_decisions", "investigations", "compliance_rate", "satisfactory_remedies", "remedy_rate")
LETTERS = tuple(letters(seed=5, count=14))


@cache
def paper_of(one: Letter) -> Paper:
    data = one.pdf()
    document = extract.open_pdf(data, None)
    try:
        return extract.extract(document, hashlib.sha256(data).hexdigest())
    finally:
        document.close()


def pointed(paper: Paper, page: int, *words: str) -> Source:
    """The first words on a page that read so, as the officer would point at them."""
    all_words = paper.sheets[page - 1].words
    texts = [word.text for word in all_words]
    at = next(n for n in range(len(texts)) if texts[n : n + len(words)] == list(words))
    return Source(page, tuple(word.box for word in all_words[at : at + len(words)]), " ".join(words))


@pytest.mark.parametrize(
    ("words", "unit", "printed"),
    [
        (("57%",), Unit.PERCENT, "57%"),
        (("57%", "of"), Unit.PERCENT, "57%"),
        (("31/03/20",), Unit.DATE, "31/03/20"),
        (("7", "detailed"), Unit.COUNT, "7"),
        (("1", "April", "2019", "to"), Unit.DATE, "1 April 2019"),
        (("Complaints", "upheld"), Unit.TEXT, "Complaints upheld"),
        (("Complaints", "upheld"), Unit.COUNT, None),
        (("1", "April", "2019"), Unit.COUNT, None),
    ],
)
def test_the_words_pointed_at_are_the_figure_or_hold_one(
    words: tuple[str, ...], unit: Unit, printed: str | None
) -> None:
    text = TextMap(letter(header=HEADER))
    span = span_of(text, pointed(text.paper, 2, *words), unit)
    assert (text.printed(*span) if span else None) == printed


def test_a_place_without_words_teaches_nothing() -> None:
    paper = letter()
    assert teach(paper, "upheld_rate", Source(1, (Box(0, 0, 1, 1),), "57%")) == ()
    assert teach(paper, "upheld_rate", Source(9, (), "57%")) == ()


def test_a_rule_is_for_the_letters_layout_and_names_nobody() -> None:
    settled = changed(
        BLOCKS, {"57% of complaints we investigated were upheld.": "57% went well for Wraxmere District Council."}
    )
    paper = typed_paper(LETTER, settled)
    rules = teach(paper, "upheld_rate", pointed(paper, 2, "57%"))
    assert {rule.kind for rule in rules} == {"measures-2019"}
    assert "wraxmere" not in " ".join(in_words(rule) for rule in rules)
    other = typed_paper(
        LETTER, changed(settled, {"57% went well for Wraxmere District": "31% went well for Greater Saltby"})
    )
    [one] = read_letters(other, rules[:1])
    assert field(one, "upheld_rate").value == "31"


def test_in_an_unknown_layout_a_rule_is_known_by_title_and_sender() -> None:
    paper = typed_paper("Local Government Ombudsman\n\nYearly report\n\nAnnual report 2031\n\nWe settled 9 disputes.")
    [rule, *_] = teach(paper, "upheld_decisions", pointed(paper, 1, "9"))
    assert rule.kind is None
    assert rule.marks == ("annual report {year}", "local government ombudsman")


@pytest.mark.parametrize("source", [0, 1, 4])
def test_a_rule_learnt_on_one_letter_finds_the_place_in_others_or_nothing(source: int) -> None:
    teacher = paper_of(LETTERS[source])
    [reading] = read_letters(teacher)
    right = 0
    for key in KEYS:
        shipped = reading.field(key)
        if shipped is None or not shipped.sources:
            continue
        rules = teach(teacher, key, shipped.sources[0])
        assert rules, key
        for other in LETTERS:
            text = find_letters(paper_of(other))[0].text
            found = by_rules(None, text, rules[:1])
            if found is not None:
                assert found.value in other.answers[key].values or found.doubts, (key, other.name, in_words(rules[0]))
                right += 1
    assert right > len(LETTERS)


def test_every_field_of_a_letter_can_be_taught_from_its_place_exactly() -> None:
    paper = paper_of(LETTERS[1])
    [reading] = read_letters(paper)
    text = find_letters(paper)[0].text
    for read in reading.fields:
        if FIELDS[read.key].many or not read.sources:
            continue
        for rule in teach(paper, read.key, read.sources[0]):
            [span] = rule.find(text)
            assert text.printed(*span) == read.printed
