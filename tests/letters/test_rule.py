"""A rule: what it may be made of, what it finds, and how it is told."""

from __future__ import annotations

import pytest

from ombudsview.letters.lone import Where
from ombudsview.letters.rule import Anchor, Between, Label, Meeting, Rule, in_words, literals
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

PAGE = """
Outcomes

45% of complaints were settled.

Other figures

12% of complaints were settled late, and 30% of complaints were settled.

Complaints received             41

7
upheld decisions

Our ref: WX/123
"""
TEXT = TextMap(typed_paper(PAGE))
TABLE = """
Complaints received

                 Adult       Housing     Total
                 care
2029/30          4           5           9
2030/31          6           -           6
"""


def found(rule: Rule, text: TextMap = TEXT) -> list[str]:
    return [text.printed(*span) for span in rule.find(text)]


def test_words_around_a_figure_find_every_such_place() -> None:
    assert found(Rule("upheld_rate", Between(after="of complaints were settled"))) == ["45%", "12%", "30%"]
    assert found(Rule("upheld_rate", Between("settled late and", "of complaints"))) == ["30%"]
    assert found(Rule("reference", Between("our ref"))) == ["WX/123"]


def test_a_heading_holds_a_rule_to_what_stands_under_it() -> None:
    rule = Rule("upheld_rate", Between(after="of complaints were settled"), "outcomes", ("other figures",))
    assert found(rule) == ["45%"]


@pytest.mark.parametrize(
    ("label", "where", "figure"),
    [("complaints received", Where.AFTER, "41"), ("upheld decision", Where.ABOVE, "7"), ("upheld", Where.BELOW, None)],
)
def test_a_label_finds_the_figure_on_its_side(label: str, where: Where, figure: str | None) -> None:
    assert found(Rule("received.total", Label(label, where))) == ([figure] if figure else [])


def test_a_table_gives_the_latest_year_and_no_other_row_where_that_has_none() -> None:
    text = TextMap(typed_paper(TABLE))
    assert found(Rule("received.adult_care", Meeting("adult care")), text) == ["6"]
    assert found(Rule("received.housing", Meeting("housing")), text) == []
    assert found(Rule("received.housing", Meeting("housing", "{year}"), "complaints received"), text) == []
    assert found(Rule("received.adult_care", Meeting("children")), text) == []


def test_a_rule_is_for_letters_of_its_kind_or_with_its_marks() -> None:
    plain = Between("our ref")
    assert Rule("reference", plain, kind="psow").suits(TEXT, "psow")
    assert not Rule("reference", plain, kind="psow").suits(TEXT, None)
    assert Rule("reference", plain, marks=("other figures",)).suits(TEXT, None)
    assert not Rule("reference", plain, marks=("annual letter {year}",)).suits(TEXT, None)
    assert not Rule("reference", plain).suits(TEXT, "psow")


@pytest.mark.parametrize(
    ("key", "anchor"),
    [
        ("nothing", Between("words")),
        ("addressees", Between("words")),
        ("upheld_rate", Between()),
        ("upheld_rate", Between("(a+)+")),
        ("upheld_rate", Label("", Where.ABOVE)),
        ("upheld_rate", Meeting("{name}")),
        ("upheld_rate", Meeting("", "row")),
        ("title", Between("words", "words")),
        ("title", Label("words", Where.AFTER)),
    ],
)
def test_what_is_no_rule_cannot_be_made(key: str, anchor: Anchor) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Rule(key, anchor)


def test_headings_and_marks_are_words_and_few() -> None:
    for wrong in (
        {"under": ".*"},
        {"under": "x", "others": ("y",) * 9},
        {"others": ("y",)},
        {"marks": ("[a]",)},
        {"marks": ("a",) * 5},
    ):
        with pytest.raises(ValueError, match=r"\w"):
            Rule("upheld_rate", Between("words"), **wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            Rule("upheld_rate", Between(after="of complaints were settled"), "outcomes"),
            "the percentage before “of complaints were settled”, under the heading “outcomes”",
        ),
        (Rule("investigations", Between("of {number}", "cases")), "the number between “of …” and “cases”"),
        (Rule("letter_date", Between("dated")), "the date after “dated”"),
        (Rule("upheld_decisions", Label("upheld", Where.BEFORE)), "the number to the left of “upheld”"),
        (Rule("title", Label("report", Where.BELOW)), "the line below “report”"),
        (
            Rule("received.housing", Meeting("housing", "{name} city")),
            "the number in the column “housing” and the row “… city”",
        ),
        (
            Rule("received.housing", Meeting("housing")),
            "the number in the column “housing”, in the row of the latest year or else the first",
        ),
    ],
)
def test_a_rule_is_told_in_words(rule: Rule, said: str) -> None:
    assert in_words(rule) == said


def test_what_a_letter_must_hold_for_a_rule_is_known_without_reading_it() -> None:
    rule = Rule("satisfactory_remedies", Between(after="satisfactory remedies were {number}"), "o'garra's", ("other",))
    assert literals(rule) == {"satisfactor", "remed", "ogarra"}
