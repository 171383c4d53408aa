"""The vocabulary: every field a letter can give, with its unit, its label and its group. The keys are the public names.

A value is kept as canonical text ("1400", "68.8", "2020-03-31") so that it means the same in memory, on disk and on paper;
`parse` makes it from what was printed or typed, `shown` writes it for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """What a value measures, and so how it is written."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    DAYS = "days"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True)
class Field:
    """One thing that a letter says. `many` marks a list, one item a source; `joint` stands between its items where they are typed.

    It is nothing that an item can hold: names have no semicolons, paragraphs do.
    """

    key: str
    unit: Unit
    label: str
    group: str
    many: bool = False
    joint: str = "; "

    @property
    def is_prose(self) -> bool:
        """Whether its items are whole paragraphs, which want several lines to be read and written in."""
        return self.many and ";" not in self.joint


GROUPS = (
    "Identity",
    "Overview",
    "Complaints upheld",
    "Compliance",
    "Satisfactory remedies",
    "Complaints received",
    "Decisions",
    "Complaints remedied",
    "Response times",
    "Remarks",
)

_IDENTITY, _OVERVIEW, _UPHELD, _COMPLIANCE, _REMEDIES, _RECEIVED, _DECIDED, _REMEDIED, _RESPONSE, _REMARKS = GROUPS

_CATEGORIES = {
    "adult_care": "Adult care",
    "benefits_and_tax": "Benefits and tax",
    "corporate_and_other": "Corporate and other services",
    "education_and_children": "Education and children's services",
    "environment": "Environment, public protection and regulation",
    "highways_and_transport": "Highways and transport",
    "housing": "Housing",
    "planning_and_development": "Planning and development",
    "benefits": "Benefits",
    "children_and_family": "Children and family services",
    "education": "Education",
    "planning_and_building_control": "Planning and building control",
    "public_finance": "Public finance",
    "transport_and_highways": "Transport and highways",
    "other": "Other",
    "total": "Total received",
}
_OUTCOMES = {
    "incomplete_or_invalid": "Incomplete or invalid",
    "advice_given": "Advice given",
    "referred_back": "Referred back for local resolution",
    "closed_after_initial_enquiries": "Closed after initial enquiries",
    "not_upheld": "Not upheld",
    "upheld": "Upheld",
    "mi_reports": "Maladministration and injustice reports",
    "local_settlement": "Local settlements",
    "m_reports": "Maladministration reports",
    "nm_reports": "No maladministration reports",
    "no_maladministration": "No maladministration",
    "ombudsmans_discretion": "Ombudsman's discretion",
    "outside_jurisdiction": "Outside jurisdiction",
    "premature": "Premature complaints",
    "total_excluding_premature": "Total excluding premature",
    "total": "Total decided",
}


