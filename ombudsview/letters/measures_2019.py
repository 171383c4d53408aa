"""`measures-2019`: the letters of 2019 to 2022, a letter and then three blocks of figures; 2019 also carried the matrices."""

from __future__ import annotations

from ombudsview.letters import blocks, matrices
from ombudsview.letters.identity import REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind, also
from ombudsview.letters.table import Cell

MEASURES_2019 = Kind(
    key="measures-2019",
    name="Annual Review letter, 2019 to 2022",
    sender="Local Government and Social Care Ombudsman",
    covers=("2019-03-31", "2022-03-31"),
    anchors=(
        *blocks.ANCHORS,
        # Without weight: only the letters of 2019 have these pages too.
        Anchor("the heading “Decisions made”", r"(?<![^\n\f])decisions made", 0, block=True),
        Anchor("the column “Closed after initial enquiries”", r"closed\s+after\s+initial", 0, block=True),
    ),
    never=("decisions? per 100,000", r"we dealt with [\d, ]+ complaints"),
    sections=blocks.SECTIONS,
    entries=(
        *identity(
            r"(?P<value>(?<![^\n\f])annual review (?:letter|of complaints) 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
        ),
        # The matrices of 2019 print the rate again, perhaps with a decimal more.
        also(blocks.UPHELD_RATE, Cell(matrices.DECIDED, "upheld_rate")),
        *blocks.UPHELD[1:],
        *blocks.COMPLIANCE,
        *blocks.REMEDIES,
        REMARKS,
    ),
    extra=matrices.ALL,
)
