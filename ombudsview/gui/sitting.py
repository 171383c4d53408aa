"""The officer's sitting: the queue and the desk brought together. Letters come in, one of them is on the desk, the next follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ombudsview.errors import Trouble, Verdict
from ombudsview.gui.again.recognising import Recognising
from ombudsview.gui.arrival.arrivals import Arrivals
from ombudsview.gui.arrival.bringing import Bringing
from ombudsview.gui.arrival.last_time import LastTime
from ombudsview.gui.arrival.passing import Passing, no_further
from ombudsview.gui.arrival.sending import Sent
from ombudsview.gui.desk import Desk
from ombudsview.gui.open_letter import OpenLetter, file_name
from ombudsview.gui.queue.glimpse import of_letter
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.record.keeping import Keeping
from ombudsview.gui.settings import Settings
from ombudsview.gui.style.words import visible

if TYPE_CHECKING:
    from ombudsview.gui.again.recognising import Standing
    from ombudsview.gui.arrival.looking import Prepared
    from ombudsview.paper.document import Document
    from ombudsview.review.journal import Draft


class Sitting(QObject):
    """Owns the ties and what recognises pages: the queue lists, the desk works, settings remember what was opened.

    `done`: no letter is left. `passes_over`: what failed just now was passed over, and another letter is on its way.
    """

    done = Signal()

    def __init__(self, desk: Desk, queue: Queue, keeping: Keeping, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._queue = queue
        self._keeping = keeping
        self._settings = settings
        self._way_back: tuple[Entry, OpenLetter, str] | None = None
        self.recognising = Recognising(desk, parent=self)
        self.recognising.told.connect(self._recognised)
        self._sought: Entry | None = None
        self._passing = Passing()
        self.passes_over = False
        self.arrivals = Arrivals(desk, queue, self.go_to, self)
        self.bringing = Bringing(desk, queue, self._leave, self._show, self.go_to)
        self._last_time = LastTime(desk, queue, settings, self)
        self.prepared: Callable[[Entry], Prepared | None] = lambda _: None
        desk.arrived.connect(self._arrived)
        desk.read.connect(self._read)
        desk.unknown.connect(lambda _: self._read())
        desk.failed.connect(self._failed)
        desk.left.connect(lambda: queue.set_current(None))
        for signal in (desk.changed, desk.saved, desk.drafted):
            signal.connect(lambda: queue.touch(queue.current))
        desk.saving.done.connect(self._save_ended)

    # Letters come in

    def open_files(self, paths: Iterable[Path]) -> None:
        """Put files, and the letters in folders, into the queue and the first of them on the desk."""
        self.arrivals.open(paths)

    def receive(self, paths: Iterable[Path]) -> None:
        """Files that another start handed over: they wait where the officer is at work."""
        self.arrivals.receive(paths)

    def take_over(self, sent: Sent, rest: Iterable[Path]) -> None:
        """The door has sent the first letter to the reader already; the rest is queued."""
        path = (sent.path or Path()).absolute()
        entry = Entry(file_name(path), path)
        self._queue.add([entry])
        self._queue.set_current(entry)
        self._desk.take_over(sent)
        self.arrivals.follow(rest)

    def open_saved(self, name: str, key: str = "") -> None:
        """A letter from the history, with the officer's corrections; `key` is the field to show."""
        self.bringing.open_saved(name, key)

    def go_on(self, draft: Draft) -> None:
        """Bring back what was left unfinished."""
        self.bringing.go_on(draft)

    def _leave(self, entry: Entry | None) -> None:
        """A letter comes from the disk. If it does not, its row says so where there is no file that it could come from instead."""
        self._keep_current()
        self._sought = entry if entry is not None and entry.path is None else None

    def _show(self, letter: OpenLetter, entry: Entry | None) -> None:
        if entry is None:
            entry = Entry(letter.name, None, letter=letter)
            self._queue.add([entry])
        self._keep_current()
        self._queue.set_current(entry)
        self._desk.put(letter)

    # From letter to letter

    def go_to(self, entry: Entry, *, large: bool = False) -> None:
        """Put an entry on the desk; what was worked on stays as it was left. `large`: however large its file."""
        if (entry.letter is None or entry.letter.document is None) and (name := entry.kept):
            self.open_saved(name)
            return
        self._keep_current()
        self._sought = entry
        self._queue.set_current(entry)
        entry.trouble = ""
        if entry.letter is not None and entry.letter.document is not None:
            self._desk.put(entry.letter)
        elif entry.path is not None:
            self._desk.open(entry.path, entry.number, large=large, prepared=self.prepared(entry))

    def step(self, by: int) -> None:
        """To the next or previous letter of the queue."""
        rows = self._queue.beyond(by)
        if not self._pass_to(Passing(rows)):
            self._desk.noticed.emit(no_further(by, passing=bool(rows)))

    def _pass_to(self, passing: Passing) -> bool:
        """To the next letter of these, and on from there should it fail; False where there is none."""
        entry = passing.next(self._queue.entries)
        if entry is not None:
            self.go_to(entry)
            self._passing = passing
        return entry is not None

    def after_finish(self) -> bool:
        """To the next letter that is not finished; False where there is none, and `done` where that ends a queue."""
        entry = self._queue.next_unfinished()
        if entry is None:
            if self.is_queue:
                self.done.emit()
            return False
        self.go_to(entry)
        return True

    @property
    def is_queue(self) -> bool:
        """Whether there is more than one letter."""
        return len(self._queue.entries) > 1

    def insist(self, path: Path) -> None:
        """Open a file that is far larger than letters are."""
        if (entry := self._queue.find(path)) is not None:
            self.go_to(entry, large=True)

    # Letters go

    def remove(self, entries: Sequence[Entry]) -> None:
        """Take letters off the queue. One that is on the desk gives way to the next; drafts stay on the disk."""
        gone = [entry for entry in entries if entry in self._queue.entries]
        if self._queue.current in gone:
            self._give_way(gone)
        self._queue.remove(gone)
        self._way_back = None

    def _give_way(self, gone: Sequence[Entry]) -> None:
        entries = self._queue.entries
        here = entries.index(self._queue.current) if self._queue.current is not None else 0
        after = next((entry for entry in (*entries[here:], *reversed(entries[:here])) if entry not in gone), None)
        if after is not None:
            self.go_to(after)
        else:
            self._desk.close()

    def _keep_current(self) -> None:
        """A letter that was not worked on is read anew when it comes back, and a saved one comes back from the history: of such
        a one is held what the list says, and the rest only until the next letter is there."""
        self._desk.hear_out()
        self._passing = Passing()
        current, letter = self._queue.current, self._desk.letter
        if current is None or letter is None or (letter.path is None and letter.document is None):
            return  # one that is still being brought is no letter yet
        if letter.sizes:
            self._way_back = current, letter, self._desk.focus_key
        review = letter.review
        if review is not None:
            current.glimpse = of_letter(letter)
        in_history = review is not None and review.finished and letter.saved and letter.kept
        current.letter = letter if letter.is_begun and not in_history else None

    def _save_ended(self, letter: OpenLetter) -> None:
        """A save has ended: one that the desk has left by now comes back from the history, and is held no longer."""
        entry = next((entry for entry in self._queue.entries if entry.letter is letter), None)
        if entry is not None and entry is not self._queue.current and (glimpse := of_letter(letter)).finished:
            entry.glimpse, entry.letter = glimpse, None
        self._queue.touch(entry)
        self._is_saved(letter)

    def _is_saved(self, letter: OpenLetter) -> None:
        """One letter, one state: what another row held of a letter that is in the history now gives way to that."""
        glimpse = of_letter(letter)
        for entry in self._queue.entries if glimpse.finished else ():
            other = entry.letter is not letter and entry is not self._queue.current
            if other and entry.letter_name == glimpse.name and not entry.finished:
                entry.glimpse, entry.letter = glimpse, None
                self._queue.touch(entry)

    def _arrived(self) -> None:
        letter = self._desk.letter
        self._way_back = None
        if letter is not None and letter.path is not None:
            self._settings.remember(letter.path)
        passing, self._passing = self._passing, Passing()
        if passing.words:
            self._desk.noticed.emit(passing.words)

    def _read(self) -> None:
        entry, letter = self._queue.current, self._desk.letter
        if entry is not None and letter is not None:
            entry.letter = letter
            self._queue.split(entry, len(letter.readings))
            self._queue.touch(entry)

    def _recognised(self, document: Document, standing: Standing | None) -> None:
        """Pages are being recognised, of the letter on the desk or of one that gave way to another: its row says how far that is."""
        for entry in self._queue.of_document(document):
            entry.recognition = standing
            self._queue.touch(entry)

    def _failed(self, letter: OpenLetter, trouble: Trouble) -> None:
        back, self._way_back = self._way_back, None
        entry, self._sought = self._sought, None
        passing, self._passing = self._passing, Passing()
        entry = entry or (self._queue.find(letter.path) if letter.path is not None else None)
        broken = entry is not None and entry.path == letter.path and (back is None or entry is not back[0])
        if entry is not None and broken:
            entry.trouble = visible(trouble.sentence)
            passing.missed.append(entry)
            self._queue.touch(entry)
        asked = trouble.code == Verdict.PASSWORD  # whoever leaves that question stays where they were
        self.passes_over = back is not None and broken and not asked and self._pass_to(passing)
        if self.passes_over:
            self._way_back = back
        elif back is not None:
            self._return(*back)
            if len(passing.missed) > 1:  # of one alone the trouble itself is told
                self._passing = passing
        elif entry and (after := self._queue.came_after(entry) or (asked and self._queue.next_unfinished())):
            passing.rows = [after]
            QTimer.singleShot(0, self, partial(self._pass_on, passing))

    def _pass_on(self, passing: Passing) -> None:
        """The first of several letters could not be opened, and nothing is on the desk: the next one takes its place."""
        if self._desk.letter is None:
            self._pass_to(passing)

    def _return(self, entry: Entry, letter: OpenLetter, key: str) -> None:
        """What could not be opened takes no letter away: the one that was on the desk comes back as it was."""
        self._queue.set_current(entry)
        self._desk.put(letter)
        if key:
            self._desk.focus_when_ready(key)
