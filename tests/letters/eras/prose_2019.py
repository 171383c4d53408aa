"""The prose of the letters of 2019 to 2022, written for these tests, with the traps that real letters set."""

from __future__ import annotations

from tests.letters import prose

NOTE = (
    "Failure to comply with our recommendations is rare. An authority with a compliance rate below 100% should "
    "scrutinise those "
    "complaints where it failed to comply and identify any learning."
)
OPENING = (
    "I write with our yearly summary of the decisions of the Local Government and Social Care Ombudsman about your "
    "authority for the "
    "year ending {period}. I thank all who answered us."
)


def _bodies(parts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(words.replace("{similar}", "authorities") for look, words in parts if look == "body")


REST = (
    ("Complaint statistics", _bodies(prose.COMMON)),
    ("Resources to help you get it right", _bodies(prose.RESOURCES)),
)
