"""A letter of `measures-2019` typed by hand, with any of its lines changed."""

from __future__ import annotations

from ombudsview.paper.paper import Paper
from ombudsview.reading.model import FieldReading, Reading
from ombudsview.reading.read import read_letters
from tests.paper.handmade import typed_paper

LETTER = """
Local Government & Social Care
OMBUDSMAN

22 July 2020

By email

Mrs Thistlewood & Mr O'Garra
Directors
Wraxmere District Council

Dear Mrs Thistlewood & Mr O'Garra

Annual Review letter 2020

I write to you with our annual summary of statistics on the decisions made by the Local
Government and Social Care Ombudsman about your authority for the year ending 31 March 2020.

Complaints upheld - We uphold complaints when we find some form of fault in what was done.

A compliance rate below 100% is rare. We trained more than 1,400 people, 47 more than before,
and will publish all this on 29 July 2020.

Yours sincerely,



Michael King
Local Government and Social Care Ombudsman
Chair, Commission for Local Administration in England
"""

BLOCKS = """
Complaints upheld

57% of complaints we investigated were upheld.

This compares to an average of 45% in similar authorities.

4
upheld decisions

Statistics are based on a total of 7 detailed investigations for the period between 1 April 2019 to
31 March 2020

Compliance with Ombudsman recommendations

In 100% of cases we were satisfied the authority had successfully implemented our recommendations.

This compares to an average of 99% in similar authorities.

Statistics are based on a total of 3 compliance outcomes for the period between 1 April 2019 to
31 March 2020

Satisfactory remedies provided by the authority

In 25% of upheld cases we found the authority had provided a satisfactory remedy before the complaint
reached the Ombudsman.

This compares to an average of 20% in similar authorities.

1
satisfactory remedy decision

Statistics are based on a total of 4 detailed investigations for the period between 1 April 2019 to
31 March 2020
"""

HEADER = "Wraxmere District Council\nFor the period ending: 31/03/20\n"

NO_CASES = """
Complaints upheld

There were no detailed investigations in this period.

Compliance with Ombudsman recommendations

No recommendations were due for compliance in this period.

Satisfactory remedies provided by the authority

No complaints were upheld in this period.
"""


def changed(page: str, changes: dict[str, str]) -> str:
    """The page with some words replaced wherever they stand; words that are not there are a slip of the test."""
    for old, new in changes.items():
        assert old in page, old
        page = page.replace(old, new)
    return page


def letter(*, header: str = "", blocks: str | None = None, front: str | None = None) -> Paper:
    """The letter on two pages."""
    return typed_paper(LETTER if front is None else front, header + (BLOCKS if blocks is None else blocks))


def reading(paper: Paper) -> Reading:
    """The one reading of a file with one letter."""
    [one] = read_letters(paper)
    return one


def field(one: Reading, key: str) -> FieldReading:
    """A field that must be there."""
    found = one.field(key)
    assert found is not None, key
    return found
