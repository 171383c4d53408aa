"""The blocks of figures where every figure is drawn large, apart from the words of its sentence."""

from __future__ import annotations

import pytest

from ombudsview.letters.kinds import KINDS
from ombudsview.reading.model import ReaderState
from ombudsview.reading.read import read_letters
from tests.paper.handmade import Laid, laid, paper, sheet, typed
from tests.reading.made import BLOCKS, LETTER, changed, field, letter, reading

POPULATION = next(kind for kind in KINDS if kind.key == "population-2023")
BASED = "Statistics are based on a total of {} for the period between 1 April 2022 to 31 March 2023"


def _column(y: float, *lines: str) -> list[Laid]:
    """Lines one below the other; a figure by itself is drawn large."""
    words = []
    for line in lines:
        big = line[0].isdigit() and " " not in line
        words.append(laid(line, 60, y, size=36 if big else 11))
        y += 52 if big else 17
    return words


def test_large_figures_belong_to_their_sentences() -> None:
    upheld = _column(
        40,
        "Complaints upheld",
        "84%",
        "of complaints we investigated were upheld.",
        "This compares to an average of",
        "80%",
        "in similar organisations.",
        "73",
        "upheld decisions",
        "Adjusted for Wraxmere's population, this is",
        "4.9",
        "upheld decisions per 100,000 residents.",
        "The average for authorities of this type is",
        "4.5",
        "upheld decisions per 100,000 residents.",
        BASED.format("87 detailed investigations"),
    )
    rest = _column(
        40,
        "Compliance with Ombudsman recommendations",
        "In",
        "99%",
        "of cases we were satisfied the organisation had successfully implemented our recommendations.",
        "This compares to an average of 98% in similar organisations.",
        BASED.format("81 compliance outcomes"),
        "Satisfactory remedies provided by the organisation",
        "In",
        "4%",
        "of upheld cases we found the organisation had provided a satisfactory remedy.",
        "3",
        "satisfactory remedy decisions",
        BASED.format("73 detailed investigations"),
    )
    front = typed(LETTER.replace("2020", "2023"))
    [reading] = read_letters(paper(sheet(front), sheet(*upheld), sheet(*rest)))
    values = {field.key: field.value for field in reading.fields}
    expected = {
        "upheld_rate": "84",
        "upheld_rate_similar": "80",
        "upheld_decisions": "73",
        "upheld_per_100k": "4.9",
        "upheld_per_100k_similar": "4.5",
        "compliance_rate": "99",
        "compliance_rate_similar": "98",
        "remedy_rate": "4",
        "remedy_rate_similar": None,
        "satisfactory_remedies": "3",
    }
    assert reading.kind == POPULATION.key
    assert {key: values[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("upheld_rate", "57%\n\nof complaints about us were sent back."),
        ("upheld_rate", "57%\nof complaints were closed before an investigation began."),
        ("upheld_rate", "57%\n\nof the complaints we received were premature."),
        ("compliance_rate", "100%\nof cases we were told about were late."),
        ("compliance_rate", "100%\n\nof cases we were told about were late."),
        ("remedy_rate", "25%\n\nof upheld cases we found the authority had been late."),
    ],
)
def test_a_figure_beside_a_sentence_that_only_begins_as_a_rates_is_none_without_a_doubt(key: str, words: str) -> None:
    sentences = {
        "upheld_rate": "57% of complaints we investigated were upheld.",
        "compliance_rate": "In 100% of cases we were satisfied the authority had successfully implemented our recommendations.",
        "remedy_rate": (
            "In 25% of upheld cases we found the authority had provided a satisfactory remedy before the complaint\n"
            "reached the Ombudsman."
        ),
    }
    found = field(reading(letter(blocks=changed(BLOCKS, {sentences[key]: words}))), key)
    assert found.value is None or (found.doubts and found.state is ReaderState.LOOK_HERE)


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_the_whole_sentence_may_be_broken_over_lines(apart: str) -> None:
    drawn = changed(BLOCKS, {"57% of complaints we investigated": f"57%{apart}of complaints\nwe investigated"})
    found = field(reading(letter(blocks=drawn)), "upheld_rate")
    assert (found.value, found.state) == ("57", ReaderState.TO_CHECK)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("upheld_rate_similar", "This compares to an average of\n\n45%\n\nin the year before."),
        ("upheld_rate_similar", "This compares to an average of\n\n45%\n\nof all complaints."),
        ("upheld_per_100k_similar", "The average for authorities of this type is\n\n45%\n\nof complaints."),
        ("upheld_per_100k", "For so small a population, this is\n\n45%\n\nof complaints."),
    ],
)
def test_a_figure_drawn_after_words_that_go_on_otherwise_is_none_without_a_doubt(key: str, words: str) -> None:
    drawn = changed(BLOCKS, {"This compares to an average of 45% in similar authorities.": words})
    one = reading(
        letter(front=LETTER.replace("2020", "2023"), blocks=drawn.replace("2020", "2023").replace("2019", "2022"))
    )
    found = one.field(key)
    assert found is None or found.value is None or (found.doubts and found.state is ReaderState.LOOK_HERE)
    assert one.kind == POPULATION.key
