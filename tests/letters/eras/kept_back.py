"""Wordings kept back: only the judge reads this file.

Whoever writes finders leaves it shut, so that figures for these letters mean something.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

from tests.letters.eras.blocks import Words
from tests.letters.eras.prose_remarks import Remarks

PROSE_2006: dict[str, Any] = {
    "volume": (
        "Last year people brought us {total} complaints concerning your authority, up by {more}.",
        "In all {total} complaints came in. That is {more} below the figure that I gave in my last letter.",
    ),
    "character": ("{some} of the complaints had to do with schools, {few} with trees.",),
    "rest": (
        ("Decisions and outcomes", ("None of the cases ended in a report; {some} ended in a settlement.",)),
        (
            "Response times and liaison",
            ("Enquiries on {some} cases took {days} days. Councils are asked for an answer in 28.",),
        ),
        (
            "Conclusions and general observations",
            ("I welcome your comments. My office can be reached on weekdays from 8.30.",),
        ),
    ),
}
OUTCOMES_2006 = {
    "mi_reports": "MI reports",
    "local_settlement": "Local settlements (LS)",
    "m_reports": "M reports",
    "nm_reports": "NM reports",
    "no_maladministration": "No maladministration",
    "ombudsmans_discretion": "Ombudsman's discretion",
    "outside_jurisdiction": "Outside jurisdiction",
}
PROSE_2009: dict[str, Any] = {
    "volume": (
        "During the twelve months our Advice Team took {total} contacts that concerned you, {few} of them on housing.",
        "There were {total} enquiries and complaints about your authority, {more} up on the last count.",
    ),
    "rest": (
        ("Decisions on complaints", ("Maladministration was found in none. {few} were settled, which is {rate}%.",)),
        ("Reports", ("I issued none about you.",)),
    ),
}
ADVICE_2009 = (
    "Advice only",
    "Forwarded to investigative team (resubmitted)",
    "Forwarded to investigative team (new complaints)",
)
TOTAL_2013 = (
    "In the year to March our office had {total} complaints concerning your authority. Averages by type were:",
    "The number of complaints received about your authority was {total}. Others of your kind received, on average:",
)
DECISIONS_2012 = ("Not investigated", "Investigated", "Report issued", "Total")
PROSE_2014: dict[str, Any] = {
    "opening": ("With this letter come the yearly figures on complaints to us concerning you; they run to {period}.",),
    "rest": (
        ("Reading the figures", ("Of every 100 complaints that we looked into 53 were upheld, 5 more than before.",)),
        (
            "Developments",
            (
                (
                    "From 1 June we carry a new name. Two new reports and 3 guides came out in spring, and I should be "
                    "pleased if your members had a copy."
                ),
            ),
        ),
    ),
}
DECIDED_2014 = ("Detailed investigations", "Uphold rate")
REMEDIED_2016 = ("by LGO", "Satisfactorily by Authority Before LGO Involvement")
COMPLIANCE_2018 = (
    "Complaints where compliance was recorded",
    "Complied with on time",
    "Complied with late",
    "Not complied with",
    "Compliance rate",
)


def received_2014(heads: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The headings in other capitals and another order."""
    words = {key: choices[-1] for key, choices in heads.items()}
    words |= {
        "environment": "Environmental Services, Public Protection & Regulation",
        "benefits_and_tax": "Benefits & Tax",
    }
    order = sorted(words, key=lambda key: (key == "other", words[key]))
    return {key: words[key] for key in order}


REST_2019 = (
    (
        "How to read the statistics",
        (
            "Complaints upheld - This shows how often something had gone wrong. In 2 of 3 cases across England we found fault.",
            "Compliance with recommendations - Nearly always 100%, and where it is not, please ask why by {published}.",
        ),
    ),
    (
        "Working together",
        (
            (
                "Since last spring 44 councils took part in 3 workshops; 99% of places were filled. "
                "We published 33 public interest reports last year; your scrutiny committee may wish to see them."
            ),
        ),
    ),
)


def words_2019(dice: random.Random) -> Words:
    """Words of another year."""
    return Words(
        similar=dice.choice(("organisations", "authorities")),
        body=dice.choice(("the organisation", "the Council")),
        base=dice.choice(("detailed investigation", "investigation")),
        remedy_base=dice.choice(("upheld decision", "investigation")),
        average=dice.choice(
            (
                "This compares to an average of {rate} in similar {similar}",
                "This compares with an average of {rate} in similar {similar}.",
            )
        ),
        complied="In {rate} of cases we were satisfied {body} had implemented our recommendations.",
    )


REST_2023 = (
    (
        "Your figures",
        ("Rates are higher than they were, by 7% or so, for reasons of ours. Publication is on {published}.",),
    ),
    (
        "Our new code",
        (
            (
                "Of 20 pilots 17 were content. There were 3.4 comments a page. "
                "Some councils failed to reply in time in 12 cases, and that was disappointing: please look at your own procedures."
            ),
        ),
    ),
)


def words_2023(words: Words, dice: random.Random) -> Words:
    """Sentences about the population in other words."""
    return replace(
        words,
        adjusted=dice.choice(
            (
                "When adjusted for {authority}'s population, this is {rate} upheld decisions per 100,000 residents",
                "Adjusted for population, this is {rate} upheld decisions per 100,000 residents.",
            )
        ),
        adjusted_average="The average for similar authorities is {rate} upheld decisions per 100,000 residents.",
        base=dice.choice(("detailed investigation", "investigation")),
        remedy_base=dice.choice(("upheld decision", "detailed investigation", "upheld case")),
    )


