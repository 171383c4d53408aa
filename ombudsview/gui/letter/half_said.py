"""What was being typed when a letter left the desk, or was read anew, stands in the boxes again when it comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.gui.letter import says
from ombudsview.letters.fields import Unit, shown

if TYPE_CHECKING:
    from ombudsview.gui.desk import Desk
    from ombudsview.gui.letter.details import Details
    from ombudsview.gui.letter.row import FieldRow
    from ombudsview.gui.letter.unknown import UnknownLetter
    from ombudsview.gui.open_letter import OpenLetter
    from ombudsview.review.review import Review


def hold(desk: Desk, asking: UnknownLetter | None, row: FieldRow | None, details: Details) -> None:
    """The rows will be begun anew, now or when the letter comes back: what stands in their boxes goes on in them then."""
    if (letter := desk.letter) is None:
        return
    if asking is not None:
        letter.half_said = asking.half if any(asking.half[:2]) else None
    if row is not None:
        row.tell_typing()
        hold_note(desk, row, details.half_note)


def hold_note(desk: Desk, row: FieldRow | None, half: str | None) -> None:
    """The note that is half typed in a row, if any, goes into the draft, and on where its field opens again; empty it is dropped."""
    if row is not None and half is not None:
        desk.type_note(row.key, half)


def take_note(review: Review, key: str, details: Details) -> None:
    """A field opens: go on with the note that was half typed there, if any."""
    if half := review.noted.half.get(key):
        details.go_on_with_note(half)


def go_on(letter: OpenLetter | None, asking: UnknownLetter) -> None:
    """Nobody knows the kind still: what was said of it so far stands in the boxes that ask for it, and the keyboard is there."""
    if letter is not None and letter.half_said is not None:
        asking.go_on(letter.half_said)
        letter.half_said = None


def take(desk: Desk, review: Review) -> None:
    """What was typed while nobody knew the kind stands in the fields as text that is not entered yet."""
    if (letter := desk.letter) is None or letter.half_said is None:
        return
    from ombudsview.gui.letter.unknown import year_end  # most sittings have no such letter

    (_, typed, _), letter.half_said = letter.half_said, None
    if (year := typed.get("period_end")) and (end := year_end(year)):
        typed = typed | {"period_end": shown(Unit.DATE, end)}
    for key, text in typed.items():
        if review.reading.field(key) is not None and text != says.line(review.field(key)).value:
            desk.type(key, text)
