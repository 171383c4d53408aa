"""The letter on the desk: its file, its paper, and the officer's review once it has been read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ombudsview.gui.style.words import visible
from ombudsview.letters.fields import FIELDS, shown, year_name
from ombudsview.paper.document import Document

if TYPE_CHECKING:
    from ombudsview.gui.arrival.looking import Prepared
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Reading
    from ombudsview.review.journal import Draft, Journal
    from ombudsview.review.review import Review


@dataclass
class OpenLetter:
    """Grows as answers come: first a name, then the bytes and page sizes, then the paper and the review.

    `number` counts the letters of a file from 0. `journal` is there from the first event on. `saved` is the time of the last
    save to the history, `drafted` that of the last event written to the draft, both as `14:02`; `kept` is its name in the
    history. `place` is the field that had the focus last. `heard` says that the desk listens to its review already. `drawn`:
    its first page was drawn before its turn.

    `seen` is the version of the saved letter that the officer knows of, 0 for none, None where nobody could look. `onto` and
    `second_to` name another letter for the same year, as what they said it is to that one: a revision, or a second letter.

    `half_said` is what was typed so far of its kind, authority and year while nobody knew them, and in which box it was typed
    last. `aside` is an earlier draft of it that was set aside and that the officer has not heard of yet, `put_away` the file
    of one that went with its last save.
    """

    name: str
    path: Path | None = None
    number: int = 0
    document: Document | None = None
    sizes: tuple[tuple[float, float], ...] = ()
    paper: Paper | None = None
    readings: tuple[Reading, ...] = ()
    review: Review | None = None
    journal: Journal | None = None
    password: str | None = None
    saved: str = ""
    drafted: str = ""
    kept: str = ""
    place: str = ""
    heard: bool = False
    drawn: Prepared | None = None
    seen: int | None = None
    onto: str = ""
    second_to: str = ""
    half_said: tuple[str, dict[str, str], str] | None = None
    aside: Draft | None = None
    put_away: Path | None = None

    @property
    def is_begun(self) -> bool:
        """Whether there is more to it than could be read from its file once more: what was done, or was being typed."""
        done = self.review is not None and (self.review.is_touched or self.review.finished)
        return done or self.path is None or self.half_said is not None

    @property
    def reading(self) -> Reading | None:
        """What was read of it, or is reviewed; None where nothing was."""
        if self.review is not None:
            return self.review.reading
        return self.readings[self.number] if self.number < len(self.readings) else None

    @property
    def title(self) -> str:
        """The authority and year where they are known, else the file's name."""
        authority, year = self.identity
        return f"{authority} {year}".strip() or self.name

    @property
    def identity(self) -> tuple[str, str]:
        """The authority and the year's name; empty where not known."""
        return identity_of(self.review) if self.review is not None else ("", "")

    @property
    def filed_under(self) -> str:
        """The authority by the name under which the history has it; empty where not known."""
        from ombudsview.reading.registered import official_name

        values = self.review.values() if self.review is not None else {}
        authority, end = values.get("authority"), values.get("period_end")
        if not isinstance(authority, str):
            return ""
        return official_name(authority, end if isinstance(end, str) else None)

    @property
    def letter_date(self) -> str:
        """The letter's date as people write it; empty where not known."""
        if self.review is None:
            return ""
        return shown(FIELDS["letter_date"].unit, self.review.values().get("letter_date"))


def identity_of(review: Review) -> tuple[str, str]:
    """The authority and the year's name as they stand in a review; empty where not known."""
    values = review.values()
    authority, end = values.get("authority"), values.get("period_end")
    return authority if isinstance(authority, str) else "", year_name(end) if isinstance(end, str) else ""


def file_name(path: Path) -> str:
    """The name of a file as text that can be kept and shown; what is no UTF-8 in it, or misleads, becomes a mark that says so."""
    return visible(path.name)
