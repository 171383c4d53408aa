"""What the letters of each year tell every authority, by subject, and whether a paragraph tells no more than that.

Only subjects of which a source was found; where that is no letter, it is what the Ombudsman told the public with the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ombudsview.letters.topics import OTHERS, PAST, touched


@dataclass(frozen=True)
class Subject:
    """What was told to all: the years in which the periods ended that these letters cover, words that tell it, and the source."""

    years: tuple[int, ...]
    words: re.Pattern[str]
    source: str


def _subject(years: tuple[int, ...], words: str, source: str) -> Subject:
    return Subject(years, re.compile(words), source)


_BATH = "bathnes.gov.uk/services/your-council-and-democracy/complaints-and-customer-feedback/complaints-received-local-"
_CASEWORK = r"(?:casework|investigations?|new complaints|complaints|enquiries|work)"
_PAUSE = r"(?:paus(?:e|ed|ing)|suspen(?:ded|sion)|stopped|halted|re-?start(?:ed|ing)?|resum(?:ed|ing|ption)|re-?opened)"
SUBJECTS = (
    # The letters themselves are to be published, and shared with the Audit Commission.
    _subject((2006,), r"\baudit commission\b|\bpublish (?:the|these|our) letters\b", f"www.{_BATH}0"),
    # The Advice Team is the one way in, so that figures cannot be compared with earlier ones.
    _subject((2009,), r"\badvice team\b|\bpoint of contact\b|\bour advisers\b", f"idox.{_BATH}7"),
    # Powers over maintained schools and over care that people pay for themselves; a new Ombudsman.
    _subject(
        (2010,),
        r"\bnew (?:powers|areas|ombudsman)\b|\b(?:schools|social care)\b.{0,80}\b(?:jurisdiction|powers|remit)\b",
        "lgo.org.uk/information-centre/news/2010/jul/lgos-focus-on-local-accountability-in-annual-report",
    ),
    # A statement of reasons for each decision; the powers have come; decisions are to be named otherwise.
    _subject(
        (2011,),
        r"\bstatements? of reasons\b|\b(?:extended|new) powers\b|\bpowers (?:have been|were) extended\b"
        r"|\b(?:decision )?descriptions\b|\bunder our jurisdiction\b",
        f"www.{_BATH}1",
    ),
    # Decisions are called upheld or not upheld from now on.
    _subject(
        (2014,),
        r"\b(?:classif\w+|describ\w+|call) (?:\w+ )?(?:results|outcomes|decisions)\b|\bnot upheld\b",
        "www.lgo.org.uk/information-centre/reports/annual-review-reports/interpreting-local-authority-statistics",
    ),
    # How complaints were remedied is told for the first time.
    _subject(
        (2016,),
        r"\bcomplaints remedied\b|\bnew (?:dataset|data|information|figures)\b",
        "lgo.org.uk/information-centre/news/2016/jul/ombudsman-upholding-more-complaints-about-local-government",
    ),
    # More public interest reports, and more recommendations that improve services.
    _subject(
        (2018,),
        r"\bpublic interest reports\b|\bservice improvements?\b",
        "www.localgovernmentlawyer.co.uk/index.php?option=com_content&view=article&id=36164",
    ),
    # The rate of compliance is published for the first time, and a map shows it.
    _subject(
        (2019,),
        r"\bcompliance rates?\b|\brates? of compliance\b|\b(?:interactive|online|new|our) map\b",
        "www.lgo.org.uk/information-centre/news/2019/jul/mapping-the-changes-ombudsman-issues-annual-review-of-complaints",
    ),
    # For three months of the pandemic no new complaints were taken, nor others worked on.
    _subject(
        (2021,),
        rf"\b{_PAUSE}\b.{{0,60}}\b{_CASEWORK}\b|\b{_CASEWORK}\b.{{0,60}}\b{_PAUSE}\b|\bpandemic\b|\bcovid\b|\bcoronavirus\b",
        "democracy.west-lindsey.gov.uk/ieIssueDetails.aspx?IId=17329&Opt=3",
    ),
    # Remedies come late, all over the country.
    _subject(
        (2022,),
        r"\b(?:too long|late|delays?)\b.{0,80}\b(?:remed|recommend)\w+|\b(?:remed|recommend)\w+.{0,80}\b(?:too long|late|delay\w*)\b",
        "content.govdelivery.com/accounts/UKLGO/bulletins/32581e6",
    ),
    # Borderline cases are investigated less, so that rates rise; children with special needs.
    _subject(
        (2023,),
        r"\bborderline\b|\bspecial educational needs\b|\bin the public interest to investigate\b",
        "councildecisions.bury.gov.uk/mgAi.aspx?ID=17533",
    ),
    # The Complaint Handling Code, which all are asked to look at.
    _subject(
        (2024,),
        r"\bcomplaint handling code\b|\b(?:our|the) (?:new )?code\b",
        "meetings.cotswold.gov.uk/ieIssueDetails.aspx?IId=5438&PlanId=0&Opt=3",
    ),
    # The code counts from April 2026.
    _subject(
        (2025,),
        r"\bcomplaint handling code\b|\b(?:our|the) (?:new )?code\b",
        "newslettercollector.nl/newsletter/news-from-the-ombudsman-november-2024/",
    ),
)

_WHO = (
    "(?:you|your (?:council|authority|organisation|officers|staff|teams?|colleagues|members|link officers?|chief executive))"
    rf"(?!'|\w)(?! (?:\w+ )?{PAST.pattern})"
)
_READERS = (
    r"(?:members|committee|councillors|scrutiny committee|link officers?|colleagues|page|figures|statistics|data)"
    rf"(?!'|\w)(?! (?:\w+ )?{PAST.pattern})"
)
_PATIENCE = "(?:patience|understanding|support|co-?operation|forbearance|help|time|efforts|work)"
_OTHERS_TOO = f"(?:,? (?:and|or) (?:all )?(?:{_WHO}|others|colleagues))*"
_FOR = f"(?: for (?:the|their|its|your) {_PATIENCE}(?: and (?:the |their |its |your )?{_PATIENCE})*)?"
_TIME = r"(?:the|this|that|a|these) (?:\w+ ){0,2}(?:years?|times?|pandemic|months?|period|pause)"
_AND_SO = (
    r"(?=[.;]|, (?:and|as|for) (?:i|we|our)\b| (?:while|when|as) (?:we|our|new)\b"
    rf"| (?:during|throughout|over|in) (?:{_TIME}|what (?:has been|was))\b)"
)
_TO_A_READER = re.compile(
    "|".join(
        (
            rf"\b(?:thank|thanks to|grateful to|gratitude to) {_WHO}{_OTHERS_TOO}{_FOR}{_AND_SO}",
            rf"\b(?:ask|encourage|invite|urge|helps?|enable|allow|like|want) {_WHO} to\b",
            rf"\b(?:help|reach|reaches|useful to|helpful to|of interest to) {_WHO}",
            rf"\b{_WHO} (?:can|will|may|might) (?:now |also )*(?:see|find|read|use|compare|look)\b",
            rf"\byour (?:own )?{_READERS}",
            r"\bit (?:has been|was|is) (?:an?|the) (?:\w+ ){0,2}(?:year|time)\b",
            r"\b(?:i am|we are) (?:pleased|glad) (?:that (?:our|we)|to (?:announce|publish|tell|have))\b",
        )
    )
)
"""Where the letter turns to whom it is written to, and says nothing of them: thanks, requests, what they may see."""

_OF_IT = re.compile(
    r"\b(?:you|your|yours|here)\b|\b(?:the|this) (?:council|authority|organisation)\b|\b(?:its|his|her)\b"
    rf"|\b(?:it|he|she) (?:\w+ )?(?:{PAST.pattern})"
)
_OF_THEM = re.compile(rf"\bthey (?:\w+ )?(?:{PAST.pattern})|\btheir\b|\bwho(?:m|se)?\b|\b(?!during\b)\w+ing\b")
_FIGURE = re.compile(
    r"\b\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|dozen|hundred|several|twice|once|single|both"
    r"|january|february|march|april|june|july|august|september|october|november|december)\b|\bin may\b|\N{POUND SIGN}"
)
_DEED = re.compile(
    r"\b(?:repl|respon|answer|apolog|remed|settl|improv|handl|implement|compli|comply|prompt|quick|swift|fast|late|slow|delay|fail|poor"
    r"|mist|fault|error|wrong|remind|chas|report|good|excellen|exemplary|helpful|courte|constructive|positive|commend|congratulat|impress"
    r"|credit|disappoint|concern|unacceptable|regret|frustrat|inadequate|unsatisf|injustice|breach|refus|ignor|lost|miss|overdue|engag"
    r"|learn|train|review|complain|unable|excuse|difficult|promis|forgot|wait|explain|appl(?:y|ie))\w*"
    r"|\b(?:never|nothing|nobody|hard|had to|given no|let down|set aside|each time|only (?:when|after)|more than)\b"
    rf"|\b(?:not|no longer) (?:been |yet )?{PAST.pattern}"
    r"|\b(?:files?|documents?|papers|tenants?|residents?|households?|famil(?:y|ies)|parents?|child(?:ren)?|plans?|assessments?)\b"
)
"""Something done, well or ill, or with whom: a sentence that has it tells of one authority, unless others did it."""
_BY_OTHERS = re.compile(
    r"(?:\A\W*|[,;:] |\b(?:and|but|that|where|year|shows?|tells?|also) )"
    rf"(?:which |some |many |most |too many |(?:a )?few |all )?(?:{OTHERS.pattern})"
)
"""Authorities in general as those who do something, not those that one is held against."""
_LONGEST_NAME = 32
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def tells_all(paragraph: str, year: int | None, names: Iterable[str]) -> bool:
    """Whether a paragraph, in small letters and with plain quotes, tells no more than the letters of the year tell everybody.

    It is about a subject of the year, and so is each sentence of it that has a topic, unless that speaks of authorities in
    general. No sentence names the authority, has a figure or a month, or speaks of it otherwise than to thank or to ask; what
    was done well or ill was done by others.
    """
    subjects = [subject for subject in SUBJECTS if year in subject.years]
    words = " ".join(paragraph.split())
    if not subjects or _FIGURE.search(words) or any(name in words for name in names):
        return False
    if not any(subject.words.search(words) for subject in subjects):
        return False
    return all(_tells_all(sentence, subjects) for sentence in _SENTENCE.split(words))


def _tells_all(sentence: str, subjects: list[Subject]) -> bool:
    if _OF_IT.search(_TO_A_READER.sub(" ", sentence)):
        return False
    about = [subject.words for subject in subjects if subject.words.search(sentence)]
    parts = _TO_A_READER.split(sentence)
    for words in about:
        parts = [words.sub(_unless_it_tells, part) for part in parts]
    if any(map(_BY_OTHERS.search, parts)) and all(map(_done_by_others, parts)):
        return True
    rest = " ".join(parts)
    return not (_OF_THEM.search(rest) or _DEED.search(rest) or touched(rest)) and bool(about or not touched(sentence))


def _done_by_others(part: str) -> bool:
    """Whether what is done in a part of a sentence, if anything is, comes behind a word for authorities in general."""
    deed, others = _DEED.search(part), _BY_OTHERS.search(part)
    if deed is None:
        return others is not None or not touched(part)
    return others is not None and others.start() < deed.start()


def _unless_it_tells(named: re.Match[str]) -> str:
    """Nothing for the name of a subject, as “our code”; what is longer, or has a topic itself, stays."""
    return named[0] if len(named[0]) > _LONGEST_NAME or touched(named[0]) else " "
