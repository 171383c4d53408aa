"""The letters of this sitting as a list: each file, or each letter of a file that holds several."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.words import plain_tip, visible
from ombudsview.review.states import State

translate = QCoreApplication.translate

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
STATE_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
DONE_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass
class Entry:
    """One letter in the queue. `letter` is kept where the officer has worked on it; `trouble` says why it cannot be opened."""

    name: str
    path: Path | None = None
    number: int = 0
    letter: OpenLetter | None = None
    trouble: str = ""

    @property
    def finished(self) -> bool:
        """Whether the letter has been saved and not touched since."""
        letter = self.letter
        return letter is not None and letter.review is not None and letter.review.finished

    @property
    def state(self) -> State:
        """The mark that the entry bears."""
        review = self.letter.review if self.letter is not None else None
        if self.trouble:
            return State.NOT_IN_LETTER
        if review is None:
            return State.TO_CHECK
        if self.finished:
            return State.AGREED
        tally = review.tally()
        return next((state for state in (State.LOOK_HERE, State.TO_CHECK, State.QUERY) if tally[state]), State.AGREED)

    @property
    def title(self) -> str:
        """The authority once it is known, else the file's name."""
        return (self.letter.identity[0] if self.letter is not None else "") or self.name

    @property
    def note(self) -> str:
        """The year, and what is left to do, in a few words."""
        year = self.letter.identity[1] if self.letter is not None else ""
        return "  ·  ".join(part for part in (year, self._left()) if part)

    def _left(self) -> str:
        if self.trouble:
            return self.trouble
        letter = self.letter
        review = letter.review if letter is not None else None
        if letter is None or review is None:
            return translate("Queue", "New")
        if self.finished:
            return translate("Queue", "Saved {time}").format(time=letter.saved)
        tally = review.tally()
        parts = []
        if tally[State.LOOK_HERE]:
            parts.append(translate("Queue", "{count} to look at").format(count=tally[State.LOOK_HERE]))
        if tally[State.TO_CHECK]:
            parts.append(translate("Queue", "{count} to check").format(count=tally[State.TO_CHECK]))
        return ", ".join(parts) or translate("Queue", "Ready to finish")


class Queue(QAbstractListModel):
    """The entries in the order in which they came, and which of them is on the desk."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.current: Entry | None = None

    def add(self, entries: list[Entry]) -> None:
        """Put letters at the end."""
        if entries:
            first = len(self.entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self.entries += entries
            self.endInsertRows()

    def split(self, entry: Entry, count: int) -> None:
        """A file turned out to hold several letters: the others follow the first."""
        place = self.entries.index(entry)
        more = [Entry(entry.name, entry.path, number) for number in range(1, count)]
        if more and not any(other.path == entry.path and other.number for other in self.entries):
            self.beginInsertRows(QModelIndex(), place + 1, place + len(more))
            self.entries[place + 1 : place + 1] = more
            self.endInsertRows()

    def find(self, path: Path) -> Entry | None:
        """The first entry of a file."""
        return next((entry for entry in self.entries if entry.path == path), None)

    def set_current(self, entry: Entry | None) -> None:
        """Say which letter is on the desk."""
        before, self.current = self.current, entry
        for other in (before, entry):
            self.touch(other)

    def touch(self, entry: Entry | None) -> None:
        """An entry looks different now."""
        if entry is not None and entry in self.entries:
            index = self.index(self.entries.index(entry))
            self.dataChanged.emit(index, index)

    def neighbour(self, by: int) -> Entry | None:
        """The entry before or after the current one; None at the ends."""
        if self.current is None or self.current not in self.entries:
            return self.entries[0] if self.entries else None
        place = self.entries.index(self.current) + by
        return self.entries[place] if 0 <= place < len(self.entries) else None

    def next_unfinished(self) -> Entry | None:
        """The next letter that is neither finished nor in trouble, round the end; None where all are."""
        start = self.entries.index(self.current) + 1 if self.current in self.entries else 0
        rest = [*self.entries[start:], *self.entries[:start]]
        return next((entry for entry in rest if not entry.finished and not entry.trouble), None)

    @property
    def left(self) -> int:
        """How many are not finished."""
        return sum(1 for entry in self.entries if not entry.finished and not entry.trouble)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{visible(str(entry.path or entry.name))}\n{entry.note}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.title}. {entry.note}"
            case _ if role == STATE_ROLE:
                return entry.state.value
            case _ if role == NOTE_ROLE:
                return entry.note
            case _ if role == DONE_ROLE:
                return bool(entry.trouble)
        return None
