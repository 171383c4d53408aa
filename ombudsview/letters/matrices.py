"""The wide tables of 2014 to 2019: complaints received by subject, decisions made, complaints remedied, compliance."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.headings import Column
from ombudsview.letters.kind import Entry, Need
from ombudsview.letters.subjects import OLDER_SUBJECTS, SUBJECTS
from ombudsview.letters.table import Cell, Table

_TITLES = (
    "complaints and enquiries received",
    "decisions made",
    "complaints remedied",
    "compliance with ombudsman",
    "notes",
    "our uphold rate is",
)

_AVERAGES = ("average (%) of similar authorities", "average of similar authorities", "average % of similar authorities")

RECEIVED = Table("complaints and enquiries received", SUBJECTS, ends=_TITLES, other=OLDER_SUBJECTS)

DECIDED = Table(
    "decisions made",
    (
        Column("decided.incomplete_or_invalid", ("incomplete or invalid", "incomplete/invalid", "incomplete")),
        Column("decided.advice_given", ("advice given", "advice")),
        Column(
            "decided.referred_back",
            (
                "referred back for local resolution",
                "referred back",
                "referred",
            ),
        ),
        Column(
            "decided.closed_after_initial_enquiries",
            (
                "closed after initial enquiries",
                "closed after initial",
                "closed",
            ),
        ),
        Column("decided.not_upheld", ("not upheld",)),
        Column("upheld_rate", ("uphold rate", "upheld rate", "uphold rate (%)"), percent=True),
        Column("decided.upheld", ("upheld",)),
        Column("decided.total", ("total",)),
    ),
    ends=_TITLES,
)

DECIDED_2019 = replace(
    DECIDED,
    columns=(
        Column(
            "upheld_rate_similar",
            (
                "average uphold rate (%) of similar authorities",
                "average uphold rate of similar authorities",
                "average uphold rate",
                "average upheld rate",
            ),
            percent=True,
        ),
        *DECIDED.columns,
    ),
)

SATISFIED = Table(
    "satisfactory remed(?:y|ies) provided by the",
    (
        Column(
            "satisfactory_remedies",
            (
                "upheld cases where the authority had provided a satisfactory remedy",
                "upheld cases where the authority had provided",
                "upheld cases where",
            ),
        ),
        Column(
            "remedy_rate",
            ("percentage of upheld cases", "% of upheld cases", "percentage of", "percentage"),
            percent=True,
        ),
        Column("remedy_rate_similar", _AVERAGES, percent=True),
    ),
    ends=(*_TITLES,),
)

REMEDIED = Table(
    "complaints remedied",
    (
        Column("remedied.by_ombudsman", ("by lgo", "by the ombudsman", "by ombudsman", "by lgsco")),
        Column(
            "remedied.by_authority",
            (
                "satisfactorily by authority before lgo involvement",
                "by authority satisfactorily before lgo involvement",
                "by authority satisfactorily before",
                "by authority",
                "satisfactorily by authority before",
                "satisfactorily by authority",
                "satisfactorily by",
                "satisfactorily",
            ),
        ),
    ),
    ends=("decisions made", "complaints and enquiries received", "compliance with ombudsman", "notes"),
)

COMPLIED = Table(
    "compliance with ombudsman recommendations",
    (
        Column(
            "compliance_outcomes",
            (
                "complaints where compliance with the recommended remedy was recorded",
                "complaints where compliance was recorded",
                "complaints where compliance",
                "complaints where",
            ),
        ),
        Column(
            "compliance.on_time",
            (
                "complaints where the authority complied with our recommendations on-time",
                "complied with our recommendations on-time",
                "complied on time",
                "on time",
                "on-time",
            ),
        ),
        Column(
            "compliance.late",
            (
                "complaints where the authority complied with our recommendations late",
                "complied late",
                "late",
            ),
        ),
        Column(
            "compliance.not_complied",
            (
                "complaints where the authority has not complied with our recommendations",
                "not complied",
            ),
        ),
        Column("compliance_rate", ("compliance rate", "compliance rate (%)"), percent=True),
    ),
    ends=("decisions made", "complaints and enquiries received", "complaints remedied", "notes"),
)

COMPLIED_2019 = replace(
    COMPLIED,
    columns=(
        Column(
            "compliance_rate_similar",
            (
                "average compliance rate (%) of similar authorities",
                "average compliance rate of similar authorities",
                "average compliance rate",
                *_AVERAGES,
            ),
            percent=True,
        ),
        *COMPLIED.columns,
    ),
)


def cells(*tables: Table) -> tuple[Entry, ...]:
    """An optional field for each column: a small district's tables leave out what it cannot have."""
    return tuple(
        Entry(column.key, Need.OPTIONAL, (Cell(table, column.key),))
        for table in tables
        for column in table.columns
        if column.key[0] != NO_FIELD
    )


def others(*tables: Table) -> tuple[Entry, ...]:
    """A field for each column that tables have only where they are headed as letters of other years head theirs."""
    return tuple(
        Entry(column.key, Need.OPTIONAL, (Cell(table, column.key),))
        for table in tables
        for column in table.other
        if column.key not in {own.key for own in table.columns}
    )


ALL = tuple(entry for entry in cells(RECEIVED, DECIDED) if entry.key != "upheld_rate")
"""What letters of other layouts may carry besides: said where it is there, not missed where it is not."""
