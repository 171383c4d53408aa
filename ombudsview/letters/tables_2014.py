"""`tables-2014`: the letters of 2014 to 2018, a short letter and then wide tables; and letters of 2019 with the same tables."""

from __future__ import annotations

from dataclasses import replace

from ombudsview.letters import matrices
from ombudsview.letters.blocks import SENTENCES
from ombudsview.letters.identity import REMARKS, identity
from ombudsview.letters.kind import Anchor, Entry, Kind, Need

_TITLE = r"(?P<value>(?<![^\n\f])annual review letter(?: for)? 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"
# The headings of the blocks, which the letters of a year without investigations have without their sentences.
_BLOCKS = (
    r"(?<![^\n\f])complaints upheld\n[\s\S]*?\ncompliance with (?:the )?ombudsman(?:'s)? recommendations(?=[\n\f])"
)
_REQUIRED = frozenset({"received.total", "decided.total", "decided.upheld", "decided.not_upheld"})


def _tables(*entries: Entry) -> tuple[Entry, ...]:
    return tuple(replace(entry, need=Need.REQUIRED) if entry.key in _REQUIRED else entry for entry in entries)


TABLES_2014 = Kind(
    key="tables-2014",
    name="Annual Review letter, 2014 to 2018",
    sender="Local Government Ombudsman",
    covers=("2014-03-31", "2018-03-31"),
    anchors=(
        Anchor("the title “Annual Review letter”", r"annual review letter (?:20)?\d\d"),
        Anchor("the Ombudsman's name", "local government (?:and social care )?ombudsman"),
        Anchor("the heading “Local Authority Report”", "local authority report", block=True),
        Anchor("the heading “Complaints and enquiries received”", "complaints and enquiries received", 2, block=True),
        Anchor("the heading “Decisions made”", r"(?<![^\n\f])decisions made", 2, block=True),
        Anchor("the column “Closed after initial enquiries”", r"closed\s+after\s+initial", 1, block=True),
        Anchor("the column “Referred back for local resolution”", r"referred\s+back", 1, block=True),
    ),
    never=(*SENTENCES, "statistics are based on a total of", _BLOCKS, "advice team", "investigative team"),
    sections=(),
    entries=(
        *identity(_TITLE),
        *_tables(*matrices.cells(matrices.RECEIVED, matrices.DECIDED, matrices.REMEDIED, matrices.COMPLIED)),
        REMARKS,
    ),
    extra=matrices.others(matrices.RECEIVED),
)

TABLES_2019 = replace(
    TABLES_2014,
    key="measures-2019",
    name="Annual Review letter, 2019, with tables",
    sender="Local Government and Social Care Ombudsman",
    covers=("2019-03-31", "2019-03-31"),
    entries=(
        *identity(_TITLE),
        *_tables(*matrices.cells(matrices.RECEIVED, matrices.DECIDED_2019, matrices.SATISFIED, matrices.COMPLIED_2019)),
        REMARKS,
    ),
)
