"""How letters, reports and tables usually word the vocabulary: labels by which a figure is known in any layout."""

from __future__ import annotations

from collections.abc import Iterable

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.phrase import BLANKS, blanked

_WORDINGS: dict[str, tuple[str, ...]] = {
    "dealt_with": ("complaints dealt with", "cases dealt with", "complaints and enquiries dealt with"),
    "not_for_us": ("not for us", "not ready for us", "not for us or not ready", "not for the ombudsman"),
    "assessed_and_closed": ("assessed and closed", "closed after assessment"),
    "upheld_rate": (
        "uphold rate",
        "upheld rate",
        "complaints upheld",
        "percentage upheld",
        "percentage of complaints upheld",
        "of complaints upheld",
        "of complaints were upheld",
        "of complaints we investigated were upheld",
    ),
    "upheld_rate_similar": (
        "average uphold rate",
        "average uphold rate of similar authorities",
        "average uphold rate for similar authorities",
        "uphold rate of similar authorities",
    ),
    "upheld_decisions": ("upheld decisions", "decisions upheld", "complaints upheld", "cases upheld", "upheld"),
    "investigations": (
        "investigations",
        "detailed investigations",
        "complaints investigated",
        "cases investigated",
        "investigations completed",
    ),
    "upheld_per_100k": (
        "upheld decisions per 100,000 residents",
        "upheld decisions per 100,000",
        "upheld decisions per 100,000 population",
        "upheld per 100,000 residents",
    ),
    "compliance_rate": (
        "compliance rate",
        "compliance with recommendations",
        "compliance with ombudsman recommendations",
    ),
    "compliance_rate_similar": ("average compliance rate", "average compliance rate of similar authorities"),
    "compliance_outcomes": ("compliance outcomes",),
    "compliance.on_time": ("complied on time", "recommendations complied with on time"),
    "compliance.late": ("complied late", "recommendations complied with late"),
    "compliance.not_complied": ("not complied", "not complied with", "recommendations not complied with"),
    "remedy_rate": ("satisfactory remedies rate", "satisfactory remedy rate", "satisfactory remedies"),
    "satisfactory_remedies": ("satisfactory remedies", "satisfactory remedy decisions"),
    "received.total": (
        "complaints received",
        "complaints and enquiries received",
        "enquiries and complaints received",
        "total received",
        "cases received",
    ),
    "decided.total": ("decisions made", "complaints decided", "total decided", "total decisions", "cases decided"),
    "decided.not_upheld": ("complaints not upheld", "decisions not upheld", "cases not upheld"),
    "decided.incomplete_or_invalid": ("incomplete or invalid",),
    "decided.advice_given": ("advice given",),
    "decided.referred_back": ("referred back for local resolution", "referred back"),
    "decided.closed_after_initial_enquiries": ("closed after initial enquiries",),
    "remedied.by_ombudsman": ("remedied by the ombudsman", "remedied by the lgo", "remedied by us"),
    "remedied.by_authority": ("remedied by the authority", "remedied by the council"),
    "first_enquiries": ("first enquiries",),
    "first_enquiries_days": ("average days to respond", "average number of days to respond", "average response time"),
}

# Labels that say which row of a table this is, and not which table: they count only under a heading that tells.
_UNDER = {"received": "received", "decided": "deci"}
_LEADING = frozenset(("the", "total", "overall", "number", "no", "of", "our", "your"))
_TRAILING = (("in", "the", "year"), ("this", "year"), ("during", "the", "year"), ("{year}",))

Stems = tuple[str, ...]


def stems(words: Iterable[str]) -> Stems:
    """Words without what is the same in one and many of a thing."""
    return tuple(word if word in BLANKS else _stem(word) for word in words)


def _stem(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s") if len(word) > 3 else word


_EVERYWHERE: dict[Stems, list[str]] = {}
_UNDER_HEADING: dict[tuple[str, Stems], str] = {}
for _key, _wordings in _WORDINGS.items():
    for _wording in _wordings:
        _EVERYWHERE.setdefault(stems(blanked(_wording)), []).append(_key)
for _field in FIELDS.values():
    _room = _field.key.partition(".")[0]
    if _room in _UNDER:
        for _name in {_field.label.lower(), _field.key.partition(".")[2].replace("_", " ")}:
            _UNDER_HEADING[_room, stems(blanked(_name))] = _field.key


def known_as(label: str, headings: Iterable[str]) -> tuple[str, ...]:
    """The fields that a label in small letters may stand for, given the headings above it, the nearest first."""
    words = blanked(label)
    for start in range(len(words)):
        for end in _ends(words):
            found = _looked_up(stems(words[start:end]), headings)
            if found:
                return found
        if words[start] not in _LEADING:
            break
    return ()


def _ends(words: list[str]) -> list[int]:
    tails = (len(words) - len(tail) for tail in _TRAILING if tuple(words[-len(tail) :]) == tail)
    return [len(words), *(end for end in tails if end > 0)]


def _looked_up(label: Stems, headings: Iterable[str]) -> tuple[str, ...]:
    for heading in headings:
        rooms = [room for room, word in _UNDER.items() if word in heading]
        if len(rooms) == 1:
            under = _UNDER_HEADING.get((rooms[0], label))
            if under is not None:
                return (under,)
        if rooms:
            break
    return tuple(_EVERYWHERE.get(label, ()))
