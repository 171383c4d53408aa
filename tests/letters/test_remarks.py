"""Remarks are the paragraphs about this authority; the year's standard wording is none."""

from __future__ import annotations

import pytest

from ombudsview.letters.remarks import fingerprint, is_standard, remarks, sentences, topics
from ombudsview.letters.standard_wording import SENTENCES
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper

LATE = "During the year your Council agreed to our recommendations in four cases but carried them out late in three of them."
PRAISE = "I am pleased that your officers were quick to answer us and have put things right in the year before we asked them to."
PLAIN = "We want to give people the most useful information that we can and have changed how we show it in several ways now."


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
    assert topics(paragraph.lower()) == names


def test_only_the_paragraph_about_this_authority_is_a_remark() -> None:
    text = TextMap(typed_paper(f"{PLAIN}\n\n{LATE}\n\n{PLAIN}"))
    assert [text.printed(*span) for span in remarks(text)] == [LATE]


def test_standard_wording_is_no_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    known = frozenset(fingerprint(one) for one in sentences(LATE.lower()))
    monkeypatch.setattr("ombudsview.letters.remarks.SENTENCES", known)
    assert is_standard(LATE.lower())
    assert not list(remarks(TextMap(typed_paper(f"{PLAIN}\n\n{LATE}"))))


def test_a_fingerprint_holds_whatever_the_figures_and_capitals() -> None:
    assert fingerprint("We trained 12 people, in 2020.") == fingerprint("we trained 1,400 people in 2021")
    assert fingerprint("We trained people in London.") != fingerprint("We trained people in Leeds.")


def test_the_fingerprints_are_there() -> None:
    assert len(SENTENCES) > 30
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in SENTENCES)
