"""The letters from 2025 on: an overview paragraph first, whose numbers make a sum, then the blocks."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from tests.letters.eras import kept_back, prose_2023
from tests.letters.eras.blocks import Blocks, Words, Year, filled, year_of
from tests.letters.eras.book import Book, Para, text
from tests.letters.eras.head import who_of
from tests.letters.eras.modern import above, letter
from tests.letters.eras.population_2023 import population
from tests.letters.wording import Run

OVERVIEWS = (
    (
        "Between {start} to {end}, we dealt with {dealt}. Of these, {not_for_us} were not for us or not ready for "
        "us to investigate. We "
        "assessed and closed {closed}. We investigated {looked}."
    ),
    (
        "Between {start} and {end}, we dealt with {dealt}. Of these, {not_for_us} were not for us or not ready for "
        "us to investigate. We "
        "assessed and closed {closed}. We investigated {looked}."
    ),
)


def write(dice: random.Random, held: bool) -> Book:
    """A letter of 2025 or the year after."""
    book = Book("overview-2025", dice.choice((2025, 2025, 2026)))
    who = who_of(dice)
    title = f"Annual Review letter {book.year - 1}-{book.year % 100:02d}"
    rest = kept_back.REST_2023 if held else prose_2023.REST
    letter(
        book, who, dice, date(book.year, 5, 12), title, dice.choice(prose_2023.OPENINGS), rest, "Amerdeep Somal", held
    )
    above(book, who, dice)
    year = replace(year_of(dice, who), silence="zero")
    _overview(book, year, dice, held)
    words = Words(
        similar=dice.choice(("authorities", "organisations")),
        body=dice.choice(("the organisation", "the Council", "the authority")),
        base=dice.choice(("investigation", "complaint")),
        remedy_base="upheld decision",
        adjusted=dice.choice(prose_2023.ADJUSTED),
    )
    words = kept_back.words_2023(words, dice) if held else words
    blocks = Blocks(book, who, year, words, dice)
    how_many = book.say("upheld_decisions", f"{year.upheld:,}", block=True)
    said = text("We upheld ", how_many, " complaint." if year.upheld == 1 else " complaints.")
    before = () if dice.random() < 0.3 else (said,)
    book.add(blocks.upheld(lambda: population(blocks), before), blocks.compliance(), blocks.remedies())
    return book


def _overview(book: Book, year: Year, dice: random.Random, held: bool) -> None:
    closed, away = dice.randint(0, 60), dice.choice((dice.randint(0, 90), dice.randint(900, 1400)))
    dealt = closed + away + year.investigations
    if dice.random() < 0.05:
        dealt += 1
        book.doubt("dealt_with")
    start, end = date(book.year - 1, 4, 1), date(book.year, 3, 31)
    parts = {
        "start": book.say("period_start", f"1 April {start.year}", start.isoformat()),
        "end": book.say("period_end", f"31 March {end.year}", end.isoformat()),
        "dealt": ("dealt_with", dealt),
        "not_for_us": book.say("not_for_us", f"{away:,}", block=True),
        "closed": ("assessed_and_closed", closed),
        "looked": ("investigations", year.investigations),
    }
    words = dice.choice(kept_back.OVERVIEW_2025 if held else OVERVIEWS)
    runs: dict[str, Run | str] = {}
    for name, part in parts.items():
        if isinstance(part, tuple):
            words = words.replace(f"{{{name}}}", f"{{{name}}}{{{name} things}}")
            runs[name] = book.say(part[0], f"{part[1]:,}", block=True)
            runs[f"{name} things"] = " complaint" if part[1] == 1 else " complaints"
        else:
            runs[name] = part
    book.add(Para("body", filled(words, runs)))
