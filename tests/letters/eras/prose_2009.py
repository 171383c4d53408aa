"""The prose of the reviews of 2009 to 2013, written for these tests."""

from __future__ import annotations

from typing import Any

INTRODUCTION = (
    "This review sums up the complaints that we dealt with in {year}. It has two sections and two appendices. "
    "Figures of the year "
    "before are left out where they were counted in another way: since 1 April 2008 a team of advisers hears every "
    "caller first. I welcome this chance to set it all out for your council."
)
DEVELOPMENTS = (
    "Since 12 April 2010 schools in 4 areas have come under our eye, and 14 more will follow in September. We have "
    "taught 129 courses "
    "to 2,410 officers; a course costs less than it did."
)
NOTES = (
    "Table 1 gives what our advisers received, by subject. Table 2 gives the decisions of those who investigate. LS is a local "
    "settlement; MI and M reps are reports that found maladministration with injustice or without; NM reps found none."
)
COMMUNICATING = (
    "From 1 April 2011 we write our decisions as statements, which say what we found and why. Of 50 officers whom "
    "we asked, 44 prefer "
    "them, and 90% of complainants read them to the end."
)
POWERS = (
    "In the last year 4,103 people asked us about care that they had arranged themselves, and 31 of their "
    "complaints ended in a "
    "settlement. Ten councils sent us 12 complaints each."
)
CHANGES = (
    "We shall have one ombudsman instead of three. Since April 7 of 10 enquiries have been answered within 20 days, "
    "and we mean to "
    "publish all decisions six weeks after they are made."
)
TOTAL = (
    (
        "This year we received {total} complaints about your authority. For comparison, the averages for each type of "
        "authority were:"
    ),
    "We received {total} complaints about your authority in the year. These compare with the following average numbers:",
)
PROSE: dict[str, Any] = {
    "volume": (
        (
            "Our advisers received {total} enquiries and complaints about your council in the year. Of these {few} "
            "were about planning and "
            "{more} about housing; advice was given in {few} cases."
        ),
        (
            "We received {total} enquiries and complaints in all. {more} of them were premature, and {few} went on to "
            "those who investigate."
        ),
    ),
    "rest": (
        (
            "Complaint outcomes",
            (
                "We settled {few} complaints, or {rate}% of those in our jurisdiction. There was no report.",
                "A settlement is what we call it when a council offers enough. {few} complaints ended so.",
            ),
        ),
        (
            "Liaison with the Local Government Ombudsman",
            (
                "Answers took {rate} days on average. The time that we allow to every council is 28 days, from the day of our letter.",
            ),
        ),
        (
            "Training in complaint handling",
            ("We trained {few} of your officers in May, who gave the day nine out of ten.",),
        ),
    ),
}
