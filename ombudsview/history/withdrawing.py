"""A save taken back, and brought back: nothing is ever removed, only marked."""

from __future__ import annotations

from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history.outcome import filed_under
from ombudsview.history.record import LetterRecord, RevisionRecord
from ombudsview.history.revisions import taken_back_last
from ombudsview.history.saving import newest_of, sequence_for
from ombudsview.history.tables import read_record


def take_back(db: Database, letter: int, when: str) -> None:
    """Withdraw a letter's newest revision and file it under the one before, within a transaction. LookupError."""
    record = read_record(db, letter)
    newest = newest_of(record)
    if newest is None:
        raise LookupError(letter)
    _mark(db, letter, newest, when)
    earlier = [revision for revision in record.revisions if revision.withdrawn is None and revision is not newest]
    _stand(db, letter, record, earlier[-1] if earlier else newest, counts=bool(earlier))


def bring_back(db: Database, letter: int) -> int:
    """Make the save that was taken back last count again, within a transaction; its number. Trouble `nothing_taken_back`.

    Once something was saved upon what came before it, that stands.
    """
    record = read_record(db, letter)
    revision = taken_back(record)
    if revision is None:
        raise Trouble("nothing_taken_back", "No save of this letter waits to be brought back.", "")
    _mark(db, letter, revision, None)
    _stand(db, letter, record, revision, counts=True)
    return revision.number


def taken_back(record: LetterRecord) -> RevisionRecord | None:
    """The save of a letter that was taken back last; None where none was, or where another stands upon what came before it."""
    return taken_back_last(record.revisions, record.current)


def _mark(db: Database, letter: int, revision: RevisionRecord, withdrawn: str | None) -> None:
    db.conn.execute(
        "UPDATE revision SET withdrawn = ? WHERE letter = ? AND number = ?", [withdrawn, letter, revision.number]
    )


def _stand(db: Database, letter: int, record: LetterRecord, revision: RevisionRecord, *, counts: bool) -> None:
    """Set the letter's row to a revision: its document, its pages there, and what it is filed under; whether that counts."""
    key = (record.sender, *filed_under(revision.values))
    first, last = _pages_of(revision) or (record.first_page, record.last_page)
    current = revision.number if counts else None
    db.conn.execute(
        """UPDATE letter SET version = version + 1, filed = NULL, current = ?, document = ?, sender = ?, authority = ?,
            period_end = ?, sequence = ?, first_page = ?, last_page = ? WHERE id = ?""",
        [current, revision.document, *key, sequence_for(db, record, *key), first, last, letter],
    )


def _pages_of(revision: RevisionRecord) -> tuple[int, int] | None:
    """First and last page of a revision's letter in its file; None where its reading does not say."""
    return revision.readings[-1].reading.pages if revision.readings else None
