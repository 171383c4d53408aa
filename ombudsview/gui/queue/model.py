"""The letters of this sitting as a list, in the order that the officer chose, and which of them is on the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from ombudsview.gui.queue.entry import Entry, namesakes
from ombudsview.gui.queue.order import Order, sort_key
from ombudsview.gui.queue.recognised import part_done
from ombudsview.gui.queue.status import Status
from ombudsview.gui.style.words import plain_tip, visible
from ombudsview.paper.document import Document

__all__ = ["DESK_ROLE", "NOTE_ROLE", "PART_ROLE", "STATUS_ROLE", "Entry", "Queue"]

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
STATUS_ROLE = Qt.ItemDataRole.UserRole
NOTE_ROLE = Qt.ItemDataRole.UserRole + 1
DESK_ROLE = Qt.ItemDataRole.UserRole + 2
PART_ROLE = Qt.ItemDataRole.UserRole + 3
"""The part of its pages that is recognised, from 0 to 1, while that goes on."""

TELL_MS = 120


class Queue(QAbstractListModel):
    """`entries` stand in the order shown. They are put in order when that is asked for or a letter is left, never by themselves.

    `current_changed`: another letter is on the desk, or none. `ordered`: another order was chosen.
    """

    current_changed = Signal()
    ordered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.current: Entry | None = None
        self.order = Order.CAME
        self.ours = ""
        self._first: dict[Path, Entry] = {}
        self._came = 0
        self._touched: list[Entry] = []
        self._namesakes: frozenset[Entry] = frozenset()
        self._telling = QTimer(self, singleShot=True, interval=TELL_MS)
        self._telling.timeout.connect(self._tell_touched)

    # Coming and going

    def add(self, entries: Iterable[Entry]) -> None:
        """Put letters at the end."""
        self._insert(len(self.entries), list(entries))

    def split(self, entry: Entry, count: int) -> None:
        """A file turned out to hold several letters: the others follow the first."""
        first = self._first.get(entry.path) if entry.path is not None else None
        if count < 2 or entry.number or first is not entry or self.of_file(entry) != [entry]:
            return
        more = [Entry(entry.name, entry.path, number) for number in range(1, count)]
        self._insert(self.entries.index(entry) + 1, more, place=entry.place)

    def _insert(self, row: int, entries: list[Entry], place: int | None = None) -> None:
        if not entries:
            return
        for entry in entries:
            if place is None:
                self._came += 1
            entry.place = self._came if place is None else place
            if entry.path is not None:
                self._first.setdefault(entry.path, entry)
        self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
        self.entries[row:row] = entries
        self.endInsertRows()

    def remove(self, entries: Collection[Entry]) -> None:
        """Take letters off the list; what becomes of them elsewhere is not the queue's affair."""
        gone = set(entries)
        stay = [entry for entry in reversed(self.entries) if entry not in gone and entry.path is not None]
        self._first = {entry.path: entry for entry in stay if entry.path is not None}
        rows = [row for row, entry in enumerate(self.entries) if entry in gone]
        for first, last in reversed(runs(rows)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.entries[first : last + 1]
            self.endRemoveRows()
        self._tell_soon()

    def put_back(self, entries: Collection[Entry], order: list[Entry]) -> None:
        """Bring removed letters back to where they stood in that order, among those that came since."""
        back = [entry for entry in entries if entry not in self.entries]
        rank = {entry: row for row, entry in enumerate(order)}
        for entry in sorted(back, key=lambda entry: rank.get(entry, 0)):
            before = sum(1 for other in self.entries if rank.get(other, len(order)) < rank.get(entry, 0))
            self._insert(before, [entry], place=entry.place)
        self._tell_soon()

    # Looking for one

    def find(self, path: Path) -> Entry | None:
        """The first entry of a file."""
        return self._first.get(path)

    def of_document(self, document: Document) -> list[Entry]:
        """The letters of an open document."""
        return [
            entry
            for entry in self.entries
            if (document.path is not None and entry.path == document.path)
            or (
                entry.letter is not None
                and entry.letter.document is not None
                and entry.letter.document.sha256 == document.sha256
            )
        ]

    def of_file(self, entry: Entry) -> list[Entry]:
        """The letters of the file that an entry is of, itself included."""
        if entry.path is None:
            return [entry]
        return [other for other in self.entries if other.path == entry.path]

    def beyond(self, by: int) -> list[Entry]:
        """The entries after the current one (1), or before it and the nearest first (-1); all where none is current."""
        if self.current is None or self.current not in self.entries:
            return list(self.entries)
        place = self.entries.index(self.current)
        return self.entries[place + 1 :] if by > 0 else self.entries[:place][::-1]

    def neighbour(self, by: int) -> Entry | None:
        """The nearest entry on that side that is not known to be in trouble; None where there is none."""
        return next((entry for entry in self.beyond(by) if not entry.trouble), None)

    def next_unfinished(self) -> Entry | None:
        """The next letter that is neither finished nor in trouble, round the end; None where all are."""
        start = self.entries.index(self.current) + 1 if self.current in self.entries else 0
        rest = (*self.entries[start:], *self.entries[:start])
        return next((entry for entry in rest if entry.is_left and entry is not self.current), None)

    def came_after(self, entry: Entry) -> Entry | None:
        """The next letter of those that came after this one and are left to do."""
        later = (other for other in self.entries if other.place > entry.place and other.is_left)
        return min(later, key=lambda other: (other.place, other.number), default=None)

    @property
    def left(self) -> int:
        """How many are not finished."""
        return sum(1 for entry in self.entries if entry.is_left)

    def tally(self) -> Counter[Status]:
        """How many there are of each status."""
        return Counter(entry.status for entry in self.entries)

    # How it shows

    def set_current(self, entry: Entry | None) -> None:
        """Say which letter is on the desk. Leaving one is the moment to put the list in order again."""
        before, self.current = self.current, entry
        if before is entry:
            return
        for other in (before, entry):
            self.touch(other)
        if before is not None:
            self.sort()
        self.current_changed.emit()

    def touch(self, entry: Entry | None) -> None:
        """An entry looks different now."""
        if entry is not None and entry in self.entries:
            index = self.index(self.entries.index(entry))
            self.dataChanged.emit(index, index)
            self._tell_soon()

    def touch_soon(self, entry: Entry) -> None:
        """The same for one of very many: they are told together, for each telling has the whole list laid out and drawn."""
        self._touched.append(entry)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._telling.isActive():
            self._telling.start()

    def _tell_touched(self) -> None:
        before, self._namesakes = self._namesakes, namesakes(self.entries)
        touched, self._touched = {*self._touched, *(before ^ self._namesakes)}, []
        rows = [row for row, entry in enumerate(self.entries) if entry in touched]
        if rows:
            self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))

    def set_order(self, order: Order) -> None:
        """Show the letters in another order, or in the same one anew."""
        self.order = order
        self.sort()
        self.ordered.emit()

    def sort(self, column: int = 0, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the list into its order as things stand now."""
        wanted = sorted(self.entries, key=sort_key(self.order, self.ours))
        if wanted == self.entries:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [self.entries[index.row()] for index in before]
        self.entries = wanted
        rows = {entry: row for row, entry in enumerate(wanted)}
        self.changePersistentIndexList(before, [self.index(rows[entry]) for entry in held])
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(f"{visible(str(entry.path or entry.name))}\n{entry.account}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._title(entry)}. {entry.account}"
            case _ if role == STATUS_ROLE:
                return entry.status.value
            case _ if role == NOTE_ROLE:
                return entry.note
            case _ if role == DESK_ROLE:
                return entry is self.current
            case _ if role == PART_ROLE:
                return part_done(entry.recognition)
        return None

    def _title(self, entry: Entry) -> str:
        """What it is called: with its file's name where another row would read the same."""
        return f"{entry.title}  ·  {visible(entry.name)}" if entry in self._namesakes else entry.title


def runs(rows: list[int]) -> list[tuple[int, int]]:
    """Rising numbers as unbroken stretches: first and last of each."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = found[-1][0], row
        else:
            found.append((row, row))
    return found
