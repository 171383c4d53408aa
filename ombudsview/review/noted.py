"""What the officer noted beside the fields: what was learnt from this letter, what was done about the notes of earlier ones, and,
as far as they are typed, the note of a query and the reason to finish anyway."""

from __future__ import annotations

from collections.abc import Iterable

from ombudsview.review.edit import Carried, Deed, Event

REASON = "finish"
"""What stands for the reason to finish anyway where a field's key does for the note of a query."""


class Noted:
    """The fold of the events that are notes. They are no steps of undo: each is changed where it stands.

    `lesson` is empty where nothing was noted; `done` holds, by the earlier letter's name, the event that says what was done;
    `half` by the field's key the note of a query that is being typed, and by `REASON` that reason until the letter is finished.
    """

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self.lesson = ""
        self.done: dict[str, Event] = {}
        self.half: dict[str, str] = {}
        for event in events:
            self.fold(event)

    def fold(self, event: Event) -> None:
        """Take a note in, or one away; any other event is let pass."""
        if event.deed is Deed.LEARNT:
            self.lesson = event.text
        elif event.deed is Deed.FINISH:
            self.half.pop(REASON, None)
        elif event.asked:
            self.half.pop(event.asked, None)
            if event.text:
                self.half[event.asked] = event.text
        elif event.deed is Deed.DONE and event.carried is not None:
            self.done.pop(event.carried.letter, None)
            if event.text:
                self.done[event.carried.letter] = event

    def done_about(self, carried: Carried) -> str:
        """What was done about a note; empty where nobody has said."""
        event = self.done.get(carried.letter)
        return event.text if event is not None else ""

    @property
    def answered(self) -> tuple[tuple[Carried, str], ...]:
        """Each earlier note that was answered, with what was done about it, the newest year first."""
        pairs = ((event.carried, event.text) for event in self.done.values() if event.carried is not None)
        return tuple(sorted(pairs, key=lambda pair: pair[0].year, reverse=True))
