"""Bodies that no list gives, or gives as they were years ago: each from the Act, Order or Regulations that made it.

The facts are those of legislation.gov.uk (Open Government Licence 3.0): what a body is called, when it took over, and from whom.
What was not read there, as the day on which North Yorkshire's commissioner took over, is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SOURCE = "legislation"

Row = dict[str, str]


@dataclass(frozen=True)
class Body:
    """A body, with the instrument that made it; `start`, `end`: ISO 8601 or empty; `before`: keys of the rows that it took over from.

    Another instrument, that ended it, stands behind a semicolon.
    """

    key: str
    name: str
    kind: str
    instrument: str
    start: str = ""
    aliases: str = ""
    before: tuple[str, ...] = ()
    end: str = ""


BODIES = (
    Body(
        "fire-dorset-and-wiltshire",
        "Dorset and Wiltshire Fire and Rescue Authority",
        "fire",
        "SI 2015/435",
        "2016-04-01",
        before=("fire-dorset", "fire-wiltshire"),
    ),
    Body(
        "fire-hampshire-and-isle-of-wight",
        "Hampshire and Isle of Wight Fire and Rescue Authority",
        "fire",
        "SI 2020/186",
        "2021-04-01",
        before=("fire-hampshire",),
    ),
    Body(
        "fire-essex-commissioner",
        "Essex Police, Fire and Crime Commissioner Fire and Rescue Authority",
        "fire",
        "SI 2017/864",
        "2017-10-01",
        "Police, Fire and Crime Commissioner for Essex",
        ("fire-essex",),
    ),
    Body(
        "fire-staffordshire-commissioner",
        "Police, Fire and Crime Commissioner for Staffordshire",
        "fire",
        "SI 2018/696",
        "2018-08-01",
        before=("fire-staffordshire",),
    ),
    Body(
        "fire-northamptonshire-commissioner",
        "Police, Fire and Crime Commissioner for Northamptonshire",
        "fire",
        "SI 2018/1072",
        "2019-01-01",
    ),
    Body(
        "fire-north-yorkshire-commissioner",
        "Police, Fire and Crime Commissioner for North Yorkshire",
        "fire",
        "SI 2018/970; SI 2023/1432, articles 41 and 50",
        aliases="North Yorkshire Police, Fire and Crime Commissioner",
        end="2024-05-06",
    ),
    Body(
        "fire-cumbria-commissioner",
        "Cumbria Commissioner Fire and Rescue Authority",
        "fire",
        "SI 2022/1230",
        "2023-04-01",
        "Police, Fire and Crime Commissioner for Cumbria",
    ),
    Body(
        "fire-london-planning",
        "London Fire and Emergency Planning Authority",
        "fire",
        "Greater London Authority Act 1999, section 328",
    ),
    Body(
        "fire-london",
        "London Fire Commissioner",
        "fire",
        "Greater London Authority Act 1999, section 327A; SI 2018/227",
        "2018-04-01",
        before=("fire-london-planning",),
    ),
    Body(
        "NEMCA",
        "North East Mayoral Combined Authority",
        "combined",
        "SI 2024/402",
        "2024-05-07",
        before=("NECA", "NTCA"),
    ),
    Body("DTCCA", "Devon and Torbay Combined County Authority", "combined", "SI 2025/115", "2025-02-05"),
    Body("LCCA", "Lancashire Combined County Authority", "combined", "SI 2025/118"),
    Body(
        "HSCCA",
        "Hampshire and the Solent Combined County Authority",
        "combined",
        "Hampshire and the Solent Combined County Authority Regulations 2026",
        "2026-06-04",
    ),
    # Of these the day on which the instrument was made was not read.
    Body(
        "SBCCA",
        "Sussex and Brighton Combined County Authority",
        "combined",
        "Sussex and Brighton Combined County Authority Regulations 2026",
    ),
    Body(
        "CWCA",
        "Cheshire and Warrington Combined Authority",
        "combined",
        "Cheshire and Warrington Combined Authority Order 2026",
    ),
    Body("CUCA", "Cumbria Combined Authority", "combined", "Cumbria Combined Authority Order 2026"),
)
# What the same instruments call the bodies that ended.
ALSO_CALLED = {
    "fire-dorset": "Dorset Fire Authority",
    "fire-wiltshire": "Wiltshire and Swindon Fire Authority",
    "fire-hampshire": "Hampshire Fire and Rescue Authority",
    "fire-essex": "Essex Fire Authority",
    "fire-greater-manchester": "Greater Manchester Fire and Rescue Authority",
    "NECA": "Durham, Gateshead, South Tyneside and Sunderland Combined Authority",
}
# Its functions went to a body that was there already: SI 2017/469.
ENDED = {"fire-greater-manchester": "2017-05-07"}


def add_to(rows: list[Row]) -> None:
    """Adds the bodies to the register's rows; those that they took over from end on the day before, and name them."""
    rows.extend(
        {
            "key": body.key,
            "name": body.name,
            "aliases": body.aliases,
            "type": body.kind,
            "start": body.start,
            "end": body.end,
            "source": SOURCE,
        }
        for body in BODIES
    )
    there = {row["key"]: row for row in rows}
    for body in BODIES:
        for key in body.before:
            _end(there[key], (date.fromisoformat(body.start) - timedelta(days=1)).isoformat(), body.key)
    for key, end in ENDED.items():
        _end(there[key], end)
    for key, name in ALSO_CALLED.items():
        there[key]["aliases"] = name


def _end(row: Row, end: str, heir: str = "") -> None:
    row["end"], row["successors"] = end, heir
    row["source"] = SOURCE if row["source"] == SOURCE else f"{row['source']}|{SOURCE}"
