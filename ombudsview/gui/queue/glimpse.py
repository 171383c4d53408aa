"""What the queue keeps of a letter: a few words and numbers, never its pages, so that thousands of letters fit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from ombudsview.letters.fields import year_name
from ombudsview.review.states import State

if TYPE_CHECKING:
    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.reading.model import Reading
    from ombudsview.review.review import Review


class Twin(StrEnum):
    """What else the history has: this very file, another file with the same text, another letter for the year."""

    SAME = "same"
    RESAVED = "resaved"
    SECOND = "second"


@dataclass(frozen=True)
class Glimpse:
    """One letter as the list needs it.

    `look`, `check` and `queries` count its fields. `touched`: it bears edits that are not in the history. `saved` is when it
    was saved there (`14:02`), `kept` its name there; empty where it is not. `known`: what kind of letter it is. `pictured`: its
    pages are pictures that nobody has recognised yet. `twin`: what the history has beside it. `name` is the letter's own within
    the program; empty where nobody knows.
    """

    authority: str = ""
    year: str = ""
    look: int = 0
    check: int = 0
    queries: int = 0
    touched: bool = False
    saved: str = ""
    kept: str = ""
    known: bool = True
    pictured: bool = False
    twin: Twin | None = None
    name: str = ""

    @property
    def finished(self) -> bool:
        """Whether the history has it as it is."""
        return bool(self.saved)


def of_letter(letter: OpenLetter) -> Glimpse:
    """A letter that is on the desk, or was."""
    review = letter.review
    if review is None:
        return Glimpse(known=False)
    authority, year = letter.identity
    look, check, queries = _counts(review)
    finished = review.finished and bool(letter.saved)
    touched = review.is_touched and not review.finished
    saved = letter.saved if finished else ""
    kept = letter.kept if finished else ""
    return Glimpse(authority, year, look, check, queries, touched, saved, kept, name=review.letter)


def of_reading(reading: Reading) -> Glimpse:
    """A letter that has only been read."""
    from ombudsview.review.review import Review

    review = Review(reading, "", who="", clock=str)
    values = review.values()
    authority, end = values.get("authority"), values.get("period_end")
    look, check, queries = _counts(review)
    return Glimpse(
        authority if isinstance(authority, str) else "",
        year_name(end) if isinstance(end, str) else "",
        look,
        check,
        queries,
        known=reading.kind is not None,
    )


def _counts(review: Review) -> tuple[int, int, int]:
    tally = review.tally()
    return tally[State.LOOK_HERE], tally[State.TO_CHECK], tally[State.QUERY]
