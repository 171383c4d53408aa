"""What the record tells the other rooms: frozen values, no database in sight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ombudsview.letters.fields import FIELDS
from ombudsview.reading.printed_value import is_printed

if TYPE_CHECKING:
    from ombudsview.errors import Trouble
    from ombudsview.letters.fields import Value
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Reading
    from ombudsview.review.edit import Event


@dataclass(frozen=True)
class LetterRow:
    """One saved letter as a list shows it, at its newest revision.

    `saved` is ISO 8601 with the zone, `pages` the first and last page in the file from 1, `sequence` 1 for the first letter
    of that authority and year, 2 for a second one. Authority, dates and title are None where the letter gives none.
    `damaged`: a date of it cannot be read; it is None then, `saved` empty.
    """

    letter: str
    authority: str | None
    period_end: str | None
    letter_date: str | None
    title: str | None
    file_name: str
    saved: str
    revision: int
    sha256: str
    pages: tuple[int, int]
    sequence: int = 1
    damaged: bool = False


@dataclass(frozen=True)
class Figure:
    """One field of one saved letter: the final canonical value or None, its state, and the page that it is printed on.

    `printed` is what stands there, as it stands; None where nothing does. `sender` is the body whose letter it is. `corrected`
    tells whether the value is the officer's and not the reader's; None where only the state is known.
    """

    letter: str
    authority: str | None
    period_end: str | None
    key: str
    value: Value | None
    state: str
    page: int | None
    sequence: int = 1
    printed: Value | None = None
    sender: str = "lgsco"
    corrected: bool | None = None

    @property
    def by_officer(self) -> bool:
        """Whether an officer set the value in the place of the reader's, by typing it or by pointing at other words."""
        return self.by_hand or (self.state == "changed" if self.corrected is None else self.corrected)

    @property
    def denied(self) -> str:
        """What the reader had found where an officer says that the letter does not give it; else nothing."""
        return self.printed if self.state == "not_in_letter" and isinstance(self.printed, str) else ""

    @property
    def by_hand(self) -> bool:
        """Whether an officer put another value in the place of what is printed, or read; it may be put off since with a query."""
        given = self.state == "changed" or (self.state == "query" and self.printed is not None)
        return given and self.key in FIELDS and not is_printed(FIELDS[self.key].unit, self.value, self.printed)


@dataclass(frozen=True)
class Saved:
    """What became of a save. `letter` names it in the record: an earlier name where the file is a copy of a letter already kept.

    `version` counts what was done to the letter. `unchanged`: nothing differed from revision `revision`, saved at `when`, so
    nothing was added. `trouble`: the letter is safe in the history, but its second copy could not be written; that is tried
    again at each save and start.
    """

    letter: str
    revision: int
    when: str
    version: int = 0
    unchanged: bool = False
    trouble: Trouble | None = None


@dataclass(frozen=True)
class Kept:
    """A saved letter whole: enough to go on reviewing it without the file it came from. `version` counts what was done to it."""

    row: LetterRow
    document: bytes
    paper: Paper
    reading: Reading
    events: tuple[Event, ...]
    version: int = 0
