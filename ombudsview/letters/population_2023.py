"""`population-2023`: the letters of 2023 and 2024, in which upheld decisions are also given per 100,000 residents."""

from __future__ import annotations

from ombudsview.letters import blocks
from ombudsview.letters.identity import REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind

POPULATION_2023 = Kind(
    key="population-2023",
    name="Annual Review letter, 2023 and 2024",
    sender="Local Government and Social Care Ombudsman",
    covers=("2023-03-31", "2024-03-31"),
    anchors=(*blocks.ANCHORS, Anchor("“per 100,000 residents”", "per 100,000", 3, block=True)),
    never=(r"we dealt with [\d, ]+ complaints",),
    sections=blocks.SECTIONS,
    entries=(
        *identity(
            r"(?P<value>(?<![^\n\f])annual review (?:letter|of complaints) 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
        ),
        *blocks.UPHELD,
        *blocks.PER_RESIDENTS,
        *blocks.COMPLIANCE,
        *blocks.REMEDIES,
        REMARKS,
    ),
)
