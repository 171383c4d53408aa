"""What stands beside the finders' answers: prose that agrees or does not, and wordings that nobody has seen."""

from __future__ import annotations

import pytest

from ombudsview.letters.annual_letter_2006 import ANNUAL_LETTER_2006
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import FieldReading, ReaderState
from ombudsview.reading.read import read_letters
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, changed, field, letter, reading

FRONT = """
The Local Government Ombudsman's
Annual Letter
Wraxmere District Council
for the year ended 31 March 2008

18 June 2008

Annual Letter 2007/08 - Introduction

Complaints received

Volume

{prose}

J R White
Local Government Ombudsman
"""
TABLES = """
LOCAL AUTHORITY REPORT - Wraxmere        For the period ending 31/03/2008

Complaints received by subject area

                       Housing   Other   Total
01/04/07 - 31/03/08       5        4       9

Decisions

                       MI reps   LS    Total excl premature   Total
01/04/07 - 31/03/08       5       4             9               9

Response times

                       No. of First Enquiries   Avg no. of days to respond
01/04/07 - 31/03/08              7                        30.5
"""


def old(prose: str) -> Paper:
    return typed_paper(FRONT.format(prose=prose), TABLES)


def total(prose: str) -> FieldReading:
    one = reading(old(prose))
    assert one.kind == ANNUAL_LETTER_2006.key
    return field(one, "received.total")


@pytest.mark.parametrize("number", ["9", "nine"])
def test_prose_that_agrees_is_a_second_place(number: str) -> None:
    found = total(f"We received {number} complaints against your council in the year.")
    assert (found.value, found.printed, found.state, found.doubts) == ("9", "9", ReaderState.TO_CHECK, ())
    assert [(source.page, source.text) for source in found.sources] == [(2, "9"), (1, number)]


@pytest.mark.parametrize("number", ["12", "seven"])
def test_prose_that_disagrees_is_said_and_the_tables_figure_kept(number: str) -> None:
    found = total(f"We received {number} complaints against your council in the year.")
    assert (found.value, found.state) == ("9", ReaderState.LOOK_HERE)
    assert [(source.page, source.text) for source in found.sources] == [(2, "9"), (1, number)]
    [doubt] = found.doubts
    assert doubt.code == "prose"
    assert doubt.sentence.endswith(f"is printed as 9 on page 2; the prose on page 1 says {number}.")


def test_one_sentence_that_agrees_is_enough() -> None:
    found = total("We received four complaints in the spring. In all we received nine complaints.")
    assert found.doubts == ()
    assert found.sources[1].text == "nine"


def test_prose_in_words_that_nobody_has_seen() -> None:
    assert [doubt.code for doubt in total("Eleven of your citizens came to us in the year that ended.").doubts] == [
        "prose"
    ]
    assert total("Nine of your citizens came to us, four of them about bins.").doubts == ()
    assert total("Fewer of your citizens came to us than in the year before this.").doubts == ()


def test_where_there_is_no_table_the_prose_is_taken_and_doubted() -> None:
    pages = typed_paper(
        FRONT.format(prose="We received 12 complaints against your council."),
        TABLES.replace("       5        4       9", "").replace("Housing   Other   Total", ""),
    )
    found = field(reading(pages), "received.total")
    assert (found.value, found.sources[0].page) == ("12", 1)
    assert [doubt.code for doubt in found.doubts] == ["loose_words", "unread_table"]


LOOSE = {
    "In 100% of cases we were satisfied the authority had successfully implemented our recommendations.": (
        "The authority carried out what we recommended in 100% of cases."
    ),
    "This compares to an average of 99% in similar authorities.": "For councils of its type the usual figure is 99%.",
}


def test_a_wording_that_nobody_has_seen_is_read_and_doubted() -> None:
    one = reading(letter(blocks=changed(BLOCKS, LOOSE)))
    for key, value in (("compliance_rate", "100"), ("compliance_rate_similar", "99")):
        found = field(one, key)
        assert (found.value, found.state, found.printed) == (value, ReaderState.LOOK_HERE, f"{value}%")
        assert [doubt.code for doubt in found.doubts] == ["loose_words"]
    assert field(one, "upheld_rate").doubts == ()


def test_two_figures_that_could_be_meant_are_none() -> None:
    page = changed(BLOCKS, LOOSE).replace("in 100% of cases.", "in 100% of cases. It carried out 50% late.")
    found = field(reading(letter(blocks=page)), "compliance_rate")
    assert found.value is None
    assert found.state is ReaderState.LOOK_HERE


def test_figures_behind_the_letter_are_none_of_its() -> None:
    gone = dict.fromkeys(LOOSE, "")
    document = letter(blocks=changed(BLOCKS, gone))
    minutes = typed_paper("Minutes\n\nWhat was recommended was carried out in 12% of cases.").sheets
    [one] = read_letters(Paper(document.sha256, (*document.sheets, *minutes)))
    assert field(one, "compliance_rate").value is None


def test_no_rate_is_looked_for_where_its_block_is_not_there() -> None:
    """A note on later pages may have a figure and the right words."""
    gone = "Satisfactory remedies provided by the authority\n\nWhat was put right before counts as upheld, 100% of it."
    page = BLOCKS[: BLOCKS.index("Satisfactory remedies")] + gone
    assert field(reading(letter(blocks=page)), "remedy_rate").value is None
