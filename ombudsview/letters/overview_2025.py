"""`overview-2025`: the letters since 2025, which open with a paragraph of what became of all complaints."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters import blocks
from ombudsview.letters.card_labels import OVERVIEW
from ombudsview.letters.cards import Carded
from ombudsview.letters.find import Says
from ombudsview.letters.identity import PERIOD_END, PERIOD_START, REMARKS, identity
from ombudsview.letters.kind import Anchor, Entry, Kind, also, required

_CASES = "(?:complaints?|cases?|enquir(?:y|ies)|complaints? and enquir(?:y|ies))"
_SOME = "(?:[a-z']+ ){0,4}?"


def _of_overview(key: str, said: str, *loose: str) -> Entry:
    """A count of the overview; `loose` are wordings that nobody has seen."""
    return replace(required(key, Says(said)), loose=(*map(Says, loose), Carded(OVERVIEW, key)))


_OVERVIEW = (
    _of_overview(
        "dealt_with",
        "we dealt with {count} complaints?",
        rf"\b(?:dealt with|handled|considered|decided|concluded|received|resolved) {_SOME}{{number}} {_CASES}\b",
        rf"{{number}} {_CASES} (?:[a-z]+ ){{0,3}}?(?:dealt with|handled|concluded|decided)\b",
    ),
    _of_overview(
        "not_for_us",
        "of these,? {count} (?:were|was) not (?:for us|ready)",
        rf"{{number}} {_SOME}(?:{_CASES} )?(?:{_SOME})not (?:[a-z]+ ){{0,3}}?(?:for us|ready|in our|within our|ours?)\b",
        rf"{{number}} {_SOME}(?:premature|too (?:early|soon)|out(?:side)? (?:of )?our|referred (?:back|elsewhere))\b",
    ),
    _of_overview(
        "assessed_and_closed",
        "we assessed and closed {count} complaints?",
        rf"\b(?:assess(?:ed|ing)|clos(?:ed|ing)) {_SOME}{{number}}\b",
        rf"{{number}} {_SOME}(?:assessed|closed)\b",
    ),
)


def _said(who: str, did: str, card: str) -> str:
    """What somebody did with complaints, in a sentence or as the label of a card; what both say first, which is found fast."""
    return rf"{did}(?:(?<={who} {did}) {{count}} complaints?|(?<=[\n\f]{card})(?=[\n\f]))"


_SPAN = "between {} (?:to|and) {}"


_PERIODS = {
    "period_start": also(PERIOD_START, Says(_SPAN.format("{date}", "{any_date}"))),
    "period_end": also(PERIOD_END, Says(_SPAN.format("{any_date}", "{date}"))),
}

OVERVIEW_2025 = Kind(
    key="overview-2025",
    name="Annual Review letter, since 2025",
    sender="Local Government and Social Care Ombudsman",
    covers=("2025-03-31", "2099-03-31"),
    anchors=(
        *blocks.ANCHORS,
        Anchor("“we dealt with … complaints”", _said("we", "dealt with", "complaints dealt with"), 3, block=True),
        Anchor(
            "“We assessed and closed … complaints”",
            _said("we", "assessed and closed", "assessed and closed"),
            2,
            block=True,
        ),
    ),
    never=(),
    sections=blocks.SECTIONS,
    entries=(
        *(
            _PERIODS.get(entry.key, entry)
            for entry in identity(
                r"(?P<value>(?<![^\n\f])annual review (?:letter|of complaints) 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
            )
        ),
        *_OVERVIEW,
        also(
            blocks.UPHELD_RATE,
            Says("{percent} of (?:the )?complaints we investigated"),
            Says("(?:uphold|upheld) rate (?:is|was|of) {percent}"),
        ),
        blocks.UPHELD_AVERAGE,
        replace(
            also(blocks.UPHELD_DECISIONS, Says(r"\bupheld {count}(?= complaints?|\.|,|$| of)")),
        ),
        replace(
            also(blocks.INVESTIGATIONS, Says("we investigated {count} complaints?")),
            loose=(
                *blocks.INVESTIGATIONS.loose,
                Says(rf"\binvestigat(?:ed|ing) {_SOME}{{number}}\b"),
                Says(rf"{{number}} {_SOME}(?:were investigated|investigations?)\b"),
                Carded(OVERVIEW, "investigations"),
            ),
        ),
        *blocks.PER_RESIDENTS,
        *blocks.COMPLIANCE,
        *blocks.REMEDIES,
        REMARKS,
    ),
)
