"""`psow`: annual letters of the Public Services Ombudsman for Wales. Unconfirmed: no such letter was at hand."""

from __future__ import annotations

from ombudsview.letters.find import Says
from ombudsview.letters.identity import identity
from ombudsview.letters.kind import Anchor, Kind, Need, required
from ombudsview.letters.kind import Entry as _Entry

PSOW = Kind(
    key="psow",
    name="Annual letter of the Public Services Ombudsman for Wales",
    sender="Public Services Ombudsman for Wales",
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
            "received.total",
            Says("(?:we|i|my office) received {count} complaints"),
            Says("{count} complaints (?:were )?received"),
        ),
        _Entry("investigations", Need.OPTIONAL, (Says("{count} (?:complaints? (?:were )?)?investigat(?:ions|ed)"),)),
    ),
)
