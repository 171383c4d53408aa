"""Rules as data: round trips, and files and bytes that mean harm."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ombudsview.errors import Trouble
from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.letters.lone import Where
from ombudsview.letters.phrase import BLANKS
from ombudsview.letters.rule import Between, Label, Meeting, Rule
from ombudsview.reading import rule_data

RULE = Rule("upheld_rate", Between(after="of complaints were settled"), "outcomes", ("other figures",), kind="psow")
WHEN = "2031-05-03T10:00:00+00:00"

figures = st.sampled_from(sorted(key for key, field in FIELDS.items() if field.unit is not Unit.TEXT))
words = st.lists(
    st.sampled_from(["upheld", "cases", "per", "2nd", "o'garra", *sorted(set(BLANKS) - {"{name}"})]), min_size=1
)
phrases = words.map(lambda some: " ".join(some[:8]))
plain = st.sampled_from(["adult care", "total", "benefits & tax".replace("& ", "")])
anchors = st.one_of(
    st.builds(Between, before=phrases, after=st.one_of(st.just(""), phrases)),
    st.builds(Label, words=phrases, where=st.sampled_from(Where)),
    st.builds(Meeting, column=plain, row=st.one_of(st.just(""), phrases)),
)
rules = st.builds(
    Rule,
    key=figures,
    anchor=anchors,
    under=phrases,
    others=st.lists(phrases, max_size=3).map(tuple),
    kind=st.one_of(st.none(), st.just("psow")),
    marks=st.lists(phrases, max_size=2).map(tuple),
    instead=st.booleans(),
)


@given(rules)
def test_a_rule_comes_back_as_it_went(rule: Rule) -> None:
    assert rule_data.from_json(rule_data.to_json(rule, WHEN)) == (rule, WHEN)
    assert rule_data.unpack(rule_data.pack((rule, RULE))) == (rule, RULE)
    assert rule_data.imported(rule_data.export((rule, RULE, rule))) == tuple(dict.fromkeys((rule, RULE)))


def test_no_rules_are_no_bytes() -> None:
    assert rule_data.pack(()) == b""
    assert rule_data.unpack(b"") == ()


def test_the_file_can_be_read_by_people() -> None:
    said = json.loads(rule_data.to_json(RULE, WHEN))
    assert said == {
        "format": 1,
        "made": WHEN,
        "rule": {
            "field": "upheld_rate",
            "says": "the percentage before “of complaints were settled”, under the heading “outcomes”",
            "words": {"before": "", "after": "of complaints were settled"},
            "under": "outcomes",
            "others": ["other figures"],
            "layout": "psow",
        },
    }
    assert rule_data.to_json(RULE, WHEN).count(b"\n") > 10


def test_a_name_tells_what_a_rule_says_and_not_when_it_is_asked() -> None:
    again = Rule(RULE.key, RULE.anchor, RULE.under, RULE.others, RULE.kind, instead=True)
    other = Rule(RULE.key, RULE.anchor, "others", kind="psow")
    assert rule_data.rule_name(again) == rule_data.rule_name(RULE)
    assert rule_data.rule_name(other) != rule_data.rule_name(RULE)
    assert "/" not in rule_data.rule_name(RULE)


def given_rule(**changes: Any) -> dict[str, Any]:
    """An export's one rule with some members changed; None takes a member away."""
    said = json.loads(rule_data.export((RULE,)))["rules"][0] | changes
    return {key: value for key, value in said.items() if value is not None}


def export_of(*some: object, **changes: object) -> bytes:
    return json.dumps({"format": 1, "what": "rules for OmbudsView", "rules": some} | changes).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"words": {"before": "(a+)+$", "after": ""}},
        {"words": {"before": ".*", "after": ""}},
        {"words": {"before": "a|b", "after": ""}},
        {"words": {"before": "", "after": ""}},
        {"words": {"before": "upheld " * 30, "after": ""}},
        {"words": {"before": "{line}", "after": ""}},
        {"words": {"before": "{name} {name}", "after": ""}},
        {"words": {"before": 7, "after": ""}},
        {"words": None},
        {"label": {"words": "two anchors", "where": "above"}},
        {"words": None, "label": {"words": "upheld", "where": "somewhere"}},
        {"words": None, "table": {"column": "[a-z]", "row": ""}},
        {"field": "no_such_field"},
        {"field": "addressees"},
        {"field": "__class__"},
        {"under": "(?R)"},
        {"under": "x" * 10_000},
        {"others": ["other"] * 100},
        {"others": [".+"]},
        {"marks": ["a{1,9999}"]},
        {"layout": "x" * 1000},
        {"layout": ""},
        {"run": "os.system"},
        {"instead": "yes"},
    ],
)
def test_a_rule_that_is_none_is_refused(changes: dict[str, Any]) -> None:
    good, bad = given_rule(), given_rule(**changes)
    assert rule_data.imported(export_of(good)) == (RULE,)
    for content in (export_of(bad), export_of(good, bad)):
        with pytest.raises(Trouble) as caught:
            rule_data.imported(content)
        assert caught.value.code == "rule_refused"
        assert "again" in caught.value.sentence


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"\xff\xfe",
        b"{" * 100_000,
        b"[" * 100_000,
        export_of(what="something else"),
        export_of(*[given_rule()] * (rule_data.MOST_RULES + 1)),
        export_of(given_rule(), more=1),
        b" " * (rule_data.LONGEST_EXPORT + 1),
        rule_data.to_json(RULE, WHEN),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(Trouble) as caught:
        rule_data.imported(content)
    assert caught.value.code == "rule_refused"


def test_a_later_format_is_said_to_be_one() -> None:
    with pytest.raises(Trouble) as caught:
        rule_data.imported(export_of(format=2))
    assert caught.value.code == "rule_newer"


@given(st.binary(max_size=200))
def test_bytes_that_are_no_rules_are_refused(data: bytes) -> None:
    found: tuple[Rule, ...] = ()
    with contextlib.suppress(Trouble):
        found = rule_data.unpack(data)
    assert rule_data.unpack(rule_data.pack(found)) == found
