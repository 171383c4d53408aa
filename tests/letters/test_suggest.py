"""What is suggested in a letter of no known layout: plain sight, and never running prose or a choice between two figures."""

from __future__ import annotations

import pytest

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.kinds import KINDS
from ombudsview.letters.suggest import MOST_PAGES, suggestions
from ombudsview.letters.wordings import known_as
from ombudsview.paper.text import TextMap
from tests.paper.handmade import laid, paper, sheet, typed_paper

FRONT = """
The Office of the Complaints Reviewer

3 May 2031

Mrs Thistlewood
Chief Executive
Wraxmere District Council

Dear Mrs Thistlewood

Annual letter 2031

This is about your council for the year ended 31 March 2031. Last year we upheld 9 complaints
and the uphold rate of Otherborough Council was 12%. We also saw that complaints received 77
in the region.

Yours sincerely

Ann Other
Reviewer
"""


def found(*pages: str) -> dict[str, list[str]]:
    text = TextMap(typed_paper(*pages))
    return {key: [text.printed(*span) for span in spans] for key, spans in suggestions(text, KINDS).items()}


@pytest.mark.parametrize(
    ("page", "key", "printed"),
    [
        ("Upheld decisions: 12", "upheld_decisions", "12"),
        ("Total number of complaints received – 1,204", "received.total", "1,204"),
        ("Complaints received        41", "received.total", "41"),
        ("Complaints received .......... 41", "received.total", "41"),
        ("98% compliance rate", "compliance_rate", "98%"),
        ("45\ndetailed investigations", "investigations", "45"),
        ("Detailed investigations\n45", "investigations", "45"),
        ("Complaints upheld   60%", "upheld_rate", "60%"),
        ("Complaints upheld   60", "upheld_decisions", "60"),
        ("Upheld decisions per 100,000 residents\n3.9", "upheld_per_100k", "3.9"),
        ("Average days to respond: 24.6", "first_enquiries_days", "24.6"),
        ("Complaints received by subject\n\nHousing              11", "received.housing", "11"),
        ("Decisions\n\nNot upheld              11", "decided.not_upheld", "11"),
        ("60% of complaints we investigated were upheld.", "upheld_rate", "60%"),
    ],
)
def test_a_figure_beside_its_label_is_suggested(page: str, key: str, printed: str) -> None:
    assert found(page) == {key: [printed]}


@pytest.mark.parametrize(
    "page",
    [
        "Housing              11",
        "Complaints received in the county 41",
        "In the whole of the last year the number of our complaints received 41",
        "Uphold rate: 12",
        "Complaints received: 12%",
        "Uphold rate: 120%",
        "Upheld decisions: 12\n\nUpheld decisions: 13",
        "5\ncomplaints received\n6",
        "Of Otherborough Council's cases, 60% of complaints we investigated were upheld.",
        "Complaints received",
        "41",
    ],
)
def test_what_is_not_plain_is_not_suggested(page: str) -> None:
    assert found(page) == {}


def test_the_head_of_a_letter_is_suggested_and_its_prose_is_not() -> None:
    said = found(FRONT, "Upheld decisions: 12")
    assert said == {
        "authority": ["Wraxmere District Council"],
        "period_end": ["31 March 2031"],
        "letter_date": ["3 May 2031"],
        "title": ["Annual letter 2031"],
        "addressees": ["Mrs Thistlewood"],
        "addressee_role": ["Chief Executive"],
        "signatory": ["Ann Other"],
        "signatory_role": ["Reviewer"],
        "upheld_decisions": ["12"],
    }
    assert list(said) == [key for key in FIELDS if key in said]


def test_the_same_figure_twice_keeps_both_places() -> None:
    assert found("Upheld decisions: 12", "Upheld decisions: 12") == {"upheld_decisions": ["12", "12"]}


def test_figures_set_as_graphics_go_to_the_label_that_is_clearly_nearest() -> None:
    near = paper(
        sheet(
            laid("31", 40, 100, size=30),
            laid("Upheld decisions", 40, 138),
            laid("45", 40, 200, size=30),
            laid("Detailed investigations", 40, 238),
        )
    )
    text = TextMap(near)
    assert {key: text.printed(*spans[0]) for key, spans in suggestions(text, KINDS).items()} == {
        "upheld_decisions": "31",
        "investigations": "45",
    }


def test_a_long_file_is_left_alone() -> None:
    assert found(*["Upheld decisions: 12"] * (MOST_PAGES + 1)) == {}


@pytest.mark.parametrize(
    ("label", "headings", "keys"),
    [
        ("the total number of complaints received in the year", [], ("received.total",)),
        ("upheld", ["decisions made"], ("decided.upheld",)),
        ("upheld", ["annual letter"], ("upheld_decisions",)),
        ("housing", ["annual letter", "complaints received"], ("received.housing",)),
        ("housing", ["complaints received and decisions"], ()),
        ("something else", [], ()),
        ("", [], ()),
    ],
)
def test_labels_are_known_by_their_words_and_by_the_heading_above(
    label: str, headings: list[str], keys: tuple[str, ...]
) -> None:
    assert known_as(label, headings) == keys
