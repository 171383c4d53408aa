"""Letters that are filed under another name than the register has for their authority, as it learnt that name since they were saved.

What a letter is filed under is worked out from its values: filing it anew is no deed of anybody's, and its version stays.
"""

from __future__ import annotations

import sqlite3

from ombudsview.history.validity import is_day
from ombudsview.reading.registered import known_name

_FILED = """SELECT l.name, l.authority, l.period_end, v.value FROM letter l
    JOIN value v ON v.letter = l.id AND v.revision = l.current AND v.key = 'authority' AND v.item = 0
    WHERE v.value <> '' ORDER BY l.id"""


def filed_otherwise(connection: sqlite3.Connection) -> dict[str, str]:
    """The letters that are, each with its authority's name in the register. sqlite3.Error.

    Where the register is not sure a letter stays: this may be an older register than the one that it was filed by, or none.
    """
    known: dict[tuple[str, str | None], str | None] = {}  # ten thousand letters print a few thousand names and years
    found = {}
    for letter, filed, period_end, printed in connection.execute(_FILED):
        if not is_day(period_end):  # damaged; told where the letter is looked at
            continue
        key = (printed, period_end)
        if key not in known:
            known[key] = known_name(*key)
        name = known[key]
        if name is not None and name != filed:
            found[letter] = name
    return found
