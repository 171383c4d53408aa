"""The record of saved letters. One process opens it for writing; each thing the officer does is one transaction, then one file."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from typing import Self

from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history import backup_place, documents, faults, loading, rewording
from ombudsview.history.clock import local_time
from ombudsview.history.connection import action
from ombudsview.history.lock import Lock, lock_path
from ombudsview.history.reconcile import Filing, file_letter, reconcile
from ombudsview.history.rows import Saved
from ombudsview.history.safekeeping import open_history
from ombudsview.history.saving import Saving
from ombudsview.history.tables import letter_id
from ombudsview.history.withdrawing import bring_back, take_back
from ombudsview.paper.paper import Paper
from ombudsview.places import Places
from ombudsview.reading.model import Reading
from ombudsview.review.review import Review


class Store:
    """The history, open for writing; who reads asks it by `glance.look`. `notice` says what the officer should know of how it opened.

    Used by one thread at a time. Everything that the world can do wrong is a Trouble, and nothing is changed then.
    """

    def __init__(
        self, db: Database, places: Places, clock: Callable[[], str], lock: Lock, notice: Trouble | None
    ) -> None:
        self._db = db
        self._places = places
        self._clock = clock
        self._lock = lock
        self._backed_up = False
        self._backing_up = threading.Lock()
        self.notice = notice

    @classmethod
    def open(
        cls,
        places: Places,
        clock: Callable[[], str] = local_time,
        *,
        suspected: bool = False,
        filing: Filing | None = None,
    ) -> Self:
        """Open the history, making, bringing up or restoring it as needed. `suspected`: it was found damaged when it was read.
        `filing` hears how far letters are filed anew, and may stop it.

        Trouble: history_newer, history_foreign, history_locked, history_damaged, disk_full, not_writable.
        """
        with faults.told(), ExitStack() as otherwise:
            lock = Lock(lock_path(places))
            otherwise.callback(lock.release)
            opened = open_history(places, datetime.fromisoformat(clock()), suspected=suspected)
            otherwise.callback(opened.db.close)
            found = reconcile(opened.db, places.letter_files, filing=filing)
            otherwise.pop_all()
        notice = opened.notice
        if notice is None and (sentence := found.sentence(places.letter_files)):
            notice = Trouble("second_copies", sentence)
        return cls(opened.db, places, clock, lock, notice)

    def save(
        self,
        document: bytes,
        file_name: str,
        paper: Paper,
        reading: Reading,
        review: Review,
        *,
        seen: int | None = None,
        onto: str = "",
    ) -> Saved:
        """Keep a letter: a new one, or a new revision of one that is kept; nothing is added where nothing differs.

        `seen`, if given, is the version of the kept one that the officer knows of: Trouble `stale` where there is another by now.
        `onto` names the letter of which it shall be a revision.
        """
        hint = self.back_up()
        with faults.told():
            documents.keep(self._places.documents, document)
            saving = Saving(
                self._db, len(document), file_name, paper, reading, review, self._clock(), seen=seen, onto=onto
            )
            with action(self._db):
                saved = saving.run()
        if saved.unchanged:
            return saved
        hint = self._file(saved.letter) or hint
        rewording.note(self._db.conn, self._places, saved.letter)
        return replace(saved, trouble=hint)

    def remove_save(self, letter: str) -> Trouble | None:
        """Take back a letter's newest revision: the one before counts again, or the letter leaves the list.

        It stays in the record, marked as withdrawn, with its events. A second copy that could not be written is returned;
        Trouble `no_letter` where there is nothing to take back.
        """
        hint = self.back_up()
        with faults.told(), action(self._db):
            name = loading.row_of(self._db.conn, letter).letter
            take_back(self._db, self._known(name), self._clock())
        hint = self._file(name) or hint
        rewording.note(self._db.conn, self._places, name)
        return hint

    def bring_back(self, letter: str) -> Trouble | None:
        """Make the save of a letter that was taken back last count again.

        A second copy that could not be written is returned; Trouble `no_letter`, or `nothing_taken_back`.
        """
        hint = self.back_up()
        with faults.told(), action(self._db):
            if letter_id(self._db, letter) is None:
                raise faults.no_letter()
            bring_back(self._db, self._known(letter))
        hint = self._file(letter) or hint
        rewording.note(self._db.conn, self._places, letter)
        return hint

    def back_up(self) -> Trouble | None:
        """Make the session's backup, which the first save else waits for: a second with ten thousand letters. Any thread may.

        Trouble `history_damaged` where the history is not sound; what else stops it is returned.
        """
        with self._backing_up:
            return self._back_up_once()

    def close(self) -> None:
        """Merge the log into the file and let others write."""
        with suppress(sqlite3.Error):
            self._db.conn.execute("PRAGMA optimize").fetchall()
        self._db.close()
        self._lock.release()

    def _known(self, letter: str) -> int:
        found = letter_id(self._db, letter)
        assert found is not None
        return found

    def _back_up_once(self) -> Trouble | None:
        """Copy the history before the first change of a session. A damaged one is refused; else a failed copy is only told."""
        if self._backed_up:
            return None
        self._backed_up = True
        now = datetime.fromisoformat(self._clock())
        try:
            with faults.told():
                _, hint = backup_place.make(self._places, now)
                backup_place.thin(self._places, now)
        except Trouble as trouble:
            self._backed_up = trouble.code != "history_damaged"
            if not self._backed_up:
                raise
            return Trouble(
                trouble.code,
                "The history's backup could not be made.",
                "It is tried again when letters are next worked on after a new start; make sure that there is room on the disk.",
            )
        return hint

    def _file(self, letter: str) -> Trouble | None:
        """Write the second copy; what stops it is told, as the letter itself is safe by now."""
        try:
            with faults.told():
                file_letter(self._db, self._places.letter_files, self._known(letter))
        except Trouble as trouble:
            return Trouble(
                trouble.code,
                "The letter is saved, but its second copy could not be written.",
                "It is tried again at the next start; make sure that there is room on the disk.",
            )
        return None
