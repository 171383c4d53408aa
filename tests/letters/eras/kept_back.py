"""Wordings kept back: only the judge reads this file. Whoever writes finders leaves it shut, so that figures for them mean something."""

from __future__ import annotations

from typing import Any

PROSE_2006: dict[str, Any] = {
    "volume": (
        "Last year people brought us {total} complaints concerning your authority, up by {more}.",
        "In all {total} complaints came in. That is {more} below the figure that I gave in my last letter.",
    ),
    "character": ("{some} of the complaints had to do with schools, {few} with trees.",),
    "rest": (
        ("Decisions and outcomes", ("None of the cases ended in a report; {some} ended in a settlement.",)),
        (
            "Response times and liaison",
            ("You took {days} days on {some} cases, which is a little over the 28 we hope for.",),
        ),
        (
            "Conclusions and general observations",
            ("I welcome your comments. My office can be reached on weekdays from 8.30.",),
        ),
    ),
}
OUTCOMES_2006 = {
    "mi_reports": "MI reports",
    "local_settlement": "Local settlements (LS)",
    "m_reports": "M reports",
    "nm_reports": "NM reports",
    "no_maladministration": "No maladministration",
    "ombudsmans_discretion": "Ombudsman's discretion",
    "outside_jurisdiction": "Outside jurisdiction",
}
