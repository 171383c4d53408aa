"""A remark is told by its topics, and only where it speaks of something that this authority did."""

from __future__ import annotations

import pytest

from ombudsview.letters.topics import ADDRESSED, TOPICS, labels, of_all, speaks_of_it, topics, touched
from tests.letters.test_remarks import LATE, PLAIN, PRAISE

WORDS = {
    "public_report": (
        "issued a report",
        "a report was published",
        "ended in a formal report",
        "made it public in a report",
    ),
    "late_remedy": (
        *("on time remedy", "delays in carrying out", "not done in time as promised", "the agreed sum was overdue"),
        *("apologised only after a reminder", "completed the review past the deadline", "slow to implement it"),
    ),
    "poor_handling": (
        *(
            "poorly",
            "disappointed",
            "i am concerned",
            "cause for concern",
            "failed to respond",
            "had not replied",
            "slow to reply",
        ),
        *(
            "a late answer",
            "replies were incomplete",
            "papers were missing",
            "no answer",
            "witness summons",
            "badly handled",
        ),
        *("had to warn", "missed our deadline", "response times outside our target", "mishandled", "unsatisfactory"),
    ),
    "praise": (
        *(
            "pleased that",
            "welcome the steps",
            "good to see",
            "thank",
            "prompt",
            "helpful",
            "constructive",
            "appreciate",
        ),
        *("commend", "grateful", "excellent", "courteous", "glad to hear", "encouraging that", "exemplary"),
    ),
}
"""Ways to name each topic, of many families of words."""


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        (LATE, ("late remedy",)),
        (PRAISE, ("praise",)),
        (
            "In one case your authority failed to respond to us, so we issued a public report about it.",
            ("public report", "poor handling"),
        ),
        (PLAIN, ()),
        ("Failure to comply with our recommendations is rare. Councils that were late should look at why.", ()),
    ],
)
def test_what_a_remark_is_about(paragraph: str, names: tuple[str, ...]) -> None:
    assert labels(paragraph) == names


def test_a_feeling_is_about_what_the_sentence_names() -> None:
    assert labels("It is disappointing that your council was late with three of the remedies.") == ("late remedy",)
    assert labels("It is disappointing that your council was not ready in two cases.") == ("poor handling",)


@pytest.mark.parametrize(
    "name", ["Wraxmere District Council", "King\u2019s Harrow Borough Council", "the City of Fenholme"]
)
def test_a_remark_that_only_names_the_authority_has_its_topics(name: str) -> None:
    assert labels(f"The work of {name} is excellent.") == ("praise",)


def test_topics_of_several_remarks_are_told_once_each() -> None:
    assert [topic.name for topic in of_all((PRAISE, LATE, LATE, PLAIN))] == ["late_remedy", "praise"]
    assert [topic.name for topic in TOPICS if not topic.asks] == ["praise"], "praise asks for nothing"


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, some in WORDS.items() for words in some])
def test_every_way_to_name_a_topic_is_known(name: str, words: str) -> None:
    assert name in {topic.name for topic in touched(words)}


@pytest.mark.parametrize(
    "paragraph",
    [
        "In two cases Wraxmere District Council had been slow to reply to us.",
        "Some replies were incomplete. We told Wraxmere District\nCouncil so.",
        "I am concerned that your Council's answers are often late. In three cases they took ten weeks.",
        "Your Council's response time was outside our target in the year that this letter covers.",
        "I was pleased that the Council had settled two complaints so soon.",
        "One investigation ended in a public report, which came out in March. It was about a school in your county.",
    ],
)
def test_the_authority_is_spoken_of_by_name_as_yours_and_as_the_council(paragraph: str) -> None:
    assert speaks_of_it(paragraph, ("wraxmere district council",))
    words = paragraph.lower()
    assert any(one in words for one in (*ADDRESSED, "wraxmere")), "a block without these is not looked at"
    assert topics(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "In two cases Barrowmere Borough Council had been slow to reply to us.",
        "I am pleased to send you my letter about your council, which we finished in June.",
        "I welcome this opportunity to write about your council's year. You had 12 complaints.",
        "I should be grateful if your council answered in time. In four cases it did.",
        "Four of the complaints against your council concerned housing, and three were about credits.",
        "In nine cases authorities failed to reply in time. Your members may wish to ask about yours.",
        "Our map was visited by 2,300 people this year. It shows public reports; your committee may want to see them.",
        "I issued no reports about your council this year. None of the cases ended in a report.",
        "We did not publish a report about your council this year, nor had we done so before.",
        "Please tell your officers of the helpful guide that we published in May.",
        "Where your council is late with a remedy, that is disappointing. In three cases it was so.",
    ],
)
def test_what_is_no_remark_about_this_authority(paragraph: str) -> None:
    assert not speaks_of_it(paragraph, ("wraxmere district council",))


def test_no_pattern_runs_on_without_end() -> None:
    """A hostile letter of one long sentence would else take time by the square of its length."""
    patterns = [topic.pattern.pattern for topic in TOPICS] + [topic.denied.pattern for topic in TOPICS if topic.denied]
    assert not [pattern for pattern in patterns if ".*" in pattern or ".+" in pattern]
    late = "It was late " + "and " * 30 + "before the remedy came."
    assert "late_remedy" in {topic.name for topic in touched(late)}
    assert "late_remedy" not in {topic.name for topic in touched(late.replace("and ", "and more than that "))}
