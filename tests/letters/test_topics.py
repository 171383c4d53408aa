"""A remark is told by its topics, and only where it speaks of something that this authority did."""

from __future__ import annotations

import pytest

from ombudsview.letters.topics import HINTS, TOPICS, labels, of_all
from tests.letters.test_remarks import LATE, PLAIN, PRAISE


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


def test_topics_of_several_remarks_are_told_once_each() -> None:
    assert [topic.name for topic in of_all((PRAISE, LATE, LATE, PLAIN))] == ["late_remedy", "praise"]
    assert [topic.name for topic in TOPICS if not topic.asks] == ["praise"], "praise asks for nothing"


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_every_topic_has_a_hint(topic: object) -> None:
    """A block without a hint is not looked at, so that each way to name a topic must hold one."""
    words = {
        "public_report": "public report",
        "late_remedy": "on time remedy",
        "poor_handling": "poorly",
        "praise": "pleased",
    }
    found = words[topic.name]  # type: ignore[attr-defined]
    assert topic.pattern.search(found)  # type: ignore[attr-defined]
    assert any(hint in found for hint in HINTS)
