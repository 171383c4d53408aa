"""`measures-2019`: the letters of 2019 to 2022, a letter and then three blocks of figures with a graphic each."""

from __future__ import annotations

from ombudsview.letters import address
from ombudsview.letters.find import Beside, Says, Seeks
from ombudsview.letters.kind import Anchor, Entry, Kind, Need
from ombudsview.letters.sections import Section

_BODY = "(?:authority|authorities|council|councils|organisation|organisations|body|bodies)"
_UPHELD = "{percent} of (?:the )?complaints (?:that )?we investigated were upheld"
_COMPLIED = f"{{percent}} of cases,? we were satisfied (?:that )?the {_BODY} (?:had )?successfully implemented"
_REMEDIED = f"{{percent}} of upheld cases,? we found (?:that )?the {_BODY} had provided a satisfactory remedy"
_AVERAGE = f"compares (?:to|with) an average of {{percent}} (?:in|for|across) similar (?:types of )?{_BODY}"
_AVERAGES = ("upheld_rate_similar", "compliance_rate_similar", "remedy_rate_similar")
_BASED = "based on a total of {count}"
_CASES = "(?:detailed )?investigations?"
_HEADER = r"(?<![^\n\f]){line}\n(?:local authority report\n)?for the period ending:? {any_date}"
_TITLE = r"(?<![^\n\f])(?P<value>annual review (?:letter|of complaints) 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
_NO = r"(?P<value>\b(?:no|not any|did not \w+ any) {}[^\n\f]*)"
_PERIOD = "for the period (?:between|from) "


def _opener(pattern: str) -> str:
    return pattern.removeprefix("{percent} ")


def _required(key: str, *finders: Says | Beside | Seeks) -> Entry:
    return Entry(key, Need.REQUIRED, finders)


def _counted(key: str, figure: Says, *noughts: Says) -> Entry:
    return Entry(key, Need.REQUIRED, (figure,), noughts=noughts)


def _optional(key: str, *finders: Says | Beside | Seeks) -> Entry:
    return Entry(key, Need.OPTIONAL, finders)


def _average(key: str, section: str, within: str) -> Entry:
    return Entry(key, Need.OPTIONAL, (Says(_AVERAGE, section),), beside=_AVERAGES, within=within)


def _of(base: str, key: str, *finders: Says | Beside | Seeks) -> Entry:
    return Entry(key, Need.CONDITIONAL, finders, of=base)


MEASURES_2019 = Kind(
    key="measures-2019",
    name="Annual Review letter, 2019 to 2022",
    sender="Local Government and Social Care Ombudsman",
    covers=("2019-03-31", "2022-03-31"),
    anchors=(
        Anchor("the title “Annual Review letter”", r"annual review letter (?:20)?\d\d"),
        Anchor("the Ombudsman's name", "local government (?:and|&) social care ombudsman"),
        Anchor("the heading “Complaints upheld”", r"(?<![^\n\f])complaints upheld(?=[\n\f])", block=True),
        Anchor(
            "the heading “Compliance with Ombudsman recommendations”",
            r"(?<![^\n\f])compliance with (?:the )?ombudsman(?:'s)? recommendations(?=[\n\f])",
            block=True,
        ),
        Anchor(
            "the heading “Satisfactory remedies provided by …”",
            rf"(?<![^\n\f])satisfactory remed(?:y|ies) provided by the {_BODY}(?=[\n\f])",
            block=True,
        ),
        Anchor("“of complaints we investigated were upheld”", _UPHELD, 2, block=True),
        Anchor("“of cases we were satisfied …”", _COMPLIED, 2, block=True),
        Anchor("“of upheld cases we found …”", _REMEDIED, 2, block=True),
        Anchor("“Statistics are based on a total of”", "statistics are based on a total of", block=True),
    ),
    never=("upheld decisions per 100,000", r"we dealt with [\d,]+ complaints"),
    sections=(
        Section("upheld", "complaints upheld", (_opener(_UPHELD),)),
        Section("compliance", "compliance with (?:the )?ombudsman(?:'s)? recommendations", (_opener(_COMPLIED),)),
        Section("remedies", f"satisfactory remed(?:y|ies) provided by the {_BODY}", (_opener(_REMEDIED),)),
    ),
    entries=(
        _required("authority", Seeks(address.authority), Says(_HEADER)),
        _required("period_start", Says(_PERIOD + "{date} (?:to|and|-) {any_date}")),
        _required(
            "period_end",
            Says("for the period ending:? {date}"),
            Says(_PERIOD + "{any_date} (?:to|and|-) {date}"),
            Says("for the year (?:ending|ended|to):? {date}"),
        ),
        _required("letter_date", Seeks(address.letter_date)),
        _required("title", Says(_TITLE)),
        _optional("reference", Says(r"(?<![^\n\f])our ref(?:erence)?\.?: ?{line}")),
        _optional("addressees", Seeks(address.addressees)),
        _optional("addressee_role", Seeks(address.addressee_role)),
        _optional("signatory", Seeks(address.signatory)),
        _optional("signatory_role", Seeks(address.signatory_role)),
        _of("investigations", "upheld_rate", Says(_UPHELD, "upheld")),
        _average("upheld_rate_similar", "upheld", "investigations"),
        Entry(
            "upheld_decisions",
            Need.REQUIRED,
            finders=(Says("(?<!total of ){count} upheld decisions?(?! per)", "upheld"),),
            fallbacks=(Beside("upheld decisions?(?! per)", "upheld"),),
        ),
        _counted(
            "investigations",
            Says(f"{_BASED} {_CASES}", "upheld"),
            Says(_NO.format("(?:detailed )?investigations"), "upheld"),
            Says(_NO.format("complaints were investigated"), "upheld"),
        ),
        _of("compliance_outcomes", "compliance_rate", Says(_COMPLIED, "compliance")),
        _average("compliance_rate_similar", "compliance", "compliance_outcomes"),
        _counted(
            "compliance_outcomes",
            Says(f"{_BASED} compliance outcomes?", "compliance"),
            Says(_NO.format("(?:recommendations|compliance outcomes|cases)"), "compliance"),
        ),
        _of("upheld_decisions", "remedy_rate", Says(_REMEDIED, "remedies")),
        _average("remedy_rate_similar", "remedies", "remedy_base"),
        Entry(
            "satisfactory_remedies",
            Need.REQUIRED,
            finders=(Says("(?<!total of ){count} satisfactory remed(?:y|ies)(?: decisions?)?", "remedies"),),
            fallbacks=(Beside("satisfactory remed(?:y|ies) decisions?", "remedies"),),
        ),
        _counted(
            "remedy_base",
            Says(f"{_BASED} (?:{_CASES}|upheld (?:decisions?|cases?))", "remedies"),
            Says(_NO.format("(?:complaints were upheld|upheld (?:decisions|cases|complaints))"), "remedies"),
        ),
    ),
)  # fmt: skip
