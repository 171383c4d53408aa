"""What a letter says before its signature: written for these tests, with the traps that real letters set.

Percentages, counts and a second date that are none of the fields; block headings that open paragraphs; last year's rate in
the very words of this year's block.
"""

from __future__ import annotations

COMMON = (
    ("heading", "Complaint statistics"),
    (
        "body",
        (
            "Numbers of complaints say little by themselves, so our statistics look at what became of them. They are drawn "
            "together under three headings:"
        ),
    ),
    (
        "body",
        (
            "Complaints upheld - We uphold a complaint when something went wrong in what an authority did, and also when the "
            "authority had said so itself before we began. How often this happens tells more than how many complaints came in."
        ),
    ),
    (
        "body",
        (
            "Compliance with recommendations - When a fault has done harm we recommend how to put it right, and we check that "
            "it is done. Nearly everybody does it: a compliance rate below 100% is a reason to look closely at the cases "
            "behind it."
        ),
    ),
    (
        "body",
        (
            "Satisfactory remedies provided by the authority - We want credit to go where a complaint was settled well before "
            "it reached us: fault was accepted, and what was offered was what we would have asked for."
        ),
    ),
    (
        "body",
        (
            "Each of the three is set beside an average of similar {similar}: County Councils, District Councils, Metropolitan "
            "Boroughs, Unitary Councils and London Boroughs. Other bodies have no average."
        ),
    ),
    (
        "body",
        (
            "The figures, with a copy of this letter, will be on our website on {published}. Please tell us before then if "
            "anything in them seems wrong to you."
        ),
    ),
)

RESOURCES = (
    ("heading", "Resources to help you get it right"),
    (
        "body",
        (
            "Our map of council performance was visited by more than 2,300 people in its first month. It shows decisions, "
            "public reports and the changes that authorities have promised; your committee may want to see its own page."
        ),
    ),
    (
        "body",
        (
            "Link officers from 151 authorities met in four cities this year; 164 delegates came, and 97% of them said that "
            "they would come again. In 45% of the groups the talk was of delay."
        ),
    ),
    (
        "body",
        (
            "We gave 112 courses to some 1,350 people, 39 more than the year before, and 100% of those who answered found "
            "theirs useful."
        ),
    ),
)

REMARK = (
    (
        "body",
        (
            "Last year I wrote that 71% of complaints we investigated were upheld, a total of 7 upheld decisions, and that in "
            "83% of cases we were satisfied with what your Council then did. Four of this year's cases were about housing; in 3 "
            "of them the remedy came late, although it came."
        ),
    ),
)

LONG = (
    ("heading", "Looking ahead"),
    (
        "body",
        (
            "Complaints are the cheapest advice that an authority gets. Those which read theirs together, whatever service they "
            "are about, find the same few causes: a letter not answered, a decision without reasons, a promise without a date. "
            "Of 20 authorities that we asked, 13 had put this on the agenda of a committee at least once, and 2 did so every "
            "quarter."
        ),
    ),
    (
        "body",
        (
            "From 1 September we ask for answers within 28 days instead of 35. We know that some departments have 0% of their "
            "staff in the office; please write to us early where a date cannot be kept."
        ),
    ),
    (
        "body",
        (
            "None of this changes what complaints are for. Somebody took the trouble to say what went wrong; the least that all "
            "of us can do is to make sure that it was worth the trouble."
        ),
    ),
)

OPENING = (
    "I write with our summary of the decisions made by the Local Government and Social Care Ombudsman about your {short} for "
    "the year ending {period_end}. It has been a year like no other for those who serve the public, and I thank your {short} "
    "for the care with which it answered us."
)
