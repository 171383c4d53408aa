"""What the record has for a paper on one letter: the letter and those before it, with places, notes and what was done about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from ombudsview.authorities.fold import plain
from ombudsview.errors import Trouble
from ombudsview.history import faults, find
from ombudsview.history.beside import beside
from ombudsview.history.glance import look
from ombudsview.history.loading import events_of, row_of
from ombudsview.history.packed import unpack_paper, unpack_reading
from ombudsview.history.rows import Figure, LetterRow
from ombudsview.letters.fields import Value
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.places import Places
from ombudsview.reading.model import Source
from ombudsview.review.edit import Carried, Event
from ombudsview.review.noted import Noted
from ombudsview.review.review import Review


@dataclass(frozen=True)
class Told:
    """One field: its final value, the places that it is printed at, the officer's note on it, and the reader's reason.

    In a list each item has its place at its own turn; one without boxes and words holds the turn of an item without a place.
    `was` is the reader's value: None where the reader found none, or where what it read is not known any more; then `known` is False.
    """

    figure: Figure
    sources: tuple[Source, ...] = ()
    note: str = ""
    reason: str = ""
    was: Value | None = None
    known: bool = False


@dataclass(frozen=True)
class Filed:
    """A saved letter at its newest revision. `who` saved it; `early` is why it was finished with fields still open.

    `lesson` is what was learnt from it, `done` what it says was done about the notes of earlier letters. `paper` holds the words of
    its pages; None where it was not asked for, or what was kept of them is damaged.
    """

    row: LetterRow
    sender: str
    who: str
    early: str
    fields: Mapping[str, Told]
    lesson: str = ""
    done: tuple[tuple[Carried, str], ...] = ()
    paper: Paper | None = None

    @property
    def year(self) -> int:
        """The year in which its period ends; 0 where none is known."""
        return int((self.row.period_end or "0")[:4])


@dataclass(frozen=True)
class Dossier:
    """A letter, and those of the same authority and sender about the years before, the oldest first.

    `still_open` are notes of earlier letters that no letter answers, `done_since` what letters of later years say was done about this
    one's, each with its year. `took_over` names the authorities that last year's letters went to instead, `alike` the spellings of
    this one's own name that such a letter is filed under. `others` counts the saved letters about the same year beside this one.
    """

    letter: Filed
    earlier: tuple[Filed, ...] = ()
    still_open: tuple[Carried, ...] = ()
    done_since: tuple[tuple[str, str], ...] = ()
    took_over: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    others: int = 0


_ABOUT = """SELECT l.id, l.sender, r.who, r.reason, r.thread, r.last_event
    FROM letter l JOIN revision r ON r.letter = l.id AND r.number = l.current WHERE l.name = ?"""
_OF_AUTHORITY = """SELECT name, period_end FROM letter WHERE authority = ? AND sender = ? AND name <> ? AND current IS NOT NULL
    AND period_end IS NOT NULL ORDER BY period_end, sequence"""
_NOTES = "SELECT key, note, reason FROM figures WHERE letter = ? ORDER BY key, item DESC"
_PLACES = """SELECT p.key, p.source, p.page, p.text, p.x0, p.y0, p.x1, p.y1 FROM place p
    JOIN letter l ON l.id = p.letter AND l.current = p.revision WHERE l.name = ? ORDER BY p.key, p.source, p.box"""
_READING = """SELECT reading.body FROM reading JOIN letter ON letter.id = reading.letter
    WHERE letter.name = ? AND reading.revision = letter.current ORDER BY reading.number DESC LIMIT 1"""
_PAPER = """SELECT paper.body FROM reading JOIN paper ON paper.hash = reading.paper JOIN letter ON letter.id = reading.letter
    WHERE letter.name = ? AND reading.revision = letter.current ORDER BY reading.number DESC LIMIT 1"""


def dossier(places: Places, letter: str, *, in_use: bool = False) -> Dossier:
    """Everything about a letter by its name in the record. `in_use`: this program has the history open for writing.

    Trouble `no_letter`, `no_year` where it is not known whose letter it is or about which year, `letter_damaged`, and as `look`'s.
    """
    found = look(places, lambda connection: _found(connection, letter), None, in_use=in_use)
    if found is None:
        raise faults.no_letter()
    row, sender = found.letter.row, found.letter.sender
    besides = beside(places, row.letter, sender, row.authority or "", row.period_end or "", in_use=in_use)
    answered = {carried.letter for carried, _ in found.letter.done}
    still_open = tuple(carried for carried in besides.carried if carried.letter not in answered)
    own = row.authority or ""
    elsewhere = [other.authority for other in besides.past if other.authority.casefold() != own.casefold()]
    alike = tuple(name for name in elsewhere if plain(name) == plain(own))
    took_over = tuple(name for name in elsewhere if name not in alike)
    return replace(found, still_open=still_open, took_over=took_over, alike=alike)


def _found(connection: sqlite3.Connection, name: str) -> Dossier:
    row = row_of(connection, name)
    if row.authority is None or row.period_end is None:
        raise Trouble(
            "no_year",
            "The record does not say whose letter this is, or about which year.",
            "Open the letter, fill in the authority and the end of the period, and finish it again.",
        )
    own = _filed(connection, row, with_paper=True)
    rows = connection.execute(_OF_AUTHORITY, [row.authority, own.sender, row.letter]).fetchall()
    before = str(int(row.period_end[:4]) - 1)
    earlier = tuple(
        _filed(connection, row_of(connection, other), with_paper=end.startswith(before))
        for other, end in rows
        if end < row.period_end
    )
    later = [_filed(connection, row_of(connection, other)) for other, end in rows if end > row.period_end]
    since = tuple((_year(one), text) for one in later for carried, text in one.done if carried.letter == row.letter)
    return Dossier(own, earlier, done_since=since, others=sum(end == row.period_end for _, end in rows))


def _year(filed: Filed) -> str:
    return f"{filed.year - 1}-{filed.year % 100:02d}"


def _filed(connection: sqlite3.Connection, row: LetterRow, *, with_paper: bool = False) -> Filed:
    number, sender, who, reason, thread, last = connection.execute(_ABOUT, [row.letter]).fetchone()
    sources, notes = dict(_sources(connection, row.letter)), {}
    for key, note, why in connection.execute(_NOTES, [row.letter]):
        notes[key] = note, why
    events = events_of(connection, number, thread, last)
    read = _read(connection, row.letter, events)
    told = {}
    for figure in find.figures_of(connection, row.letter):
        key, known = figure.key, read is not None
        was = read.get(key) if read is not None else None
        given = _judged(figure, was) if known else figure
        told[key] = Told(given, sources.get(key, ()), *notes.get(key, ("", "")), was, known)
    noted = Noted(events)
    paper = _paper(connection, row.letter) if with_paper else None
    return Filed(row, sender, who, reason, told, noted.lesson, noted.answered, paper)


def _judged(figure: Figure, was: Value | None) -> Figure:
    """The figure with the word on whose value it is: a query may stand on the reader's value or on one that the officer gave."""
    given = figure.state in ("changed", "query") and figure.value is not None
    return replace(figure, corrected=given and figure.value != was)


