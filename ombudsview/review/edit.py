"""What the officer can say of a field, and the event that says so. Events are only ever added, never changed."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from ombudsview.letters.fields import Value
from ombudsview.reading.model import FieldReading, Source
from ombudsview.review.states import Deed

__all__ = ["Answer", "Carried", "Change", "Deed", "Event", "Reread", "Ruling", "letter_name"]


class Ruling(StrEnum):
    """The officer's word on one field."""

    AGREED = "agreed"
    CHANGED = "changed"
    NOT_IN_LETTER = "not_in_letter"
    QUERY = "query"


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """A ruling with what belongs to it: the final value, the places pointed at, a note.

    `value` is the final value (canonical) for agreed and changed, and for a query about one of these; else None. `sources` is where
    the officer pointed; empty means that the reader's places stand.
    """

    ruling: Ruling
    value: Value | None = None
    sources: tuple[Source, ...] = ()
    note: str = ""


class Change(msgspec.Struct, frozen=True, omit_defaults=True):
    """One field before and after; None is no answer."""

    key: str
    before: Answer | None = None
    after: Answer | None = None


class Reread(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was read of one field before, and what was read anew and taken; None where one of the readings has no such field."""

    key: str
    before: FieldReading | None = None
    after: FieldReading | None = None


class Carried(msgspec.Struct, frozen=True):
    """The note of what was learnt from an earlier letter, carried on to letters of later years until one says what was done about it.

    `letter` names the earlier letter in the record, `authority` and `year` (`2019-20`) say whose it is and about what.
    """

    letter: str
    authority: str
    year: str
    note: str


class Event(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the journal. Order is that of `sequence` (from 1), never of the clock.

    `when` is ISO 8601 with the zone, `letter` names the letter (`letter_name`), `reading` is the reader version it was made on.
    `text` is what is typed, what was learnt, what was done about the note `carried`, or the version of the reader that read anew.
    Where what is typed is the note of a query, `asked` names its field, and there is no `key` but always a `reason`: by that a
    program that knows no such events takes none for the text of a value, and reads on.
    """

    sequence: int
    when: str
    who: str
    letter: str
    reading: str
    deed: Deed
    changes: tuple[Change, ...] = ()
    target: int = 0
    key: str = ""
    text: str = ""
    reason: str = ""
    readings: tuple[Reread, ...] = ()
    carried: Carried | None = None
    asked: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields that a step was about."""
        return tuple(dict.fromkeys([*(one.key for one in self.changes), *(one.key for one in self.readings)]))


def letter_name(sha256: str, first_page: int) -> str:
    """The name of a letter within the program: the file's hash and the page it starts on."""
    return f"{sha256}-{first_page}"
