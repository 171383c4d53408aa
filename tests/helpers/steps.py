"""What must be found again after a kill: every event that was told of, byte for byte, and the list of what can be undone."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

from ombudsview.review.edit import Event
from ombudsview.review.review import Review


def mark(events: Sequence[Event]) -> str:
    """How many events there are, and a sum over all that they hold: `12:1a2b3c4d`."""
    return f"{len(events)}:{zlib.crc32(msgspec.json.encode(tuple(events))):08x}"


def are_there(told: str, events: Sequence[Event]) -> bool:
    """Whether the events begin with those that `mark` told of."""
    return mark(events[: int(told.partition(":")[0])]) == told


def standing(events: Sequence[Event]) -> list[int]:
    """The numbers of the steps that are done and not undone, in the order in which undo takes them back, from the last."""
    steps: list[int] = []
    for event in events:
        if event.deed in ("answer", "reread") and (event.changes or event.readings):
            steps.append(event.sequence)
        elif event.deed == "undo":
            steps.remove(event.target)
        elif event.deed == "redo":
            steps.append(event.target)
    return steps


def is_undone_step_by_step(review: Review) -> bool:
    """Undoes everything; whether each step came in its turn and none is left."""
    for step in reversed(standing(review.events)):
        taken = review.undo()
        if taken is None or taken.sequence != step:
            return False
    return not review.can_undo
