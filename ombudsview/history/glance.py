"""Questions to the history without opening it for writing, by plain sqlite3: the desk never waits for more to be imported."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import TypeVar

from ombudsview.errors import Trouble
from ombudsview.history import faults
from ombudsview.history.backups import has_second_copies
from ombudsview.history.marks import (
    TABLES,
    Mark,
    companions,
    log_of,
    look_in,
    mark_in,
    mark_of,
    names_in,
    read_only,
    refuse,
    rest_of,
)
from ombudsview.history.soundness import CHECK_AT_ONCE, is_sound
from ombudsview.places import Places

T = TypeVar("T")


def look(
    places: Places,
    question: Callable[[sqlite3.Connection], T],
    nothing: T,
    *,
    in_use: bool = False,
    newer_too: bool = False,
) -> T:
    """What a question to the history finds, by a connection that is its own; `nothing` where there is no history yet.

    `in_use`: this program has it open for writing. `newer_too`: the question keeps to the views, which stay as they are from
    version to version. Trouble where it cannot be read: history_newer, history_foreign, history_damaged, history_locked,
    not_writable.
    """
    with faults.told():
        mark = mark_of(places.history)
        if mark is Mark.MISSING:
            return nothing
        _refuse(mark, newer_too=newer_too)
        rest = None if in_use else rest_of(places.history)
        try:
            answer = _asked(places, question, nothing, in_use=in_use, newer_too=newer_too)
        except (sqlite3.Error, Trouble):
            if rest is None or rest == rest_of(places.history):
                raise
        else:
            if rest is None or rest == rest_of(places.history):
                return answer
    # Opened for writing meanwhile: what was read without locks may be of two moments.
    return look(places, question, nothing, in_use=in_use, newer_too=newer_too)


def _asked(
    places: Places, question: Callable[[sqlite3.Connection], T], nothing: T, *, in_use: bool, newer_too: bool
) -> T:
    with closing(read_only(places.history) if in_use else look_in(places.history)) as connection:
        mark = mark_in(connection)
        if mark is Mark.BLANK:  # begun, but killed before it had tables
            return nothing
        _refuse(mark, newer_too=newer_too)
        try:
            return question(connection)
        except sqlite3.OperationalError as error:
            if mark is Mark.NEWER and faults.of_sqlite(error) is None:  # not as they were after all
                raise faults.newer() from error
            raise


def _refuse(mark: Mark, *, newer_too: bool) -> None:
    if not (newer_too and mark is Mark.NEWER):
        refuse(mark)


def is_hurt(places: Places) -> bool:
    """Whether the history must be restored before anything can be asked of it: damaged, or gone while there are second copies.

    Looked at without touching it: a short file whole, a long one only after an end that was not clean. OSError.
    """
    match mark_of(places.history):
        case Mark.DAMAGED:
            return True
        case Mark.MISSING:
            return has_second_copies(places) or bool(companions(places.history))
        case Mark.BLANK:
            return has_second_copies(places)
        case Mark.OURS:
            return _is_unsound(places)
        case _:
            return False


def is_behind(places: Places) -> bool:
    """Whether a letter has no second copy, or another one than was written, so that rows and files must be compared; or is
    filed under another name than its authority's. OSError.
    """
    from ombudsview.history.letter_file import stamps  # with all that a letter's record needs
    from ombudsview.history.refiling import filed_otherwise

    noted: dict[str, str | None] = {}

    def ask(connection: sqlite3.Connection) -> bool:
        noted.update(connection.execute("SELECT name, filed FROM letter"))
        return bool(filed_otherwise(connection))

    try:
        otherwise = look(places, ask, nothing=False)
    except Trouble:  # told where the history is wanted
        return False
    return otherwise or (bool(noted) and noted != dict(stamps(places.letter_files)))


def _is_unsound(places: Places) -> bool:
    if any(one.name.endswith("-journal") and one.stat().st_size for one in companions(places.history)):
        return True  # an end in the middle of a save: only who may write can take back what was written of it
    log = log_of(places.history)
    whole = places.history.stat().st_size <= CHECK_AT_ONCE
    if not whole and not (log.exists() and log.stat().st_size):
        return False
    try:
        with closing(look_in(places.history)) as connection:
            if mark_in(connection) is not Mark.OURS:
                return False
            return not is_sound(connection, thorough=whole) or not names_in(connection) >= TABLES
    except sqlite3.Error as error:
        return faults.primary_code(error) in faults.DAMAGE
