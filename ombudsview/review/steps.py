"""The stacks of what can be undone and done again."""

from __future__ import annotations

from ombudsview.errors import Trouble
from ombudsview.review.edit import Event


def taken(stack: list[Event], sequence: int) -> Event:
    """The step of that number, taken off a stack; a journal that names another one is damaged."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].sequence == sequence:
            return stack.pop(place)
    raise Trouble(
        "journal_damaged", "This draft's undo list does not fit its edits.", "The edits up to there are kept."
    )
