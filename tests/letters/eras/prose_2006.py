"""The prose of the letters of 2006 to 2008, written for these tests: counts as words, last year's figures, days that are no field."""

from __future__ import annotations

from typing import Any

PROSE: dict[str, Any] = {
    "volume": (
        (
            "We received {total} complaints against your council in the year, {more} more than in the year before. "
            "I do not think "
            "that a change of that size tells us anything."
        ),
        (
            "Your council was the subject of {total} complaints to my office, {more} fewer than last year, when it had "
            "been 5% more."
        ),
        "The number of complaints that reached us was {total}. Of these {more} had come from the same road.",
    ),
    "character": (
        (
            "{some} were about planning, {few} of them about one application for a garage. The rest were spread over "
            "other services."
        ),
        (
            "As in other years most were about housing repairs and about parking. {some} concerned the council tax, "
            "and {few} anti-social "
            "behaviour."
        ),
    ),
    "rest": (
        (
            "Decisions on complaints",
            (
                (
                    "We issued no reports this year. {some} complaints were settled locally, for which the council "
                    "paid £1,240 in all."
                ),
                (
                    "When a council takes, or agrees to take, steps that we find enough, we call it a local "
                    "settlement: 27.2% of the "
                    "complaints that we could look into ended so across the country. Yours were {some}."
                ),
            ),
        ),
        (
            "Your council's complaints procedure and handling of complaints",
            (
                (
                    "We sent {some} complaints back to the council as premature. A quarter of those that we decide are, "
                    "in the whole country."
                ),
            ),
        ),
        (
            "Liaison with the Local Government Ombudsman",
            (
                (
                    "Answers to our first enquiries took {days} days on average. Every council is asked to send its own "
                    "within 28 days."
                ),
                (
                    "We made enquiries on {some} complaints and had our answers in {days} days. What counts is the day on "
                    "which the last paper reaches us."
                ),
            ),
        ),
        (
            "Training in complaint handling",
            (
                (
                    "We have taught 1,024 officers so far; nine in ten would send a colleague. A course costs £975 for 15 people. "
                    "I should be pleased to see some of your officers there."
                ),
            ),
        ),
    ),
}
