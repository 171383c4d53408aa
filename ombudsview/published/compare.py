"""The saved letters of a year held against a published spreadsheet. The record is only asked: comparing changes nothing in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from ombudsview.authorities import Register
from ombudsview.authorities.fold import plain
from ombudsview.errors import Trouble
from ombudsview.history.glance import look
from ombudsview.history.of_year import OfYear, of_year, years
from ombudsview.letters.fields import year_name
from ombudsview.places import Places
from ombudsview.published.book import Book
from ombudsview.published.hold import Held, Outcome, hold
from ombudsview.published.table import Heading, Row, Table
from ombudsview.published.whose import Rows

SENDER = "lgsco"
"""Whose letters are compared: the one Ombudsman who publishes a row for each authority."""

GoOn = Callable[[int, int], bool]
"""Told how many letters of how many are done; False stops."""


@dataclass(frozen=True)
class Comparison:
    """What came of it, differences first. `letters` were held against a row, `without` says of each other letter why not.

    `doubts` are rows that were taken by a likeness of names; `notes` what of the spreadsheet was not used; `saved` the years of
    which there are letters, by their last days, the newest first.
    """

    period_end: str
    held: tuple[Held, ...]
    letters: int
    without: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[Outcome]:
        """How many figures came to what."""
        return Counter(one.outcome for one in self.held)

    @property
    def summary(self) -> str:
        """The totals in a line: "41 figures agree, 2 differ."."""
        counts = self.counts
        agreed, differ = counts[Outcome.AGREES], counts[Outcome.DIFFERS]
        first = f"{agreed:,} {'figure agrees' if agreed == 1 else 'figures agree'}, "
        first += f"{differ or 'none'} {'differs' if differ <= 1 else 'differ'}."
        rest = [
            f"{counts[outcome]:,} {words}"
            for outcome, words in (
                (Outcome.CANNOT, "cannot be compared"),
                (Outcome.ONLY_LETTER, "only in the letter"),
                (Outcome.ONLY_SHEET, "only in the spreadsheet"),
            )
            if counts[outcome]
        ]
        return f"{first} {'; '.join(rest)}." if rest else first


def _on(done: int, total: int) -> bool:  # noqa: ARG001  nobody watches
    return True


def years_saved(places: Places, *, in_use: bool = False) -> tuple[str, ...]:
    """The years of which there are letters to compare, the newest first. Trouble as `look`'s."""
    nothing: tuple[str, ...] = ()
    return look(places, lambda connection: years(connection, SENDER), nothing, in_use=in_use)


def compare(places: Places, book: Book, *, ours: str = "", in_use: bool = False, go_on: GoOn = _on) -> Comparison:
    """Hold every saved letter of the book's year against it, those of `ours` first. Trouble as `look`'s, or `cancelled`."""
    nothing: tuple[OfYear, ...] = ()
    end = book.period_end
    letters = look(places, lambda connection: of_year(connection, SENDER, end), nothing, in_use=in_use)
    register, on = Register.load(), date.fromisoformat(end)
    tables = [(table, Rows(table.rows, register, on)) for table in book.tables]
    found = _Found(plain(ours))
    for done, letter in enumerate(letters):
        if not go_on(done, len(letters)):
            raise Trouble("cancelled", "Comparing was stopped.", "Nothing was changed.")
        found.add(letter, tables)
    go_on(len(letters), len(letters))
    return replace(found.comparison(end, _notes(book)), saved=years_saved(places, in_use=in_use))


class _Found:
    """What is found of letter after letter."""

    def __init__(self, ours: str) -> None:
        self._ours = ours
        self._held: list[Held] = []
        self._letters = 0
        self._without: list[str] = []
        self._doubts: list[str] = []

    def add(self, letter: OfYear, tables: Iterable[tuple[Table, Rows]]) -> None:
        """Hold one letter against its row in each table."""
        if not letter.authority:
            self._without.append("A letter without an authority cannot be compared: open it and say whose it is.")
            return
        rows, missing = list[Row](), dict[str, str]()
        for table, of in tables:
            whose = of.of(letter.authority)
            rows += whose.rows
            missing |= dict.fromkeys(table.keys, whose.why) if whose.why else {}
            self._doubts += [whose.doubt] if whose.doubt else []
        if rows:
            self._letters += 1
            self._held += hold(letter, rows, missing)
        else:
            self._without += list(missing.values())[:1]

    def comparison(self, period_end: str, notes: tuple[str, ...]) -> Comparison:
        """All of it, in order."""
        order = list(Outcome)
        held = sorted(
            self._held, key=lambda one: (order.index(one.outcome), plain(one.authority) != self._ours, one.authority)
        )
        doubts, without = tuple(dict.fromkeys(self._doubts)), tuple(dict.fromkeys(self._without))
        return Comparison(period_end, tuple(held), self._letters, without, doubts, notes)


def _notes(book: Book) -> tuple[str, ...]:
    """What of the spreadsheet was not used, sheet by sheet."""
    notes: list[str] = []
    for table in book.tables:
        notes += _listed("No figure that letters give is meant by", table.unknown)
        notes += _listed("More than one figure, or more than one column, fits, so that none was used:", table.contested)
        notes += _listed("Rows were left out whose year is not written as 2019-20 or by its last day:", table.undated)
        notes += _listed(f"About another year than {year_name(book.period_end)}:", table.otherwise)
    notes += [f"The sheet “{name}” says that it is about another year, and was left out." for name in book.apart]
    notes += [f"The sheet “{name}” has no table with a row for each authority." for name in book.bare]
    return tuple(notes)


def _listed(words: str, headings: tuple[Heading, ...]) -> list[str]:
    if not headings:
        return []
    return [f"{words} {', '.join(f'“{one.words}” ({one.place.words})' for one in headings)}."]
