"""Finds the saved letters that one letter is held against. Reads by a connection of its own, so that any thread may ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter

from ombudsview.authorities import How, Register
from ombudsview.authorities.fold import plain
from ombudsview.history.compare import AVERAGES, Besides, Other, year_before
from ombudsview.history.glance import look
from ombudsview.letters.fields import FIELDS, Value, year_name
from ombudsview.places import Places

_YEAR = """SELECT id, name, authority FROM letter
    WHERE period_end = ? AND sender = ? AND authority IS NOT NULL AND current IS NOT NULL AND name <> ? ORDER BY sequence, id"""
_VALUES = """SELECT v.key, v.value FROM value v JOIN letter l ON v.letter = l.id AND v.revision = l.current
    WHERE l.id = ? AND v.value IS NOT NULL ORDER BY v.key, v.item"""
_TWINS = """SELECT l.name, l.authority, v.key, v.value FROM letter l JOIN value v ON v.letter = l.id AND v.revision = l.current
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
        type_ = self._type()
        past = self._past(before)
        twins = self._twins(type_) if type_ else ()
        return Besides(self._authority, self._period_end, type_, year_name(before), past, twins)

    def _type(self) -> str:
        """The type of authority that the average is of; empty where nobody knows, or where there is none."""
        body = self._register.match(self._authority, date.fromisoformat(self._period_end))
        known = body.authority is not None and body.authority.compared and body.how is not How.FUZZY
        return body.authority.type if known and body.authority is not None else ""

    def _past(self, before: str) -> tuple[Other, ...]:
        """Last year's letter to the authority, the later one where there were two; else those to its predecessors."""
        rows = self._connection.execute(_YEAR, [before, self._sender, self._letter]).fetchall()
        of_body: dict[str, tuple[int, str, str]] = {}
        for row in rows:
            of_body[self._body(row[2], before)] = row
        own = self._body(self._authority, self._period_end)
        chosen = [of_body[own]] if own in of_body else [of_body[key] for key in self._before(own) if key in of_body]
        return tuple(Other(name, authority, self._values(number)) for number, name, authority in chosen)

    def _before(self, own: str) -> tuple[str, ...]:
        known = self._register.get(own)
        return () if known is None else tuple(one.key for one in self._register.predecessors(known))

    def _body(self, name: str, on: str) -> str:
        """What two names of one authority have in common: its key in the register, else the name with its differences folded."""
        match = self._register.match(name, date.fromisoformat(on))
        sure = match.authority is not None and match.how is not How.FUZZY
        return match.authority.key if sure and match.authority is not None else plain(name)

    def _values(self, number: int) -> dict[str, Value | None]:
        rows = self._connection.execute(_VALUES, [number])
        return {key: _value(key, (row[1] for row in items)) for key, items in groupby(rows, itemgetter(0))}

    def _twins(self, type_: str) -> tuple[Other, ...]:
        wanted = [self._period_end, self._sender, self._letter, *AVERAGES]
        rows = self._connection.execute(_TWINS, wanted).fetchall()
        letters = groupby(rows, itemgetter(0, 1))
        of_all = (Other(name, authority, {row[2]: row[3] for row in items}) for (name, authority), items in letters)
        return tuple(filter(partial(self._is_of, type_), of_all))

    def _is_of(self, type_: str, other: Other) -> bool:
        match = self._register.match(other.authority, date.fromisoformat(self._period_end))
        return match.authority is not None and match.how is not How.FUZZY and match.authority.type == type_


def _value(key: str, items: Iterable[str]) -> Value | None:
    found = tuple(items)
    many = key in FIELDS and FIELDS[key].many
    return found if many or len(found) > 1 else found[0]
