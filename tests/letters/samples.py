"""The sample letters that come with the program: four years of one council that does not exist, and say so on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.letters.corpus import Letter
from tests.letters.facts import Facts, Measure, Person
from tests.letters.style import Style

RESOURCES = Path(__file__).resolve().parents[2] / "resources"

_STYLE = Style(
    face="sans",
    size=9.5,
    column=0.52,
    number_size=28,
    small_print="Specimen typeset for OmbudsView. This council does not exist.",
)
_FACTS = Facts(
    council="Wraxmere District Council",
    body_type="district",
    people=(Person("Mrs Thistlewood"), Person("Mr O'Garra")),
    shared_role="Directors",
    letter_date=date(2020, 7, 22),
    published=date(2020, 7, 29),
    year=2020,
    upheld=Measure("57", "45", 7, 4),
    compliance=Measure("100", "99", 3),
    remedies=Measure("25", "20", 4, 1),
)
_YEARS = (
    replace(
        _FACTS,
        year=2019,
        letter_date=date(2019, 7, 24),
        published=date(2019, 7, 31),
        upheld=Measure("56", "43", 9, 5),
        compliance=Measure("100", "99", 4),
        remedies=Measure("0", "16", 5, 0),
    ),
    _FACTS,
    replace(
        _FACTS,
        year=2021,
        letter_date=date(2021, 7, 21),
        published=date(2021, 7, 28),
        upheld=Measure("40", "53", 5, 2),
        compliance=Measure("100", "100", 2),
        remedies=Measure("50", "12", 2, 1),
    ),
    replace(
        _FACTS,
        people=(Person("Ms Adeyemi-Clarke"),),
        shared_role="Chief Executive",
        year=2022,
        letter_date=date(2022, 7, 20),
        published=date(2022, 7, 27),
        upheld=Measure("75", "51", 8, 6),
        compliance=Measure("83", "100", 6),
        remedies=Measure("17", "20", 6, 1),
    ),
)


def samples() -> Iterator[tuple[Path, Letter]]:
    """Each sample with its place in the project; that of the README first."""
    for facts in sorted(_YEARS, key=lambda facts: facts.year != 2020):
        name = f"wraxmere-{facts.year}"
        place = RESOURCES / ("sample-letter.pdf" if facts.year == 2020 else f"samples/{name}.pdf")
        yield place, Letter(name, facts, _STYLE, "flowed")


def write() -> None:
    """Typeset all of them anew."""
    for place, letter in samples():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(letter.pdf())
