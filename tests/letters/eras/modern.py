"""What the letters from 2019 on share: a letter of a page or two, the name and the period above the blocks."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

from tests.letters.eras.book import Book, Break, text
from tests.letters.eras.head import Who, address, dated, period, salutation, signed
from tests.letters.eras.remarked import Remarks
from tests.letters.facts import long_date

ROLES = ("Local Government and Social Care Ombudsman", "Chair, Commission for Local Administration in England")

Prose = Sequence[tuple[str, Sequence[str]]]


def letter(
    book: Book,
    who: Who,
    dice: random.Random,
    first: date,
    title: str,
    opening: str,
    rest: Prose,
    signatory: str,
    held: bool,
) -> None:
    """Everything before the figures. `opening` has {period} in it; `rest` may have {published}."""
    day = first + timedelta(days=dice.randrange(20))
    book.lines([text(dated(book, day))], side=dice.choice(("left", "right")))
    if dice.random() < 0.7:
        book.lines(["By email"])
    book.lines(address(book, who))
    salutation(book, who)
    book.heading(book.say("title", title), look="title")
    before, after = opening.split("{period}")
    book.body(before, period(book, "long"), after)
    remarks = Remarks(book, who, dice, held)
    remarks.put(0, len(rest))
    published = long_date(day + timedelta(days=7))
    for number, (heading, paragraphs) in enumerate(rest, 1):
        book.heading(heading)
        remarks.section(number, len(rest), *(words.replace("{published}", published) for words in paragraphs))
    signed(book, signatory, ROLES[: dice.choice((1, 2, 2))])


def above(book: Book, who: Who, dice: random.Random, wide: bool = False) -> None:
    """A new page, and perhaps the body's name and the period's end."""
    book.add(Break(wide))
    if dice.random() < 0.75:
        book.lines([text(book.say("authority", who.council))], side="right")
        book.lines([text("For the period ending: ", period(book, dice.choice(("short", "full"))))], side="right")
