"""Finishing a letter: checked in the window, saved in the record's thread, and called saved once it is on the disk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.record import earlier, one_draft
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.work.errands import Errand, Rank

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.history.rows import Saved
    from ombudsview.review.review import Review


@dataclass(frozen=True, eq=False)
class _Save:
    """A letter under way to the history, as it was when it was finished: what is done to it meanwhile is not in this save."""

    letter: OpenLetter
    review: Review
    snapshot: Review
    reason: str


class Saving(QObject):
    """`begun` and `done` name a letter; after `done` it is saved, or open again. Another letter may come on the desk meanwhile."""

    begun = Signal(object)
    done = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._under_way: list[_Save] = []
        desk.keeping.later = self._later
        self._prepared = False
        desk.changed.connect(self._prepare)

    @property
    def busy(self) -> bool:
        """Whether a letter is on its way to the disk."""
        return bool(self._under_way)

    def finish(self, letter: OpenLetter, review: Review, reason: str) -> bool:
        """Begin to save; False where the letter is not ready for it, and then the desk has said why."""
        if any(save.letter is letter for save in self._under_way) and review.finished:
            return True
        if review.finished and letter.saved:
            self._desk.finished.emit(letter)
            return True
        try:
            self._check(letter, review, reason)
        except Trouble as trouble:
            self._not_finished(review, trouble)
            return False
        review.finish(reason)
        letter.saved = ""
        save = _Save(letter, review, self._desk.keeping.snapshot(review), reason)
        self._under_way.append(save)
        self.begun.emit(letter)
        self._desk.record.ask(partial(self._desk.keeping.save, letter, save.snapshot), partial(self._came, save))
        return letter.saved != "" or review.finished

    def _check(self, letter: OpenLetter, review: Review, reason: str) -> None:
        from ombudsview.review import finishing

        if letter.document is None or letter.paper is None:
            raise ValueError("only a letter that has been read can be saved")
        finishing.check_filing(review)
        finishing.check(review, reason)  # before anything of the history is touched

    def _not_finished(self, review: Review, trouble: Trouble) -> None:
        from ombudsview.review import finishing

        if trouble.code in {"not_entered", "not_asked", "not_filed"}:
            self._desk.focus(next(iter((*review.typed_keys(), *finishing.asking(review), *finishing.unfiled(review)))))
        (self._desk.still_open if trouble.code == "still_open" else self._desk.refused).emit(trouble)

    def _came(self, save: _Save, errand: Errand[Saved]) -> None:
        self._under_way.remove(save)
        fault = errand.fault
        if fault is None:
            self._saved(save, errand.result)
            return
        from ombudsview.review import noted

        if save.review.finished:  # whatever it was, a bug as well: nothing may say later that the letter was saved
            save.review.reopen()
            save.review.type_note(noted.REASON, save.reason)  # it was typed, and is asked for once more
        self.done.emit(save.letter)
        if not isinstance(fault, Trouble):
            raise fault
        if fault.code in earlier.TO_BE_ASKED and save.letter is self._desk.letter:
            self._desk.clashed.emit(fault, save.reason)
        else:
            self._desk.troubled.emit(fault)

    def _saved(self, save: _Save, saved: Saved) -> None:
        letter, desk = save.letter, self._desk
        letter.saved, letter.kept = clock_time(saved.when), saved.letter
        hint = saved.trouble
        same = letter.review is save.review and len(save.review.events) == len(save.snapshot.events)
        if same and letter.journal is not None:  # read anew meanwhile, it has another review and a draft of that
            journal, letter.journal = letter.journal, None
            try:
                journal.discard()
            except Trouble as trouble:
                hint = hint or trouble
        if same:
            letter.put_away = one_draft.done_with(desk.keeping.places.drafts, save.review.letter)
        desk.saved.emit(letter.saved)
        self.done.emit(letter)
        if save.review.finished:
            desk.finished.emit(letter)
        if hint is not None:  # last, for the letter that comes next takes older notices away
            desk.troubled.emit(hint)

    # What nobody waits for

    def _prepare(self) -> None:
        """With the first step of the session the history is opened and copied."""
        if not self._prepared:
            self._prepared = True
            self._desk.record.do(self._desk.keeping.prepare, Rank.READ)

    def _later(self, work: Callable[[], object]) -> None:
        self._desk.record.ask(work, self._did)

    def _did(self, errand: Errand[object]) -> None:
        with suppress(Trouble):
            _ = errand.result
            return
        assert isinstance(errand.fault, Trouble)
        self._desk.troubled.emit(errand.fault)
