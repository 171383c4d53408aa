"""Bodies that no list gives, or gives as they were years ago: each from the Act, Order or Regulations that made it.

The facts are those of legislation.gov.uk (Open Government Licence 3.0): what a body is called, when it took over, and from whom.
What was not read there, as the name of North Yorkshire's commissioner as a fire authority, is not here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SOURCE = "legislation"

Row = dict[str, str]


@dataclass(frozen=True)
class Body:
    """A body, with the instrument that made it; `start`: ISO 8601 or empty; `before`: keys of the rows that it took over from."""

    key: str
    name: str
    kind: str
    instrument: str
    start: str = ""
    aliases: str = ""
    before: tuple[str, ...] = ()


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
    Body("DTCCA", "Devon and Torbay Combined County Authority", "combined", "SI 2025/115", "2025-02-05"),
    Body("LCCA", "Lancashire Combined County Authority", "combined", "SI 2025/118"),
)
# What the same instruments call the bodies that ended.
ALSO_CALLED = {
    "fire-dorset": "Dorset Fire Authority",
    "fire-wiltshire": "Wiltshire and Swindon Fire Authority",
    "fire-hampshire": "Hampshire Fire and Rescue Authority",
    "fire-essex": "Essex Fire Authority",
}


def add_to(rows: list[Row]) -> None:
    """Adds the bodies to the register's rows; those that they took over from end on the day before, and name them."""
    rows.extend(
        {
            "key": body.key,
            "name": body.name,
            "aliases": body.aliases,
            "type": body.kind,
            "start": body.start,
            "source": SOURCE,
        }
        for body in BODIES
    )
    there = {row["key"]: row for row in rows}
    for body in BODIES:
        for key in body.before:
            row = there[key]
            row["end"] = (date.fromisoformat(body.start) - timedelta(days=1)).isoformat()
            row["successors"] = body.key
            row["source"] = SOURCE if row["source"] == SOURCE else f"{row['source']}|{SOURCE}"
    for key, name in ALSO_CALLED.items():
        there[key]["aliases"] = name
