"""From the place pointed at to rules: each finds that place and nothing else, and finds the same in other letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ombudsview.letters.derive import derive
from ombudsview.letters.find import Span
from ombudsview.letters.rule import Between, Label, Meeting, in_words
from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, sheet, typed, typed_paper
from tests.reading.made import BLOCKS, LETTER, letter

TABLE = """
By subject

                  Adult       Planning and    Total
                  care        building
                              control
{name}            {a:<12}{b:<16}{c}

Decisions

                  Upheld      Not upheld      Total
{name}            {d:<12}{e:<16}{f}
"""


def text_of(*pages: str) -> TextMap:
    return TextMap(typed_paper(*pages))


def place(text: TextMap, pattern: str, number: int = 0) -> Span:
    return list(re.finditer(pattern, text.text))[number].span(1)


@pytest.mark.parametrize(
    ("key", "pattern", "number", "told"),
    [
        ("upheld_rate", r"(57%)", 0, "before “of complaints we investigated"),
        ("upheld_decisions", r"(4)\nupheld", 0, "above “upheld decisions”"),
        ("compliance_outcomes", r"total of (3)", 0, "between “statistics are based on a total of”"),
        ("remedy_rate_similar", r"average of (\d+%)", 2, "under the heading “satisfactory remedies provided by"),
        ("letter_date", r"(22 july 2020)", 0, "“by email”"),
    ],
)
def test_every_rule_finds_the_place_and_nothing_else(key: str, pattern: str, number: int, told: str) -> None:
    text = TextMap(letter())
    span = place(text, pattern, number)
    rules = derive(text, span, key, kind="measures-2019")
    assert rules
    assert told in in_words(rules[0])
    assert all(rule.find(text) == (span,) and rule.kind == "measures-2019" for rule in rules)
    assert len(set(rules)) == len(rules)


def test_a_cell_is_found_by_its_column_in_other_letters() -> None:
    ours = text_of(TABLE.format(name="Wraxmere", a=12, b=9, c=21, d=3, e=4, f=7))
    theirs = text_of(TABLE.format(name="Saltby", a="-", b=1204, c=1204, d=0, e=44, f=44))
    for key, pattern, expected in (
        ("received.planning_and_building_control", r"(?<!\d)(9)\n", ["1204"]),
        ("received.adult_care", r"(?<!\d)(12)\n", []),
        ("decided.not_upheld", r"(?<!\d)(4)\n", ["44"]),
        ("received.total", r"(?<!\d)(21)\n", ["1204"]),
    ):
        [first, *_] = derive(ours, place(ours, pattern), key, names=["Wraxmere"])
        assert isinstance(first.anchor, Meeting)
        assert "wraxmere" not in in_words(first)
        assert [theirs.printed(*span) for span in first.find(theirs)] == expected, key


def test_figures_and_names_of_the_letter_do_not_get_into_a_rule() -> None:
    text = text_of("In 2030 Wraxmere had 12 complaints, of which we upheld 7 on 3 May 2031 for Wraxmere.")
    rules = derive(text, place(text, r"(7)"), "upheld_decisions", names=["Wraxmere"])
    assert rules
    for rule in rules:
        assert not re.search(r"\d|wraxmere|may", in_words(rule))
    other = text_of(
        "In 2034 Royal\nSaltby had 1,212 complaints, of which we upheld 99 on 4 June 2035\nfor Royal Saltby."
    )
    assert [other.printed(*span) for span in rules[0].find(other)] == ["99"]


def test_where_nothing_tells_the_place_there_is_no_rule() -> None:
    text = text_of("7")
    assert derive(text, (0, 1), "upheld_decisions") == ()
    twice = text_of("7 of the\n\n7 of the")
    assert derive(twice, (0, 1), "upheld_decisions") == ()


def test_what_is_no_value_of_the_field_gives_no_rule() -> None:
    text = text_of("We upheld many complaints. Addressed to Mr Alder")
    assert derive(text, place(text, r"(many)"), "upheld_decisions") == ()
    assert derive(text, place(text, r"(mr alder)"), "addressees") == ()


def test_text_is_taken_to_the_end_of_its_line_or_by_the_line_above() -> None:
    text = text_of("Your reference: WX/123\n\nReport for\nWraxmere Council\n\nmore")
    [rule, *_] = derive(text, place(text, r"(wx/123)"), "reference")
    assert isinstance(rule.anchor, Between)
    assert any(isinstance(rule.anchor, Label) for rule in derive(text, place(text, r"(wraxmere council)"), "authority"))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_gives_the_same_rules(turn: int) -> None:
    upright = TextMap(paper(sheet(typed(BLOCKS))))
    turned = TextMap(paper(sheet(typed(BLOCKS), turn=turn)))
    span = place(upright, r"(4)\nupheld")
    rules = derive(upright, span, "upheld_decisions")
    assert derive(turned, span, "upheld_decisions") == rules


@settings(max_examples=25)
@given(figure=st.integers(0, 99_999), size=st.floats(8, 40), x=st.floats(40, 200), gap=st.floats(2, 14))
def test_a_rule_learnt_once_finds_any_figure_in_any_size(figure: int, size: float, x: float, gap: float) -> None:
    learnt = TextMap(paper(sheet(laid("31", 40, 100, size=30), laid("settled cases", 40, 140))))
    rules = derive(learnt, (0, 2), "upheld_decisions")
    assert rules
    number = laid(f"{figure:,}", x, 100, size=size)
    label = laid("settled cases", x, 100 + 1.2 * size + gap)
    other = TextMap(paper(sheet(number, label, typed(LETTER, y=300), height=1400)))
    found = [other.printed(*span) for rule in rules[:1] for span in rule.find(other)]
    assert found == [f"{figure:,}"]
