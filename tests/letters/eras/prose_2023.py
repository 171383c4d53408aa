"""The prose of the letters of 2023 and after, written for these tests, and wordings that are close but not sure."""

from __future__ import annotations

NOTE = (
    "Where the compliance rate is below 100%, please look at the complaints in which what was agreed was not done, "
    "and at what can be "
    "learnt from them."
)
ADJUSTED = (
    "Adjusted for {authority}'s population, this is {rate} upheld decisions per 100,000 residents.",
    (
        "Adjusted for {authority}\N{RIGHT SINGLE QUOTATION MARK}s population, this is {rate} upheld decisions per "
        "100,000 residents."
    ),
)
AVERAGES = (
    "The average for authorities of this type is {rate} upheld decisions per 100,000 residents.",
    "The average for authorities of this type is {rate} upheld decisions per 100,000 residents",
)
OPENINGS = (
    (
        "I write with our yearly summary of complaint statistics for the year ending {period}. They may help you to "
        "see how your services "
        "are doing, and I hope you will share them."
    ),
    (
        "Here are our figures on complaints about your organisation for the year ending {period}. I am new in this "
        "office, and have "
        "learnt a good deal from reading them."
    ),
)
REST = (
    (
        "Complaint statistics",
        (
            (
                "Since we look into fewer borderline cases the rate of upheld complaints has risen everywhere: it "
                "was 74% in the country "
                "last year and 66% before. Please bear that in mind when you compare 2022-23 with what went before."
            ),
            "Complaints upheld - We uphold complaints when we find fault, and also where you had found it yourselves.",
            "Compliance with recommendations - We expect 100%. In 17 of 2,549 cases it was not so.",
            "Satisfactory remedy rate - In 15% of upheld cases councils had done enough before we came in.",
            (
                "The figures will be on our website on {published}, in the map of council performance. "
                "We issued 21 public reports last year, which your members may like to read."
            ),
        ),
    ),
    (
        "Supporting complaint handling",
        ("We taught 105 courses to 1,900 people. From April 2024 two codes will be one.",),
    ),
)
