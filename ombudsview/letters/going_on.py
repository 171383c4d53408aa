"""Whether a paragraph right behind a remark goes on about the authority, although it has no name and no “your”.

It does where it opens by pointing back, tells of something that happened in a case, and has nothing of what all authorities
are told.
"""

from __future__ import annotations

import re

from ombudsview.letters.topics import OTHERS, PAST

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|most|many|all|each|none|neither|either|both|\d+)"
)
_CASE = (
    r"(?:apolog(?:y|ies)|payments?|cheques?|refunds?|money|sums?|offers?|compensation|remed(?:y|ies)|settlements?|repl(?:y|ies)"
    r"|answers?|responses?|files?|documents?|papers|letters?|explanations?|cases?|complaints?|complainants?|recommendations?|findings"
    r"|actions?|reports?|reviews?|decisions?|assessments?|delays?|reasons?|reminders?|requests?|deadlines?|investigations?|matters?"
    r"|work|repairs?|failures?|faults?|mistakes?|errors?|injustice|family|families|tenants?|residents?|households?|mother|father|parents?"
    r"|child|children|man|men|woman|women|people concerned)"
)
_WHICH = r"(?:first|second|third|fourth|last|latter|former|same|other|others|rest|remaining|remainder|further|agreed|missing|late)"
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_THIS = "(?:this|that|these|those)"

POINTS_BACK = re.compile(
    "|".join(
        (
            rf"(?:it|they|he|she|{_THIS}|such|her|his|their|its)\b",
            rf"{_COUNT} of (?:these|those|them|the (?:{_WHICH} )?{_CASE})\b",
            rf"(?:both|neither|each|another) (?:of )?(?:{_WHICH} )?{_CASE}\b",
            rf"(?:the|an?) (?:{_WHICH} )?{_CASE}\b|the {_WHICH}\b|another\b",
            rf"(?:in|on|for|to|of) (?:{_COUNT}|the|{_THIS}|another) (?:of (?:these|those|them)\b|(?:{_WHICH} )?{_CASE}\b)",
            rf"no (?:{_WHICH} )?{_CASE}\b|nothing\b|nobody\b|no one\b|matters\b|things\b",
            rf"(?:following|after|despite|because of|in spite of) (?:{_THIS}|its|(?:our|an?|the) {_CASE})\b",
            r"as a (?:result|consequence)\b|(?:then|later|eventually|by then|since then|in the end|at first|even then|again)\b",
            r"meanwhile\b|only (?:then|when|after)\b|when (?:we|it|they|she|he|this|that)\b",
            r"(?:our|my|the) investigator\b|(?:mr|mrs|ms|miss|dr) [a-z]\b",
        )
    )
)
"""How a paragraph opens that goes on with what was told."""

_PAST = re.compile(rf"{PAST.pattern}|\b(?:spent|said|stood|brought|began|became|felt|knew|heard|saw|could|would)\b")
_HAPPENED = re.compile(
    rf"\b{_CASE}\b|\b(?:he|she|her|his|him)\b|\b(?:days|weeks|months)\b|\N{{POUND SIGN}}\d|\b(?:in|since|by|until) {_MONTH}\b"
)

_OURS = (
    "website|web|offices?|staff|services?|maps?|training|courses?|statistics|figures|guides?|guidance|code|teams?|advice|name|powers?"
    "|jurisdiction|publications?|newsletters?|approach|aims?|strategy|plans?|experience|annual|work|role|casework|performance|budget"
    "|resources|process(?:es)?|procedures?"
)
_WE_DID = (
    r"publish\w*|launch\w*|introduc\w*|train\w*|chang\w*|mov\w*|run|ran|held|gave|open\w*|upheld|start\w*|beg[aiu]n\w*|develop\w*"
    r"|collect\w*|record\w*|look\w*|aim\w*|expect\w*|hope\w*|want\w*|believ\w*|encourag\w*|welcom\w*|continu\w*|deal\w*"
    r"|receiv\w+ (?:\d|over|more|fewer)"
)
_PUBLIC = (
    "website|ombudsm[ae]n|commission|laws?|legislation|parliament|government|ministers?|courts?|tribunals?|judges?|judge?ments?"
    "|courses?|guides?|guidance|leaflets?|newsletters?|seminars?|conferences?|workshops?|statistics|figures|tables?|averages?"
    "|councillors|local government|sector|national|nationally|country|england|public services|focus reports?|interactive|casework"
    r"|annual (?:report|review|letter)s?|others|lessons?|learn\w*|generally|typically|usually|overall|largest|majority"
)
_MATTERS = "(?:complaints|cases|enquiries|decisions|people)"
TO_ALL = re.compile(
    "|".join(
        (
            rf"{OTHERS.pattern}|\b(?:each|every|any) (?:council|authority|organisation|body)\b|\byou\b|\byours?\b|\bplease\b",
            rf"\b(?:our|my) (?:[a-z-]+ )?(?:{_OURS})\b|\b(?:i|we) (?:have |had |also |now )*(?:{_WE_DID})\b",
            rf"\b(?:{_PUBLIC})\b|\b(?:for|by) us\b|\bhow we\b|\bthis letter (?!was written)|%|\bper cent\b",
            rf"\b(?:number|proportion|share|volume|percentage|third|half|quarter) of (?:the |all )?{_MATTERS}\b",
            rf"\bmost (?:common|often|frequent|{_MATTERS})\b|\b(?:that|which) (?:reached|came to|were brought to) us\b",
            r"\b(?:people|those|anyone|anybody) who (?:complain|come|came|bring|use|contact)\b",
            r"\b(?:first|second|third|fourth|fifth|last|this|each|every|previous|earlier|past|busy|difficult) years?\b",
            r"\b(?:complaints|cases|enquiries) (?:were about|concerned|related|had to do|were (?:closed|upheld|not upheld))\b",
            rf"\bno (?:\w+ )?reports?\b|\bnone of the (?:investigations|{_MATTERS})\b",
            r"\b(?:decisions|statements) (?:\w+ ){0,6}publish\w+",
        )
    )
)
"""What all authorities are told, or what is told of complaints by the number: such a paragraph goes on from no remark."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def goes_on(paragraph: str) -> bool:
    """Whether a paragraph, in small letters and with plain quotes, goes on from a remark that it stands behind."""
    words = " ".join(paragraph.split())
    first = _SENTENCE.split(words, maxsplit=1)[0]
    return bool(
        POINTS_BACK.match(words) and _PAST.search(first) and _HAPPENED.search(words) and not TO_ALL.search(words)
    )
