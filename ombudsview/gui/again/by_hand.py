"""The fields of a kind, for a letter that the reader could not make out: empty, but for what was suggested."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ombudsview.errors import Trouble
from ombudsview.reading.model import FieldReading, ReaderState, Reading

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.letters.kind import Entry, Kind

READER = "by hand"


@dataclass(frozen=True)
class Chosen:
    """What the officer said of a letter of no known layout: its kind, and fields by key as they were typed."""

    kind: Kind
    typed: dict[str, str] = field(default_factory=dict)


def begin(desk: Desk, chosen: Chosen) -> None:
    """Start the work on the letter on the desk: the fields of that kind, with what was suggested and what was typed."""
    letter = desk.letter
    if letter is None:
        return
    desk.begin_review(by_hand(chosen.kind, letter.reading))
    for key, text in chosen.typed.items():
        if desk.review is not None and desk.review.reading.field(key) is not None:
            desk.correct(key, text)
    if desk.review is not None:
        desk.go_on()


def begin_anew(desk: Desk, kind: Kind) -> None:
    """The letter on the desk, whose kind was given by hand, is of this kind instead; everything that was done to it stays.

    So do fields that the officer has dealt with, or is typing in, and that such a letter does not have: they can be undone, or
    emptied.
    """
    letter = desk.letter
    if letter is None or letter.review is None:
        return
    from ombudsview.gui.again.rereading import touched
    from ombudsview.review.anew import with_fields

    desk.rereading.emit()
    review, old = letter.review, letter.review.reading
    read = with_fields(old, {field.key: None for field in old.fields if field.value is None})
    new = by_hand(kind, letter.readings[letter.number] if letter.number < len(letter.readings) else read)
    said = touched(review)
    more = {field.key: field for field in old.fields if field.key in said and new.field(field.key) is None}
    try:
        desk.keeping.read_anew(letter, with_fields(new, more))
    except Trouble as trouble:
        desk.troubled.emit(trouble)
    desk.begin_anew(letter, letter.review)
    letter.review.reopen()


def by_hand(kind: Kind, read: Reading | None = None) -> Reading:
    """Every field of a kind: as it was read where the letter's own reading suggests it, with its places and doubts; else absent.

    The fields that such a letter must have ask to be looked at.
    """
    keys = tuple(dict.fromkeys(entry.key for entry in (*kind.entries, *kind.extra)))
    suggested = {} if read is None else {field.key: field for field in read.fields if field.key in keys}
    declared = {entry.key: _absent(entry) for entry in kind.entries} | suggested
    doubts = () if read is None else tuple(doubt for doubt in read.doubts if set(doubt.keys) & suggested.keys())
    fields = tuple(declared[key] for key in keys if key in declared)
    return Reading(kind.key, read.pages if read is not None else None, fields, doubts, READER, kind.office)


def _absent(entry: Entry) -> FieldReading:
    from ombudsview.letters.kind import Need  # a start needs no layouts

    must = entry.need is Need.REQUIRED
    required = QCoreApplication.translate("ByHand", "Such a letter gives this: click it on the page, or type it.")
    reason = required if must else QCoreApplication.translate("ByHand", "Not read.")
    return FieldReading(entry.key, None, None, ReaderState.LOOK_HERE if must else ReaderState.ABSENT, (), (), reason)
