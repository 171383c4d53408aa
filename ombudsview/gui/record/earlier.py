"""What was done to a letter before: the question to the history, what the officer saw of it, what must be asked at the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.gui.record.asking import Asking
    from ombudsview.gui.record.keeping import Keeping
    from ombudsview.history.alike import Alike, Difference, Wanted
    from ombudsview.history.rows import Figure
    from ombudsview.letters.fields import Value
    from ombudsview.paper.paper import Paper
    from ombudsview.reading.model import Reading
    from ombudsview.review.journal import Draft
    from ombudsview.review.review import Review

SECOND, STALE = "second_letter", "stale"
TO_BE_ASKED = frozenset({SECOND, STALE})
"""Codes of what keeps a letter from being saved until the officer has said which of two shall stand."""


def wanted(reading: Reading, paper: Paper, values: Mapping[str, Value | None] | None = None, name: str = "") -> Wanted:
    """The question about a letter: as it was read, or as the officer has it by now. `name` is its name within the program."""
    from ombudsview.history.alike import Wanted
    from ombudsview.history.same_wording import Said

    given = values if values is not None else {field.key: field.value for field in reading.fields}
    authority, end = given.get("authority"), given.get("period_end")
    pages = reading.pages or (1, max(1, len(paper.sheets)))
    return Wanted(
        Said(paper, pages, reading, given),
        reading.sender,
        authority if isinstance(authority, str) else None,
        end if isinstance(end, str) else None,
        name,
    )


def beside(asking: Asking, letter: OpenLetter, review: Review | None = None) -> Alike | None:
    """The saved letter that is most like the open one; None where there is none. Trouble where the history cannot be read.

    `review` is the officer's work as it is to be saved, where that may not be what is done to the letter by now.
    """
    return alike_to(asking, question_of(letter, review))


def alike_to(asking: Asking, question: Wanted | None) -> Alike | None:
    """The same, asked in whatever thread."""
    if question is None or not asking.has_history:
        return None
    from ombudsview.history.alike import alike

    return asking.ask(lambda connection: alike(connection, question), None)


def question_of(letter: OpenLetter, review: Review | None = None) -> Wanted | None:
    """What another thread is to ask about a letter as it stands; None where nothing was read of it."""
    review = review or letter.review
    reading, paper = review.reading if review is not None else letter.reading, letter.paper
    if reading is None or paper is None:
        return None
    return wanted(reading, paper, review.values(), review.letter) if review is not None else wanted(reading, paper)


def note(asking: Asking, letter: OpenLetter, question: Wanted | None) -> Alike | None:
    """The same at the start of the work, and which version of it the officer is told of: a later one is not theirs to replace.

    The thread in which letters are saved asks, so that no save of it comes between.
    """
    letter.seen = None
    try:
        found = alike_to(asking, question)
    except Trouble:  # busy or not to be read just now: what is saved is held against the letter before it is saved
        return None
    if found is None:
        letter.seen = 0
        return None
    from ombudsview.history.alike import FILED_APART

    letter.seen = found.version if found.likeness not in FILED_APART else 0
    return found


@dataclass(frozen=True)
class Found:
    """What was done to a letter before: what the history has of it or beside it, and its drafts, the last worked on first."""

    alike: Alike | None
    drafts: tuple[Draft, ...]

    def draft(self, but: Path | None) -> Draft | None:
        """The newest draft with edits that is still there; `but` is one that was begun since."""
        others = (draft for draft in self.drafts if draft.journal.path != but and draft.events)
        return next((draft for draft in others if draft.journal.path.exists()), None)


def look(keeping: Keeping, letter: OpenLetter, question: Wanted | None, name: str) -> Found:
    """What was done before to a letter of that name, for the record's thread."""
    return Found(note(keeping, letter, question), keeping.drafts_of(name))


def check(asking: Asking, letter: OpenLetter, review: Review) -> None:
    """Trouble `second_letter` where another letter for the year is saved and the officer has not said what this one is to it.

    Trouble `stale` where this one was saved by somebody else since the work on it began, or before it where nobody could look
    then, and says something else.
    """
    found = to_be_asked(asking, letter, review)
    if found is None:
        return
    from ombudsview.history import faults
    from ombudsview.history.alike import FILED_APART

    if found.likeness not in FILED_APART:
        raise faults.stale("", found.row.saved)
    raise Trouble(
        SECOND,
        "The history has another letter of this authority for this year.",
        "Compare both, then say what this one is to it.",
    )


def to_be_asked(asking: Asking, letter: OpenLetter, review: Review) -> Alike | None:
    """The saved letter over which, or beside which, this one must not be saved before the officer has said what it is to it."""
    found = beside(asking, letter, review) if not letter.onto else None
    if found is None:
        return None
    from ombudsview.history.alike import FILED_APART

    if found.likeness in FILED_APART:
        other: Alike | None = found
    elif letter.seen != found.version and compared(asking, found, review):
        return found
    else:
        other = _where_it_moves(asking, letter, review, found)
    return other if other is not None and other.row.letter not in (letter.kept, letter.second_to) else None


def _where_it_moves(asking: Asking, letter: OpenLetter, review: Review, found: Alike) -> Alike | None:
    """The letter that stands already where this one, saved elsewhere until now, is to be filed; None where it stays."""
    question = question_of(letter, review)
    if question is None or question.is_filed_as(found.row):
        return None
    from ombudsview.history.alike import of_year

    other = asking.ask(lambda connection: of_year(connection, question, but=found.row.letter), None)
    return replace(other, moving=True) if other is not None else None


def compared(asking: Asking, found: Alike, review: Review) -> tuple[Difference, ...]:
    """The fields that a saved letter gives otherwise than the open one. Trouble."""
    from ombudsview.history.alike import differences
    from ombudsview.history.find import figures_of

    nothing: tuple[Figure, ...] = ()
    figures = asking.ask(lambda connection: figures_of(connection, found.row.letter), nothing)
    by_hand = frozenset(figure.key for figure in figures if figure.by_hand)
    saved = {figure.key: figure.value for figure in figures}
    mine = frozenset(field.key for field in review.fields() if field.is_by_hand)
    return differences(saved, review.values(), (by_hand, mine))
