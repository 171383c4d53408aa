"""The record asked as the program asks it: by a connection that is its own, whether a store has it open for writing or not."""

from __future__ import annotations

from collections.abc import Callable
from sqlite3 import Connection
from typing import TypeVar

from ombudsview.history import find, loading
from ombudsview.history.glance import look
from ombudsview.history.rows import Figure, Kept, LetterRow
from ombudsview.history.store import Store
from ombudsview.places import Places

T = TypeVar("T")


def letters(where: Store | Places) -> tuple[LetterRow, ...]:
    """Every saved letter."""
    return _asked(where, find.letters, ())


def figures(where: Store | Places, authority: str | None = None) -> tuple[Figure, ...]:
    """Every field of them."""
    return _asked(where, lambda connection: find.figures(connection, authority), ())


def authorities(where: Store | Places) -> tuple[str, ...]:
    """Whom they are to."""
    return _asked(where, find.authorities, ())


def load(where: Store | Places, letter: str) -> Kept:
    """One of them whole."""
    places = _places(where)
    kept = _asked(where, lambda connection: loading.load(connection, places, letter), None)
    assert kept is not None, "there is no history"
    return kept


def _asked(where: Store | Places, question: Callable[[Connection], T], nothing: T) -> T:
    return look(_places(where), question, nothing, in_use=isinstance(where, Store))


def _places(where: Store | Places) -> Places:
    return where._places if isinstance(where, Store) else where
