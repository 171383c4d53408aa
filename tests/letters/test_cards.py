"""Figures set as cards: which number is whose, on whichever side all of them stand, and none where that cannot be told."""

from __future__ import annotations

import pytest

from ombudsview.letters.card_labels import OVERVIEW, UPHELD
from ombudsview.letters.cards import Carded, Cards
from ombudsview.letters.overview_2025 import OVERVIEW_2025
from ombudsview.letters.sections import Regions
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.read import read_letters
from tests.paper.handmade import Laid, laid, paper, sheet, typed

LABELS = {
    "dealt_with": "complaints dealt with",
    "not_for_us": "not for us",
    "assessed_and_closed": "assessed and closed",
    "investigations": "investigated",
}
COUNTS = {"dealt_with": "1,040", "not_for_us": "1,021", "assessed_and_closed": "12", "investigations": "7"}


def found(pages: Paper, cards: Cards = OVERVIEW) -> dict[str, str]:
    text = TextMap(pages)
    regions = Regions(text, OVERVIEW_2025.sections)
    return {key: text.printed(*span) for key in cards.labels for span in Carded(cards, key).find(text, regions)}


def cards(side: str, big: float, small: float, counts: dict[str, str], across: int = 2) -> list[Laid]:
    """The overview's cards in rows of so many, each number on that side of its label."""
    lines = []
    for number, (key, label) in enumerate(LABELS.items()):
        x, y = 40 + 260.0 * (number % across), 60 + 110.0 * (number // across)
        left, top = {
            "above": (x, y),
            "below": (x, y + 1.5 * small),
            "before": (x, y),
            "after": (x + 0.6 * small * len(label), y),
        }[side]
        beside = (
            (x + 0.6 * big * len(counts[key]), y + (big - small) / 2)
            if side == "before"
            else (x, y + (big - small) / 2)
        )
        place = {"above": (x, y + 1.3 * big), "below": (x, y)}.get(side, beside)
        lines += [laid(counts[key], left, top, size=big), laid(label, *place, size=small)]
    return lines


@pytest.mark.parametrize("side", ["above", "below", "before", "after"])
@pytest.mark.parametrize(("big", "small"), [(30, 9), (22, 11), (40, 14)])
@pytest.mark.parametrize("across", [1, 2])
def test_a_number_large_beside_a_small_label(side: str, big: float, small: float, across: int) -> None:
    assert found(paper(sheet(*cards(side, big, small, COUNTS, across)))) == COUNTS


def test_a_number_as_large_as_its_label_in_one_line_with_it() -> None:
    page = "1,040 complaints dealt with\n\n1,021 not for us\n\n12 assessed and closed\n\n7 investigated"
    assert found(paper(sheet(typed(page)))) == COUNTS


def test_numbers_midway_between_labels_are_nobodys_unless_they_add_up() -> None:
    page = "\n\n\n".join(line for key, label in LABELS.items() for line in (label, COUNTS[key]))
    assert found(paper(sheet(typed("88\n\n\n" + page)))) == COUNTS
    assert found(paper(sheet(typed("88\n\n\n" + page.replace("1,021", "1,020"))))) == {}


def test_a_number_shared_by_two_labels_is_neithers() -> None:
    lines = [laid("7", 40, 40, size=30), laid("not for us", 40, 80), laid("investigated", 40, 94)]
    assert found(paper(sheet(*lines))) == {}


def test_a_label_within_a_sentence_is_no_card() -> None:
    page = "Most were not for us\n\n\n12\n\n\ncases assessed and closed by others\n\n\n7"
    assert found(paper(sheet(typed(page)))) == {}


def test_a_number_far_off_is_none_of_a_card_s() -> None:
    lines = [
        line for key, label in LABELS.items() for line in (laid(label, 40, 40 + 15 * len(key)), laid("7", 500, 700))
    ]
    assert found(paper(sheet(*lines))) == {}


def test_cards_belong_to_their_section() -> None:
    page = "57%\nuphold rate\n\n\nComplaints upheld\n\n\n45%\nuphold rate\n\n\n20\ninvestigations"
    assert found(paper(sheet(typed(page))), UPHELD) == {"upheld_rate": "45%", "investigations": "20"}


def test_a_letter_of_cards_is_known_and_each_number_is_to_be_looked_at() -> None:
    head = typed(
        "12 May 2025\n\nDear Ms Thistlewood\n\nAnnual Review letter 2024-25\n\nYours sincerely\n\nAmerdeep Somal\n"
        "Local Government and Social Care Ombudsman\n\nFor the period ending: 31/03/25"
    )
    below = typed(
        "Complaints upheld\n\nCompliance with Ombudsman recommendations\n\nSatisfactory remedies provided by the Council",
        y=340,
    )
    [reading] = read_letters(paper(sheet(head), sheet(*cards("above", 30, 9, COUNTS), below)))
    assert reading.kind == "overview-2025"
    for key, count in COUNTS.items():
        field = reading.field(key)
        assert field is not None
        assert (field.printed, [doubt.code for doubt in field.doubts]) == (count, ["loose_words"])
