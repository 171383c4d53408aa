"""The labels of figures that are set as cards: of the overview since 2025, and of the three blocks of figures since 2019."""

from __future__ import annotations

from ombudsview.letters.cards import Cards

_BODY = "(?:authorities|councils|organisations|bodies)"
_CASES = "(?:complaints|cases|enquiries|complaints and enquiries)"
_AVERAGE = (
    (
        rf"(?:the )?(?:average|mean) (?:(?:in|of|for|across) )?(?:similar|comparable) {_BODY}"
        rf"|(?:in |for )?(?:similar|comparable) {_BODY}(?: average| \(average\))?|average"
    ),
    "{percent}",
)
_INVESTIGATIONS = "(?:detailed )?investigations?|(?:complaints |cases )(?:were |we )?investigated|investigated"

OVERVIEW = Cards(
    {
        "dealt_with": (rf"(?:{_CASES} )?(?:we )?dealt with|total (?:{_CASES} )?dealt with", "{count}"),
        "not_for_us": (
            rf"(?:{_CASES} )?(?:that )?(?:were )?not for us(?:,? or not (?:yet )?ready(?: for us)?(?: to investigate)?)?",
            "{count}",
        ),
        "assessed_and_closed": (rf"(?:{_CASES} )?(?:were |we )?assessed (?:and|&) closed", "{count}"),
        "investigations": (_INVESTIGATIONS, "{count}"),
    }
)

UPHELD = Cards(
    {
        "upheld_rate": (
            "uph[eo]ld rate|(?:of )?(?:the )?complaints (?:that )?(?:we )?investigated (?:that )?(?:were |was )?upheld",
            "{percent}",
        ),
        "upheld_rate_similar": _AVERAGE,
        "upheld_decisions": ("upheld decisions?|decisions? upheld", "{count}"),
        "investigations": (_INVESTIGATIONS, "{count}"),
        "upheld_per_100k": ("(?:upheld )?decisions (?:upheld )?per 100,000(?: (?:residents|people))?", "{rate}"),
    },
    "upheld",
)
COMPLIANCE = Cards(
    {
        "compliance_rate": (
            "compliance rate|(?:of )?recommendations (?:successfully )?implemented|complied",
            "{percent}",
        ),
        "compliance_rate_similar": _AVERAGE,
        "compliance_outcomes": ("compliance outcomes?", "{count}"),
    },
    "compliance",
)
REMEDIES = Cards(
    {
        "remedy_rate": (
            "satisfactory remed(?:y|ies) rate|(?:of )?upheld (?:cases|decisions) with a satisfactory remedy",
            "{percent}",
        ),
        "remedy_rate_similar": _AVERAGE,
        "satisfactory_remedies": ("satisfactory remed(?:y|ies)(?: decisions?)?", "{count}"),
        "remedy_base": (f"upheld (?:decisions?|cases?)|{_INVESTIGATIONS}", "{count}"),
    },
    "remedies",
)
