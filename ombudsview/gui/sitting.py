"""The officer's sitting: the queue and the desk brought together. Letters come in, one of them is on the desk, the next follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.keeping import Keeping
from ombudsview.gui.open_letter import OpenLetter, file_name
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.recognising import Recognising
from ombudsview.gui.sending import Sent
from ombudsview.gui.settings import Settings
from ombudsview.paper.formats import ENDINGS

if TYPE_CHECKING:
    from ombudsview.review.journal import Draft

translate = QCoreApplication.translate


class Sitting(QObject):
    """Owns nothing but the ties and what recognises pages: the queue lists, the desk works, settings remember what was opened."""

    def __init__(self, desk: Desk, queue: Queue, keeping: Keeping, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._queue = queue
        self._keeping = keeping
        self._settings = settings
        self._way_back: tuple[Entry, OpenLetter, str] | None = None
        self.recognising = Recognising(desk, parent=self)
        desk.arrived.connect(self._arrived)
        desk.read.connect(self._read)
        desk.unknown.connect(lambda _: self._read())
        desk.failed.connect(self._failed)
        desk.left.connect(lambda: queue.set_current(None))
        for signal in (desk.changed, desk.saved, desk.drafted):
            signal.connect(lambda: queue.touch(queue.current))
        desk.saving.done.connect(self._touch)

    # Letters come in

    def open_files(self, paths: Iterable[Path]) -> None:
        """Put files into the queue, each once, and the first of them on the desk; what is no letter by its name is refused."""
        taken, refused = self._enqueue(paths)
        if taken:
            self.go_to(taken[0])
        if refused:  # last, for a letter that arrives takes older notices away
            self._desk.noticed.emit(_refusal(refused))

    def receive(self, paths: Iterable[Path]) -> None:
        """Files that another start handed over: they never take a letter away that the officer works on, but wait in the queue."""
        if not self._busy:
            self.open_files(paths)
            return
        taken, refused = self._enqueue(paths)
        if refused:
            self._desk.noticed.emit(_refusal(refused))
        elif taken:
            self._desk.noticed.emit(_waiting(taken))

    @property
    def _busy(self) -> bool:
        """Whether there are edits on the letter on the desk that are not in the history."""
        review = self._desk.review
        return review is not None and review.is_touched and not review.finished

    def _enqueue(self, paths: Iterable[Path]) -> tuple[list[Entry], list[Path]]:
        """The entries of files, each file once, and what was refused."""
        paths = [path.absolute() for path in paths]
        refused = [path for path in paths if path.is_dir() or path.suffix.lower() not in {*ENDINGS, ""}]
        taken = [path for path in dict.fromkeys(paths) if path not in refused]
        self._queue.add([Entry(file_name(path), path) for path in taken if self._queue.find(path) is None])
        return [entry for path in taken if (entry := self._queue.find(path)) is not None], refused

    def take_over(self, sent: Sent, rest: Iterable[Path]) -> None:
        """The door has sent the first letter to the reader already; the rest is queued."""
        path = (sent.path or Path()).absolute()
        entry = Entry(file_name(path), path)
        self._queue.add([entry, *(Entry(file_name(other), other.absolute()) for other in rest)])
        self._queue.set_current(entry)
        self._desk.take_over(sent)

    def open_saved(self, name: str, key: str = "") -> None:
        """A letter from the history, with the officer's corrections; `key` is the field to show."""
        entry = next((e for e in self._queue.entries if e.letter is not None and e.letter.kept == name), None)
        try:
            self._show(entry.letter if entry is not None and entry.letter else self._keeping.load(name), entry)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        if key:
            self._desk.focus_when_ready(key)

    def go_on(self, draft: Draft) -> None:
        """Bring back what was left unfinished: as it lies in the queue where it is there, for a draft has one journal."""
        for entry, _ in self._with(draft):
            self.go_to(entry)
            return
        try:
            at_hand = self._desk.letter.document if self._desk.letter is not None else None
            self._show(self._keeping.resume(draft, at_hand), None)
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)

    def let_go(self, draft: Draft) -> None:
        """A draft was discarded: a letter of it that still lies in the queue begins a new one with its next change."""
        for _, letter in self._with(draft):
            letter.journal = None

    def _with(self, draft: Draft) -> Iterator[tuple[Entry, OpenLetter]]:
        """What lies in the queue with this draft."""
        for entry in self._queue.entries:
            letter = entry.letter
            if letter is not None and letter.journal is not None and letter.journal.path == draft.journal.path:
                yield entry, letter

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
        self._keep_current()
        self._queue.set_current(entry)
        entry.trouble = ""
        if entry.letter is not None and entry.letter.document is not None:
            self._desk.put(entry.letter)
        elif entry.path is not None:
            self._desk.open(entry.path, entry.number, large=large)

    def step(self, by: int) -> None:
        """To the next or previous letter of the queue."""
        entry = self._queue.neighbour(by)
        if entry is not None and entry is not self._queue.current:
            self.go_to(entry)
        else:
            words = (
                translate("Sitting", "This is the last letter.")
                if by > 0
                else translate("Sitting", "This is the first letter.")
            )
            self._desk.noticed.emit(words)

    def after_finish(self) -> bool:
        """To the next letter that is not finished; False where there is none, which is the end of the work."""
        entry = self._queue.next_unfinished()
        if entry is None:
            return False
        self.go_to(entry)
        return True

    def insist(self, path: Path) -> None:
        """Open a file that is far larger than letters are."""
        if (entry := self._queue.find(path)) is not None:
            self.go_to(entry, large=True)

    def _keep_current(self) -> None:
        """A letter that was not worked on is read anew when it comes back: nothing of it is held but until the next one is there."""
        current, letter = self._queue.current, self._desk.letter
        if current is not None and letter is not None:
            if letter.sizes:
                self._way_back = current, letter, self._desk.focus_key
            worked_on = letter.review is not None and letter.review.is_touched
            current.letter = letter if worked_on or letter.path is None else None

    def _touch(self, letter: OpenLetter) -> None:
        self._queue.touch(next((entry for entry in self._queue.entries if entry.letter is letter), None))

    def _arrived(self) -> None:
        letter = self._desk.letter
        self._way_back = None
        if letter is not None and letter.path is not None:
            self._settings.remember(letter.path)

    def _read(self) -> None:
        entry, letter = self._queue.current, self._desk.letter
        if entry is not None and letter is not None:
            entry.letter = letter
            self._queue.split(entry, len(letter.readings))
            self._queue.touch(entry)

    def _failed(self, letter: OpenLetter, trouble: Trouble) -> None:
        back, self._way_back = self._way_back, None
        entry = self._queue.find(letter.path) if letter.path is not None else None
        if entry is not None and (back is None or entry is not back[0]):
            entry.trouble = trouble.what
            self._queue.touch(entry)
        if back is not None:
            self._return(*back)

    def _return(self, entry: Entry, letter: OpenLetter, key: str) -> None:
        """What could not be opened takes no letter away: the one that was on the desk comes back as it was."""
        self._queue.set_current(entry)
        self._desk.put(letter)
        if key:
            self._desk.focus_when_ready(key)


def _waiting(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return translate("Sitting", "“{name}” waits in the queue.").format(name=entries[0].name)
    return translate("Sitting", "{count} letters wait in the queue.").format(count=len(entries))


def _refusal(paths: list[Path]) -> str:
    if len(paths) == 1:
        words = translate("Sitting", "“{name}” was left out: letters are PDF files, pictures and Word documents.")
        return words.format(name=file_name(paths[0]))
    words = translate("Sitting", "{count} files were left out: letters are PDF files, pictures and Word documents.")
    return words.format(count=len(paths))
