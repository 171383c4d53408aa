"""Words that look torn or joined, in names, roles, titles and references."""

from __future__ import annotations

import pytest

from ombudsview.authorities import Register
from ombudsview.reading.torn import torn


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", "Annual Letter 2021 -22", "2021 -22"),
        ("title", "Annual Letter 2021- 22", "2021- 22"),
        ("reference", "AR2020/ 17", "AR2020/ 17"),
        ("authority", "Stoke-on -Trent City Council", "Stoke-on -Trent"),
        ("authority", "Wrax mere District Council", "mere"),
        ("addressees", "Mr O' Garra", "O' Garra"),
        ("addressees", "Mrs Thistle wood", "wood"),
        ("addressee_role", "Chief Executive,Town Clerk", "Executive,Town"),
        ("addressee_role", "Chief Executive& Town Clerk", "Executive& Town"),
        ("addressee_role", "Chief Executive &Town Clerk", "Executive &Town"),
        ("addressee_role", "Headof Paid Service", "Headof"),
        ("addressees", "Mrvan der Stoke", "Mrvan"),
        ("signatory", "J RWhite", "RWhite"),
        ("signatory", "JR White", "JR"),
    ],
)
def test_what_nobody_writes_so(key: str, value: str, words: str) -> None:
    assert torn(key, value) == words


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "Annual Letter 2021-22"),
        ("title", "Annual Letter 2021 - 22"),
        ("title", "Annual Review letter: 2021/22"),
        ("reference", "JRW/417/cc (please quote)"),
        ("addressees", "Mr O'Garra OBE"),
        ("addressees", "Ms van der Linde-Clarke"),
        ("addressees", "Mrs St John"),
        ("addressees", "Miss Msomi"),
        ("addressee_role", "Director of Housing, Planning and Environmental Services"),
        ("signatory", "J R White"),
        ("signatory_role", "Local Government & Social Care Ombudsman"),
        ("authority", "Council of the Isles of Merrow"),
        ("upheld_rate", "57"),
        ("remarks", "He said -no"),
    ],
)
def test_what_is_written_so(key: str, value: str) -> None:
    assert torn(key, value) is None


def test_no_name_of_the_register_looks_torn() -> None:
    names = {name for one in Register.load().authorities for name in one.names}
    assert [name for name in names if torn("authority", name) is not None] == []


def test_a_word_without_end_is_looked_at_in_good_time() -> None:
    assert torn("reference", "a" * 40_000) is None
    assert torn("reference", f"{'a' * 40_000}- b/cd e") == f"{'a' * 40_000}- b/cd"
