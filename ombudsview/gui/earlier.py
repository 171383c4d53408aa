"""What was done to a letter before: the question to the history, what the officer saw of it, what must be asked at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.history.alike import Alike, Difference, Wanted
    from ombudsview.letters.fields import Value
    from ombudsview.paper.paper import Paper
    from ombudsview.places import Places
    from ombudsview.reading.model import Reading
    from ombudsview.review.review import Review

SECOND, STALE = "second_letter", "stale"
TO_BE_ASKED = frozenset({SECOND, STALE})
"""Codes of what keeps a letter from being saved until the officer has said which of two shall stand."""


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


def beside(places: Places, letter: OpenLetter, review: Review | None = None) -> Alike | None:
    """The saved letter that is most like the open one; None where there is none. Trouble where the history cannot be read.

    `review` is the officer's work as it is to be saved, where that may not be what is done to the letter by now.
    """
    review = review or letter.review
    reading, paper = review.reading if review is not None else letter.reading, letter.paper
    if reading is None or paper is None or not places.history.exists():
        return None
    from ombudsview.history.alike import alike

    return alike(places, wanted(reading, paper, review.values() if review is not None else None))


def note(places: Places, letter: OpenLetter) -> Alike | None:
    """The same at the start of the work, and which version of it the officer is told of: a later one is not theirs to replace."""
    from ombudsview.history.alike import Likeness

    letter.seen = None
    try:
        found = beside(places, letter)
    except Trouble:  # said of where the history is wanted; at the end nothing can be saved either
        return None
    letter.seen = found.version if found is not None and found.likeness is not Likeness.SAME_YEAR else 0
    return found


def check(places: Places, letter: OpenLetter, review: Review) -> None:
    """Trouble `second_letter` where another letter for the year is saved and the officer has not said what this one is to it.

    Trouble `stale` where this one was saved by somebody else since the work on it began, and says something else.
    """
    found = beside(places, letter, review) if not letter.onto else None
    if found is None:
        return
    from ombudsview.history import faults
    from ombudsview.history.alike import Likeness

    if found.likeness is Likeness.SAME_YEAR:
        if not letter.is_second and found.row.letter != letter.kept:
            raise Trouble(
                SECOND,
                "The history has another letter of this authority for this year.",
                "Compare both, then say what this one is to it.",
            )
    elif letter.seen not in (None, found.version) and compared(places, found, review):
        raise faults.stale("", found.row.saved)


def compared(places: Places, found: Alike, review: Review) -> tuple[Difference, ...]:
    """The fields that a saved letter gives otherwise than the open one. Trouble."""
    from ombudsview.history.alike import differences, values_of

    return differences(values_of(places, found.row.letter), review.values())
