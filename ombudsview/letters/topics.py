"""What a remark is about: a public report, a late remedy, poor handling, praise. One remark may be about several of these.

It is told sentence by sentence, and of what was done: standard wording says what is done, and what other authorities did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_OFFICES = (
    "council|authority|organisation|body|borough|county|district|city|officers?|staff|teams?|departments?|response|responses"
    "|answers?|reply|replies|handling|compliance|performance|delays?"
)
_PAST = (
    r"(?:has|have|had|was|were|did|[a-z]{2,}ed|took|gave|made|sent|paid|kept|told|put|came|went|wrote|let|met|left|ran|held|lost"
    r"|found|sought|set|got|fell|dealt)"
)
_YOURS = rf"your (?:{_OFFICES})(?:'s)?"
_DONE_BY_YOU = (
    rf"\b(?:{_YOURS}|you|the council) (?:\w+ly )?{_PAST}\b|\b(?:your|the) council's (?:[a-z]+ ){{1,4}}{_PAST}\b"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)"
_COUNTED = (
    rf"\b(?:in|on) {_NUMBER} (?:of|cases?|complaints?|occasions?)\b|\b{_NUMBER} (?:[a-z]+ ){{0,3}}"
    r"(?:cases?|complaints?|occasions?|instances?|investigations?|remed(?:y|ies)|recommendations?)\b"
)
_WHEN = (
    r"\b(?:this|last|during the|over the|in the|in the past|in the last) (?:year|twelve months)\b|\bduring \d{4}"
    r"|\b(?:in|since|by|until) (?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_BY_US = r"\b(?:i|we) (?:have |had )?(?:issued|published|noted|recorded|had to)\b|\bi (?:was|had)\b"
_ABOUT = re.compile(rf"\b{_YOURS}(?!\w)|{_DONE_BY_YOU}")
_EVENT = re.compile("|".join((_DONE_BY_YOU, _COUNTED, _WHEN, _BY_US)))
PAST = re.compile(rf"\b{_PAST}\b")
_IS_NOW = re.compile(r"\b(?:is|are|am|gives?|remains?)\b")
_IN_GENERAL = re.compile(r"\b(?:where|if|when|whether|may|should|would|could|must|will)\b")
_ASKS = re.compile(r"\bplease\b|\b(?:may|might) (?:wish|want|like)\b")
OTHERS = re.compile(r"\b(?:authorities|councils|organisations|bodies)\b")
_NAMED = re.compile(
    r"\b[A-Z][\w'\N{RIGHT SINGLE QUOTATION MARK}-]+ (?:(?:[A-Z&][\w'\N{RIGHT SINGLE QUOTATION MARK}-]*|of|and|the) ){0,9}"
    r"(?:Council|Authority|Borough)\b|\b(?:City|Borough|Council) of (?:the )?[A-Z][\w-]+"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Topic:
    """What a remark is about: its public name, the words that tell, and what is asked of the officer where it is there.

    `denied` are words by which a sentence says that there was no such thing.
    """

    name: str
    label: str
    pattern: re.Pattern[str]
    asks: str = ""
    denied: re.Pattern[str] | None = None


def _both(one: str, other: str) -> str:
    """Words of two sorts in one sentence, in either order; as far apart as sentences are long, for what has no full stop at all."""
    return rf"\b(?:{one})\b.{{0,400}}?\b(?:{other})\b|\b(?:{other})\b.{{0,400}}?\b(?:{one})\b"


_FEELING = re.compile(
    r"\b(?:disappoint\w*|unacceptable|frustrat\w+|regret\w*)\b|\b(?:am|was|are|were|remain) (?:\w+ )?concerned\b"
    r"|\bconcern(?:s|ed) (?:me|us)\b|\b(?:causes? for|of|serious|some|my|our|raises?|raised) concerns?\b"
)
"""Of whatever is found fault with; it is the handling of complaints where the sentence names nothing else."""
_LEARNT = "Add a note of what was learnt."
_LATE = (
    r"late|belated(?:ly)?|delay\w*|overdue|on time|in time|out of time|too long|longer than|timescales?|deadlines?|outstanding"
    r"|only after|chas(?:ed|ing)|remind\w*|slow\w*"
)
_REMEDY = (
    r"remed\w+|recommend\w+|compl(?:y|ied|iance|ete|eted|eting|etion)|settle\w*|apolog\w+|compensation|promis\w+|undert\w+"
    r"|implement\w*|carr(?:y|ied|ying) (?:\w+ )?out|agreed"
)
_ANSWER = r"answer\w*|repl(?:y|ies|ied)|respon(?:d|ds|ded|se|ses)|enquir(?:y|ies)|information|documents?|papers"
_LACKING = (
    r"late|slow|delay\w*|overdue|out of time|outstanding|incomplete|insufficient|missing|chas(?:ed|ing)|remind\w*"
    r"|(?:days|weeks|months) (?:late|after|past|beyond)|longer than|only after"
    r"|(?:outside|above|beyond|exceed\w*) (?:\w+ ){0,3}(?:targets?|timescales?|limits?|deadlines?)"
)
TOPICS = (
    Topic(
        "public_report",
        "public report",
        re.compile(
            r"\b(?:issu\w+|publish\w+) (?:[\w-]+ ){0,4}reports?\b|\breports?\b.{0,60}\b(?:issued|published|made public)\b"
            r"|\bmade\b.{0,30} public\b.{0,20}\breports?\b"
            r"|\b(?:public|formal) (?:interest )?reports? (?:about|against|on|concerning)\b"
            r"|\b(?:ended|resulted|led|concluded|closed) (?:in|to|with|by) (?:\w+ ){1,3}reports?\b"
            r"|\bsubject of (?:\w+ ){1,3}reports?\b|\b(?:a|one) (?:public|formal) (?:interest )?report\b"
        ),
        f"The letter speaks of a public report. {_LEARNT}",
        re.compile(
            r"\b(?:no|nor|without|any)(?: \w+){0,2} reports?\b|\bnone\b(?: \w+){0,8} reports?\b"
            r"|\b(?:not|never)(?: \w+)? (?:issue|publish)\w*"
        ),
    ),
    Topic(
        "late_remedy",
        "late remedy",
        re.compile(_both(_LATE, _REMEDY)),
        f"The letter speaks of whether remedies came in time. {_LEARNT}",
    ),
    Topic(
        "poor_handling",
        "poor handling",
        re.compile(
            r"\b(?:poor\w*|inadequate|unsatisfactory)\b"
            r"|\b(?:fail(?:ed|ure|ing)? to|did not|(?:has|have|had) not) (?:respond|repl|answer|provid|compl[iy]"
            r"|engag|keep|kept|send|sent|co-?operat)"
            rf"|{_both(_ANSWER, _LACKING)}|\bslow to (?:answer|repl|respond)|\bno (?:answer|reply|response)\b|\bwitness summons"
            r"|\b(?:badly|not (?:been )?(?:well|properly)) (?:handled|managed|dealt)|\bnot (?:been )?(?:handled|managed|dealt with) "
            r"(?:well|properly)|\bmishandl\w+|\bhad to (?:warn|write again|ask again)\b|\bmissed (?:\w+ ){1,2}deadlines?\b"
        ),
        f"The letter finds fault with how complaints were handled. {_LEARNT}",
    ),
    Topic(
        "praise",
        "praise",
        re.compile(
            r"\b(?:commend\w*|congratulat\w+|impress\w+|grateful|credit|well done|positive\w*|prais\w+|exemplary|excellent"
            r"|thank|thanks|courte\w+|constructive\w*|helpful\w*|prompt(?:ly|ness)?)\b|\bappreciat\w+"
            r"|\bwelcom\w+ (?:the|your|this|that|how|its)\b(?! (?:opportunity|chance|comments?|views?))"
            r"|\b(?:pleas(?:ed|ing)|good|glad|heartening|encouraging) (?:to (?:see|note|find|hear|learn)|that|with)\b"
        ),
        "",
        re.compile(r"\b(?:would|should|shall|will|may|can) (?:be (?:pleased|grateful|glad|helpful)|appreciate|find)\b"),
    ),
)

_HANDLING = next(topic for topic in TOPICS if topic.name == "poor_handling")

ADDRESSED = ("you", "the council")
"""What speaks of the authority without its name has one of these: most blocks of a letter have not, and need no closer look."""


def topics(paragraph: str) -> tuple[Topic, ...]:
    """What a paragraph that speaks of this authority says of it; what looks like an authority's name there is taken for its own.

    A sentence about authorities in general tells nothing, nor one in which nothing was done.
    """
    names = tuple(_folded(found[0]) for found in _NAMED.finditer(" ".join(paragraph.split())))
    told = {topic for one in _sentences(paragraph) if _is_of_one(one, names) for topic in touched(one)}
    return tuple(topic for topic in TOPICS if topic in told)


def speaks_of_it(paragraph: str, names: Iterable[str]) -> bool:
    """Whether a paragraph has a topic where it speaks of this authority, by name or as yours, and of something particular.

    That may stand in the sentence before or behind the one with the topic.
    """
    words, names = _folded(paragraph), tuple(_folded(name) for name in names)
    if not _is_particular(words, names):  # most are not, and need no closer look
        return False
    every = _SENTENCE.split(words)
    return any(
        _is_particular(" ".join(every[max(0, number - 1) : number + 2]), names)
        and _is_of_one(sentence, names)
        and bool(touched(sentence))
        for number, sentence in enumerate(every)
    )


def _is_particular(words: str, names: Iterable[str]) -> bool:
    """Whether words name the authority, or speak of it as yours and of something that was done."""
    return any(name in words for name in names) or bool(_ABOUT.search(words) and _EVENT.search(words))


def _sentences(paragraph: str) -> list[str]:
    return _SENTENCE.split(_folded(paragraph))


def _folded(words: str) -> str:
    return " ".join(words.split()).lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _is_of_one(sentence: str, names: Iterable[str]) -> bool:
    """Whether a sentence tells of what was done, and not of authorities in general; or what this one is like."""
    if _ASKS.search(sentence):
        return False
    about = bool(_ABOUT.search(sentence)) or any(name in sentence for name in names)
    if PAST.search(sentence):
        return about or not OTHERS.search(sentence)
    return about and bool(_IS_NOW.search(sentence)) and not _IN_GENERAL.search(sentence)


def touched(words: str) -> tuple[Topic, ...]:
    """The topics whose words stand in a text in small letters, of whomever it speaks."""
    found = [
        topic for topic in TOPICS if topic.pattern.search(words) and not (topic.denied and topic.denied.search(words))
    ]
    if not any(topic.asks for topic in found) and _FEELING.search(words):
        found.append(_HANDLING)
    return tuple(topic for topic in TOPICS if topic in found)


def labels(remark: str) -> tuple[str, ...]:
    """What a remark is about, in words for people."""
    return tuple(topic.label for topic in topics(remark))


def of_all(remarks: Iterable[str]) -> tuple[Topic, ...]:
    """What some remarks are about, each topic once, in the order of `TOPICS`."""
    found = {topic for remark in remarks for topic in topics(remark)}
    return tuple(topic for topic in TOPICS if topic in found)
