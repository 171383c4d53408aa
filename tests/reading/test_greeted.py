"""A name that reads otherwise in the salutation than in the address is doubted, where it was recognised."""

from __future__ import annotations

import pytest

from tests.reading.made import LETTER, changed, letter, reading
from tests.reading.test_second_look import scanned


def codes(change: dict[str, str], *, typeset: bool = False) -> list[str]:
    paper = letter(front=changed(LETTER, change))
    return [doubt.code for doubt in reading(paper if typeset else scanned(paper)).doubts]


@pytest.mark.parametrize(
    "change",
    [
        {"Mrs Thistlewood & Mr O'Garra\nDirectors": "Mrs Thistlewocd & Mr O'Garra\nDirectors"},
        {"Dear Mrs Thistlewood & Mr O'Garra": "Dear Mrs Thistlewood & Mr O'Gana"},
    ],
)
def test_somebody_is_greeted_whom_the_address_does_not_name(change: dict[str, str]) -> None:
    assert "greeting" in codes(change)
    assert "greeting" not in codes(change, typeset=True)


@pytest.mark.parametrize("greeting", ["Mrs Thistlewood & Mr O'Garra", "Directors", "Sir or Madam", "Mr O’Garra"])
def test_who_is_greeted_by_the_name_or_by_no_name_is_no_doubt(greeting: str) -> None:
    assert "greeting" not in codes({"Dear Mrs Thistlewood & Mr O'Garra": f"Dear {greeting}"})
