"""What the history has beside a letter that comes: this very file, the same text from another file, the same words and figures
from another program's file, another letter for its year.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from ombudsview.errors import Trouble
from ombudsview.history import find
from ombudsview.history.packed import text_hash, unpack_paper, unpack_reading
from ombudsview.history.rows import LetterRow
from ombudsview.history.same_wording import Said, same_letter
from ombudsview.letters.fields import Value
from ombudsview.reading.registered import official_name


class Likeness(StrEnum):
    """In what way two letters are alike, the closest first."""

    SAME_FILE = "same_file"
    SAME_TEXT = "same_text"
    SAME_WORDS = "same_words"
    SAME_YEAR = "same_year"


FILED_APART = frozenset({Likeness.SAME_WORDS, Likeness.SAME_YEAR})
"""What becomes a letter of its own unless the officer says that it is a revision of the saved one."""


@dataclass(frozen=True)
class Wanted:
    """The letter that comes: what it says, the body that sent it, and the authority, however it is printed, and its year's end.

    `name` is its name within the program, where that is known: a Word document that comes again is another print of that letter.
    """

    said: Said
    sender: str = "lgsco"
    authority: str | None = None
    period_end: str | None = None
    name: str = ""

    @property
    def filed_under(self) -> tuple[str | None, str | None]:
        """The authority's name in the record, whatever the letter calls it, and the year's end."""
        authority = official_name(self.authority, self.period_end) if self.authority else None
        return authority, self.period_end

    def is_filed_as(self, row: LetterRow) -> bool:
        """Whether it has the very place in the record that a saved letter has; the record takes capitals for small letters."""
        (mine, year), theirs = self.filed_under, row.authority
        return (mine or "").casefold() == (theirs or "").casefold() and year == row.period_end


@dataclass(frozen=True)
class Alike:
    """A saved letter that is like it. `version` counts what was done to it, so that a save can tell that more was done since.

    `moving`: the letter that comes is in the history itself, filed elsewhere until now. `recognised`: words of one of them were
    recognised on pictures, so that nobody can say that all of them are the same. `differ`: of one that reads the same, how many
    fields its officer saved otherwise than the letter that comes has them.
    """

    likeness: Likeness
    row: LetterRow
    version: int
    moving: bool = False
    recognised: bool = False
    differ: int = 0


_FILE = """SELECT l.name, l.version FROM letter l
    WHERE l.current IS NOT NULL AND l.first_page = :first AND (l.name = :name OR EXISTS
    (SELECT 1 FROM revision r WHERE r.letter = l.id AND r.withdrawn IS NULL AND r.document = :sha256)) LIMIT 1"""
_TEXT = """SELECT l.name, l.version FROM letter l
    WHERE l.current IS NOT NULL AND l.first_page = :first AND l.last_page = :last AND EXISTS
    (SELECT 1 FROM revision r JOIN document d ON d.sha256 = r.document
     WHERE r.letter = l.id AND r.withdrawn IS NULL AND d.text_hash = :text) LIMIT 1"""
_YEAR = """SELECT l.name, l.version FROM letter l WHERE l.current IS NOT NULL AND l.name <> :but
    AND l.sender = :sender AND l.authority = :authority AND l.period_end = :period_end
    ORDER BY l.sequence DESC"""
_READ = """SELECT reading.body, paper.body FROM letter l
    JOIN reading ON reading.letter = l.id AND reading.revision = l.current JOIN paper ON paper.hash = reading.paper
    WHERE l.name = ? ORDER BY reading.number DESC LIMIT 1"""


def alike(connection: sqlite3.Connection, wanted: Wanted) -> Alike | None:
    """The saved letter that is most like it, if any. sqlite3.Error."""
    said = wanted.said
    asked = {
        "name": wanted.name,
        "sha256": said.paper.sha256,
        "first": said.pages[0],
        "last": said.pages[1],
        "text": text_hash(said.paper),
    }
    for likeness, sql in ((Likeness.SAME_FILE, _FILE), (Likeness.SAME_TEXT, _TEXT)):
        found = connection.execute(sql, asked).fetchone()
        if found is not None and (row := find.letter(connection, found[0])) is not None:
            return Alike(likeness, row, found[1])
    return of_year(connection, wanted)


def of_year(connection: sqlite3.Connection, wanted: Wanted, but: str = "") -> Alike | None:
    """The saved letter of its authority and year: the one that says the same, else the last one. `but` names one that is no answer.

    sqlite3.Error.
    """
    authority, period_end = wanted.filed_under
    asked = {"sender": wanted.sender, "authority": authority, "period_end": period_end, "but": but}
    last = None
    for name, version in connection.execute(_YEAR, asked).fetchall():
        row = find.letter(connection, name)
        if row is None:
            continue
        kept = _kept_words(connection, row)
        if kept is not None and same_letter(kept, wanted.said):
            recognised = kept.is_recognised or wanted.said.is_recognised
            differ = len(differences(kept.values, wanted.said.values))
            return Alike(Likeness.SAME_WORDS, row, version, recognised=recognised, differ=differ)
        last = last or Alike(Likeness.SAME_YEAR, row, version)
    return last


def _kept_words(connection: sqlite3.Connection, row: LetterRow) -> Said | None:
    """What a saved letter says; None where what was kept of its reading is damaged."""
    reading, paper = connection.execute(_READ, [row.letter]).fetchone() or (b"", b"")
    values = {figure.key: figure.value for figure in find.figures_of(connection, row.letter)}
    with suppress(Trouble):
        return Said(unpack_paper(paper), row.pages, unpack_reading(reading), values)
    return None


@dataclass(frozen=True)
class Difference:
    """One field that two readings of a letter give differently; None where one of them gives it not at all.

    `saved_by_hand`, `now_by_hand`: an officer put it right there, so that it is not what was read.
    """

    key: str
    saved: Value | None
    now: Value | None
    saved_by_hand: bool = False
    now_by_hand: bool = False


def differences(
    saved: Mapping[str, Value | None],
    now: Mapping[str, Value | None],
    by_hand: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
) -> tuple[Difference, ...]:
    """The fields that differ, in the order of the letter as it is now, then what only the saved one has.

    `by_hand` names the fields that an officer put right in the saved one, and in this one.
    """
    keys = dict.fromkeys((*now, *saved))
    pairs = ((key, saved.get(key), now.get(key)) for key in keys)
    return tuple(
        Difference(key, before, after, key in by_hand[0], key in by_hand[1])
        for key, before, after in pairs
        if before != after
    )
