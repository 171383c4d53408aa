"""Review: a reading folded with the officer's events. The one mutable thing between a letter and the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from ombudsview.errors import Trouble
from ombudsview.letters import check
from ombudsview.letters.fields import Value
from ombudsview.reading.model import Doubt, FieldReading, Reading, Source
from ombudsview.review import finishing
from ombudsview.review.edit import Answer, Change, Deed, Event, Ruling
from ombudsview.review.pointed import kept_places, pointed
from ombudsview.review.state import FieldReview, State
from ombudsview.review.steps import taken
from ombudsview.review.typed import typed_value

Listener = Callable[[Event], None]


class Review:
    """The officer's work on one letter. Its verbs make events; what it shows is always the fold of all of them.

    `clock` gives the time as ISO 8601 text, `who` names the officer. Whoever subscribes hears each new event once, after it
    has been folded; events given at the start are not told again.
    """

    def __init__(
        self, reading: Reading, letter: str, *, who: str, clock: Callable[[], str], events: Iterable[Event] = ()
    ) -> None:
        self.reading = reading
        self.letter = letter
        self._who = who
        self._clock = clock
        self._listeners: list[Listener] = []
        self.events: list[Event] = []
        self._answers: dict[str, Answer] = {}
        self._typing: dict[str, str] = {}
        self._done: list[Event] = []
        self._undone: list[Event] = []
        self.finished = False
        for event in events:
            self._fold(event)
        self._live_doubts: tuple[Doubt, ...] | None = None

    # What it shows

    def keys(self) -> tuple[str, ...]:
        """The fields in the order of the reading."""
        return tuple(field.key for field in self.reading.fields)

    def field(self, key: str) -> FieldReview:
        """One field as it stands now; KeyError where the reading has no such field."""
        read = self._read(key)
        doubts = tuple(doubt for doubt in self.doubts() if key in doubt.keys)
        return FieldReview(read, self._answers.get(key), doubts, self._typing.get(key))

    def fields(self) -> tuple[FieldReview, ...]:
        """All fields in order."""
        return tuple(self.field(key) for key in self.keys())

    def values(self) -> dict[str, Value | None]:
        """The final value of every field."""
        return {read.key: self._value(read) for read in self.reading.fields}

    def doubts(self) -> tuple[Doubt, ...]:
        """What does not fit: the checks on the values as they stand, and the reader's other doubts on unanswered fields."""
        if self._live_doubts is None:
            problems = tuple(Doubt(p.code, p.sentence, p.keys) for p in check.check(self.values()))
            checked = {p.code for p in problems} | CHECK_CODES
            kept = (d for d in self._reader_doubts() if d.code not in checked and not self._is_answered(d))
            self._live_doubts = (*kept, *problems)
        return self._live_doubts

    def _is_answered(self, doubt: Doubt) -> bool:
        """Whether the officer has said something of every field that the doubt is about."""
        return bool(doubt.keys) and all(key in self._answers for key in doubt.keys)

    def tally(self) -> Counter[State]:
        """How many fields are in each state."""
        return Counter(field.state for field in self.fields())

    def open_keys(self) -> tuple[str, ...]:
        """The fields that hold up finishing, in order."""
        return tuple(field.key for field in self.fields() if field.state.is_open)

    def typed_keys(self) -> tuple[str, ...]:
        """The fields with text that was typed and not entered, in order."""
        return tuple(key for key in self.keys() if key in self._typing)

    @property
    def typed_last(self) -> str:
        """The field whose text was typed after the last step that stands, and not entered; empty where there is none."""
        step = self._done[-1].sequence if self._done else 0
        for event in reversed(self.events):
            if event.deed is Deed.TYPING and event.key in self._typing:
                return event.key
            if step == (event.target if event.deed is Deed.REDO else event.sequence):
                break
        return ""

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    @property
    def is_touched(self) -> bool:
        """Whether the officer has done anything that must not be lost."""
        return bool(self.events)

    # The verbs

    def agree(self, key: str) -> None:
        """Confirm the reader's value. Trouble where there is none to confirm."""
        read = self._read(key)
        if read.value is None:
            raise Trouble(
                "nothing_to_agree",
                "No value was read here.",
                "Type it, or press Delete to say that the letter does not give it.",
            )
        self._answer({key: Answer(Ruling.AGREED, read.value, note=self._note(key))})

    def correct(self, key: str, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Set the final value from typed text (items of a list parted by semicolons); the reader's own value typed is agreement.

        Trouble with a sentence where the text is no value of the field's unit; nothing is changed then.
        """
        value = typed_value(key, text)
        if value == self._read(key).value and not sources:
            self._answer({key: Answer(Ruling.AGREED, value, note=self._note(key))})
        else:
            places = sources or kept_places(self._answers.get(key), key)
            self._answer({key: Answer(Ruling.CHANGED, value, places, self._note(key))})

    def point(self, key: str, source: Source, *, add: bool = False) -> None:
        """Take value and place from words pointed at; Trouble as `pointed.pointed` raises it, and nothing is changed then."""
        self._answer({key: pointed(self.field(key), source, add=add)})

    def deny(self, key: str) -> None:
        """Say that the letter does not give this. As with every answer but a reset, the note of a query stays with it."""
        self._answer({key: Answer(Ruling.NOT_IN_LETTER, note=self._note(key))})

    def query(self, key: str, note: str) -> None:
        """Put the field off, with a note."""
        self._answer({key: Answer(Ruling.QUERY, note=note)})

    def reset(self, key: str) -> None:
        """Back to the reader's value, unanswered."""
        self._answer({key: None})

    def agree_safe(self) -> int:
        """Agree, as one step, every field to check that has no doubt and was not read from a picture; the number agreed."""
        unanswered = [field for field in self.fields() if field.state is State.TO_CHECK and not field.doubts]
        safe = [field for field in unanswered if field.read.value is not None and not field.read.recognised]
        self._answer({field.key: Answer(Ruling.AGREED, field.read.value) for field in safe})
        return len(safe)

    def type(self, key: str, text: str | None) -> None:
        """Keep text that is being typed in the draft; None drops it."""
        if self._typing.get(key) != text:
            self._add(
                Deed.TYPING,
                key=key,
                text=text if text is not None else "",
                reason="" if text is not None else "dropped",
            )

    def undo(self) -> Event | None:
        """Take back the last step that still stands; the event taken back, or None."""
        if not self._done:
            return None
        target = self._done[-1]
        self._add(Deed.UNDO, target=target.sequence)
        return target

    def redo(self) -> Event | None:
        """Do again the last step taken back; that event, or None."""
        if not self._undone:
            return None
        target = self._undone[-1]
        self._add(Deed.REDO, target=target.sequence)
        return target

    def finish(self, reason: str = "") -> None:
        """Mark the letter finished. Trouble as `finishing.check` raises it."""
        finishing.check(self, reason)
        self._add(Deed.FINISH, reason=reason.strip())

    def reopen(self) -> None:
        """Amend a finished letter; does nothing to one that is open."""
        if self.finished:
            self._add(Deed.REOPEN)

    def subscribe(self, listener: Listener) -> None:
        """Hear of each new event."""
        self._listeners.append(listener)

    # The fold

    def _answer(self, answers: dict[str, Answer | None]) -> None:
        before = {key: self._answers.get(key) for key in answers}
        changes = tuple(Change(key, before[key], after) for key, after in answers.items() if before[key] != after)
        if changes:
            self._add(Deed.ANSWER, changes=changes)
        for key in answers:
            if key in self._typing:
                self.type(key, None)

    def _add(
        self,
        deed: Deed,
        *,
        changes: tuple[Change, ...] = (),
        target: int = 0,
        key: str = "",
        text: str = "",
        reason: str = "",
    ) -> None:
        if self.finished and deed not in (Deed.REOPEN, Deed.FINISH):  # whatever follows amends the letter
            self._add(Deed.REOPEN)
        sequence = self.events[-1].sequence + 1 if self.events else 1
        event = Event(
            sequence,
            self._clock(),
            self._who,
            self.letter,
            self.reading.reader,
            deed,
            changes,
            target,
            key,
            text,
            reason,
        )
        self._fold(event)
        for listener in self._listeners:
            listener(event)

    def _fold(self, event: Event) -> None:
        self.events.append(event)
        self._live_doubts = None
        match event.deed:
            case Deed.ANSWER:
                self._set({change.key: change.after for change in event.changes})
                self._done.append(event)
                self._undone.clear()
            case Deed.UNDO:
                step = taken(self._done, event.target)
                self._set({change.key: change.before for change in step.changes})
                self._undone.append(step)
            case Deed.REDO:
                step = taken(self._undone, event.target)
                self._set({change.key: change.after for change in step.changes})
                self._done.append(step)
            case Deed.TYPING if event.reason:
                self._typing.pop(event.key, None)
            case Deed.TYPING:
                self._typing[event.key] = event.text
            case Deed.FINISH:
                self.finished = True
            case Deed.REOPEN:
                self.finished = False

    def _set(self, answers: dict[str, Answer | None]) -> None:
        for key, answer in answers.items():
            if answer is None:
                self._answers.pop(key, None)
            else:
                self._answers[key] = answer

    def _read(self, key: str) -> FieldReading:
        read = self.reading.field(key)
        if read is None:
            raise KeyError(key)
        return read

    def _note(self, key: str) -> str:
        answer = self._answers.get(key)
        return answer.note if answer is not None else ""

    def _value(self, read: FieldReading) -> Value | None:
        return FieldReview(read, self._answers.get(read.key), (), None).value

    def _reader_doubts(self) -> tuple[Doubt, ...]:
        every = dict.fromkeys((*self.reading.doubts, *(d for field in self.reading.fields for d in field.doubts)))
        return tuple(every)


CHECK_CODES = frozenset(check.CODES)
"""Doubts that the checks raise: they are found afresh from the values as they stand, never kept from the reading."""