def _read(connection: sqlite3.Connection, name: str, events: tuple[Event, ...]) -> dict[str, Value | None] | None:
    """The reader's value of each field, as read last; None where what is kept of that is damaged."""
    found = connection.execute(_READING, [name]).fetchone()
    with suppress(Trouble):
        if found is not None:
            review = Review(unpack_reading(found[0]), name, who="", clock=str, events=events)
            return {field.key: field.value for field in review.reading.fields}
    return None


def _sources(connection: sqlite3.Connection, name: str) -> Iterator[tuple[str, tuple[Source, ...]]]:
    """Each field's places in their order; one of which only the page is known has no boxes."""
    rows = connection.execute(_PLACES, [name]).fetchall()
    for key, of_key in groupby(rows, itemgetter(0)):
        places: list[Source] = []
        for number, of_source in groupby(of_key, itemgetter(1)):
            boxes = list(of_source)
            places += [Source(boxes[0][2], (), "")] * (number - len(places))
            known = tuple(Box(*row[4:]) for row in boxes if None not in row[4:])
            places.append(Source(boxes[0][2], known, boxes[0][3]))
        yield key, tuple(places)


def _paper(connection: sqlite3.Connection, name: str) -> Paper | None:
    found = connection.execute(_PAPER, [name]).fetchone()
    with suppress(Trouble):  # the figures are whole; what suffers is how wide their printed line is known to be
        return unpack_paper(found[0]) if found is not None else None
    return None
