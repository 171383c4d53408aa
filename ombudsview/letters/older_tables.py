"""The tables of the letters before 2014: received by subject, decisions by the older outcomes, first enquiries; a row a year."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters import told
from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.find import Seeks
from ombudsview.letters.headings import Column
from ombudsview.letters.kind import Entry
from ombudsview.letters.matrices import cells
from ombudsview.letters.subjects import OLDER_SUBJECTS, SUBJECTS
from ombudsview.letters.table import Table

_ENDS = (
    "complaints received by subject",
    "decisions",
    "response times",
    "average local authority response",
    "(?:provisional )?comparative response times",
    "table [12]",
    "notes",
    "see attached",
)

OUTCOMES = (
    Column("decided.mi_reports", ("mi reps", "mi reports", "mi", "reports: maladministration and injustice")),
    Column(
        "decided.local_settlement", ("ls", "local settlements", "local settlement", "local settlements (no report)")
    ),
    Column("decided.m_reports", ("m reps", "m reports", "m", "reports: maladministration no injustice")),
    Column("decided.nm_reports", ("nm reps", "nm reports", "nm", "reports: no maladministration")),
    Column("decided.no_maladministration", ("no mal", "no maladministration", "no maladministration (no report)")),
    Column(
        "decided.ombudsmans_discretion",
        ("omb disc", "ombudsman's discretion", "ombudsmans discretion", "ombudsman's discretion (no report)"),
    ),
    Column("decided.outside_jurisdiction", ("outside jurisdiction",)),
    Column("decided.premature", ("premature complaints", "premature")),
    Column(
        "decided.total_excluding_premature",
        (
            "total excl premature",
            "total excluding premature",
            "total excl",
        ),
    ),
    Column("decided.total", ("total",)),
)

FIRST_ENQUIRIES = (
    Column(
        "first_enquiries",
        (
            "no. of first enquiries",
            "no of first enquiries",
            "number of first enquiries",
            "no. of first",
        ),
    ),
    Column(
        "first_enquiries_days",
        (
            "avg no. of days to respond",
            "avg no of days to respond",
            "average number of days to respond",
            "avg no. of days",
            "avg",
        ),
    ),
)

RECEIVED = Table("complaints received by subject", OLDER_SUBJECTS, ends=_ENDS, other=SUBJECTS, yearly=True)
DECIDED = Table("decisions", OUTCOMES, ends=tuple(end for end in _ENDS if end != "decisions"), yearly=True)
RESPONSES = Table(
    r"(?:[^\n\f.]{0,30}\x20)?(?:response times?|time taken to respond|first enquiries)",
    FIRST_ENQUIRIES,
    ends=tuple(end for end in _ENDS if not end.startswith("response")),
    yearly=True,
)
ADVICE_TEAM = Table(
    "table 1",
    OLDER_SUBJECTS,
    ends=(r"table 2", "decisions", "response times", "notes"),
    row=r"\btotal\b",
    other=SUBJECTS,
)
INVESTIGATIVE_TEAM = Table("table 2", OUTCOMES, ends=("response times", "first enquiries", "notes", "average local"))
# Nobody's fields, but known, so that what stands under them is not missed.
DECIDED_2012 = Table(
    "decisions",
    (
        Column(f"{NO_FIELD}not_investigated", ("not investigated",)),
        Column(f"{NO_FIELD}investigated", ("investigated",)),
        Column(f"{NO_FIELD}report", ("report", "reports")),
        Column("decided.total", ("total",)),
    ),
    fewest=1,
)


def with_prose(*tables: Table) -> tuple[Entry, ...]:
    """The fields of these tables, and what the prose tells of the total that was received."""
    return tuple(
        replace(entry, told=told.RECEIVED, loose=(Seeks(told.received),)) if entry.key == "received.total" else entry
        for entry in cells(*tables)
    )
