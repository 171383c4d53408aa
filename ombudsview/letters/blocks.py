"""The three blocks of figures that letters have carried since 2019: complaints upheld, compliance, satisfactory remedies."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters import card_labels
from ombudsview.letters.cards import Carded, Cards
from ombudsview.letters.find import Beside, Says, Side
from ombudsview.letters.kind import Anchor, Entry, Finder, Need, conditional
from ombudsview.letters.sections import Section
from ombudsview.letters.stated import Stated

BODY = "(?:authority|authorities|council|councils|organisation|organisations|body|bodies)"
_UPHELD = "{percent} of (?:the )?complaints (?:that )?we investigated were upheld"
_COMPLIED = f"{{percent}} of cases,? we were satisfied (?:that )?the {BODY} (?:had )?successfully implemented"
_REMEDIED = f"{{percent}} of upheld cases,? we found (?:that )?the {BODY} had provided a satisfactory remedy"
_SIMILAR = f"(?:in|for|across) similar (?:types of )?{BODY}"
_AVERAGE = f"compares (?:to|with) an average of {{percent}} {_SIMILAR}"
_BASED = "based on a total of {count}"
_CASES = "(?:detailed )?investigations?"
_NO = r"(?P<value>\b(?:no|not any|did not \w+ any) {}\b[^\n\f]*)"
_COMPLIANCE_HEADING = "compliance with (?:the )?ombudsman(?:'s)? recommendations"
_REMEDIES_HEADING = f"satisfactory remed(?:y|ies) provided by the {BODY}"
_AVERAGES = ("upheld_rate_similar", "compliance_rate_similar", "remedy_rate_similar")
_PER_100K = "(?:upheld )?(?:decisions?|complaints?) per 100,000"
_LINE = r"(?<![^\n\f]){}(?=[\n\f])"


def _opener(sentence: str) -> str:
    return sentence.removeprefix("{percent} ")


SENTENCES = (_opener(_UPHELD), _opener(_COMPLIED), _opener(_REMEDIED))

SECTIONS = (
    Section("upheld", "complaints upheld", (_opener(_UPHELD),)),
    Section("compliance", _COMPLIANCE_HEADING, (_opener(_COMPLIED),)),
    Section("remedies", _REMEDIES_HEADING, (_opener(_REMEDIED),)),
)

ANCHORS = (
    Anchor("the title “Annual Review letter”", r"annual review letter (?:20)?\d\d"),
    Anchor("the Ombudsman's name", "local government (?:and|&) social care ombudsman"),
    Anchor("the heading “Complaints upheld”", _LINE.format("complaints upheld"), block=True, once=True),
    Anchor("the heading “Compliance with Ombudsman recommendations”", _LINE.format(_COMPLIANCE_HEADING), block=True),
    Anchor("the heading “Satisfactory remedies provided by …”", _LINE.format(_REMEDIES_HEADING), block=True),
    Anchor("“of complaints we investigated were upheld”", _opener(_UPHELD), 2, block=True, once=True),
    Anchor("“of cases we were satisfied …”", _opener(_COMPLIED), 2, block=True, once=True),
    Anchor("“of upheld cases we found …”", _opener(_REMEDIED), 2, block=True, once=True),
    Anchor("“Statistics are based on a total of”", "statistics are based on a total of", block=True),
)


# Wordings that nobody has seen: what they find is doubted.
_OF_UPHELD = r"\buph[eo]ld|\bfault\b|\binvestigat"
_OF_COMPLIANCE = r"\bimplement|\bcompl(?:y|ied|iance)|\bcarried out\b|\bsatisf|\brecommend|\bagreed\b"
_OF_REMEDIES = r"\bremed|\bput (?:things |it |matters )?right\b|\boffered\b|\bupheld\b"
_OF_RESIDENTS = r"\b100,000\b|\bresidents?\b|\bpopulation\b|\binhabitants?\b"
_ANY = "[a-z]"
_TOTAL = r"(?:based on|total of|out of|from) (?:a total of )?{{count}} (?:[a-z]+ ){{0,2}}?(?:{things})\b"


def _drawn(label: str, section: str, side: Side = Side.BEFORE, blank: str = "{percent}") -> tuple[Beside]:
    """A figure of a sentence that is drawn much larger than its words, so that it stands in no line of theirs."""
    return (Beside(label, section, blank, side),)


def _broken_off(words: str, following: str) -> str:
    """Words at the end of a line that go on, behind the figure alone, with those that tell what it is."""
    return rf"{words}(?=[\n\f][\s0-9.%]{{0,12}}{following}\b)"


def _rate(key: str, of: str, sentence: str, section: str) -> Entry:
    """A rate in its sentence. A figure drawn apart is one only beside the whole of the words after it: others begin so too."""
    label = rf"(?<![^\n\f]){_opener(sentence)}\b"
    return replace(conditional(key, of, Says(sentence, section)), fallbacks=_drawn(label, section))


def _loosely(entry: Entry, *finders: Finder) -> Entry:
    return replace(entry, loose=finders)


def _average(key: str, section: str, within: str, cards: Cards) -> Entry:
    loose = (Stated("{percent}", section, _ANY, compared=True, never=_OF_RESIDENTS), Carded(cards, key))
    drawn = _drawn(_broken_off("compares (?:to|with) an average of", _SIMILAR), section, Side.AFTER)
    return Entry(key, Need.OPTIONAL, (Says(_AVERAGE, section),), drawn, beside=_AVERAGES, within=within, loose=loose)


def _counted(key: str, *finders: Says, noughts: tuple[Says, ...], things: str, cards: Cards) -> Entry:
    loose = (Says(_TOTAL.format(things=things), finders[0].section), Carded(cards, key))
    return Entry(key, Need.REQUIRED, finders, noughts=noughts, loose=loose)


UPHELD_RATE = _loosely(
    _rate("upheld_rate", "investigations", _UPHELD, "upheld"),
    Stated("{percent}", "upheld", _OF_UPHELD, never=_OF_RESIDENTS),
    Carded(card_labels.UPHELD, "upheld_rate"),
)
UPHELD_AVERAGE = _average("upheld_rate_similar", "upheld", "investigations", card_labels.UPHELD)
UPHELD_DECISIONS = Entry(
    "upheld_decisions",
    Need.REQUIRED,
    finders=(Says(r"(?<!total of ){count} upheld decisions?\b(?! per)", "upheld"),),
    fallbacks=(Beside(r"upheld decisions?\b(?! per)", "upheld"),),
    loose=(
        Says(r"\b(?:upheld|fault in) {count}\b(?! per)", "upheld"),
        Says(r"{count} (?:[a-z]+ ){0,2}?(?:were )?upheld\b(?! (?:[a-z]+ )?per)", "upheld"),
        Carded(card_labels.UPHELD, "upheld_decisions"),
    ),
)
INVESTIGATIONS = _counted(
    "investigations",
    Says(f"{_BASED} {_CASES}", "upheld"),
    noughts=(
        Says(_NO.format("(?:detailed )?investigations"), "upheld"),
        Says(_NO.format("complaints were investigated"), "upheld"),
    ),
    things="investigations?|complaints?|cases?|decisions?",
    cards=card_labels.UPHELD,
)
UPHELD = (UPHELD_RATE, UPHELD_AVERAGE, UPHELD_DECISIONS, INVESTIGATIONS)

COMPLIANCE = (
    _loosely(
        _rate("compliance_rate", "compliance_outcomes", _COMPLIED, "compliance"),
        Stated("{percent}", "compliance", _OF_COMPLIANCE),
        Carded(card_labels.COMPLIANCE, "compliance_rate"),
    ),
    _average("compliance_rate_similar", "compliance", "compliance_outcomes", card_labels.COMPLIANCE),
    _counted(
        "compliance_outcomes",
        Says(f"{_BASED} compliance outcomes?", "compliance"),
        noughts=(Says(_NO.format("(?:recommendations|compliance outcomes|cases)"), "compliance"),),
        things="outcomes?|recommendations?|cases?|remed(?:y|ies)",
        cards=card_labels.COMPLIANCE,
    ),
)

REMEDIES = (
    _loosely(
        replace(_rate("remedy_rate", "upheld_decisions", _REMEDIED, "remedies"), within="remedy_base"),
        Stated("{percent}", "remedies", _OF_REMEDIES),
        Carded(card_labels.REMEDIES, "remedy_rate"),
    ),
    _average("remedy_rate_similar", "remedies", "remedy_base", card_labels.REMEDIES),
    Entry(
        "satisfactory_remedies",
        Need.REQUIRED,
        finders=(Says("(?<!total of ){count} satisfactory remed(?:y|ies)(?: decisions?)?", "remedies"),),
        fallbacks=(Beside("satisfactory remed(?:y|ies) decisions?", "remedies"),),
        loose=(
            Says(r"{count} (?:[a-z]+ ){0,3}?remed(?:y|ies)\b", "remedies"),
            Carded(card_labels.REMEDIES, "satisfactory_remedies"),
        ),
    ),
    _counted(
        "remedy_base",
        Says(f"{_BASED} (?:{_CASES}|upheld (?:decisions?|cases?))", "remedies"),
        noughts=(Says(_NO.format("(?:complaints were upheld|upheld (?:decisions|cases|complaints))"), "remedies"),),
        things="investigations?|complaints?|cases?|decisions?",
        cards=card_labels.REMEDIES,
    ),
)

PER_RESIDENTS = (
    Entry(
        "upheld_per_100k",
        Need.OPTIONAL,
        (
            Says("this is {rate} upheld decisions? per 100,000", "upheld"),
            Says(
                "population,? (?:that is|it is|we upheld|there were) {rate} (?:upheld )?(?:decisions?|complaints?) per 100,000",
                "upheld",
            ),
        ),
        fallbacks=_drawn(_broken_off("population,? (?:this|that|it) is", _PER_100K), "upheld", Side.AFTER, "{rate}"),
        loose=(Stated("{rate}", "upheld", _OF_RESIDENTS), Carded(card_labels.UPHELD, "upheld_per_100k")),
    ),
    Entry(
        "upheld_per_100k_similar",
        Need.OPTIONAL,
        (
            Says(
                "average for (?:authorities|organisations|councils|bodies) of this type is {rate} upheld decisions? per 100,000",
                "upheld",
            ),
            # A percentage "in similar authorities" is the average of the rate above; here it is one only where it says of what.
            Says(
                "average (?:of|is) {rate}(?:(?<!%) in similar| (?:upheld decisions? )?per 100,000| upheld decisions? in similar)",
                "upheld",
            ),
        ),
        fallbacks=_drawn(_broken_off(r"\bof this type is", _PER_100K), "upheld", Side.AFTER, "{rate}"),
        beside=("upheld_per_100k",),
        within="upheld_rate_similar",
        loose=(Stated("{rate}", "upheld", _OF_RESIDENTS, compared=True),),
    ),
)
