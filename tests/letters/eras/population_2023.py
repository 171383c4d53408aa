"""The letters of 2023 and 2024: the three blocks, upheld decisions also by the size of the population."""

from __future__ import annotations

import random
from datetime import date

from tests.letters.eras import kept_back, prose_2023
from tests.letters.eras.blocks import Blocks, Words, filled, year_of
from tests.letters.eras.book import Book
from tests.letters.eras.head import who_of
from tests.letters.eras.modern import above, letter
from tests.letters.wording import Text


def write(dice: random.Random, held: bool) -> Book:
    """A letter of one of the two years."""
    book = Book("population-2023", dice.choice((2023, 2024)))
    who = who_of(dice)
    words = _words(book, dice)
    words = kept_back.words_2023(words, dice) if held else words
    title = dice.choice(
        (f"Annual Review letter {book.year - 1}-{book.year % 100:02d}", f"Annual Review letter {book.year}")
    )
    signatory = "Paul Najsarek" if book.year == 2023 else "Amerdeep Somal"
    rest = kept_back.REST_2023 if held else prose_2023.REST
    letter(book, who, dice, date(book.year, 7, 10), title, dice.choice(prose_2023.OPENINGS), rest, signatory, held)
    above(book, who, dice)
    blocks = Blocks(book, who, year_of(dice, who), words, dice)
    book.add(blocks.upheld(lambda: population(blocks)), blocks.compliance(), blocks.remedies())
    return book


def _words(book: Book, dice: random.Random) -> Words:
    """The bases' names changed between the two years."""
    later = book.year == 2024
    return Words(
        similar=dice.choice(("authorities", "organisations")),
        body=dice.choice(("the authority", "the Council", "the organisation")),
        base="investigation" if later else "detailed investigation",
        remedy_base="upheld decision" if later else "detailed investigation",
        adjusted=dice.choice(prose_2023.ADJUSTED),
        adjusted_average=dice.choice(prose_2023.AVERAGES),
        note=prose_2023.NOTE if dice.random() < 0.5 else None,
    )


def population(blocks: Blocks) -> list[Text]:
    """The two sentences about residents; bodies that nobody resides in have none."""
    book, dice, who = blocks.book, blocks.dice, blocks.who
    if not who.compared:
        return []
    residents = max(dice.randint(6, 130) * 10_000, blocks.year.upheld * 2_000)
    ours = printed_rate(blocks.year.upheld * 1_000_000 // residents, dice)
    misprint = "%" if dice.random() < 0.08 else ""
    rate = book.say("upheld_per_100k", f"{ours}{misprint}", block=True)
    if misprint:
        book.echo("upheld_per_100k", ours)
    theirs = book.say("upheld_per_100k_similar", printed_rate(dice.randint(10, 99), dice), block=True)
    return [
        filled(blocks.words.adjusted, {"authority": book.say("authority", who.council), "rate": rate}),
        filled(blocks.words.adjusted_average, {"rate": theirs}),
    ]


def printed_rate(tenths: int, dice: random.Random) -> str:
    """One decimal; whole numbers without one now and then."""
    whole, part = divmod(tenths, 10)
    return str(whole) if part == 0 and dice.random() < 0.8 else f"{whole}.{part}"
