"""Review: a reading folded with the officer's events. The one mutable thing between a letter and the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from ombudsview.errors import Trouble
from ombudsview.letters.fields import Value
from ombudsview.reading.model import Doubt, FieldReading, Reading, Source
from ombudsview.review import finishing
from ombudsview.review.anew import with_fields
from ombudsview.review.beside import Beside, live_doubts
from ombudsview.review.edit import Answer, Carried, Change, Deed, Event, Reread, Ruling
from ombudsview.review.noted import Noted
from ombudsview.review.pointed import kept_places, pointed
from ombudsview.review.state import FieldReview, State
from ombudsview.review.steps import Steps, typed_last
from ombudsview.review.typed import typed_value

Listener = Callable[[Event], None]
_UNANSWERED = Answer(Ruling.QUERY)


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
        self._steps = Steps()
        self.finished = False
        self.noted = Noted()
        self._beside: Beside | None = None
        self._live_doubts: tuple[Doubt, ...] | None = None
        self._live_notes: tuple[Doubt, ...] | None = None
        for event in events:
            self._fold(event)

    # What it shows

    def keys(self) -> tuple[str, ...]:
        """The fields in the order of the reading."""
        return tuple(field.key for field in self.reading.fields)

    def field(self, key: str) -> FieldReview:
        """One field as it stands now; KeyError where the reading has no such field."""
        return self._as_it_stands(self._read(key))

    def fields(self) -> tuple[FieldReview, ...]:
        """All fields in order."""
        return tuple(self._as_it_stands(read) for read in self.reading.fields)

    def values(self) -> dict[str, Value | None]:
        """The final value of every field."""
        return {read.key: self._value(read) for read in self.reading.fields}

    def doubts(self) -> tuple[Doubt, ...]:
        """What does not fit: the checks on the values as they stand, other letters, and the reader's doubts on unanswered fields."""
        if self._live_doubts is None:
            self._live_doubts = live_doubts(self.reading, self._answers, self.values(), self._beside)
        return self._live_doubts

    def _notes(self) -> tuple[Doubt, ...]:
        if self._live_notes is None:
            self._live_notes = self._beside.notes(self.values()) if self._beside is not None else ()
        return self._live_notes

    def compare(self, beside: Beside | None) -> None:
        """Hold the values against other letters from now on."""
        self._beside, self._live_doubts, self._live_notes = beside, None, None

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
        return typed_last(self.events, self._typing, self._steps.done)

    @property
    def can_undo(self) -> bool:
        return bool(self._steps.done)

    @property
    def can_redo(self) -> bool:
        return bool(self._steps.undone)

    @property
    def is_touched(self) -> bool:
        """Whether the officer has done anything that must not be lost."""
        return bool(self.events)

    # The verbs

    def agree(self, key: str) -> None:
        """Confirm the value that stands: the reader's, or the officer's own that was put off. Trouble where there is none."""
        read, given = self._read(key), self._answers.get(key, _UNANSWERED)
        if given.ruling is Ruling.QUERY and given.value is not None:
            self._answer({key: Answer(Ruling.CHANGED, given.value, given.sources, given.note)})
            return
        if read.value is None:
            raise Trouble(
                "nothing_to_agree",
                "No value was read here.",
                "Type it, or press Delete to say that the letter does not give it.",
            )
        self._answer({key: Answer(Ruling.AGREED, read.value, note=self._note(key))})

    def correct(self, key: str, text: str, sources: tuple[Source, ...] = ()) -> None:
        """Set the final value from typed text (items of a list parted by its `joint`); the reader's own value typed is agreement.

        Trouble with a sentence where the text is no value of the field's unit; nothing is changed then.
        """
        value = typed_value(key, text)
        if value == self._read(key).value and not sources:
            self._answer({key: Answer(Ruling.AGREED, value, note=self._note(key))})
        else:
            places = sources or kept_places(self.field(key), value)
            self._answer({key: Answer(Ruling.CHANGED, value, places, self._note(key))})

    def point(self, key: str, source: Source, *, add: bool = False) -> None:
        """Take value and place from words pointed at; Trouble as `pointed.pointed` raises it, and nothing is changed then."""
        self._answer({key: pointed(self.field(key), source, add=add)})

    def deny(self, key: str) -> None:
        """Say that the letter does not give this. As with every answer but a reset, the note of a query stays with it."""
        self._answer({key: Answer(Ruling.NOT_IN_LETTER, note=self._note(key))})

    def query(self, key: str, note: str) -> None:
        """Put the field off, with a note. A value that the officer gave stays until it is settled."""
        given = self._answers.get(key, _UNANSWERED)
        self._answer({key: Answer(Ruling.QUERY, given.value, given.sources, note)})
        self.type_note(key, "")

    def reset(self, key: str) -> None:
        """Back to the reader's value, unanswered."""
        self._answer({key: None})

    def agree_safe(self) -> int:
        """Agree, as one step, every field to check that has no doubt, no half-typed question, and was not read from a picture.

        The number agreed.
        """
        unanswered = [field for field in self.fields() if field.state is State.TO_CHECK and not field.doubts]
        safe = [field for field in unanswered if field.read.value is not None and not field.read.recognised]
        safe = [field for field in safe if field.key not in self.noted.half]
        self._answer({field.key: Answer(Ruling.AGREED, field.read.value) for field in safe})
        return len(safe)

    def type(self, key: str, text: str | None) -> None:
        """Keep text that is being typed in the draft; None drops it."""
        if self._typing.get(key) != text:
            self._add(Deed.TYPING, key=key, text=text or "", reason="dropped" if text is None else "")

    def type_note(self, key: str, note: str) -> None:
        """Keep the note of a query that is being typed in the draft; an empty one drops it."""
        if self.noted.half.get(key, "") != note:
            self._add(Deed.TYPING, asked=key, text=note, reason="noting" if note else "dropped")

    def undo(self) -> Event | None:
        """Take back the last step that still stands; the event taken back, or None."""
        if not self._steps.done:
            return None
        target = self._steps.done[-1]
        self._add(Deed.UNDO, target=target.sequence)
        return target

    def redo(self) -> Event | None:
        """Do again the last step taken back; that event, or None."""
        if not self._steps.undone:
            return None
        target = self._steps.undone[-1]
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

    def take_anew(self, readings: tuple[Reread, ...], reader: str) -> None:
        """Take fields as `reader` read them, as one step; answers to them give way. With none, it is only noted that nothing was."""
        keys = [one.key for one in readings]
        changes = tuple(Change(key, self._answers[key], None) for key in keys if key in self._answers)
        self._add(Deed.REREAD, changes=changes, text=reader, readings=readings)

    @property
    def readers(self) -> frozenset[str]:
        """The versions of the reader whose readings the officer has seen."""
        return frozenset((self.reading.reader, *(e.text for e in self.events if e.deed is Deed.REREAD)))

    def learn(self, note: str) -> None:
        """Keep a note of what was learnt from the letter; empty takes it away."""
        if note.strip() != self.noted.lesson:
            self._add(Deed.LEARNT, text=note.strip())

    def follow_up(self, carried: Carried, text: str) -> None:
        """Say what was done about the note of an earlier letter; empty takes it away."""
        if text.strip() != self.noted.done_about(carried):
            self._add(Deed.DONE, text=text.strip(), carried=carried)

    def subscribe(self, listener: Listener) -> None:
        """Hear of each new event."""
        self._listeners.append(listener)

    # The fold

    def _answer(self, answers: dict[str, Answer | None]) -> None:
        before = {key: self._answers.get(key) for key in answers}
        if changes := tuple(Change(key, before[key], after) for key, after in answers.items() if before[key] != after):
            self._add(Deed.ANSWER, changes=changes)
        for key in answers:
            if key in self._typing:
                self.type(key, None)

    def _add(self, deed: Deed, **about: Any) -> None:
        """Make an event, with the fields of `Event` that the deed has."""
        if self.finished and deed not in (Deed.REOPEN, Deed.FINISH):  # whatever follows amends the letter
            self._add(Deed.REOPEN)
        number = self.events[-1].sequence + 1 if self.events else 1
        event = Event(number, self._clock(), self._who, self.letter, self.reading.reader, deed, **about)
        self._fold(event)
        for listener in self._listeners:
            listener(event)

    def _fold(self, event: Event) -> None:
        self.events.append(event)
        self._live_doubts = self._live_notes = None
        if (step := self._steps.fold(event)) is not None:
            self._go(step[0], back=step[1])
        match event.deed:
            case Deed.LEARNT | Deed.DONE:
                self.noted.fold(event)
            case Deed.TYPING if event.asked:
                self.noted.fold(event)
            case Deed.TYPING if event.reason:
                self._typing.pop(event.key, None)
            case Deed.TYPING:
                self._typing[event.key] = event.text
            case Deed.FINISH:
                self.finished = True
                self.noted.fold(event)
            case Deed.REOPEN:
                self.finished = False

    def _go(self, step: Event, *, back: bool) -> None:
        """Put a step's answers and readings in place, or what was there before it."""
        for change in step.changes:
            answer = change.before if back else change.after
            if answer is None:
                self._answers.pop(change.key, None)
            else:
                self._answers[change.key] = answer
        if step.readings:
            fields = {one.key: one.before if back else one.after for one in step.readings}
            self.reading = with_fields(self.reading, fields)

    def _read(self, key: str) -> FieldReading:
        if (read := self.reading.field(key)) is None:
            raise KeyError(key)
        return read

    def _as_it_stands(self, read: FieldReading) -> FieldReview:
        doubts = tuple(doubt for doubt in self.doubts() if read.key in doubt.keys)
        notes = tuple(note for note in self._notes() if read.key in note.keys)
        return FieldReview(read, self._answers.get(read.key), doubts, self._typing.get(read.key), notes)

    def _note(self, key: str) -> str:
        return self._answers.get(key, _UNANSWERED).note

    def _value(self, read: FieldReading) -> Value | None:
        return FieldReview(read, self._answers.get(read.key), (), None).value
