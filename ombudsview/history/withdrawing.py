"""A save taken back, and brought back: nothing is ever removed, only marked."""

from __future__ import annotations

from sqlite_utils import Database

from ombudsview.errors import Trouble
from ombudsview.history.outcome import filed_under
from ombudsview.history.record import LetterRecord, RevisionRecord
from ombudsview.history.saving import sequence_for
from ombudsview.history.tables import read_record


def bring_back(db: Database, letter: int) -> int:
    """Make the save that was taken back last count again, within a transaction; its number. Trouble `nothing_taken_back`.

    Once something was saved upon what came before it, that stands.
    """
    record = read_record(db, letter)
    revision = taken_back(record)
    if revision is None:
        raise Trouble("nothing_taken_back", "No save of this letter waits to be brought back.", "")
    db.conn.execute("UPDATE revision SET withdrawn = NULL WHERE letter = ? AND number = ?", [letter, revision.number])
    key = (record.sender, *filed_under(revision.values))
    db.conn.execute(
        """UPDATE letter SET version = version + 1, filed = NULL, current = ?, document = ?, sender = ?, authority = ?,
            period_end = ?, sequence = ? WHERE id = ?""",
        [revision.number, revision.document, *key, sequence_for(db, record, *key), letter],
    )
    return revision.number


def taken_back(record: LetterRecord) -> RevisionRecord | None:
    """The save of a letter that was taken back last; None where none was, or where another stands upon what came before it."""
    later = (revision for revision in record.revisions if revision.number > (record.current or 0))
    return next((revision for revision in later if revision.withdrawn is not None), None)
