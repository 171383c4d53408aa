"""What letters say of the authority itself, written for these tests; each has a name, a count or a date that no other letter has."""

from __future__ import annotations

Remarks = dict[str, tuple[str, ...]]
"""By kind: the wordings, with {name}, {body}, {service}, {two} (a word), {weeks}, {days}, {month} and {money} in them."""

REMARKS: Remarks = {
    "late_remedy": (
        (
            "I was sorry to find that in {two} cases the remedy that your {body} had agreed with us came late, in one of them by "
            "{weeks} weeks, although {name} had named the day itself."
        ),
        (
            "In {two} of the cases in which {name} accepted our recommendations it did not do in time what it had promised. One "
            "family waited {weeks} weeks longer than agreed for a payment of {money}."
        ),
        (
            "Your {body} completed {two} of its remedies only after we had chased it. An apology due in {month} was not sent for "
            "another {weeks} weeks, which added to the distress of somebody whom {service} had already let down."
        ),
        (
            "I must also mention delays in carrying out what we had agreed. Action on {two} complaints about {service} was overdue "
            "by the time that {name} told us of it, in the worst case by {weeks} weeks."
        ),
    ),
    "public_report": (
        (
            "This year we published a report about {service} at {name}. We found that a resident had been left without help for "
            "{weeks} weeks, and your {body} has since agreed to pay {money} and to look again at {two} similar cases."
        ),
        (
            "In {month} I issued a public report against your {body}, after an investigation of how {service} had dealt with a "
            "young woman and her child. {name} considered it at a full meeting and accepted my {two} findings."
        ),
        (
            "One of our investigations ended in a formal report, which was made public in {month}. It concerned {service}: {name} "
            "had turned down {two} applications without giving a reason."
        ),
        (
            "We took the unusual step of issuing a public interest report concerning {name}. A fault in {service} was likely to "
            "have touched {two} other people besides the one who came to us in {month}."
        ),
    ),
    "poor_handling": (
        (
            "Your officers were slow to answer us. In {two} investigations {name} did not send what we had asked for until we had "
            "written again, and the longest wait was one of {days} days."
        ),
        (
            "I am concerned about how {name} dealt with our enquiries. Replies in {two} cases were incomplete, and one about "
            "{service} arrived {weeks} weeks after the date that we had set."
        ),
        (
            "On {two} occasions we had no answer from your {body} to our enquiries, and in {month} we had to warn {name} that a "
            "witness summons would follow. The papers came the day before."
        ),
        (
            "Complaints about {service} were not handled well by {name} itself. People waited more than {weeks} weeks for a reply "
            "at the second stage of its procedure, and {two} of them never had one."
        ),
    ),
    "praise": (
        (
            "I would like to thank {name} for the way in which it worked with us. Its answers on {two} complaints about {service} "
            "came well before time and left nothing to be asked."
        ),
        (
            "Your {body} deserves credit for what it did after a complaint about {service}. Without waiting for us it wrote to "
            "{two} other families, and {name} has changed its letters since {month}."
        ),
        (
            "It was good to see {name} put {two} complaints right before we had finished looking at them. I am grateful to those "
            "who run {service} for a thoughtful apology in {month}."
        ),
        (
            "I welcome the improvements that {name} has made in {service} since our decision in {month}. Your staff were quick and "
            "helpful in {two} investigations."
        ),
    ),
}

GOING_ON: Remarks = {
    "late_remedy": (
        "It then took another {weeks} weeks before the apology was sent, and the payment of {money} followed only in {month}.",
        (
            "One of these payments was made in {month}. The other had still not arrived when this letter was written, {weeks} weeks "
            "later."
        ),
        (
            "The delay was put down to a change of staff. We asked for an explanation in {month} and received one {days} days "
            "after that."
        ),
    ),
    "public_report": (
        (
            "The report was discussed at a full meeting in {month}, and {two} of its findings were accepted. A further payment of "
            "{money} was agreed."
        ),
        (
            "She had waited for {weeks} weeks. Nobody told her in that time that a decision had been made, nor was she offered "
            "{money} until we asked."
        ),
        (
            "The first of the recommendations was carried out at once. The second, a review of {service}, was finished {weeks} "
            "weeks after the report came out."
        ),
    ),
    "poor_handling": (
        "In one of these cases the file arrived {weeks} weeks after our first letter, and {two} of its pages were missing.",
        "They were sent in the end, but in {month} we had to write again about {two} other cases.",
        (
            "This caused delay to the people who had complained. One of them had to wait {weeks} weeks longer than she should "
            "have done."
        ),
    ),
    "praise": (
        "Both families were visited in {month}, and each received {money} without having had to ask for it.",
        (
            "It did so within {days} days. We were told by one of the people concerned that the letter had meant a great deal to "
            "her."
        ),
        "The same care was shown in {two} other cases, where apologies were sent within {days} days.",
    ),
}
"""What goes on about the authority in a paragraph of its own, right behind a remark of that kind, and has no name and no “your”."""

FOR_ALL: tuple[str, ...] = (
    "We published {two} focus reports in the year, about homelessness and about school transport. They are on our website.",
    (
        "This was the first year in which we recorded whether our recommendations were carried out. It told us that nearly all "
        "of them are."
    ),
    (
        "It is for each authority to decide how it tells its members of complaints. Many of them now do so every quarter and "
        "have found it useful."
    ),
    (
        "Those who complain to us are asked what they thought of our service. Last year 7 in 10 were content with how they had "
        "been treated."
    ),
    "In {month} we moved our office. Letters sent to the old address were passed on to us for {weeks} weeks after that.",
    (
        "We trained 1,100 people last year. They came from 95 councils, and most of them said that the course had helped them "
        "to answer complaints sooner."
    ),
    (
        "The law was changed in {month}. We can now look at complaints about schools in some areas, and {two} councils took "
        "part in the trial."
    ),
    "Both Ombudsmen were appointed in {month}. They took up their posts with the aim of deciding complaints sooner.",
)
"""What every authority is told, and may stand right behind a remark: it is none."""
