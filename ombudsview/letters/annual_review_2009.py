"""`annual-review-2009`: the reviews and letters of 2009 to 2013; the last two years were short letters with a single total."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters.find import Says, Seeks
from ombudsview.letters.identity import OLDER_AUTHORITY, REMARKS, identity
from ombudsview.letters.kind import Anchor, Kind, Need, required
from ombudsview.letters.matrices import cells, others
from ombudsview.letters.older_tables import ADVICE_TEAM, DECIDED_2012, INVESTIGATIVE_TEAM, RESPONSES, with_prose
from ombudsview.letters.told import received

_TITLE = r"(?P<value>(?<![^\n\f])annual (?:review letter|review|letter)(?: 20\d\d(?:\s?[-/]\s?\d{2,4})?)?)(?=[\n\f])"
_RECEIVED = (
    "received {number} (?:enquiries and )?complaints (?:about|against|concerning|regarding|relating to) (?:your|the) "
    "(?:local )?(?:council|authority|organisation)"
)
_SENDER = Anchor("the Ombudsman's name", "local government ombudsman")

ANNUAL_REVIEW_2009 = Kind(
    key="annual-review-2009",
    name="Annual Review, 2009 to 2011",
    sender="Local Government Ombudsman",
    covers=("2009-03-31", "2011-03-31"),
    anchors=(
        Anchor("the title “Annual Review”", r"annual review\b"),
        _SENDER,
        Anchor(
            "the cover “Annual Review … for the year ended”",
            r"local government ombudsman'?s?'?\s+annual review\s+[^\n\f]+\s+(?:[^\n\f]+\s+)?for the year ended",
            0,
            opens=True,
        ),
        Anchor("“Section 1: Complaints about …”", "section 1: complaints about"),
        Anchor("the heading “Enquiries and complaints received”", "enquiries and complaints received", 2),
        Anchor("the table of the Advice Team", "advice team", 2, block=True),
        Anchor("the table of the Investigative Team", "investigative team", 2, block=True),
    ),
    never=("complaints received by subject area", "closed after initial enquiries"),
    sections=(),
    entries=(
        *identity(_TITLE, OLDER_AUTHORITY),
        *(
            replace(entry, need=Need.REQUIRED) if entry.key == "received.total" else entry
            for entry in with_prose(ADVICE_TEAM, INVESTIGATIVE_TEAM, RESPONSES)
        ),
        REMARKS,
    ),
    extra=others(ADVICE_TEAM),
)

ANNUAL_LETTER_2012 = Kind(
    key="annual-review-2009",
    name="Annual Review letter, 2012 and 2013",
    sender="Local Government Ombudsman",
    covers=("2012-03-31", "2013-03-31"),
    anchors=(
        Anchor("the title “Annual Review letter”", r"annual (?:review )?letter"),
        _SENDER,
        Anchor(
            "“We received … complaints about your …”",
            _RECEIVED,
            2,
            block=True,
        ),
        Anchor(
            "the average numbers of each type of council",
            r"average(?: numbers?|(?<=compare with the following.average))",
            1,
            block=True,
        ),
    ),
    never=(
        "complaints received by subject area",
        "complaints and enquiries received",
        "decisions made",
        "complaints upheld",
    ),
    sections=(),
    entries=(
        *identity(_TITLE, OLDER_AUTHORITY),
        replace(required("received.total", Says(_RECEIVED)), loose=(Seeks(received),)),
        *cells(DECIDED_2012),
        REMARKS,
    ),
)
