"""The state of one field under review: what the reader saw, what the officer says, and what follows from both."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.letters.fields import FIELDS, Value
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Source
from ombudsview.reading.printed_value import bare_words, is_printed
from ombudsview.review.edit import Answer, Ruling
from ombudsview.review.states import State

__all__ = ["FieldReview", "State"]

_VALUED = (Ruling.AGREED, Ruling.CHANGED)
_OF_RULING = {
    Ruling.NOT_IN_LETTER: State.NOT_IN_LETTER,
    Ruling.QUERY: State.QUERY,
}
_OF_READER = {
    ReaderState.TO_CHECK: State.TO_CHECK,
    ReaderState.LOOK_HERE: State.LOOK_HERE,
    ReaderState.ABSENT: State.NOT_FOUND,
    ReaderState.WORKED_OUT: State.WORKED_OUT,
}


@dataclass(frozen=True)
class FieldReview:
    """One field: the reading, the officer's answer if any, the doubts that stand, and text typed but not committed.

    `notes` are worth knowing and hold nothing up.
    """

    read: FieldReading
    answer: Answer | None
    doubts: tuple[Doubt, ...]
    typing: str | None
    notes: tuple[Doubt, ...] = ()

    @property
    def key(self) -> str:
        return self.read.key

    @property
    def state(self) -> State:
        """The officer's ruling where there is one; else the reader's, raised to "look here" by any doubt.

        Text that was typed and not entered is something to look at, whatever was said before: it is not the value.
        """
        if self.typing is not None:
            return State.LOOK_HERE
        if self.answer is not None and self.answer.ruling in _VALUED:
            return State.CHANGED if self.is_changed else State.AGREED
        if self.answer is not None:
            return _OF_RULING[self.answer.ruling]
        if self.doubts and self.read.state is not ReaderState.ABSENT:
            return State.LOOK_HERE
        return _OF_READER[self.read.state]

    @property
    def is_changed(self) -> bool:
        """Whether the officer's value or its place is not the reader's: a letter may have been read anew since it was given."""
        answer = self.answer
        if answer is None or answer.value is None:
            return False
        if answer.ruling is Ruling.AGREED:
            return self.read.value not in {None, answer.value}
        return answer.value != self.read.value or bool(answer.sources)

    @property
    def is_by_hand(self) -> bool:
        """Whether the officer's value is another than what stands printed at its place."""
        return self.is_changed and not is_printed(FIELDS[self.key].unit, self.value, self.printed)

    @property
    def value(self) -> Value | None:
        """The final value: the officer's, else the reader's. A query keeps what it was before; not in letter has none."""
        answer = self.answer
        if answer is None or (answer.ruling is Ruling.QUERY and answer.value is None):
            return self.read.value
        return answer.value

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the value stands: where the officer pointed, else the reader's places; none once it is not in the letter."""
        if self.answer is None:
            return self.read.sources
        if self.answer.ruling is Ruling.NOT_IN_LETTER:
            return ()
        return self.answer.sources or self.read.sources

    @property
    def is_pointed(self) -> bool:
        """Whether the officer pointed at places of their own."""
        own = self.answer.sources if self.answer is not None else ()
        return any(source.boxes and source not in self.read.sources for source in own)

    @property
    def printed(self) -> Value | None:
        """What is printed at the value's place: the first one, and for a list one text an item."""
        if self.answer is None or not self.answer.sources:
            return self.read.printed
        texts = tuple(map(self._printed_at, self.answer.sources))
        return texts if FIELDS[self.key].many else texts[0]

    def _printed_at(self, source: Source) -> str:
        """What is printed at a place: as the reader has it where it is one of the reader's."""
        printed = self.read.printed
        if isinstance(printed, tuple) and len(printed) == len(self.read.sources) and source in self.read.sources:
            return printed[self.read.sources.index(source)]
        return bare_words(FIELDS[self.key].unit, source.text)
