"""How a field stands, and what an event does: the words alone, for those who show them.

The window's start needs these and nothing else of the room, so nothing is imported here.
"""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """What the desk shows for a field. Only the first two hold up finishing."""

    TO_CHECK = "to_check"
    LOOK_HERE = "look_here"
    AGREED = "agreed"
    CHANGED = "changed"
    NOT_IN_LETTER = "not_in_letter"
    WORKED_OUT = "worked_out"
    QUERY = "query"
    NOT_FOUND = "not_found"

    @property
    def is_open(self) -> bool:
        """Whether the officer still has to look."""
        return self in (State.TO_CHECK, State.LOOK_HERE)


class Deed(StrEnum):
    """What kind of event it is."""

    ANSWER = "answer"  # one field or several in one step: see `changes`
    UNDO = "undo"  # takes back the event numbered `target`
    REDO = "redo"  # does the event numbered `target` again
    TYPING = "typing"  # text of a value, or of a query, that is not committed: part of the draft, not of undo
    FINISH = "finish"  # the letter was finished, for the `reason` where fields were still open
    REOPEN = "reopen"  # a finished letter was opened to be amended
    REREAD = "reread"  # fields taken from a reading made anew: see `readings`; answers that gave way are in `changes`
    LEARNT = "learnt"  # a note of what was learnt from the letter; empty takes it away
    DONE = "done"  # what was done about an earlier letter's note: see `carried`; empty takes it away
