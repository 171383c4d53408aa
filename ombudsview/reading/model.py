"""A reading: what the program made of one letter. Immutable: the officer's answers are kept apart, in the review."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from ombudsview.letters.fields import Value
from ombudsview.paper.geometry import Box


class ReaderState(StrEnum):
    """How sure the reader is of a field."""

    TO_CHECK = "to_check"
    LOOK_HERE = "look_here"
    ABSENT = "absent"
    WORKED_OUT = "worked_out"


class Source(msgspec.Struct, frozen=True, array_like=True):
    """One place where a value is printed: the page in the file (from 1), a box a word, and the words as they stand there.

    `text` is what the words under the boxes say; it differs from the printed value where a word holds more than the value.
    """

    page: int
    boxes: tuple[Box, ...]
    text: str


class Doubt(msgspec.Struct, frozen=True, array_like=True):
    """Why somebody should look: a short code, one sentence for the officer, and the fields it concerns."""

    code: str
    sentence: str
    keys: tuple[str, ...]


class FieldReading(msgspec.Struct, frozen=True, array_like=True):
    """What was read for one field.

    `value` is canonical, `printed` as it stands in the letter; both are tuples for a list, whose sources go item by item.
    Not there: value and printed None, no sources, and a reason. Worked out: a value, no source, and the fields it came from
    named in the reason. `recognised` tells that the words were recognised on a picture, so that nobody agrees to it unseen.
    """

    key: str
    value: Value | None
    printed: Value | None
    state: ReaderState
    sources: tuple[Source, ...]
    doubts: tuple[Doubt, ...]
    reason: str | None
    recognised: bool = False


class Reading(msgspec.Struct, frozen=True, array_like=True):
    """One letter in a file: `kind` is a key of `letters.kinds.KINDS` or None, `pages` the first and last page in the file, from 1.

    `fields` holds every field that the kind declares, in the kind's order; for an unknown kind what could be suggested.
    `sender` is the body that sent it, under which the record files it. `nearest` names the kind that came nearest to one of
    unknown layout, if any did.
    """

    kind: str | None
    pages: tuple[int, int] | None
    fields: tuple[FieldReading, ...]
    doubts: tuple[Doubt, ...]
    reader: str
    sender: str = "lgsco"
    nearest: str | None = None

    def field(self, key: str) -> FieldReading | None:
        """The reading of one field, or None where the kind does not declare it."""
        return next((field for field in self.fields if field.key == key), None)
