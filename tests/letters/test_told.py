"""What the prose of the old letters tells of the number of complaints received, in digits and in words."""

from __future__ import annotations

import pytest

from ombudsview.letters.told import received, spoken_of
from ombudsview.paper.text import TextMap
from tests.paper.handmade import typed_paper


def told(page: str) -> list[str]:
    text = TextMap(typed_paper(page))
    return [text.printed(*span) for span in received(text)]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("We received 86 complaints against your council in the year, 9 more than last year.", "86"),
        ("I received a total of seven complaints about your council.", "seven"),
        ("Our advisers received 1,299 enquiries and complaints in all.", "1,299"),
        ("Your council was the subject of nine complaints to my office.", "nine"),
        ("The number of complaints that reached us was 121. Of these 4 were about one road.", "121"),
        ("There were 40 complaints.", "40"),
        ("In the year 36 new complaints were received.", "36"),
        ("We dealt with 31\ncomplaints in 2006.", "31"),
    ],
)
def test_sentences_that_tell_the_total(sentence: str, number: str) -> None:
    assert told(sentence) == [number]


@pytest.mark.parametrize(
    "sentence",
    [
        "Last year we received 80 complaints.",
        "Across the country we received 18,355 complaints.",
        "We settled four complaints locally.",
        "We sent 9 complaints back as premature.",
        "The number of complaints rose by 5%.",
        "We have taught 1,024 officers so far.",
        "We issued no reports this year.",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert told(sentence) == []


def test_the_paragraph_under_the_heading_is_looked_at_for_any_number() -> None:
    page = (
        "Training\n\nWe have taught 1,024 officers.\n\nComplaints received\n\nVolume\n\n"
        "In 2006/07 your figure stood at three, with 17 cases of housing.\n\nFour were old."
    )
    text = TextMap(typed_paper(page))
    assert [text.printed(*span) for span in spoken_of(text)] == ["three", "17"]


def test_without_the_heading_nothing_is_looked_at() -> None:
    assert (
        list(spoken_of(TextMap(typed_paper("Training\n\nWe have taught 1,024 officers so far, in many places.")))) == []
    )


def test_the_paragraph_ends_before_the_next_heading_where_a_scan_has_them_in_one_block() -> None:
    page = (
        "Enquiries and complaints received\n"
        "Over the twelve months to 31 March 2010 two contacts came to our advisers about you, both\n"
        "on housing.\nDecisions on complaints\nWe settled 1 of 16 complaints, and closed the others without more ado here."
    )
    text = TextMap(typed_paper(page))
    assert len({line.block for line in text.lines}) == 1
    assert [text.printed(*span) for span in spoken_of(text)] == ["two"]
