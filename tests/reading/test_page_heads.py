"""Pages of statistics that are headed with an authority and a period: whose they are, and what is said where that is not sure."""

from __future__ import annotations

import pytest

from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import ReaderState
from ombudsview.reading.page_heads import headed_otherwise
from tests.paper.handmade import typed_paper
from tests.reading.made import BLOCKS, LETTER, field, reading
from tests.reading.test_second_look import scanned

HEAD = "Local Authority Report: {}\nFor the Period Ending: {}\n\n"
_SECOND = BLOCKS.index("Compliance with Ombudsman")


def headed(name: str, year: str, other: str, other_year: str) -> Paper:
    """The letter with its first block on a page headed in one way, the others on a page headed in another."""
    return typed_paper(
        LETTER, HEAD.format(name, year) + BLOCKS[:_SECOND], HEAD.format(other, other_year) + BLOCKS[_SECOND:]
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("London Borough of Barnet", "London Borough of Camden"),
        ("South Hams", "South Lakeland"),
        ("North Devon", "North Dorset"),
        ("City of London", "City of York"),
        ("Derby City Council", "Derbyshire County Council"),
        ("Derby", "Derbyshire"),
        ("N Yorkshire", "Northumberland"),
    ],
)
def test_figures_of_an_authority_whose_name_begins_alike_are_not_the_letters(one: str, other: str) -> None:
    read = reading(headed(one, "31/03/2020", other, "31/03/2020"))
    assert field(read, "upheld_rate").value == "57"
    assert field(read, "compliance_rate").value is None
    [said] = [doubt.sentence for doubt in read.doubts if doubt.code == "pages_left_out"]
    assert one in said
    assert other in said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("King's Lynn & W Nor", "Kings Lynn and West Norfolk"),
        ("Wraxmere District Council", "Wraxm DC"),
        ("Wraxmere District Council", "Wraxmere DC"),
        ("N E Lincs", "North East Lincolnshire"),
        ("London Borough of Barnet", "LONDON BOROUGH OF BARN"),
        ("Ely", "Ely"),
    ],
)
def test_a_name_that_is_cut_short_is_the_same(one: str, other: str) -> None:
    text = TextMap(headed(one, "31/03/2020", other, "31/03/20"))
    assert list(headed_otherwise(text, 1)) == []


@pytest.mark.parametrize(("name", "year"), [("Bamet", "31/03/2020"), ("Barnet", "31/03/2028")])
def test_recognised_pages_headed_a_sign_apart_are_read_and_doubted(name: str, year: str) -> None:
    paper = headed("Barnet", "31/03/2020", name, year)
    read = reading(scanned(paper))
    rate = field(read, "compliance_rate")
    assert (rate.value, rate.state) == ("100", ReaderState.LOOK_HERE)
    assert field(reading(paper), "compliance_rate").value is None  # a page's own text says what it says


def test_what_is_doubted_there_is_what_stands_there() -> None:
    read = reading(scanned(headed("Barnet", "31/03/2020", "Barnet", "31/03/2028")))
    codes = {key: [doubt.code for doubt in field(read, key).doubts] for key in ("upheld_rate", "compliance_rate")}
    assert "page_head" in codes["compliance_rate"]
    assert "page_head" not in codes["upheld_rate"]


def test_recognised_pages_of_another_year_are_left_out_and_that_is_said() -> None:
    read = reading(scanned(headed("Barnet", "31/03/2020", "Barnet", "31/03/2019")))
    assert field(read, "compliance_rate").value is None
    assert "pages_left_out" in [doubt.code for doubt in read.doubts]
