"""Reading with the officer's rules: after the program's own finders, or instead; hand edits stay as they are."""

from __future__ import annotations

from ombudsview.letters.rule import Between, Rule
from ombudsview.reading.model import ReaderState, Reading
from ombudsview.reading.read import read_letters
from ombudsview.review.review import Review
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, LETTER, changed, field

KIND = "measures-2019"
SETTLED = changed(
    BLOCKS, {"57% of complaints we investigated were upheld.": "57% of the cases ended for the complainant."}
)
RULE = Rule("upheld_rate", Between(after="of the cases ended"), "complaints upheld", kind=KIND)


def read(blocks: str, *rules: Rule, front: str = LETTER) -> Reading:
    [one] = read_letters(typed_paper(front, blocks), rules)
    return one


def test_a_rule_reads_what_the_finders_do_not_find() -> None:
    before, after = field(read(SETTLED), "upheld_rate"), field(read(SETTLED, RULE), "upheld_rate")
    assert (before.value, before.state) == (None, ReaderState.LOOK_HERE)
    assert (after.value, after.printed, after.state, after.doubts) == ("57", "57%", ReaderState.TO_CHECK, ())
    assert after.reason == (
        "Read by your own rule: the percentage before “of the cases ended”, under the heading “complaints upheld”."
    )
    assert after.sources[0].text == "57%"


def test_everything_else_is_read_as_without_it() -> None:
    before, after = read(SETTLED), read(SETTLED, RULE)
    assert [one.key for one in after.fields] == [one.key for one in before.fields]
    assert [one for one in after.fields if one.key != "upheld_rate"] == [
        one for one in before.fields if one.key != "upheld_rate"
    ]


def test_a_rule_gives_way_to_the_finders_unless_it_was_chosen_instead() -> None:
    words = Between(after="in similar authorities")
    for instead, value in ((False, "57"), (True, "45")):
        rule = Rule(
            "upheld_rate",
            words,
            "complaints upheld",
            ("compliance with ombudsman recommendations",),
            KIND,
            instead=instead,
        )
        found = field(read(BLOCKS, rule), "upheld_rate")
        assert found.value == value
        assert (found.reason is not None) is instead
        assert ("rule_differs" in [doubt.code for doubt in found.doubts]) is instead
        assert (found.state is ReaderState.LOOK_HERE) is instead
        assert {source.text for source in found.sources} == {f"{value}%"}, "no place of another value is this one's"
        told = [one.sentence for one in found.doubts if one.code == "rule_differs"]
        assert all("57% would be read on page 2" in one for one in told)


def test_a_rule_that_finds_nothing_leaves_what_was_read() -> None:
    rule = Rule("upheld_rate", Between(after="of something else"), kind=KIND, instead=True)
    assert read(BLOCKS, rule) == read(BLOCKS)


def test_a_rule_for_other_letters_is_not_asked() -> None:
    assert read(SETTLED, Rule(RULE.key, RULE.anchor, kind="psow")) == read(SETTLED)
    assert read(SETTLED, Rule(RULE.key, RULE.anchor)) == read(SETTLED)


def test_places_that_disagree_are_both_kept_and_doubted() -> None:
    both = Rule("upheld_rate", Between(after="in similar authorities"), kind=KIND, instead=True)
    found = field(read(BLOCKS, both), "upheld_rate")
    assert [doubt.code for doubt in found.doubts if doubt.code == "printed_twice"] == ["printed_twice"]
    assert found.state is ReaderState.LOOK_HERE
    assert len(found.sources) > 2


def test_a_value_by_a_rule_is_checked_like_any_other() -> None:
    wrong = changed(SETTLED, {"57% of the cases": "99% of the cases"})
    assert [doubt.code for doubt in field(read(wrong, RULE), "upheld_rate").doubts] == ["upheld_rate"]


def test_an_unknown_layout_is_read_by_rules_before_suggestions() -> None:
    page = "Annual letter 2031\n\nUpheld decisions: 12\n\nWe settled 9 disputes for the people."
    suggested = field(read(page, front="Minutes"), "upheld_decisions")
    assert (suggested.value, suggested.state) == ("12", ReaderState.LOOK_HERE)
    assert [doubt.code for doubt in suggested.doubts] == ["suggested"]
    assert suggested.reason is None
    rule = Rule("upheld_decisions", Between("we settled", "disputes"), marks=("annual letter {year}",))
    taught = field(read(page, rule, front="Minutes"), "upheld_decisions")
    assert (taught.value, taught.state, taught.doubts) == ("9", ReaderState.TO_CHECK, ())
    other = Rule("upheld_decisions", rule.anchor, marks=("annual report",))
    assert field(read(page, other, front="Minutes"), "upheld_decisions") == suggested


def test_suggestions_that_do_not_add_up_say_so() -> None:
    one = read("Upheld decisions: 12\n\nDetailed investigations: 10\n\nUphold rate: 50%", front="Minutes")
    assert {"unknown_kind", "suggested", "more_than_all"} <= {doubt.code for doubt in one.doubts}


def test_reading_again_with_a_rule_leaves_hand_edits_as_they_are() -> None:
    first = Review(read(SETTLED), "letter", who="A. Officer", clock=lambda: "2031-05-03T10:00:00+00:00")
    first.correct("upheld_rate", "56%")
    first.agree("investigations")
    again = Review(read(SETTLED, RULE), "letter", who="A. Officer", clock=lambda: "", events=first.events)
    assert again.field("upheld_rate").value == "56"
    assert again.field("upheld_rate").read.value == "57"
    assert again.field("investigations").answer == first.field("investigations").answer
    assert again.events == first.events
