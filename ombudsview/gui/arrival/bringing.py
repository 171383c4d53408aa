"""Letters brought from the disk: a saved one from the history, a draft that was left; each to the row of the queue that it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.errors import Trouble
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.record.keeping import name_of
from ombudsview.gui.style.words import visible
from ombudsview.gui.work.errands import Errand

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.paper.document import Document
    from ombudsview.review.journal import Draft

translate = QCoreApplication.translate


class Bringing:
    """`leave` puts down the letter on the desk for that of an entry, or for one with no row; `show` puts one on it, with its row or
    with none yet; `go_to` an entry."""

    def __init__(
        self,
        desk: Desk,
        queue: Queue,
        leave: Callable[[Entry | None], object],
        show: Callable[[OpenLetter, Entry | None], object],
        go_to: Callable[[Entry], object],
    ) -> None:
        self._desk, self._queue = desk, queue
        self._leave, self._show, self._go_to = leave, show, go_to
        self._anew: set[str] = set()

    def open_saved(self, name: str, key: str = "") -> None:
        """A letter from the history, with the officer's corrections; `key` is the field to show."""
        entry = next((entry for entry in self._queue.entries if entry.kept == name), None)
        if entry is not None and entry.letter is not None:
            self._show(entry.letter, entry)
        else:
            words = entry.name if entry is not None else translate("Sitting", "The saved letter")
            self._fetch(words, partial(self._desk.keeping.load, name), entry, "")
        if key:
            self._desk.focus_when_ready(key)

    def go_on(self, draft: Draft) -> None:
        """Bring back what was left unfinished: as it lies in the queue where it is there, for a draft has one journal."""
        self._anew.discard(draft.header.letter)
        row = self._row_of(draft)
        lying = next(self._with(draft), None)
        if lying is None:
            resume = partial(self._desk.keeping.resume, draft, self._at_hand)
            self._fetch(visible(draft.header.file_name), resume, row, draft.header.letter)
            return
        entry, letter = lying
        if row is None or row is entry or entry.path is not None:
            self._go_to(entry)
            return
        self._show(letter, row)  # it came from a draft before its file did: one letter, one row
        row.letter = letter
        self._queue.remove([entry])

    def resume(self, draft: Draft) -> bool:
        """The letter whose file was just opened has a draft, and goes on from it.

        False where something was done to the letter by now, where the officer began it anew, or where another file of it is open.
        """
        self._desk.hear_out()  # what is being typed is something done
        letter, name = self._desk.letter, draft.header.letter
        if letter is None or letter.is_begun or name in self._anew:
            return False
        if any(entry.path is not None and entry is not self._queue.current for entry, _ in self._with(draft)):
            return False
        self.go_on(draft)
        return True

    @property
    def can_begin_anew(self) -> bool:
        """Whether the letter on the desk has a file that it can be read from once more."""
        return self._queue.current is not None and self._queue.current.path is not None

    def begin_anew(self, name: str) -> None:
        """Read the letter on the desk from its file once more; its draft is set aside with the first edit, and offered until then."""
        entry = self._queue.current
        if entry is None or entry.path is None:
            return
        self._anew.add(name)
        self._desk.close()
        entry.letter = entry.glimpse = None
        self._go_to(entry)

    def change_places(self, aside: Draft) -> None:
        """Bring back a draft that was set aside; the letter's other one is set aside instead."""
        row = self._row_of(aside)
        keeping, at_hand = self._desk.keeping, self._at_hand

        def bring() -> OpenLetter:
            return keeping.change_places(aside, at_hand)

        self._fetch(visible(aside.header.file_name), bring, row, aside.header.letter)

    def let_go(self, draft: Draft) -> None:
        """A draft was discarded: a letter of it that still lies in the queue begins a new one with its next change."""
        for _, letter in self._with(draft):
            letter.journal = None

    def let_go_of(self, name: str) -> None:
        """The drafts of a letter were set aside, but for that on the desk; the same."""
        for entry in self._queue.entries:
            letter = entry.letter
            if letter is not None and letter is not self._desk.letter and letter.review is not None:
                letter.journal = None if letter.review.letter == name else letter.journal

    @property
    def _at_hand(self) -> Document | None:
        return self._desk.letter.document if self._desk.letter is not None else None

    def _with(self, draft: Draft) -> Iterator[tuple[Entry, OpenLetter]]:
        """What lies in the queue with this draft."""
        for entry in self._queue.entries:
            letter = entry.letter
            if letter is not None and letter.journal is not None and letter.journal.path == draft.journal.path:
                yield entry, letter

    def _row_of(self, draft: Draft) -> Entry | None:
        """The row of a draft's letter: the one on the desk first, else one that was read by now; None where it has none."""
        name, letter, current = draft.header.letter, self._desk.letter, self._queue.current
        reading = letter.reading if letter is not None else None
        if letter is not None and reading is not None and name_of(letter, reading) == name and current is not None:
            return current
        return next((entry for entry in self._queue.entries if entry.letter_name == name), None)

    def _fetch(self, name: str, bring: Callable[[], OpenLetter], entry: Entry | None, of: str) -> None:
        """Have a letter brought from the disk, where its PDF is read and hashed: by the record's thread, and the window lives.

        `of`: the letter whose other drafts are set aside by that.
        """
        left = self._desk.letter
        self._leave(entry)
        self._queue.set_current(entry)
        self._desk.record.ask(bring, partial(self._fetched, self._desk.expect(name), entry, of, left))

    def _fetched(
        self, expected: OpenLetter, entry: Entry | None, of: str, left: OpenLetter | None, errand: Errand[OpenLetter]
    ) -> None:
        here, moved = self._desk.letter, of if errand.fault is None else ""
        if moved:
            self.let_go_of(moved)
        if here is not expected:  # the officer went elsewhere meanwhile
            if moved and here is not None and here.review is not None and here.review.letter == moved:
                here.journal = None  # back to the very letter whose draft was set aside: its next change begins one
            return
        try:
            letter = errand.result
        except Trouble as trouble:
            if entry is not None and entry.path is not None:
                entry.glimpse = None  # it is no longer there, or cannot be had: the file can still be read
                self._queue.touch(entry)
            self._desk.give_up(expected, trouble)
            return
        if left is not None and left.document == letter.document:  # nobody is asked for its password twice
            letter.password = left.password
        self._show(letter, entry)
