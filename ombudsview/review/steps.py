"""The stacks of what can be undone and done again, and what was typed since."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ombudsview.errors import Trouble
from ombudsview.review.edit import Deed, Event


def taken(stack: list[Event], sequence: int) -> Event:
    """The step of that number, taken off a stack; a journal that names another one is damaged."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].sequence == sequence:
            return stack.pop(place)
    raise Trouble(
        "journal_damaged", "This draft's undo list does not fit its edits.", "The edits up to there are kept."
    )


def typed_last(events: Sequence[Event], typing: Container[str], done: Sequence[Event]) -> str:
    """The one of the fields `typing` whose text was typed after the last step that stands (`done`); empty where there is none."""
    step = done[-1].sequence if done else 0
    for event in reversed(events):
        if event.deed is Deed.TYPING and event.key in typing:
            return event.key
        if step == (event.target if event.deed is Deed.REDO else event.sequence):
            break
    return ""
