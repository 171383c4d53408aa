"""Letters for the record, made without a PDF: a document's bytes, its paper, its reading and a review of it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from ombudsview.history.rows import Saved
from ombudsview.history.store import Store
from ombudsview.letters.fields import FIELDS, Value
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word
from ombudsview.reading.model import Doubt, FieldReading, ReaderState, Reading, Source
from ombudsview.review.edit import letter_name
from ombudsview.review.review import Review

VALUES: dict[str, Value | None] = {
    "authority": "Mereford Borough Council",
    "period_end": "2020-03-31",
    "letter_date": "2020-07-22",
    "title": "Annual Review letter 2020",
    "addressees": ("Mr Alder", "Ms Birch"),
    "upheld_rate": "80",
    "upheld_rate_similar": None,
    "upheld_decisions": "4",
    "investigations": "5",
}


YEARS = [f"{year}-03-31" for year in range(2015, 2021)]


def ticking(start: str = "2026-11-20T09:00:{:02d}+00:00") -> Callable[[], str]:
    """A clock that goes on by a second at each look, sixty times round."""
    seconds = count()
    return lambda: start.format(next(seconds) % 60)


@dataclass
class Letter:
    """One letter as the desk holds it when it is saved. `salt` makes other bytes with the same text."""

    values: dict[str, Value | None] = field(default_factory=lambda: dict(VALUES))
    salt: str = ""
    text: str = ""
    clock: Callable[[], str] = field(default_factory=ticking)

    def __post_init__(self) -> None:
        self.document = f"%PDF-1.4 {self.values} {self.text} {self.salt}".encode()
        self.sha256 = hashlib.sha256(self.document).hexdigest()
        self.paper = Paper(self.sha256, (Sheet(595.0, 842.0, 0, tuple(self._words())),))
        self.reading = Reading("measures-2019", (1, 1), tuple(map(_field, self.values.items())), (), "0.1")
        self.name = letter_name(self.sha256, 1)
        self.review = self.anew()

    def anew(self, events: Iterable[object] = ()) -> Review:
        """A review of it, from the start or from events."""
        return Review(self.reading, self.name, who="A. Clerk", clock=self.clock, events=events)  # type: ignore[arg-type]

    def save(self, store: Store) -> Saved:
        """Put it into the record."""
        return store.save(self.document, "letter.pdf", self.paper, self.reading, self.review)

    def _words(self) -> Iterable[Word]:
        texts = [*self.text.split(), *(str(value) for value in self.values.values())]
        return (Word(text, Box(10.0, 10.0 * n, 60.0, 10.0 * n + 8.5), n) for n, text in enumerate(texts))


def _field(item: tuple[str, Value | None]) -> FieldReading:
    key, value = item
    if value is None:
        return FieldReading(key, None, None, ReaderState.ABSENT, (), (), "No such line in this letter.")
    items = value if isinstance(value, tuple) else (value,)
    place = 20.0 * list(FIELDS).index(key)
    sources = tuple(Source(1, (Box(10.0, place + n, 60.25, place + n + 9),), one) for n, one in enumerate(items))
    doubts = (Doubt("two_places", "Two places differ.", (key,)),) if key == "title" else ()
    return FieldReading(key, value, value, ReaderState.TO_CHECK, sources, doubts, None)


def finished(**changes: Value | None) -> Letter:
    """A letter whose figures were agreed, one corrected, and which was finished with a reason."""
    letter = Letter(VALUES | changes)
    letter.review.agree_safe()
    letter.review.correct("upheld_decisions", "3")
    letter.review.undo()
    letter.review.redo()
    letter.review.finish("The rest was not needed.")
    return letter


def dump(history: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, so that two histories can be held side by side; the file stamps and migration times apart."""
    tables = ("document", "letter", "revision", "paper", "reading", "value", "place", "event")
    with closing(sqlite3.connect(f"{history.as_uri()}?mode=ro", uri=True)) as connection:
        rows: dict[str, list[tuple[object, ...]]] = {}
        for table in tables:
            columns = [name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})") if name != "filed"]
            rows[table] = sorted(connection.execute(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
        return rows
