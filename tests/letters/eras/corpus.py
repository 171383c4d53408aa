"""The plan of the letters of every era: which era, engine, dice and change; each made on demand, the same for the same order."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.letters import degrade
from tests.letters.eras import (
    annual_letter_2006,
    annual_review_2009,
    measures_2019,
    overview_2025,
    population_2023,
    psow,
    tables_2014,
)
from tests.letters.eras.book import Book
from tests.letters.eras.head import imply_start
from tests.letters.eras.ink import Ink
from tests.letters.eras.lists import as_lists
from tests.letters.eras.look import look_of
from tests.letters.eras.script import parted, scripted
from tests.letters.eras.setters import ENGINES, WHEELS, typeset, wanting
from tests.letters.wording import Run

WRITERS: dict[str, Callable[[random.Random, bool], Book]] = {
    "annual-letter-2006": annual_letter_2006.write,
    "annual-review-2009": annual_review_2009.write,
    "tables-2014": tables_2014.write,
    "measures-2019": measures_2019.write,
    "population-2023": population_2023.write,
    "overview-2025": overview_2025.write,
    "psow": psow.write,
}
ERAS = tuple(WRITERS)


@dataclass(frozen=True)
class Order:
    """One letter to make. `change` is what is done to its pages, `held` whether its wording is one that was kept back.

    `form` is how its tables are set where they are lists.
    """

    era: str
    engine: str
    seed: int
    change: str = ""
    held: bool = False
    form: str = ""

    @property
    def name(self) -> str:
        """A file name that tells the order."""
        parts = (self.era, f"{self.seed:05d}", "held" if self.held else "", self.engine, self.change, self.form)
        return "_".join(part for part in parts if part)


@dataclass(frozen=True)
class Made:
    """A letter made: the file, and the truth about it as it goes to JSON."""

    pdf: bytes
    truth: dict[str, Any]


def book_of(order: Order) -> Book:
    """What the letter says."""
    return WRITERS[order.era](random.Random(f"{order.era} {order.seed} {order.held}"), order.held)


def make(order: Order) -> Made:
    """The letter typeset and changed, with its truth."""
    book = book_of(order)
    imply_start(book)
    look = look_of(random.Random(f"look {order.seed} {order.era}"))
    ink = Ink(book.keys)
    parts = parted(scripted(book, look.script), "no" if order.form else look.split, order.seed)
    parts = as_lists(parts, order.form) if order.form else parts
    clean = typeset(order.engine, parts, look, ink, _running(book) if look.running else None, order.seed)
    sent = degrade.changed(order.change, degrade.Sent(clean, ink.places(clean)), random.Random(order.seed))
    truth: dict[str, Any] = {key: answer.value for key, answer in book.answers.items()}
    truth["acceptable"] = {key: list(answer.values) for key, answer in book.answers.items() if len(answer.values) > 1}
    truth["implied"] = {key: list(answer.implied) for key, answer in book.answers.items() if answer.implied}
    truth["printed"] = {key: sorted(answer.printed) for key, answer in book.answers.items() if answer.printed}
    truth["places"] = sent.places
    truth["doubtful"] = sorted(book.doubtful)
    truth["remark_kinds"] = book.remark_kinds
    truth["letter"] = {
        "kind": book.kind,
        "pages": [sent.first, sent.last],
        "engine": order.engine,
        "change": order.change,
        "held": order.held,
        "seed": order.seed,
        "password": sent.password,
        "legible": sent.legible,
        "script": look.script,
        "split": look.split,
        "pages_lie": look.pages,
    }
    return Made(sent.pdf, truth)


def _running(book: Book) -> tuple[Run, ...]:
    council = str(book.answers["authority"].values[-1])
    return (book.echo("authority", council), Run(" - for the Ombudsman's letter"))


def orders(
    seed: int,
    count: int,
    eras: tuple[str, ...] = ERAS,
    engines: tuple[str, ...] = WHEELS,
    held: bool | None = False,
    changes: tuple[str, ...] = degrade.CHANGES,
    every: bool = False,
) -> Iterator[Order]:
    """`count` orders spread evenly: eras in turn, then engines; every second letter unchanged, the others with a change in turn
    (`every`: all of them).

    `held` None mixes kept-back wordings in, every third letter.
    """
    able = tuple(engine for engine in engines if wanting(engine) is None)
    for number in range(count):
        turn, era = divmod(number, len(eras))
        # With an even number of engines the same ones would get all the changes.
        step = turn + (turn // len(able) if len(able) % 2 == 0 else 0)
        plain = not changes or (step % 2 == 0 and not every)
        change = "" if plain else changes[(turn // 2 * len(eras) + number % len(eras)) % len(changes)]
        kept = held if held is not None else turn % 3 == 2
        yield Order(eras[era], able[turn % len(able)], seed * 1000 + number, change, kept)


__all__ = ["ENGINES", "ERAS", "Made", "Order", "book_of", "make", "orders"]
