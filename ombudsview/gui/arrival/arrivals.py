"""Letters come in: files, folders, what another start hands over. Each goes into the queue once, and the first to the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ombudsview.gui.arrival.gathering import Gathered, Gathering
from ombudsview.gui.desk import Desk
from ombudsview.gui.open_letter import file_name
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.paper.formats import ENDINGS, is_spreadsheet

translate = QCoreApplication.translate

_ENDINGS = frozenset((*ENDINGS, ""))


class Arrivals(QObject):
    """`go_to` brings an entry to the desk. Folders are looked through first, so that their letters come a little later.

    `waits`: letters have come that wait, as a sentence and as entries. `spreadsheets`: files that are no letters, but that letters
    can be compared with.
    """

    waits = Signal(str, object)
    spreadsheets = Signal(list)

    def __init__(self, desk: Desk, queue: Queue, go_to: Callable[[Entry], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._queue, self._go_to = desk, queue, go_to
        self.gathering = Gathering(self)

    def open(self, paths: Iterable[Path]) -> None:
        """Put files, and the letters in folders, into the queue and the first of them on the desk; say what was refused.

        Where a folder took its time and the officer has gone on to another letter meanwhile, they wait in the queue.
        """
        there = self._desk.letter

        def then(found: Gathered) -> None:
            if self._desk.letter is there:
                self._open(found)
            else:
                self._let_wait(found)

        self._gathered(paths, then)

    def receive(self, paths: Iterable[Path]) -> None:
        """Files that another start handed over: they never take a letter away that the officer works on, but wait in the queue."""
        self._gathered(paths, self._let_wait if self._busy else self._open)

    def follow(self, paths: Iterable[Path]) -> None:
        """What comes after a letter that is on its way already."""
        self._gathered(paths, self._add)

    def _gathered(self, paths: Iterable[Path], then: Callable[[Gathered], object]) -> None:
        paths = [path.absolute() for path in paths]
        if any(path.is_dir() for path in paths):
            self.gathering.gather(paths, then)
        else:
            then(Gathered(tuple(paths)))

    def _open(self, gathered: Gathered) -> None:
        taken, words = self._add(gathered)
        if taken:
            self._go_to(taken[0])
        if words:  # last, for a letter that arrives takes older notices away
            self._desk.noticed.emit(words)

    def _let_wait(self, gathered: Gathered) -> None:
        taken, words = self._add(gathered)
        if taken:
            wait = [entry for entry in taken if entry.is_left and entry is not self._queue.current]
            self.waits.emit(words or (_waiting(wait) if wait else _there_already(taken)), wait or taken)
        elif words:
            self._desk.noticed.emit(words)

    @property
    def _busy(self) -> bool:
        """Whether there are edits on the letter on the desk that are not in the history."""
        review = self._desk.review
        return review is not None and review.is_touched and not review.finished

    def _add(self, gathered: Gathered) -> tuple[list[Entry], str]:
        """The entries of files, each file once, and what is to be said of the rest."""
        entries, new, refused, sheets = list[Entry](), list[Entry](), list[Path](), list[Path]()
        for path in dict.fromkeys(gathered.files):
            if path.suffix.lower() not in _ENDINGS:
                (sheets if is_spreadsheet(path.name) else refused).append(path)
                continue
            known = self._queue.find(path)
            entries.append(known or Entry(file_name(path), path))
            if known is None:
                new.append(entries[-1])
        self._queue.add(new)
        if sheets:
            self.spreadsheets.emit(sheets)
        return entries, _refusal(refused) or folder_words(gathered)


def folder_words(gathered: Gathered) -> str:
    """What is to be said of the folders among what was opened; empty where all went as expected."""
    if gathered.barred:
        words = translate("Sitting", "“{name}” cannot be listed: check that you may open that folder.")
        return words.format(name=file_name(gathered.barred[0]))
    if gathered.empty and not gathered.files:
        words = translate("Sitting", "No letters are in “{name}”: letters are PDF files, pictures and Word documents.")
        return words.format(name=file_name(gathered.empty[0]))
    return ""


def _waiting(entries: list[Entry]) -> str:
    if len(entries) == 1:
        return translate("Sitting", "“{name}” waits in the queue.").format(name=entries[0].name)
    return translate("Sitting", "{count} letters wait in the queue.").format(count=len(entries))


def _there_already(entries: list[Entry]) -> str:
    """None of them waits: they are finished, cannot be opened, or are on the desk."""
    if len(entries) == 1:
        words = translate("Sitting", "“{name}” is in the queue already: {note}.")
        return words.format(name=entries[0].name, note=entries[0].note.rstrip("."))
    return translate("Sitting", "These {count} letters are in the queue already, and none of them waits.").format(
        count=len(entries)
    )


def _refusal(paths: list[Path]) -> str:
    if len(paths) == 1:
        words = translate("Sitting", "“{name}” was left out: letters are PDF files, pictures and Word documents.")
        return words.format(name=file_name(paths[0]))
    words = translate("Sitting", "{count} files were left out: letters are PDF files, pictures and Word documents.")
    return words.format(count=len(paths)) if paths else ""
