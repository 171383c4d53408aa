"""What was done to a letter before: the question to the history, and what is known of the answer while the letter is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ombudsview.history.alike import Alike, Wanted
    from ombudsview.letters.fields import Value
    from ombudsview.paper.paper import Paper
    from ombudsview.places import Places
    from ombudsview.reading.model import Reading


def wanted(reading: Reading, paper: Paper, values: Mapping[str, Value | None] | None = None) -> Wanted:
    """The question about a letter: as it was read, or as the officer has it by now."""
    from ombudsview.history.alike import Wanted
    from ombudsview.history.packed import text_hash

    given = values if values is not None else {field.key: field.value for field in reading.fields}
    authority, end = given.get("authority"), given.get("period_end")
    pages = reading.pages or (1, max(1, len(paper.sheets)))
    return Wanted(
        paper.sha256,
        pages,
        text_hash(paper),
        reading.sender,
        authority if isinstance(authority, str) else None,
        end if isinstance(end, str) else None,
    )


def beside(
    places: Places, reading: Reading, paper: Paper, values: Mapping[str, Value | None] | None = None
) -> Alike | None:
    """The saved letter that is most like this one; None where there is none, or where the history cannot be read just now."""
    if not places.history.exists():
        return None
    from ombudsview.history.alike import alike

    try:
        return alike(places, wanted(reading, paper, values))
    except Trouble:
        return None
