"""What the officer can say of the fields of the letter on the desk: each a verb of the review, then on to the next field."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.errors import Trouble
from ombudsview.gui.told import Told
from ombudsview.review.states import State

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from ombudsview.review.edit import Carried, Event
    from ombudsview.review.review import Review

translate = QCoreApplication.translate


class Answering(Told):
    """The desk is one; it says which review is meant, and where the work goes on."""

    @property
    @abstractmethod
    def review(self) -> Review | None:
        """The review of the open letter; None where there is none."""

    @abstractmethod
    def focus(self, key: str, *, flash: bool = False) -> None:
        """Put a field into focus."""

    @abstractmethod
    def go_on(self, key: str = "") -> None:
        """From a field that is done to the next one."""

    def agree(self, key: str) -> None:
        """Confirm a field, be it open or put off with a query, and on to the next open one."""
        if self.review is None:
            return
        field = self.review.field(key)
        waits = field.state.is_open or (field.state is State.QUERY and field.value is not None)
        if not waits or self._try(lambda review: review.agree(key)):
            self.go_on(key)

    def correct(self, key: str, text: str) -> str:
        """Set the final value from typed text; an emptied box says that the letter does not give it.

        Returns why it was refused, as a sentence; empty where it was taken. What was refused holds the field open until it is
        typed again or dropped.
        """
        review = self.review
        if review is None:
            return ""
        try:
            if text.strip():
                review.correct(key, text)
            else:
                review.deny(key)
        except Trouble as trouble:
            review.type(key, text)
            self.changed.emit((key,))
            return trouble.sentence
        return ""

    def deny(self, key: str) -> None:
        """The letter does not give this."""
        self._try(lambda review: review.deny(key))

    def query(self, key: str, note: str) -> None:
        """Put a field off with a note, and on to the next open one."""
        if self._try(lambda review: review.query(key, note)):
            self.go_on(key)

    def reset(self, key: str) -> None:
        """Back to the reader's value; what is being typed goes as well, though no step has to be taken back for it."""
        if self._try(lambda review: review.reset(key)):
            self.changed.emit((key,))

    def type(self, key: str, text: str | None) -> None:
        """Text that is being typed goes into the draft; None drops it, and the field is as it was before."""
        self._try(lambda review: review.type(key, text))

    def type_note(self, key: str, note: str) -> None:
        """The note of a query, as far as it is typed, goes into the draft; an empty one is dropped."""
        self._try(lambda review: review.type_note(key, note))

    def learn(self, note: str) -> None:
        """A note of what was learnt from the letter."""
        self._try(lambda review: review.learn(note))

    def follow_up(self, carried: Carried, text: str) -> None:
        """What was done about the note of an earlier letter."""
        self._try(lambda review: review.follow_up(carried, text))

    def agree_safe(self) -> None:
        """Agree at one stroke whatever was found once and passes every check."""
        review = self.review
        if review is None:
            return
        count = review.agree_safe()
        words = translate("Desk", "{count} agreed in one step; {left} left to look at.")
        self.go_on()
        self.noticed.emit(words.format(count=count, left=len(review.open_keys())))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back, or text to drop that was typed and not entered."""
        return self.review is not None and (self.review.can_undo or bool(self.review.typed_last))

    def undo(self) -> None:
        """Take back the last step, and show its field; text that was typed since and not entered goes first."""
        if self.review is not None and (key := self.review.typed_last):
            self.type(key, None)
            self.focus(key)
            return
        self._try(lambda review: self._show_step(review.undo()), self.troubled)

    def redo(self) -> None:
        """Do it again, and show its field."""
        self._try(lambda review: self._show_step(review.redo()), self.troubled)

    def _show_step(self, event: Event | None) -> None:
        if event is not None and event.keys:
            self.focus(event.keys[0])

    def _try(self, verb: Callable[[Review], object], tell: SignalInstance | None = None) -> bool:
        review = self.review
        if review is None:
            return False
        try:
            verb(review)
        except Trouble as trouble:
            (tell or self.refused).emit(trouble)
            return False
        return True
