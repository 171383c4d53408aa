"""The letters of the queue read while one of them is checked: each gets its line in the list, the next one is prepared whole."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.desk import Desk
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.queue.model import Entry, Queue
from ombudsview.gui.queue.standing import Standing
from ombudsview.gui.style.words import visible
from ombudsview.gui.work.crew import Crew
from ombudsview.gui.work.errands import Errand
from ombudsview.paper.troubles import CANCELLED

if TYPE_CHECKING:
    from ombudsview.gui.arrival.looking import Known, Look, Prepared, Sizes, Wish

    Scale = Callable[[], Callable[[Sizes], float]]
    """How a page would be drawn just now, as something that a thread may ask."""


def as_it_is() -> Callable[[Sizes], float]:
    """One pixel a point."""
    return lambda _: 1.0


class ReadingAhead(QObject):
    """`progressed`: what `standing` says has changed. A letter that is on the desk, or was, is not read again for the list."""

    progressed = Signal()
    ended = Signal(object)

    def __init__(
        self, desk: Desk, queue: Queue, crew: Crew | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(desk)
        self._desk, self._queue, self._clock = desk, queue, clock
        self._crew = crew or Crew()
        self.scale: Scale = as_it_is
        self._waiting: dict[Path, None] = {}
        self._under_way: dict[Path, Errand[Look]] = {}
        self._prepared: dict[tuple[Path, int], Prepared] = {}
        self._known: Known | None = None
        self._done = self._problems = 0
        self._stopped = False
        self._began = self._spent = 0.0
        self._feeding = QTimer(self, singleShot=True, interval=0)
        self._feeding.timeout.connect(self._feed)
        queue.rowsInserted.connect(self._came)
        queue.rowsRemoved.connect(self._went)
        desk.saving.done.connect(self._saved)
        at_rest = (desk.read, desk.unknown, desk.failed, desk.left, desk.opening.password_wanted)
        for signal in (queue.current_changed, queue.ordered, *at_rest):
            signal.connect(self._feeding.start)

    # What can be asked of it

    @property
    def standing(self) -> Standing | None:
        """How far it is; None where nothing is to be read."""
        rest = len(self._waiting) + sum(1 for path in self._under_way if path not in self._preparing())
        if not rest or self._done + rest < 2:
            return None
        seconds = self._spent + (0.0 if self._stopped else self._clock() - self._began)
        return Standing(self._done, self._done + rest, self._problems, seconds, self._stopped)

    def prepared(self, entry: Entry) -> Prepared | None:
        """A letter that was read whole before its turn, if this one was."""
        return self._prepared.get((entry.path, entry.number)) if entry.path is not None else None

    def stop(self) -> None:
        """Leave the rest unread. What is being read ends at once, and counts as unread."""
        if not self._stopped:
            self._stopped = True
            self._spent += self._clock() - self._began
            self._crew.stop()
            self.progressed.emit()

    def go_on(self) -> None:
        """Read the rest."""
        if self._stopped:
            self._stopped = False
            self._began = self._clock()
            self._feeding.start()
            self.progressed.emit()

    def again(self) -> None:
        """Read once more what could not be opened. A look that is under way may have seen the file as it was: it counts no more."""
        for entry in self._queue.entries:
            if entry.trouble and entry.path is not None:
                if (before := self._under_way.pop(entry.path, None)) is not None:
                    before.drop()
                entry.trouble = ""
                self._queue.touch(entry)
                self._wait_for(entry)
        self.go_on()
        self._feeding.start()
        self.progressed.emit()

    def close(self) -> None:
        """End for good; of what is still being read nothing is told, for who would hear it goes with the window."""
        self._stopped = True
        self._waiting.clear()
        for errand in self._under_way.values():
            errand.drop()
        self._crew.close()

    # What is to be read

    def _came(self, _: QModelIndex, first: int, last: int) -> None:
        """A single letter is on its way to the desk; whatever comes beside it is to be read."""
        for entry in self._queue.entries[first : last + 1]:
            self._wait_for(entry)
        self._feeding.start()
        self.progressed.emit()

    def _went(self) -> None:
        for path in [path for path in self._waiting if self._queue.find(path) is None]:
            del self._waiting[path]
        self._tell()

    def _saved(self, letter: OpenLetter) -> None:
        """What reads like a letter that was saved just now is looked at once more: the history may have it, or something like it."""
        self._count_anew()
        self._known = None
        for entry in self._queue.entries:
            seen, path = entry.glimpse, entry.path
            idle = entry is not self._queue.current and entry.letter is None and path not in self._under_way
            if path is not None and idle and seen and not seen.kept and (seen.authority, seen.year) == letter.identity:
                self._waiting[path] = None
        self._feeding.start()

    def _wait_for(self, entry: Entry) -> None:
        if entry.path is None or entry.letter is not None or entry.glimpse is not None or entry.trouble:
            return
        self._count_anew()
        if entry.path not in self._under_way:
            self._waiting[entry.path] = None

    def _count_anew(self) -> None:
        if not self._waiting and self.standing is None:
            self._began, self._spent, self._done, self._problems = self._clock(), 0.0, 0, 0
            self._known = None

    def _feed(self) -> None:
        """Give the crew work as long as it has hands free. The first letter of all is read before anything else."""
        self._drop_what_the_desk_has()
        if self._stopped or self._desk.opening.busy or len(self._queue.entries) < 2:
            return
        while len(self._under_way) < self._crew.hands and (job := self._next_job()) is not None:
            path, wish = job
            self._waiting.pop(path, None)
            if self._known is None:
                self._known = self._what_is_known()
            from ombudsview.gui.arrival.looking import look  # the empty window looks into nothing

            errand = self._crew.ask(partial(look, path, known=self._known, wish=wish))
            self._under_way[path] = errand
            self._desk.bridge.take_over(errand, partial(self._looked, path, wish))

    def _what_is_known(self) -> Known:
        from ombudsview.gui.arrival.looking import Known

        keeping = self._desk.keeping
        return Known(keeping, keeping.begun())

    def _drop_what_the_desk_has(self) -> None:
        current = self._queue.current
        if (
            current is not None
            and current.path in self._waiting
            and (current.glimpse or current.trouble or current.letter)
        ):
            del self._waiting[current.path]
            self._done += 1
            self._tell()

    def _next_job(self) -> tuple[Path, Wish | None] | None:
        from ombudsview.gui.arrival.looking import Wish

        for entry in self._next_letters():
            path = entry.path
            if path is not None and path not in self._under_way and self.prepared(entry) is None:
                return path, Wish(entry.number, self.scale())
        current = self._queue.current.path if self._queue.current is not None else None
        return next(((path, None) for path in self._waiting if path != current), None)

    def _next_letters(self) -> list[Entry]:
        """Those that the officer comes to next: the next unfinished one, and the next in the list where that is another one."""
        if self._queue.current is None:
            return []
        nearest = (self._queue.next_unfinished(), self._queue.neighbour(1))
        return [entry for entry in dict.fromkeys(nearest) if entry is not None and _is_file_to_read(entry)]

    def _preparing(self) -> set[Path]:
        """Files under way that the list has read already."""
        return {path for path in self._under_way if (entry := self._queue.find(path)) is not None and entry.glimpse}

    # What comes of it

    def _looked(self, path: Path, wish: Wish | None, errand: Errand[Look]) -> None:
        del self._under_way[path]
        entry = self._queue.find(path)
        try:
            found = errand.result
        except Trouble as trouble:
            if trouble.code != CANCELLED:
                raise
            if entry is not None and entry.glimpse is None:
                self._waiting = {path: None, **self._waiting}
            self._feeding.start()
            self._tell()
            return
        if entry is not None:
            self._note(entry, found, wish)
        self._feeding.start()
        self._tell()

    def _note(self, entry: Entry, found: Look, wish: Wish | None) -> None:
        if entry.glimpse is None and entry.letter is None:
            self._done += 1
            self._problems += found.trouble is not None
        if found.trouble is not None and entry is not self._queue.current and not entry.letter and not entry.glimpse:
            entry.trouble = visible(found.trouble.sentence)
        self._queue.split(entry, len(found.letters))
        for letter in self._queue.of_file(entry):
            # What the desk did meanwhile is newer than what was looked at before.
            done = letter.glimpse is not None and letter.glimpse.kept
            if letter.number < len(found.letters) and letter is not self._queue.current and not done:
                letter.glimpse = found.letters[letter.number]
            self._queue.touch_soon(letter)
        if found.prepared is not None and wish is not None and entry.path is not None:
            self._prepared[entry.path, wish.number] = found.prepared
        wanted = {(near.path, near.number) for near in self._next_letters()}
        self._prepared = {which: whole for which, whole in self._prepared.items() if which in wanted}

    def _tell(self) -> None:
        self.progressed.emit()
        if not self._waiting and not self._under_way and self._done:
            done, self._done = Standing(self._done, self._done, self._problems), 0
            self.ended.emit(done)


def _is_file_to_read(entry: Entry) -> bool:
    """Whether coming to it means to read a file: not where it was worked on, or lies in the history."""
    return (
        entry.path is not None
        and entry.letter is None
        and not entry.trouble
        and not (entry.glimpse and entry.glimpse.kept)
    )
