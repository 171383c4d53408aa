"""A save taken back, and brought back: the record's thread does it, and what is open of that letter comes to what counts then."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from ombudsview.errors import Trouble
from ombudsview.gui.open_letter import OpenLetter
from ombudsview.gui.record import earlier, one_draft
from ombudsview.gui.record.keeping import clock_time
from ombudsview.gui.work.errands import Errand

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.notice import Notice
    from ombudsview.gui.queue.model import Queue
    from ombudsview.history.rows import LetterRow
    from ombudsview.review.journal import Journal

translate = QCoreApplication.translate


@dataclass(frozen=True)
class _Taken:
    """What became of a letter: its row in the history before and now (None: not there), and a second copy that was not written."""

    before: LetterRow | None
    hint: Trouble | None
    row: LetterRow | None


def _told(taken: _Taken, title: str) -> tuple[str, str]:
    """What is said of it, and the words of the way back, which name the save that comes back."""
    number = taken.before.revision if taken.before is not None else ""
    if taken.row is None:
        words = translate("TakingBack", "The save of {title} was taken back: it is no longer in the history.")
        return words.format(title=title), translate("TakingBack", "Bring the save back")
    words = translate(
        "TakingBack", "Save {number} of {title} was taken back: save {other}, saved {when}, counts again."
    )
    words = words.format(number=number, title=title, other=taken.row.revision, when=clock_time(taken.row.saved))
    return words, translate("TakingBack", "Bring save {number} back").format(number=number)


def _another(number: int) -> Trouble:
    return Trouble(
        "another_save",
        translate("TakingBack", "Nothing was taken back: save {number} of this letter counts by now.").format(
            number=number
        ),
        translate("TakingBack", "Look at its saves, then take back the one that you mean."),
    )


class TakingBack(QObject):
    """`changed`: the history has fewer saves, or more, of the letter named."""

    changed = Signal(str)

    def __init__(self, desk: Desk, queue: Queue, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._queue, self._notice = desk, queue, notice

    def take_back(self, name: str, title: str, number: int = 0) -> None:
        """Take back the last save of a letter by its name in the record; of that `number` and no other, where one was asked about."""
        keeping = self._desk.keeping

        def work() -> _Taken:
            before = keeping.row_of(name)
            if number and before is not None and before.revision != number:
                raise _another(before.revision)
            return _Taken(before, keeping.store.remove_save(name), keeping.row_of(name))

        self._desk.record.ask(work, partial(self._taken, name, title))

    def bring_back(self, name: str, title: str) -> None:
        """Make the save that was taken back last count again."""
        keeping = self._desk.keeping

        def work() -> tuple[Trouble | None, LetterRow | None, OpenLetter | None]:
            hint, row, kept = keeping.store.bring_back(name), keeping.row_of(name), None
            with suppress(Trouble):  # then nobody knows what is in it, and every draft of it stays one
                kept = keeping.load(name)
            return hint, row, kept

        self._desk.record.ask(work, partial(self._brought, name, title))

    def _taken(self, name: str, title: str, errand: Errand[_Taken]) -> None:
        try:
            taken = errand.result
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        open_ones, row = self._open_ones(name), taken.row
        self._come_to_history(name, open_ones, counts=row is not None)
        self._note(name, clock_time(row.saved) if row is not None else "")
        self.changed.emit(name)
        words, bring = _told(taken, title)
        if any(letter.journal is not None for letter in open_ones):
            words += " " + translate("TakingBack", "What is open of it is a draft.")
        self._notice.say(words, (bring, lambda: self.bring_back(name, title)))
        if taken.hint is not None:
            self._desk.troubled.emit(taken.hint)

    def _brought(
        self, name: str, title: str, errand: Errand[tuple[Trouble | None, LetterRow | None, OpenLetter | None]]
    ) -> None:
        try:
            hint, row, kept = errand.result
        except Trouble as trouble:
            self._desk.troubled.emit(trouble)
            return
        open_ones = self._open_ones(name)
        since = self._end_drafts(name, open_ones, kept)
        if row is not None:
            self._note(name, clock_time(row.saved))
        self.changed.emit(name)
        if row is None:
            words = translate("TakingBack", "The save of {title} counts again.").format(title=title)
        else:
            words = translate("TakingBack", "Save {number} of {title} counts again.")
            words = words.format(number=row.revision, title=title)
        if since:
            words += " " + translate("TakingBack", "What you did since is in its draft.")
        self._notice.say(words)
        if hint is not None:
            self._desk.troubled.emit(hint)

    def _come_to_history(self, name: str, open_ones: tuple[OpenLetter, ...], *, counts: bool) -> None:
        """What is open of the letter shows the save that `counts` now; it is a draft where something was done since it was saved."""
        for letter in open_ones:
            if counts and letter.review is not None and letter.review.finished and letter.saved:
                load = partial(self._desk.keeping.load, name)
                self._desk.record.ask(load, partial(self._loaded, letter, len(letter.review.events)))
            else:
                self._is_draft(letter)

    def _loaded(self, letter: OpenLetter, events: int, errand: Errand[OpenLetter]) -> None:
        try:
            kept = errand.result
        except Trouble as trouble:
            self._is_draft(letter)
            self._desk.troubled.emit(trouble)
            return
        self._come_to(letter, events, kept)

    def _come_to(self, letter: OpenLetter, events: int, kept: OpenLetter) -> None:
        """Show a letter as it is kept, unless more was done to it by now than the `events` there were."""
        if letter is self._desk.letter:
            self._desk.rereading.emit()  # what is being typed is told first
        review, document = letter.review, letter.document
        saved = tuple(kept.review.events) if kept.review is not None else ()
        as_saved = review is not None and ((review.finished and letter.saved) or one_draft.is_in(saved, review.events))
        untouched = as_saved and review is not None and len(review.events) == events
        if not untouched or document is None or kept.document is None or kept.document.sha256 != document.sha256:
            self._is_draft(letter)  # something was done meanwhile, or its pages are those of another file
            return
        letter.review, letter.paper, letter.heard = kept.review, kept.paper, False
        letter.saved, letter.seen = kept.saved, kept.seen
        journal, letter.journal = letter.journal, None
        if journal is not None:  # whatever it holds is in the save that counts
            self._discard(journal)
        for entry in self._queue.entries:
            self._queue.touch(entry if entry.letter is letter else None)
        if letter is self._desk.letter and kept.review is not None:
            self._desk.begin_anew(letter, kept.review)

    def _end_drafts(self, name: str, open_ones: tuple[OpenLetter, ...], kept: OpenLetter | None) -> bool:
        """Whatever bears nothing but what the save that counts holds is no draft any longer; whether something open bears more.

        At once, for the officer may finish a draft the moment that the save is back.
        """
        saved = tuple(kept.review.events) if kept is not None and kept.review is not None else ()
        drafts = [one for one in open_ones if one.journal is not None and one.review is not None]
        ended = [one for one in drafts if one.review is not None and one_draft.is_in(saved, one.review.events)][:1]
        for letter in ended if kept is not None else ():  # one: what is kept has one review
            assert letter.review is not None
            assert kept is not None
            self._come_to(letter, len(letter.review.events), kept)
        self._come_to_history(
            name, tuple(one for one in open_ones if not any(one is other for other in ended)), counts=True
        )
        own = [one.journal.path for one in open_ones if one.journal is not None]
        for draft in self._desk.keeping.drafts_of(name):
            if draft.journal.path not in own and one_draft.is_in(saved, draft.events):
                self._discard(draft.journal)
        return any(one.journal is not None for one in open_ones)

    def _discard(self, journal: Journal) -> None:
        with suppress(Trouble):  # it is offered once more, which harms nobody
            journal.discard()

    def _is_draft(self, letter: OpenLetter) -> None:
        letter.saved = ""
        if letter.review is not None:
            letter.review.reopen()
        earlier.note(self._desk.keeping, letter, earlier.question_of(letter))

    def _note(self, name: str, saved: str) -> None:
        """What the queue says of it where only that is held: saved then, or no longer, and then its file is to be read."""
        for entry in self._queue.entries:
            if entry.letter is None and entry.glimpse is not None and entry.glimpse.kept == name:
                gone = not saved and entry.path is not None
                entry.glimpse = None if gone else replace(entry.glimpse, saved=saved)
                self._queue.touch(entry)

    def _open_ones(self, name: str) -> tuple[OpenLetter, ...]:
        """The letter where it lies on the desk or in the queue."""
        letters = [self._desk.letter, *(entry.letter for entry in self._queue.entries)]
        found = {id(one): one for one in letters if one is not None and one.kept == name}
        return tuple(found.values())
