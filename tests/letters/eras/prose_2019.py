"""The prose of the letters of 2019 to 2022, written for these tests, with the traps that real letters set."""

from __future__ import annotations

from tests.letters import prose

NOTE = (
    "Hardly anybody leaves a recommendation undone. Where a compliance rate stands below 100% we ask that each such case be "
    "looked at again, and that what it teaches be written down."
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
