"""`overview-2025`: the letters since 2025, which open with a paragraph of what became of all complaints."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters import blocks
from ombudsview.letters.find import Says
from ombudsview.letters.identity import PERIOD_END, PERIOD_START, REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind, also, required

_OVERVIEW = (
    required("dealt_with", Says("we dealt with {count} complaints?")),
    required("not_for_us", Says("of these,? {count} (?:were|was) not (?:for us|ready)")),
    required("assessed_and_closed", Says("we assessed and closed {count} complaints?")),
)
_SPAN = "between {} (?:to|and) {}"


_PERIODS = {
    "period_start": also(PERIOD_START, Says(_SPAN.format("{date}", "{any_date}"))),
    "period_end": also(PERIOD_END, Says(_SPAN.format("{any_date}", "{date}"))),
}

OVERVIEW_2025 = Kind(
    key="overview-2025",
    name="Annual Review letter, since 2025",
    sender="Local Government and Social Care Ombudsman",
    covers=("2025-03-31", "2099-03-31"),
    anchors=(
        *blocks.ANCHORS,
        Anchor("“we dealt with … complaints”", "we dealt with {count} complaints?", 3, block=True),
        Anchor("“We assessed and closed … complaints”", "we assessed and closed {count} complaints?", 2, block=True),
    ),
    never=(),
    sections=blocks.SECTIONS,
    entries=(
        *(
            _PERIODS.get(entry.key, entry)
            for entry in identity(
                r"(?P<value>(?<![^\n\f])annual review (?:letter|of complaints) 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
            )
        ),
        *_OVERVIEW,
        also(
            blocks.UPHELD_RATE,
            Says("{percent} of (?:the )?complaints we investigated"),
            Says("(?:uphold|upheld) rate (?:is|was|of) {percent}"),
        ),
        blocks.UPHELD_AVERAGE,
        replace(
            also(blocks.UPHELD_DECISIONS, Says(r"\bupheld {count}(?= complaints?|\.|,|$| of)")),
        ),
        also(blocks.INVESTIGATIONS, Says("we investigated {count} complaints?")),
        *blocks.PER_RESIDENTS,
        *blocks.COMPLIANCE,
        *blocks.REMEDIES,
        REMARKS,
    ),
)
