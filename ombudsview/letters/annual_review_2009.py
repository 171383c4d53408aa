"""`annual-review-2009`: the reviews and letters of 2009 to 2013, with the Advice Team's and the Investigative Team's tables."""

from __future__ import annotations

from ombudsview.letters.find import Says
from ombudsview.letters.identity import identity
from ombudsview.letters.kind import Anchor, Entry, Kind, Need, optional
from ombudsview.letters.matrices import cells
from ombudsview.letters.older_tables import ADVICE_TEAM, INVESTIGATIVE_TEAM, RESPONSES

_RECEIVED_IN_PROSE = (
    Says(r"we received {count} (?:enquiries and complaints|complaints and enquiries|complaints)"),
    Says(r"received (?:a total of )?{count} (?:enquiries and complaints|complaints and enquiries)"),
)
_RESPONSES_IN_PROSE = {
    "first_enquiries": (Says(r"(?:made|sent) (?:you )?{count} (?:first )?enquiries"),),
    "first_enquiries_days": (Says(r"(?:average|avg)[^.\n\f]{0,60}? {rate} (?:calendar )?days"),),
}


def _with_prose(entry: Entry) -> Entry:
    if entry.key == "received.total":
        return Entry(entry.key, Need.REQUIRED, entry.finders, fallbacks=_RECEIVED_IN_PROSE)
    return entry


ANNUAL_REVIEW_2009 = Kind(
    key="annual-review-2009",
    name="Annual Review, 2009 to 2013",
    sender="Local Government Ombudsman",
    covers=("2009-03-31", "2013-03-31"),
    anchors=(
        Anchor(
            "the title “Annual Review”", r"(?<![^\n\f])(?:the )?(?:local government ombudsman's )?annual review\b", 1
        ),
        Anchor("the Ombudsman's name", "local government ombudsman"),
        Anchor(
            "the cover “Annual Review … for the year ended”",
            r"local government ombudsman'?s?'?\s+annual review\s+[^\n\f]+\s+for the year ended",
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
        *identity(
            r"(?<![^\n\f])(?P<value>(?:the )?annual review(?: letter)?(?: 20\d\d(?:\s?[-/]\s?\d{2,4})?)?)(?=[\n\f])"
        ),
        *(_with_prose(entry) for entry in cells(ADVICE_TEAM, INVESTIGATIVE_TEAM, RESPONSES)),
        optional("upheld_rate", Says("uphold rate (?:of|is|was) {percent}")),
    ),
)
