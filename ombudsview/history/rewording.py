"""The year's wording kept in step with the record: a letter that was saved is learnt from, one that was taken back forgotten.

What is not there is made from the saved papers. Nothing here stops anybody: what fails today is done in the next session.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from ombudsview.errors import Trouble
from ombudsview.history import faults, wording
from ombudsview.history.looking import opened
from ombudsview.history.packed import unpack_paper
from ombudsview.places import Places
from ombudsview.reading.wording import Said, Year, said_in

_LETTERS = """SELECT letter.name, letter.authority, paper.body, letter.first_page, letter.last_page
    FROM letter JOIN reading ON reading.letter = letter.id AND reading.revision = letter.current
    JOIN paper ON paper.hash = reading.paper
    WHERE letter.authority IS NOT NULL AND reading.number = (SELECT max(number) FROM reading AS other
        WHERE other.letter = letter.id AND other.revision = letter.current)"""
_OF_YEAR = f"{_LETTERS} AND letter.sender = ? AND letter.period_end = ? ORDER BY letter.name"
_OF_LETTER = f"{_LETTERS} AND letter.name = ?"
_YEAR_OF = "SELECT sender, period_end FROM letter WHERE name = ? AND current IS NOT NULL AND period_end IS NOT NULL"
_NAMES = """SELECT sender, period_end, name FROM letter
    WHERE current IS NOT NULL AND period_end IS NOT NULL AND authority IS NOT NULL"""

_one_at_a_time = threading.Lock()


def note(connection: sqlite3.Connection, places: Places, letter: str) -> None:
    """A letter was saved or taken back: learn what it says under the year that it is filed under now, and under no other."""
    with suppress(OSError, ValueError, sqlite3.Error), _one_at_a_time:
        year: Year | None = connection.execute(_YEAR_OF, [letter]).fetchone()
        for other, letters in wording.every(places):
            if other != year and letters.pop(letter, None) is not None:
                wording.write(places, other, letters)
        if year is None:
            return
        known = wording.load(places, year)
        if known is None:
            wording.write(places, year, dict(_of_year(connection, year)))
        else:
            known.pop(letter, None)
            known |= _said(connection.execute(_OF_LETTER, [letter]))
            wording.write(places, year, dict(sorted(known.items())))


def missing(places: Places) -> tuple[Year, ...]:
    """The years whose file is not there or tells of other letters than the record, as after a power cut. Trouble."""
    with faults.told(), opened(places) as connection:
        recorded: dict[Year, set[str]] = {}
        for sender, period_end, name in connection.execute(_NAMES) if connection is not None else ():
            recorded.setdefault((sender, period_end), set()).add(name)
        there = {year: set(letters) for year, letters in wording.every(places)}
    return tuple(year for year, names in recorded.items() if there.get(year) != names)


def make(places: Places, years: Iterable[Year]) -> None:
    """Make the files of these years from the saved papers; about two seconds for a thousand letters. For use by any thread."""
    with suppress(OSError, ValueError, sqlite3.Error, Trouble), opened(places) as connection:
        if connection is None:
            return
        for year in years:
            with _one_at_a_time:
                wording.write(places, year, dict(_of_year(connection, year)))


def _of_year(connection: sqlite3.Connection, year: Year) -> Iterator[tuple[str, Said]]:
    return _said(connection.execute(_OF_YEAR, year))


def _said(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str, Said]]:
    """What the letters say, by name; one whose paper is damaged says nothing."""
    for name, authority, body, first, last in rows:
        said = Said(authority, ())
        with suppress(Trouble):
            paper = unpack_paper(body)
            said = said_in(paper, (first, min(last, len(paper.sheets))), authority)
        yield name, said