class _Vocabulary(Mapping[str, "Field"]):
    """The fields by key; a figure of an earlier year, `received.housing@2005-06`, is known by the field it is a figure of."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._fields = {field.key: field for field in fields}

    def __getitem__(self, key: str) -> Field:
        if (known := self._fields.get(key)) is not None:
            return known
        base, at, year = key.partition("@")
        if not at or not _YEAR_NAME.match(year):
            raise KeyError(key)
        field = self._fields[base]
        return Field(key, field.unit, f"{field.label}, {year}", field.group, field.many)

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)


_YEAR_NAME = re.compile(r"(?:19|20)\d\d-\d\d\Z")

FIELDS: Mapping[str, Field] = _Vocabulary(
    (
        Field("authority", Unit.TEXT, "Authority", _IDENTITY),
        Field("period_start", Unit.DATE, "Period from", _IDENTITY),
        Field("period_end", Unit.DATE, "Period to", _IDENTITY),
        Field("letter_date", Unit.DATE, "Letter date", _IDENTITY),
        Field("title", Unit.TEXT, "Title", _IDENTITY),
        Field("reference", Unit.TEXT, "Reference", _IDENTITY),
        Field("addressees", Unit.TEXT, "Addressees", _IDENTITY, many=True),
        Field("addressee_role", Unit.TEXT, "Addressees' role", _IDENTITY),
        Field("signatory", Unit.TEXT, "Signed by", _IDENTITY),
        Field("signatory_role", Unit.TEXT, "Signatory's role", _IDENTITY),
        Field("dealt_with", Unit.COUNT, "Complaints dealt with", _OVERVIEW),
        Field("not_for_us", Unit.COUNT, "Not for the Ombudsman, or not ready", _OVERVIEW),
        Field("assessed_and_closed", Unit.COUNT, "Assessed and closed", _OVERVIEW),
        Field("upheld_rate", Unit.PERCENT, "Upheld rate", _UPHELD),
        Field("upheld_rate_similar", Unit.PERCENT, "Average of similar authorities", _UPHELD),
        Field("upheld_decisions", Unit.COUNT, "Upheld decisions", _UPHELD),
        Field("investigations", Unit.COUNT, "Investigations", _UPHELD),
        Field("upheld_per_100k", Unit.RATE, "Upheld per 100,000 residents", _UPHELD),
        Field("upheld_per_100k_similar", Unit.RATE, "Average per 100,000 of similar authorities", _UPHELD),
        Field("compliance_rate", Unit.PERCENT, "Compliance rate", _COMPLIANCE),
        Field("compliance_rate_similar", Unit.PERCENT, "Average of similar authorities", _COMPLIANCE),
        Field("compliance_outcomes", Unit.COUNT, "Compliance outcomes", _COMPLIANCE),
        Field("compliance.on_time", Unit.COUNT, "Complied on time", _COMPLIANCE),
        Field("compliance.late", Unit.COUNT, "Complied late", _COMPLIANCE),
        Field("compliance.not_complied", Unit.COUNT, "Not complied", _COMPLIANCE),
        Field("remedy_rate", Unit.PERCENT, "Satisfactory remedies rate", _REMEDIES),
        Field("remedy_rate_similar", Unit.PERCENT, "Average of similar authorities", _REMEDIES),
        Field("satisfactory_remedies", Unit.COUNT, "Satisfactory remedies", _REMEDIES),
        Field("remedy_base", Unit.COUNT, "Base of the remedies rate", _REMEDIES),
        *(Field(f"received.{key}", Unit.COUNT, label, _RECEIVED) for key, label in _CATEGORIES.items()),
        *(Field(f"decided.{key}", Unit.COUNT, label, _DECIDED) for key, label in _OUTCOMES.items()),
        Field("remedied.by_ombudsman", Unit.COUNT, "Remedied by the Ombudsman", _REMEDIED),
        Field("remedied.by_authority", Unit.COUNT, "Remedied by the authority", _REMEDIED),
        Field("first_enquiries", Unit.COUNT, "First enquiries", _RESPONSE),
        Field("first_enquiries_days", Unit.DAYS, "Average days to respond", _RESPONSE),
        Field("remarks", Unit.TEXT, "Remarks about this authority", _REMARKS, many=True, joint=" | "),
    )
)

Value = str | tuple[str, ...]
"""A canonical value: text for a single field, a tuple of texts for a list."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH_NUMBERS = {name.lower()[:3]: number for number, name in enumerate(_MONTHS, 1)}
_YEARS = range(1900, 2200)  # other years are misprints
# Bounded, and no digits but 0 to 9, so that whatever is printed or typed can be calculated with and written out again.
_LONG_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\Z", re.ASCII)
_SHORT_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\Z", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_COUNT = re.compile(r"\d{1,3}(?:,\d{3}){1,2}\Z|\d{1,3}(?: \d{3}){1,2}\Z|\d{1,9}\Z", re.ASCII)
_DECIMAL = re.compile(r"\d{1,6}(?:\.\d{1,4})?\Z|\d{1,3}(?:,\d{3}){1,2}(?:\.\d{1,4})?\Z", re.ASCII)


def parse(unit: Unit, text: str) -> str | None:
    """The canonical value of what was printed or typed, or None where it is not one of that unit."""
    text = " ".join(text.split())
    match unit:
        case Unit.COUNT:
            return str(int(re.sub("[, ]", "", text))) if _COUNT.match(text) else None
        case Unit.PERCENT:
            number = _decimal(text.removesuffix("%").rstrip())
            return number if number is not None and float(number) <= 100 else None
        case Unit.RATE | Unit.DAYS:
            # "3.9% upheld decisions per 100,000" has been printed: a misprint, never a percentage.
            return _decimal(text.removesuffix("%"))
        case Unit.DATE:
            return _date(text)
        case Unit.TEXT:
            return text or None


def _decimal(text: str) -> str | None:
    if not _DECIMAL.match(text):
        return None
    whole, _, part = text.replace(",", "").partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))


def _date(text: str) -> str | None:
    if found := _LONG_DATE.match(text):
        day, month, year = int(found[1]), _MONTH_NUMBERS.get(found[2].lower()[:3], 0), int(found[3])
        if month and not _MONTHS[month - 1].lower().startswith(found[2].lower()):
            return None
    elif found := _SHORT_DATE.match(text):
        day, month, year = int(found[1]), int(found[2]), int(found[3])
        year += 2000 if len(found[3]) == 2 else 0
    elif found := _ISO_DATE.match(text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    else:
        return None
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def shown(unit: Unit, value: Value | None, joint: str = "; ") -> str:
    """A canonical value as people write it in Britain: `100%`, `1,400`, `22 July 2020`; nothing for None.

    `joint` stands between the items of a list (`Field.joint` where what is shown can be typed over).
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return joint.join(value)
    match unit:
        case Unit.COUNT:
            return f"{int(value):,}"
        case Unit.PERCENT:
            return f"{value}%"
        case Unit.DATE:
            day = date.fromisoformat(value)
            return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
        case _:
            return value


def number(unit: Unit, value: str) -> int | float | None:
    """A canonical value as a number for arithmetic, charts and JSON; None for dates and text."""
    match unit:
        case Unit.COUNT:
            return int(value)
        case Unit.PERCENT | Unit.RATE | Unit.DAYS:
            return float(value) if "." in value else int(value)
        case _:
            return None


def year_name(period_end: str) -> str:
    """The year that a period end closes, as committees write it: `2019-20` for 2020-03-31."""
    end = date.fromisoformat(period_end)
    return f"{end.year - 1}-{end.year % 100:02d}"