OVERVIEW_2025 = (
    (
        "Between {start} and {end}, we dealt with {dealt}. Of these, {not_for_us} were not for us or were not ready "
        "for us to investigate. "
        "We assessed and closed {closed}. We investigated {looked}."
    ),
    (
        "We dealt with {dealt} between {start} and {end}. {not_for_us} of these were not for us or not ready for us "
        "to look into. We "
        "assessed and closed {closed}, and we investigated {looked}."
    ),
)
PSOW = (
    "This is my yearly letter to you. It is about complaints against your council up to {period} and what became of them.",
    "My office took in 2,726 new complaints, 3% fewer. One in {near} led to a report.",
)
REMARKS: Remarks = {
    "late_remedy": (
        (
            "Not everything that {name} undertook to do was done by the day agreed. {two} remedies were still outstanding at the "
            "end of {month}, and a refund of {money} took {weeks} weeks."
        ),
        (
            "It is disappointing that {name} failed to meet the timescales for {two} of our recommendations. Delay of this kind, "
            "here of {weeks} weeks, undermines the trust of people who have been through a long complaint about {service}."
        ),
        (
            "We recorded {two} instances of late compliance by your {body}. A review of {service}, which {name} should have "
            "finished in {month}, reached us {weeks} weeks past its deadline."
        ),
        (
            "You will know that a settlement agreed over {service} was honoured only after {two} reminders. Mrs G had her {money} "
            "from {name} {weeks} weeks late."
        ),
    ),
    "public_report": (
        (
            "You will recall our report on {service} in your area, published in {month}. Injustice was caused to {two} households, "
            "and {name} has been asked to pay each of them {money}."
        ),
        (
            "I found maladministration causing injustice by {name} in one case this year and issued a report on it. It dealt with "
            "{service}, where {two} letters had been lost within {weeks} weeks."
        ),
        (
            "In the past twelve months your {body} was the subject of {two} public reports. The first, in {month}, was about "
            "{service}; {name} had not assessed a man's needs for {weeks} weeks."
        ),
        (
            "One decision about {name} was serious enough for us to make it public as a report. It told how {service} had passed a "
            "father from desk to desk for {weeks} weeks, until {month}."
        ),
    ),
    "poor_handling": (
        (
            "It took {name} as long as {days} days to respond to our enquiries, against the 28 that we allow. In {two} cases your "
            "officers asked for more time when the time had already run out."
        ),
        (
            "The standard of the replies from {name} gives me cause for concern. {two} of them left out documents that we had "
            "asked for in {month}, and we had to go back to {service} more than once."
        ),
        (
            "We had difficulty in getting information from {name} this year. A file on {service} that we requested in {month} was "
            "still missing {weeks} weeks on, so that we closed our investigation without it."
        ),
        (
            "Your {body} has not engaged with us as it should. Telephone calls about {two} complaints were not returned, and in "
            "{month} {name} missed a deadline that we had already extended by {days} days."
        ),
    ),
    "praise": (
        (
            "My investigators tell me that the staff of {name} are courteous and prompt. In {month} your {body} sent us all that "
            "we needed on {two} complaints within {days} days."
        ),
        (
            "I commend {name} for the openness with which it met {two} complaints about {service}. It apologised early and offered "
            "{money} of its own accord."
        ),
        (
            "We appreciate the constructive approach that your {body} has taken. Following our findings on {service} in {month}, "
            "{name} trained {two} teams and shared with us what it had learnt."
        ),
        (
            "I was pleased to hear that {name} had acted on last year's letter. Replies about {service} that used to take {weeks} "
            "weeks were with us in {days} days, and I congratulate those who brought this about."
        ),
    ),
}
GOING_ON: Remarks = {
    "late_remedy": (
        "The rest came in {month}. By then the family had moved, and a cheque for {money} went to the wrong address.",
        (
            "When we enquired, we were told that the work had been overlooked; it was put in hand in {month} and completed {weeks} "
            "weeks later."
        ),
        "No reason was given for this. A second apology was promised in {month} but reached the complainant {days} days later.",
    ),
    "public_report": (
        "He was offered {money} in {month}, and {two} other people in the same position have since been found.",
        "Those recommendations were accepted, although it took {weeks} weeks and a further meeting in {month} to settle them.",
        "Following its publication {two} members of staff were trained, and a new procedure for {service} came into use in {month}.",
    ),
    "poor_handling": (
        "Matters did not improve. A second request, which we made in {month}, was left unanswered for {days} days.",
        "Our investigator telephoned on {two} occasions and was promised a call back, which she did not receive.",
        "As a result {two} investigations took {weeks} weeks more than they would have needed.",
    ),
    "praise": (
        "Such work bore fruit: {two} complaints that were made in {month} never had to come to us.",
        "The people concerned were told in {month} what had been decided, and {two} of them wrote to thank us.",
        "Nothing more was needed from us in {month}, and both investigations were closed within {days} days.",
    ),
}
FOR_ALL: tuple[str, ...] = (
    "In {month} we asked what people thought of our letters. Their answers were used to make them plainer, and {two} forms went.",
    (
        "The number of complaints that reached us rose again. It was the third year in which this happened, and housing was the "
        "largest subject."
    ),
    (
        "Our staff were brought together in one place in {month}. That took {weeks} weeks and caused some delay to our "
        "investigations, for which we apologised."
    ),
    "These figures were checked before they were sent. Some of them had to be corrected in {month}, as they were last year.",
    "This guide was based on {two} hundred cases. It was sent to every authority in {month}, with questions for councillors.",
    "They were among the 40 cases that we put on our website last year. Each shows how a complaint was settled early.",
)
