"""The declared edge cases, and facts and styles by dice."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from tests.letters import names
from tests.letters.facts import Facts, Measure, Person, Wording, percent
from tests.letters.style import NUMBERS, ORDERS, Style

_PLAIN = Facts(
    council="Wraxmere District Council",
    body_type="district",
    people=(Person("Mrs Thistlewood"),),
    shared_role="Chief Executive",
    letter_date=date(2020, 7, 22),
    published=date(2020, 7, 29),
    year=2020,
    upheld=Measure("57", "45", 7, 4),
    compliance=Measure("100", "99", 3),
    remedies=Measure("25", "20", 4, 1),
)


def edge_cases() -> dict[str, Facts]:
    """Every declared edge case by name, all else plain."""
    return {**_people_and_figures(_PLAIN), **_wording_and_names(_PLAIN)}


def _people_and_figures(plain: Facts) -> dict[str, Facts]:
    two = (Person("Mrs Thistlewood"), Person("Mr O'Garra"))
    own = (Person("Ms Adeyemi-Clarke", "Chief Executive"), Person("Dr Quillfeather", "Monitoring Officer"))
    return {
        "plain": plain,
        "two-on-a-line": replace(plain, people=two, shared_role="Directors"),
        "two-lines": replace(
            plain, people=two, shared_role="Joint Chief Executives", wording=Wording(share_line=False, joiner="and")
        ),
        "own-roles": replace(plain, people=own, shared_role=None, reference="LGSCO/2020/0417"),
        "singular": replace(
            plain,
            upheld=Measure("100", "45", 1, 1),
            compliance=Measure("100", "99", 1),
            remedies=Measure("100", "20", 1, 1),
        ),
        "thousands": replace(
            plain,
            council="London Borough of Thornwick & Vale",
            body_type="london",
            upheld=Measure("68.8", "65", 1794, 1234),
            compliance=Measure("99.6", "99", 1012),
            remedies=Measure("8.2", "13", 1234, 101),
        ),
        "national-park": replace(
            plain,
            council="Dunmoor National Park Authority",
            body_type="national_park",
            upheld=Measure("50", None, 2, 1),
            compliance=Measure("100", None, 1),
            remedies=Measure("0", None, 1, 0),
        ),
        "nothing-zero": _silent("zero"),
        "nothing-said": _silent("sentence"),
        "nothing-empty": _silent("empty"),
        "all-empty": replace(
            plain,
            upheld=Measure(None, None, 0, 0, "empty"),
            compliance=Measure(None, None, 0, None, "empty"),
            remedies=Measure(None, None, 0, 0, "empty"),
        ),
        "none-upheld": replace(plain, upheld=Measure("0", "45", 3, 0), remedies=Measure(None, "20", 0, 0)),
        "no-outcomes": replace(plain, compliance=Measure(None, "99", 0)),
    }


def _wording_and_names(plain: Facts) -> dict[str, Facts]:
    words = Wording(similar="organisations", body="the Council", header=None)
    return {
        "traps": replace(
            plain,
            upheld=Measure("100", "45", 2, 2),
            compliance=Measure("100", "100", 2),
            remedies=Measure("0", "0", 2, 0),
            wording=Wording(remark=True, prose=3, running=True),
        ),
        "organisations": replace(plain, wording=words),
        "date-right": replace(
            plain, reference="AR/20/WX", wording=Wording(date_side="right", header="long", by_email=False)
        ),
        "apostrophe": replace(
            plain,
            council="King's Harrow Borough Council",
            known_as="Kings Harrow Borough Council",
            wording=Wording(body="the Council", running=True),
        ),
        "isles": replace(
            plain, council="Council of the Isles of Merrow", body_type="unitary", upheld=Measure("50.0", "56", 4, 2)
        ),
        "royal": replace(
            plain,
            council="Royal Borough of Ashminster",
            body_type="london",
            wording=Wording(body="the organisation", prose=0),
        ),
        "other-year": replace(
            plain,
            year=2022,
            letter_date=date(2022, 7, 20),
            published=date(2022, 7, 27),
            signatory="Dr Ines Malloway",
            postal=names.POSTAL[2],
        ),
    }


def _silent(silence: str) -> Facts:
    """No investigation at all: the blocks say so with a nought, in words, or not."""
    average = "45" if silence == "zero" else None
    first = "zero" if silence == "empty" else silence
    return replace(
        _PLAIN,
        upheld=Measure(None, average, 0, 0, first),
        compliance=Measure(None, None, 0, None, silence),
        remedies=Measure(None, None, 0, 0, silence),
    )


def facts_of(dice: random.Random) -> Facts:
    """A letter by dice."""
    year = dice.choice((2019, 2020, 2021, 2022))
    issued = date(year, 7, 14) + timedelta(days=dice.randrange(16))
    compared = dice.random() < 0.85
    kinds = names.COMPARED if compared else names.UNCOMPARED
    body_type = dice.choice(sorted(kinds))
    people, shared = _people(dice)
    upheld, compliance, remedies = _figures(dice, names.AVERAGES.get(body_type, (None, None, None)))
    return Facts(
        council=dice.choice(kinds[body_type]),
        body_type=body_type,
        people=people,
        shared_role=shared,
        letter_date=issued,
        published=issued + timedelta(days=7),
        year=year,
        upheld=upheld,
        compliance=compliance,
        remedies=remedies,
        reference=dice.choice((None, None, f"AR{year}/{dice.randrange(100, 999)}")),
        postal=dice.choice(names.POSTAL),
        signatory=dice.choice(("Rosalind Tarrant", "Dr Ines Malloway", "Peter St John")),
        wording=_wording(dice),
    )


def _people(dice: random.Random) -> tuple[tuple[Person, ...], str | None]:
    first, second = dice.sample(names.PEOPLE, 2)
    match dice.randrange(4):
        case 0:
            return (first, second), dice.choice(names.SHARED_ROLES)
        case 1:
            roles = dice.choice(names.OWN_ROLES)
            return (Person(first.name, roles[0]), Person(second.name, roles[1])), None
        case _:
            return (first,), dice.choice(names.ROLES)


def _figures(dice: random.Random, averages: tuple[str | None, ...]) -> tuple[Measure, Measure, Measure]:
    base = dice.choice((0, 1, 2, dice.randrange(3, 30), dice.randrange(30, 200), dice.randrange(1000, 3000)))
    upheld = min(base, dice.choice((0, base, dice.randint(0, base), dice.randint(0, base))))
    outcomes = dice.choice((0, 1, dice.randint(0, base + 1), dice.randint(1, 40)))
    complied = dice.choice((outcomes, outcomes, dice.randint(0, outcomes)))
    remedies = dice.choice((0, dice.randint(0, upheld)))
    silence = dice.choice(("zero", "zero", "sentence", "empty"))
    decimals = dice.choice((0, 0, 0, 1))

    def measure(part: int, whole: int, average: str | None, count: int | None) -> Measure:
        rate = percent(part, whole, decimals) if whole else None
        return Measure(rate, average if rate or silence == "zero" else None, whole, count, silence)

    return (
        measure(upheld, base, averages[0], upheld),
        measure(complied, outcomes, averages[1], None),
        measure(remedies, upheld, averages[2], remedies),
    )


def _wording(dice: random.Random) -> Wording:
    return Wording(
        similar=dice.choice(("authorities", "authorities", "organisations")),
        body=dice.choice(("the authority", "the authority", "the Council", "the organisation")),
        remedy_base=dice.choice(
            ("detailed investigation", "detailed investigation", "upheld decision", "investigation")
        ),
        joiner=dice.choice(("&", "and")),
        share_line=dice.random() < 0.6,
        by_email=dice.random() < 0.7,
        header=dice.choice(("short", "short", "long", None)),
        running=dice.random() < 0.3,
        date_side=dice.choice(("left", "left", "right")),
        prose=dice.randrange(4),
        remark=dice.random() < 0.4,
        note=dice.random() < 0.7,
    )


def style_of(dice: random.Random, number: int) -> Style:
    """A look by dice; the places of the count and the drawing orders come round in turn."""
    return Style(
        paper=dice.choice(("a4", "a4", "us-letter")),
        margin=dice.choice((45.0, 62.0, 80.0)),
        size=dice.choice((9.0, 10.0, 10.5, 11.0, 12.0)),
        leading=dice.choice((1.2, 1.32, 1.5)),
        face=dice.choice(("sans", "serif", "embedded", "sans", "mono")),
        column=dice.choice((0.3, 0.4, 0.5, 0.6)),
        number=NUMBERS[number % len(NUMBERS)],
        number_size=dice.choice((18.0, 24.0, 32.0, 44.0)),
        new_page=dice.random() < 0.7,
        keep_blocks=dice.random() < 0.7,
        graphic=dice.random() < 0.7,
        footer=dice.random() < 0.8,
        justify=dice.random() < 0.25,
        order=ORDERS[number // 2 % len(ORDERS)],
        pieces=dice.choice(("line", "line", "word")),
    )
