"""How the headings of published tables name the figures: by the wordings of the tables in letters, and some that no letter has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ombudsview.letters import matrices, older_tables
from ombudsview.letters.headings import Column

FIRST_MODERN = "2014-03-31"
"""The first year whose complaints are upheld or not, and sorted by the subjects of today."""
SAME_FACT = frozenset({"decided.upheld", "upheld_decisions"})
"""One count under two names: the outcome in a table of decisions, and the figure of the letters since 2019."""

AUTHORITY = frozenset(
    {
        *("authority", "authority name", "name of authority", "name", "row labels"),
        *("council", "council name", "name of council", "local authority", "local authority name"),
        *("organisation", "organisation name", "body", "body name", "body in jurisdiction"),
    }
)
YEAR = frozenset({"year", "financial year", "period", "reporting year", "reporting period"})

_FILLER = frozenset(
    {
        "number",
        "no",
        "of",
        "the",
        "complaints",
        "cases",
        "count",
        "lgsco",
        "lgo",
        "ombudsman",
        "made",
        "and",
        "enquiries",
    }
)
_CUT = (" where", " of", " before", " provided", " by", " from")
"""How wordings end that a letter's narrow columns broke off: nobody heads a column of a spreadsheet so."""
_NOTE = re.compile(r"[¹²³⁰⁴-⁹*†‡§#]+|\[[^\]]{0,12}\]|\(\s*(?:see )?notes?\b[^)]{0,12}\)")
_AVERAGES = (
    "average of similar authorities",
    "average for similar authorities",
    "average in similar authorities",
    "similar authorities average",
)


_PER_HEAD = ("upheld per 100,000", "upheld decisions per 100,000", "upheld complaints per 100,000")
_OF_WHOM = ("", " residents", " residents of similar authorities", " residents for authorities of this type")


@dataclass(frozen=True)
class Family:
    """Columns that belong together; `about` are words of a title or of a heading over several columns that tell of them."""

    name: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]


_UPHELD = (
    Column(
        "upheld_decisions",
        (
            "upheld",
            "upheld decisions",
            "decisions upheld",
            "upheld complaints",
            "total upheld",
            "investigations upheld",
        ),
    ),
    Column(
        "investigations",
        (
            *("detailed investigations", "investigations", "investigated"),
            *("total investigations", "total detailed investigations"),
        ),
    ),
    Column(
        "upheld_rate",
        ("uphold rate", "upheld rate", "% upheld", "upheld %", "% of complaints upheld", "% of investigations upheld"),
    ),
    Column(
        "upheld_rate_similar",
        (
            *_AVERAGES,
            *("average uphold rate", "average upheld rate"),
            *("average uphold rate of similar authorities", "average uphold rate for similar authorities"),
        ),
    ),
    Column(
        "upheld_per_100k", (*_PER_HEAD, *(f"{said} residents" for said in _PER_HEAD), "upheld per 100,000 population")
    ),
    Column(
        "upheld_per_100k_similar",
        (
            *(f"average {said}{of_whom}" for said in (*_PER_HEAD, "per 100,000") for of_whom in _OF_WHOM),
            "average for authorities of this type",
        ),
    ),
)
_OVERVIEW = (
    Column("dealt_with", ("dealt with", "total dealt with", "complaints dealt with")),
    Column(
        "not_for_us",
        ("not for us", *(f"not for us or not ready{on}" for on in ("", " for us", " for us to investigate"))),
    ),
    Column("assessed_and_closed", ("assessed and closed", "closed after assessment")),
    Column("investigations", ("investigated", "we investigated", "investigations")),
)
_RECEIVED = (
    Column(
        "received.total", ("received", "total received", "total complaints and enquiries", "complaints and enquiries")
    ),
)
_DECIDED = (
    Column("decided.total", ("decisions", "total decisions", "total decided", "decided")),
    Column("decided.incomplete_or_invalid", ("invalid or incomplete", "invalid/incomplete")),
)
_COMPLIED = (
    Column("compliance_outcomes", ("compliance outcomes", "total compliance outcomes", "compliance recorded")),
    Column("compliance.on_time", ("complied on-time",)),
    Column("compliance.not_complied", ("non-compliance", "not complied with")),
    Column("compliance_rate_similar", (*_AVERAGES, "average compliance rate of similar authorities")),
)
_SATISFIED = (
    Column(
        "satisfactory_remedies",
        (
            "satisfactory remedies",
            "satisfactory remedy decisions",
            "satisfactory remedy",
            "satisfactory remedies provided",
        ),
    ),
    Column("remedy_rate", ("satisfactory remedy rate", "satisfactory remedies rate", "% satisfactory remedies")),
    Column("remedy_rate_similar", (*_AVERAGES, "average satisfactory remedy rate")),
)

