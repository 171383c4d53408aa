"""The desk: the one letter that is open, the field in focus, busy or idle. Page and fields listen to it; its verbs do the work."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ombudsview.errors import Trouble
from ombudsview.gui.answering import Answering
from ombudsview.gui.arrival.opening import Opening, mended, printed_anew, why_unknown
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.order import by_attention, first_open, neighbour, next_open
from ombudsview.gui.record import earlier
from ombudsview.gui.record.keeping import clock_time, name_of
from ombudsview.gui.record.record import Record
from ombudsview.gui.record.saving import Saving
from ombudsview.gui.work.bridge import Bridge
from ombudsview.review.states import Deed

if TYPE_CHECKING:
    from ombudsview.gui.arrival.looking import Prepared
    from ombudsview.gui.arrival.sending import Sent
    from ombudsview.gui.record.keeping import Keeping
    from ombudsview.gui.work.errands import Errand
    from ombudsview.reading.model import Reading
    from ombudsview.review.edit import Event
    from ombudsview.review.review import Review

translate = QCoreApplication.translate


class Desk(Answering):
    """Owns the open letter. Everything that changes is told by a signal; nothing is polled."""

    def __init__(
        self, bridge: Bridge, keeping: Keeping, parent: QObject | None = None, record: Record | None = None
    ) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.keeping = keeping
        self.letter: OpenLetter | None = None
        self.focus_key = ""
        self._wanted_key = ""
        self._expected: OpenLetter | None = None
        self._ready = False
        self._keys: tuple[str, ...] = ()
        self.record = record or Record(self)
        self.saving = Saving(self)
        self.opening = Opening(bridge, self, rules=keeping.rules_for_reader)
        self.opening.arrived.connect(self._on_arrived)
        self.opening.read.connect(self._on_read)
        self.opening.failed.connect(self._on_failed)

    @property
    def review(self) -> Review | None:
        """The review of the open letter, once its pages and its fields are both there."""
        return self.letter.review if self.letter is not None and self._ready else None

    # Opening and leaving

    def open(self, path: Path, number: int = 0, *, large: bool = False, prepared: Prepared | None = None) -> None:
        """Open a file, or take what was prepared of it; whatever is under way for another is dropped."""
        self._leave()
        self._arriving(self.opening.open(path, number, large=large, prepared=prepared))

    def take_over(self, sent: Sent) -> None:
        """Go on with a letter that the door has already sent to the reader. Nothing is open yet, so nothing is left.

        Leaving would cancel what is under way, and that is this very letter.
        """
        self._arriving(self.opening.take_over(sent))

    def put(self, letter: OpenLetter) -> None:
        """Put a letter on the desk that has its bytes, and perhaps its review: from the history, a draft, or earlier today."""
        self._leave()
        self._arriving(self.opening.open_again(letter))

    def expect(self, name: str) -> OpenLetter:
        """Make room for a letter that somebody else brings from the disk; `put` follows, or `give_up` with what is given here."""
        self._leave()
        self._expected = OpenLetter(name)
        self._arriving(self._expected)
        return self._expected

    def give_up(self, expected: OpenLetter, trouble: Trouble) -> None:
        """What was expected does not come."""
        self._on_failed(expected, trouble)

    @property
    def is_opening(self) -> bool:
        """Whether a letter is on its way whose pages cannot be shown yet."""
        return (
            self.letter is not None and not self.letter.sizes and (self.opening.busy or self.letter is self._expected)
        )

    def close(self) -> None:
        """Take the letter off the desk; its draft is kept."""
        self._leave()
        self.left.emit()

    def hear_out(self) -> None:
        """The letter is about to be left: whoever holds text that is being typed tells it now."""
        if self.letter is not None:  # also one of no known kind, which has no review
            self.leaving.emit()

    def _arriving(self, letter: OpenLetter) -> None:
        self.letter = letter
        self.arriving.emit(letter.name)

    def _leave(self) -> None:
        self.hear_out()
        self.opening.stop()
        self.letter = None
        self.focus_key = ""
        self._ready = False

    def _on_arrived(self, letter: OpenLetter, repaired: bool) -> None:
        self.arrived.emit()
        if repaired:
            self.noticed.emit(mended())
        if letter.paper is not None:  # it has been read before
            if (anew := printed_anew(letter)) is not None:
                self.troubled.emit(anew)
            self._on_read(letter)

    def _on_read(self, letter: OpenLetter) -> None:
        if letter.review is not None:  # brought back from a draft: what was read then stands
            self._begin(letter, letter.review)
        elif (reading := letter.reading) is not None and reading.kind is not None:
            self.begin_review(reading)
        if letter.review is None or letter.review.reading.kind is None:
            self.unknown.emit(why_unknown(letter))
        if letter.review is None and letter.reading is not None:
            self._tell_earlier(letter, name_of(letter, letter.reading))

    def begin_review(self, reading: Reading) -> None:
        """Start the officer's work upon a reading of the open letter; what was done upon one of no known kind is over."""
        letter = self.letter
        if letter is None or letter.document is None:
            return
        if letter.journal is not None:
            journal, letter.journal = letter.journal, None
            try:
                journal.discard()
            except Trouble as trouble:  # it is offered again some day, which harms nobody
                self.troubled.emit(trouble)
        letter.heard = False
        letter.review = self.keeping.new_review(letter, self.keeping.told_apart(reading))
        self._begin(letter, letter.review)
        self._tell_earlier(letter, letter.review.letter)

    def begin_anew(self, letter: OpenLetter, review: Review) -> None:
        """Go on upon what was read anew of the open letter: from the field in focus, with all that was done."""
        letter.heard, self._wanted_key = False, self.focus_key if review.reading.field(self.focus_key) else ""
        self._begin(letter, review)

    def _tell_earlier(self, letter: OpenLetter, name: str) -> None:
        """Look for what was done to a letter before, behind the window: its page and its fields do not wait for that."""
        letter.seen = None
        question = earlier.question_of(letter)
        self.record.ask(
            partial(earlier.look, self.keeping, letter, question, name), partial(self._found_earlier, letter)
        )

    def _found_earlier(self, letter: OpenLetter, errand: Errand[earlier.Found]) -> None:
        """Offer a draft of it, else what the history has of it or beside it. Of a letter that was left nothing is told."""
        found = errand.result
        if letter is not self.letter:
            letter.seen = None  # nobody was told
            return
        draft = found.draft(letter.journal.path if letter.journal is not None else None)
        if draft is not None:
            self.draft_found.emit(draft, clock_time(draft.events[-1].when), found.alike)
        elif found.alike is not None:
            self.beside_found.emit(found.alike)

    def _begin(self, letter: OpenLetter, review: Review) -> None:
        self._ready, self._keys = True, review.keys()
        if not letter.heard:
            letter.heard = True
            review.subscribe(lambda event: self._heard(letter, event))
        self.read.emit()
        here = next((key for key in (self.focus_key, letter.place) if review.reading.field(key) is not None), "")
        key, self._wanted_key = self._wanted_key or here or first_open(review), ""
        self.focus(key)
        self._tell_aside(letter)

    def _tell_aside(self, letter: OpenLetter) -> None:
        """One letter has one draft: an earlier one that gave way to it is told of once."""
        if letter is self.letter and (aside := letter.aside) is not None:
            letter.aside = None
            self.set_aside.emit(aside, clock_time(aside.events[-1].when))

    def _on_failed(self, letter: OpenLetter, trouble: Trouble) -> None:
        if letter.sizes:  # its pages are there, only the reading is not
            self.troubled.emit(trouble)
            return
        self.letter, self._wanted_key = None, ""
        self.left.emit()
        self.failed.emit(letter, trouble)

    # The field in focus

    def focus(self, key: str, *, flash: bool = False) -> None:
        """Give a field the focus; its source is shown."""
        if self.review is None or self.review.reading.field(key) is None:
            return
        self.focus_key = key
        self._note_place()
        self.focused.emit(key, flash)

    def _note_place(self) -> None:
        """Where the work is, so that it goes on there: on coming back to the letter, and after a crash."""
        if self.letter is not None and self.focus_key:
            self.letter.place = self.focus_key
            if self.letter.journal is not None:
                self.letter.journal.note_place(self.focus_key)

    def focus_when_ready(self, key: str) -> None:
        """Give a field the focus as soon as the letter that is on its way is there, or now."""
        if self.review is None:
            self._wanted_key = key
        self.focus(key, flash=True)

    def flash(self) -> None:
        """Show once more where the field in focus is printed."""
        self.focus(self.focus_key, flash=True)

    def step(self, by: int) -> None:
        """To the next (1) or previous (-1) field."""
        if self.review is not None:
            self.focus(neighbour(self.review, self.focus_key, by))

    def seek_open(self, by: int = 1) -> None:
        """To the next or previous field that needs a look, in the order of attention; `settled` where there is none."""
        if self.review is not None:
            self._go_to(next_open(self.review, self.focus_key, by))

    def go_on(self, key: str = "") -> None:
        """From a field that is done to the one that deserves a look next; `settled` where there is none."""
        if self.review is not None:
            self._go_to(next(iter(by_attention(self.review, key or self.focus_key)), ""))

    def _go_to(self, key: str) -> None:
        if key:
            self.focus(key)
        else:
            self.settled.emit()

    def finish(self, reason: str = "") -> bool:
        """Save the letter to the history, which `finished` tells of; False where it cannot be yet.

        Without a reason, open fields are shown instead, as Trouble `still_open`.
        """
        letter, review = self.letter, self.review
        if letter is None or review is None:
            return False
        return self.saving.finish(letter, review, reason)

    def _heard(self, letter: OpenLetter, event: Event) -> None:
        try:
            self.keeping.write(letter, event)
        except Trouble as trouble:
            self.troubled.emit(trouble)
        self._note_place()
        self.drafted.emit(letter.drafted)
        if letter is not self.letter:
            return
        if (
            letter.review is not None and letter.review.keys() != self._keys
        ):  # read anew, or back to what was read before
            self._begin(letter, letter.review)
            return
        dropped = event.deed is Deed.TYPING and event.key and event.reason
        if dropped or event.deed is not Deed.TYPING:
            self.changed.emit((event.key,) if dropped else event.keys)
        self._tell_aside(letter)  # last, for a change is a step that takes older notices away
