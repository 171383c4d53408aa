"""One letter has one draft: what an earlier one holds is set aside when work begins anew, and can change places with it.

What was set aside lies where it lay, under another name that no list of drafts takes for one. It goes once its letter is saved.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ombudsview.errors import Trouble
from ombudsview.gui.record.discarding import DISCARDED

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ombudsview.review.edit import Event
    from ombudsview.review.journal import Draft

ASIDE = ".aside-"


def set_others_aside(folder: Path, letter: str, *mine: Path | None) -> Draft | None:
    """Set every draft of a letter aside but `mine`; the newest of them that holds edits, if any. Trouble not_writable."""
    from ombudsview.review.journal import drafts

    newest: Draft | None = None
    for draft in drafts(folder, letter):
        if draft.journal.path in mine:
            continue
        _set_aside(draft)
        newest = newest or (draft if draft.events else None)
    return newest


def aside_of(folder: Path, letter: str) -> Draft | None:
    """The draft of a letter that was set aside first; each that changes places comes last again, so that all are reached."""
    return next((draft for path in _aside(folder, letter) if (draft := _edited(path)) is not None), None)


def take_back(folder: Path, draft: Draft) -> None:
    """Make a draft that was set aside the letter's own again, and set the others aside in its place. Trouble.

    It comes back before another goes, so that whatever happens both are on the disk.
    """
    from ombudsview.review.journal import free_path

    own = free_path(folder, draft.header.letter)
    _rename(draft, own)
    set_others_aside(folder, draft.header.letter, own)


def bring_back(folder: Path, put_away: Path) -> Draft:
    """Make a draft that was put away with its letter's save the letter's own again. Trouble."""
    from ombudsview.review.journal import Journal

    draft = Journal.resume(put_away)
    take_back(folder, draft)
    return draft


def offer_again(folder: Path) -> None:
    """What was set aside for a draft that is there no longer is its letter's draft again: no edit waits where nobody sees it."""
    from ombudsview.review.journal import letter_of, letters

    begun = letters(folder)
    for letter in {letter_of(path) for path in folder.glob(f"*{ASIDE}*") if _number(path)} - begun:
        for draft in map(_edited, reversed(_aside(folder, letter))):
            if draft is not None:
                with suppress(Trouble):  # then it is told of with the letter's next draft
                    take_back(folder, draft)
                break


def done_with(folder: Path, letter: str) -> Path | None:
    """The letter is saved: what was set aside goes with the program's next start. The newest that holds edits, as it lies now."""
    from ombudsview.review.journal import place_of

    newest: Path | None = None
    for path in _aside(folder, letter):
        with suppress(OSError):  # then it is offered once more, which harms nobody
            away = path.with_name(path.name + DISCARDED)
            newest = away if _edited(path) is not None else newest
            path.replace(away)
            place_of(path).unlink(missing_ok=True)
    return newest


def is_in(saved: Sequence[Event], events: Sequence[Event]) -> bool:
    """Whether a save holds all that was done: the same, and at most opened again since."""
    from ombudsview.review.states import Deed

    return (
        bool(saved)
        and tuple(events[: len(saved)]) == tuple(saved)
        and all(event.deed is Deed.REOPEN for event in events[len(saved) :])
    )


def _edited(path: Path) -> Draft | None:
    """The draft in a file; None where it holds no edit, or cannot be read."""
    from ombudsview.review.journal import Journal

    with suppress(Trouble):
        if (draft := Journal.resume(path)).events:
            return draft
    return None


def _set_aside(draft: Draft) -> None:
    path = draft.journal.path
    number = max((_number(other) for other in _aside(path.parent, draft.header.letter)), default=0) + 1
    _rename(draft, path.with_name(f"{path.name}{ASIDE}{number}"))


def _rename(draft: Draft, to: Path) -> None:
    """Give a draft's file another name; the place in it goes along where it can."""
    from ombudsview.review.journal import place_of

    path = draft.journal.path
    try:
        path.replace(to)
    except OSError as fault:
        raise _trouble() from fault
    with suppress(OSError):
        place_of(path).replace(place_of(to))
    draft.journal.path = to


def _aside(folder: Path, letter: str) -> list[Path]:
    """The files of a letter that were set aside, the first one first."""
    from ombudsview.review.journal import letter_of

    if not folder.is_dir():
        return []
    found = [path for path in folder.glob(f"*{ASIDE}*") if letter_of(path) == letter and _number(path)]
    return sorted(found, key=_number)


def _number(path: Path) -> int:
    """Which it is of those set aside; 0 where it is none of them, as the file beside it that names a field."""
    number = path.name.rpartition(ASIDE)[2]
    return int(number) if number.isdecimal() else 0


def _trouble() -> Trouble:
    return Trouble(
        "not_writable",
        "An earlier draft of this letter could not be set aside.",
        "Check that the folder of drafts may be written to.",
    )