MODERN = (
    Family("received", ("received", "by subject"), matrices.RECEIVED.columns + _RECEIVED),
    Family("decided", ("decisions", "decided", "detailed investigations"), matrices.DECIDED_2019.columns + _DECIDED),
    Family("upheld", ("upheld", "uphold", "detailed investigations"), _UPHELD),
    Family("compliance", ("compliance",), matrices.COMPLIED_2019.columns + _COMPLIED),
    Family("remedies", ("satisfactory remed",), matrices.SATISFIED.columns + _SATISFIED),
    Family("remedied", ("complaints remedied",), matrices.REMEDIED.columns),
    Family("overview", ("dealt with", "overview"), _OVERVIEW),
)
OLDER = (
    Family("received", ("received", "by subject"), older_tables.RECEIVED.columns),
    Family("decided", ("decisions", "decided"), older_tables.OUTCOMES),
    Family("response", ("response", "enquiries"), older_tables.FIRST_ENQUIRIES),
)


@dataclass(frozen=True)
class Fit:
    """A figure that a heading may mean. `weak`: one word of a table that others have as well, such as "Total"."""

    key: str
    family: str
    weak: bool


def tokens(heading: str) -> tuple[str, ...]:
    """A heading's words without case, notes and marks: "Education & Children's Services [1]" is education and childrens services."""
    text = _NOTE.sub(" ", heading).lower().replace("&", " and ")
    text = re.sub(r"(?<=\d),(?=\d)", "", text).replace("100k", "100000")
    text = re.sub(r"['’‘`]", "", text).replace("%", " percent ")
    words = re.findall(r"[a-z0-9]+", text)
    if words[-1:] == ["percent"] and ("rate" in words or "average" in words):
        del words[-1]
    return tuple("percent" if word == "percentage" else word for word in words)


def fits(heading: str, period_end: str) -> frozenset[Fit]:
    """Every figure that a heading may mean in a table about the year to `period_end`; none where it is worded as none of them."""
    said = tokens(heading)
    wordings = _wordings(period_end >= FIRST_MODERN)
    return wordings.get(said) or wordings.get(_bare(said)) or frozenset()


def families(text: str, period_end: str) -> frozenset[str]:
    """The families that a title, or a heading over several columns, tells of."""
    said = " ".join(tokens(text))
    known = MODERN if period_end >= FIRST_MODERN else OLDER
    return frozenset(one.name for one in known if any(words in said for words in one.about))


def is_percent(key: str) -> bool:
    """Whether a column of this figure holds percentages."""
    return key.endswith(("_rate", "_rate_similar"))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _FILLER)


@lru_cache(maxsize=2)
def _wordings(modern: bool) -> Mapping[tuple[str, ...], frozenset[Fit]]:
    found: dict[tuple[str, ...], set[Fit]] = {}
    for family in MODERN if modern else OLDER:
        for column in family.columns:
            for wording in column.headings:
                if column.key.startswith("-") or wording.endswith(_CUT):
                    continue
                words = tokens(wording)
                fit = Fit(column.key, family.name, weak=len(_bare(words) or words) < 2)
                found.setdefault(words, set()).add(fit)
                if bare := _bare(words):
                    found.setdefault(bare, set()).add(fit)
    return {words: frozenset(some) for words, some in found.items()}
