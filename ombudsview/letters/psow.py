"""`psow`: annual letters of the Public Services Ombudsman for Wales. Unconfirmed: no such letter was at hand."""

from __future__ import annotations

from ombudsview.letters.identity import identity
from ombudsview.letters.kind import Anchor, Kind, required
from ombudsview.letters.listed import Listed

PSOW = Kind(
    key="psow",
    name="Annual letter of the Public Services Ombudsman for Wales",
    sender="Public Services Ombudsman for Wales",
    office="psow",
    covers=("2007-03-31", "2099-03-31"),
    anchors=(
        Anchor("the sender “Public Services Ombudsman for Wales”", "public services ombudsman for wales", 4),
        Anchor("the title “Annual Letter”", "annual letter", 1),
        Anchor("“complaints received”", "complaints (?:were )?received", 1, block=True),
    ),
    never=("local government (?:and|&) social care ombudsman",),
    sections=(),
    entries=(
        *identity(r"(?<![^\n\f])(?:re: )?(?P<value>annual letter 20\d\d(?:\s?[-/]\s?\d{2,4})?)(?=[\n\f])"),
        required(
            "received.total", Listed("[a-z]?\\.? ?(?:complaints )?received by subject", "total", (r"[a-z]\. [a-z]",))
        ),
    ),
)
