"""The prose of the letters of 2014 to 2018, written for these tests, and the headings that are not sure."""

from __future__ import annotations

from typing import Any

NOTE = (
    "The uphold rate is the share of detailed investigations in which we found fault. Complaints that were put "
    "right before they came "
    "to us are counted as upheld; that is 100% of those in which fault was accepted."
)
REMEDIED = ("Satisfactorily by Authority before LGO Involvement", "by Authority satisfactorily before LGO involvement")
COMPLIANCE = (
    "Complaints where compliance with the recommended remedy was recorded during the year",
    "Complaints where the authority complied with our recommendations on-time",
    "Complaints where the authority complied with our recommendations late",
    "Complaints where the authority has not complied with our recommendations",
    "Compliance rate",
)
PROSE: dict[str, Any] = {
    "opening": (
        (
            "I write with the yearly summary of the complaints made to us about your authority for the year ended "
            "{period}. The figures are "
            "in the table behind this letter."
        ),
        "Here is our summary of what we received and decided about your authority in the year that ended on {period}.",
    ),
    "rest": (
        (
            "Our statistics",
            (
                (
                    "We count complaints by the month in which they reach us and decisions by the month in which "
                    "they are made, so that the "
                    "two tables need not agree. We upheld 51% of those that we looked into across the country, "
                    "against 46% a year earlier."
                ),
                (
                    "We have written to 351 authorities. The number of enquiries rose by 2%, to 18,355, of which 4,214 "
                    "were about schools."
                ),
            ),
        ),
        (
            "Remedies",
            (
                (
                    "In 97 cases authorities were slow to do what they had agreed. We ask for proof within 14 days. "
                    "Please see that your council keeps to the dates that it has agreed."
                ),
                "Some authorities put things right before we came in; 11% of upheld complaints across the country ended so.",
            ),
        ),
        (
            "Supporting good local complaint handling",
            (
                "We taught 80 courses to 1,100 people; 96% would come again. I would be grateful if your officers thought of it.",
            ),
        ),
    ),
}
