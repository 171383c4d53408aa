"""`annual-letter-2006`: the letters of 2006 to 2008, prose and then three-year tables and response times."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters.identity import OLDER_AUTHORITY, REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind, Need
from ombudsview.letters.matrices import others
from ombudsview.letters.older_tables import DECIDED, RECEIVED, RESPONSES, with_prose

_REQUIRED = frozenset({"received.total", "decided.total"})

ANNUAL_LETTER_2006 = Kind(
    key="annual-letter-2006",
    name="Annual Letter, 2006 to 2008",
    sender="Local Government Ombudsman",
    covers=("2006-03-31", "2008-03-31"),
    anchors=(
        Anchor("the title “Annual Letter”", r"(?<![^\n\f])annual letter 20\d\d/\d\d", 2),
        Anchor("the Ombudsman's name", "local government ombudsman"),
        Anchor(
            "the cover “Annual Letter … for the year ended”",
            r"local government ombudsman'?s?'?\s+annual letter\s+[^\n\f]+\s+for the year ended",
            0,
            opens=True,
        ),
        Anchor(
            "the heading “Complaints received by subject area”", "complaints received by subject area", 2, block=True
        ),
        Anchor("the columns of the older outcomes", r"mi\s+reps\b", 1, block=True),
        Anchor("the heading “First enquiries”", r"first\s+enquiries", 1, block=True),
        Anchor("the table of average response times", "average local authority response times", 1, block=True),
    ),
    never=("advice team: enquiries", "investigative team: decisions"),
    sections=(),
    entries=(
        *identity(r"(?P<value>(?<![^\n\f])annual letter 20\d\d/\d\d)", OLDER_AUTHORITY),
        *(
            replace(entry, need=Need.REQUIRED) if entry.key in _REQUIRED else entry
            for entry in with_prose(RECEIVED, DECIDED, RESPONSES)
        ),
        REMARKS,
    ),
    extra=others(RECEIVED),
)
