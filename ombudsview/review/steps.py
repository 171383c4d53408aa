"""The stacks of what can be undone and done again, and what was typed since."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ombudsview.errors import Trouble
from ombudsview.review.edit import Deed, Event


class Steps:
    """The fold of the events that are steps, and of those that take steps back or do them again.

    `done` are the steps that stand, `undone` those that were taken back and can be done again; the newest is last in both.
    """

    def __init__(self) -> None:
        self.done: list[Event] = []
        self.undone: list[Event] = []

    @property
    def edits(self) -> int:
        """The steps by which answers changed and that stand: what was taken back does not count."""
        return sum(1 for step in self.done if step.changes)

    def fold(self, event: Event) -> tuple[Event, bool] | None:
        """The step that an event takes, and whether it goes back; None of one that is no step. Trouble `journal_damaged`."""
        match event.deed:
            case Deed.ANSWER | Deed.REREAD if event.changes or event.readings:
                self.done.append(event)
                self.undone.clear()
                return event, False
            case Deed.UNDO:
                self.undone.append(_taken(self.done, event.target))
                return self.undone[-1], True
            case Deed.REDO:
                self.done.append(_taken(self.undone, event.target))
                return self.done[-1], False
        return None


def _taken(stack: list[Event], sequence: int) -> Event:
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
