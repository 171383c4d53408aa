"""One save, within a transaction: which letter it is, whether anything differs, and the rows that it adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from ombudsview.history import faults
from ombudsview.history.outcome import Outcome, filed_under, outcome
from ombudsview.history.packed import pack_paper, text_hash
from ombudsview.history.record import (
    FORMAT,
    DocumentRecord,
    LetterRecord,
    ReadingRecord,
    RevisionRecord,
    ThreadRecord,
)
from ombudsview.history.rows import Saved
from ombudsview.history.tables import letter_id, read_record, write_record
from ombudsview.paper.paper import Paper
from ombudsview.reading.model import Reading
from ombudsview.review.edit import Deed, Event
from ombudsview.review.review import Review

_BY_NAME = "SELECT id FROM letter WHERE name = :name"
_BY_DOCUMENT = """SELECT l.id FROM letter l JOIN revision r ON r.letter = l.id
    WHERE r.document = :sha256 AND l.first_page = :first AND (r.withdrawn IS NULL OR l.current IS NULL) LIMIT 1"""
_BY_TEXT = """SELECT l.id FROM letter l JOIN revision r ON r.letter = l.id JOIN document d ON d.sha256 = r.document
    WHERE d.text_hash = :text AND l.first_page = :first AND l.last_page = :last
    AND (r.withdrawn IS NULL OR l.current IS NULL) LIMIT 1"""
_SEQUENCE = """SELECT coalesce(max(sequence), 0) + 1 FROM letter
    WHERE sender = :sender AND authority IS :authority AND period_end IS :period_end"""


@dataclass(frozen=True)
class Saving:
    """What is to be saved, and when (ISO 8601). `size` is the document's in bytes.

    `seen` is the version of the saved letter that the officer knows of, 0 where they know of none, None where nobody asks. `onto`
    names the letter of which this shall be a revision, whatever file and text it comes from.
    """

    db: Database
    size: int
    file_name: str
    paper: Paper
    reading: Reading
    review: Review
    when: str
    seen: int | None = None
    onto: str = ""

    def run(self) -> Saved:
        """Add the revision, unless the newest one says the same. Trouble `stale` where that is not the one that was seen."""
        came_to = outcome(self.review)
        known = self._same_letter()
        newest = newest_of(known)
        if (
            known
            and newest
            and newest.document == self.paper.sha256
            and came_to.equals(newest)
            and not self._says_more(known, newest)
        ):
            return Saved(known.letter, newest.number, newest.saved, known.version, unchanged=True)
        if self.seen is not None and newest and known and known.version != self.seen:
            raise faults.stale(newest.who, newest.saved)
        record = self._record(known, came_to)
        write_record(self.db, record)
        self.db.conn.execute("UPDATE letter SET filed = NULL WHERE name = ?", [record.letter])
        assert record.current is not None
        return Saved(record.letter, record.current, self.when, record.version)

    def _says_more(self, known: LetterRecord, newest: RevisionRecord) -> bool:
        """Whether the officer said something of the whole letter that the newest save lacks, or has otherwise."""
        threads = (thread.events for thread in known.threads if thread.number == newest.thread)
        kept = _of_whole(one for events in threads for one in events if one.sequence <= newest.last_event)
        return any(kept.get(about, "") != said for about, said in _of_whole(self.review.events).items())

    @property
    def _pages(self) -> tuple[int, int]:
        return self.reading.pages or (1, max(1, len(self.paper.sheets)))

    def _same_letter(self) -> LetterRecord | None:
        """The letter that this is: the one it is said to be, the same pages of the same file, else of a file with the same text."""
        if self.onto:
            found = letter_id(self.db, self.onto)
            if found is None:
                raise faults.no_letter()
            return read_record(self.db, found)
        first, last = self._pages
        wanted = {"name": self.review.letter, "sha256": self.paper.sha256, "first": first, "last": last}
        wanted["text"] = text_hash(self.paper)
        for sql in (_BY_NAME, _BY_DOCUMENT, _BY_TEXT):
            row = self.db.conn.execute(sql, wanted).fetchone()
            if row:
                return read_record(self.db, row[0])
        return None

    def _record(self, known: LetterRecord | None, came_to: Outcome) -> LetterRecord:
        """The letter with its new revision; only what is new needs to be in it."""
        number = known.revisions[-1].number + 1 if known else 1
        thread = self._thread(known, number)
        paper = pack_paper(self.paper)
        key = (self.reading.sender, *filed_under(came_to.values))
        first, last = self._pages
        reading = ReadingRecord(1, self.reading.reader, self.reading.kind, None, paper.hash, self.reading)
        events = tuple(self.review.events)
        revision = RevisionRecord(
            number,
            thread,
            events[-1].sequence if events else 0,
            self.paper.sha256,
            self.file_name,
            self.when,
            events[-1].who if events else "",
            came_to.reason,
            None,
            came_to.values,
            came_to.places,
            (reading,),
        )
        return LetterRecord(
            FORMAT,
            known.number if known else 0,
            known.letter if known else self.review.letter,
            known.version + 1 if known else 1,
            *key,
            sequence_for(self.db, known, *key),
            self.paper.sha256,
            first,
            last,
            number,
            (DocumentRecord(self.paper.sha256, self.size, text_hash(self.paper)),),
            (revision,),
            (ThreadRecord(thread, events),),
            (paper,),
        )

    def _thread(self, known: LetterRecord | None, number: int) -> int:
        """The newest thread where this review goes on from all of it, else a new one: nobody's events are written over."""
        if known and known.threads:
            newest = known.threads[-1]
            if tuple(self.review.events[: len(newest.events)]) == newest.events:
                return newest.number
        return number


def _of_whole(events: Iterable[Event]) -> dict[tuple[Deed, str], str]:
    """What was said last of the whole letter: what was learnt, what was done about an earlier note, a look at another reading."""
    said: dict[tuple[Deed, str], str] = {}
    for event in events:
        if event.deed in (Deed.LEARNT, Deed.DONE):
            said[event.deed, event.carried.letter if event.carried is not None else ""] = event.text
        elif event.deed is Deed.REREAD:
            said[event.deed, event.text] = event.text
    return said


def sequence_for(
    db: Database, known: LetterRecord | None, sender: str, authority: str | None, period_end: str | None
) -> int:
    """1 for the first letter of an authority and period, 2 for a second; a letter keeps its number while it keeps its key."""
    if known and _key(known.sender, known.authority, known.period_end) == _key(sender, authority, period_end):
        return known.sequence
    wanted = {"sender": sender, "authority": authority, "period_end": period_end}
    return int(db.conn.execute(_SEQUENCE, wanted).fetchone()[0])


def _key(sender: str, authority: str | None, period_end: str | None) -> tuple[str, str | None, str | None]:
    """As the tables compare it: NOCASE folds the letters A to Z alone."""
    folded = "".join(c.lower() if c.isascii() else c for c in authority) if authority is not None else None
    return sender, folded, period_end


def newest_of(record: LetterRecord | None) -> RevisionRecord | None:
    """The revision that counts; None where there is none."""
    if record is None or record.current is None:
        return None
    return next(revision for revision in record.revisions if revision.number == record.current)
