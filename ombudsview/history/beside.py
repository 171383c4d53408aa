"""Finds the saved letters that one letter is held against. Reads by a connection of its own, so that any thread may ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import groupby
from operator import attrgetter

from ombudsview.authorities import Authority, How, Register
from ombudsview.authorities.fold import parted, plain
from ombudsview.history import find
from ombudsview.history.carried import still_open
from ombudsview.history.compare import AVERAGES, Besides, Other, year_before
from ombudsview.history.glance import look
from ombudsview.history.rows import Figure
from ombudsview.letters.fields import year_name
from ombudsview.places import Places

Row = tuple[str, str]
"""A letter's name, and to whom it is."""

_YEAR = """SELECT name, authority FROM letter
    WHERE period_end = ? AND sender = ? AND authority IS NOT NULL AND current IS NOT NULL AND name <> ? ORDER BY sequence, id"""
_TWINS = """SELECT l.name, l.authority, v.key, v.value, v.state, v.printed
    FROM letter l JOIN value v ON v.letter = l.id AND v.revision = l.current
    WHERE l.period_end = ? AND l.sender = ? AND l.authority IS NOT NULL AND l.name <> ? AND v.item = 0 AND v.value IS NOT NULL
    AND v.key IN (?, ?, ?, ?) ORDER BY l.id, v.key"""


def beside(
    places: Places, letter: str, sender: str, authority: str, period_end: str, *, in_use: bool = False
) -> Besides:
    """What the record holds beside a letter (its own name is left out); empty where there is no history. Trouble as `look`'s."""
    nothing = Besides(authority, period_end)
    return look(places, lambda c: _Search(c, letter, sender, authority, period_end).found(), nothing, in_use=in_use)


class _Search:
    """One question to the record."""

    def __init__(
        self, connection: sqlite3.Connection, letter: str, sender: str, authority: str, period_end: str
    ) -> None:
        self._connection, self._letter, self._sender = connection, letter, sender
        self._authority, self._period_end = authority, period_end
        self._register = Register.load()

    def found(self) -> Besides:
        before = year_before(self._period_end)
        own = _sure(self._register, self._authority, self._period_end)
        type_ = own.type if own is not None and own.compared else ""
        past = self._past(before, own)
        twins = self._twins(type_) if type_ else ()
        bodies = (own, *self._register.predecessors(own)) if own is not None else ()
        names = {self._authority, *(one.name for one in bodies)}
        carried = still_open(self._connection, self._letter, self._sender, names, self._period_end)
        return Besides(self._authority, self._period_end, type_, year_name(before), past, twins, carried)

    def _past(self, before: str, own: Authority | None) -> tuple[Other, ...]:
        """Last year's letter to the authority, the later one where there were two; else those to its predecessors."""
        rows = self._connection.execute(_YEAR, [before, self._sender, self._letter]).fetchall()
        folded = plain(self._authority)
        named = [row for row in rows if plain(row[1]) == folded]
        if named or own is None:
            chosen = named[-1:]
        else:
            predecessors = self._register.predecessors(own)
            of_body = self._by_body(rows, before, (own, *predecessors))
            wanted = (own,) if own.key in of_body else predecessors
            chosen = [of_body[one.key] for one in wanted if one.key in of_body]
        return tuple(self._other(*row) for row in chosen)

    def _by_body(self, rows: Iterable[Row], on: str, wanted: tuple[Authority, ...]) -> dict[str, Row]:
        """The last row of each of these authorities. The register is asked only where a name could be one of theirs."""
        places = {parted(plain(name)).place for one in wanted for name in one.names}
        near = [row for row in rows if parted(plain(row[1])).place in places]
        found = ((_sure(self._register, row[1], on), row) for row in near)
        return {body.key: row for body, row in found if body is not None}

    def _other(self, name: str, authority: str) -> Other:
        return _of(name, authority, find.figures_of(self._connection, name))

    def _twins(self, type_: str) -> tuple[Other, ...]:
        wanted = [self._period_end, self._sender, self._letter, *AVERAGES]
        rows = self._connection.execute(_TWINS, wanted).fetchall()
        figures = (
            Figure(n, to, None, key, value, state, None, 1, printed) for n, to, key, value, state, printed in rows
        )
        of_all = (_of(*letter, items) for letter, items in groupby(figures, attrgetter("letter", "authority")))
        return tuple(filter(partial(self._is_of, type_), of_all))

    def _is_of(self, type_: str, other: Other) -> bool:
        known = self._register.known(other.authority, date.fromisoformat(self._period_end))
        return known is not None and known.type == type_


def _sure(register: Register, name: str, on: str) -> Authority | None:
    """The authority of a name on the last day of a year, unless that is a guess."""
    match = register.match(name, date.fromisoformat(on))
    return None if match.how is How.FUZZY else match.authority


def _of(name: str, authority: str, figures: Iterable[Figure]) -> Other:
    """A letter with what it gives, and which of it an officer put right."""
    given = {figure.key: figure for figure in figures if figure.value is not None}
    by_hand = frozenset(key for key, figure in given.items() if figure.by_hand)
    return Other(name, authority, {key: figure.value for key, figure in given.items()}, by_hand)
