"""The letters of 2019 to 2022: three blocks; in 2019 the matrices too, or their figures in tables only."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from tests.letters import names
from tests.letters.eras import kept_back, prose_2019
from tests.letters.eras.blocks import Blocks, Words, Year, year_of
from tests.letters.eras.book import Book, Break, Row, Table, text
from tests.letters.eras.head import Who, who_of
from tests.letters.eras.matrix import cell, figure
from tests.letters.eras.modern import above, letter
from tests.letters.eras.numbers import percent_of, spread
from tests.letters.eras.tables_2014 import CLOSED, Outcome, compliance, matrices, report_head


def write(dice: random.Random, held: bool) -> Book:
    """A letter of one of the four years."""
    book = Book("measures-2019", dice.choice((2019, 2019, 2019, 2020, 2021, 2022)))
    who = who_of(dice)
    words = kept_back.words_2019(dice) if held else words_of(dice)
    year = year_of(dice, who)
    rest = kept_back.REST_2019 if held else prose_2019.REST
    letter(
        book,
        who,
        dice,
        date(book.year, 7, 8),
        f"Annual Review letter {book.year}",
        prose_2019.OPENING,
        rest,
        "Michael King",
        held,
    )
    if book.year == 2019 and dice.random() < 0.4:
        _tables_only(book, who, year, dice, held)
        return book
    above(book, who, dice)
    blocks = Blocks(book, who, year, words, dice)
    book.add(blocks.upheld(), blocks.compliance(), blocks.remedies())
    if book.year == 2019:
        book.add(Break(wide=True))
        report_head(book, who, dice)
        matrices(book, who, outcome_of(year, dice), dice, held)
    return book


def words_of(dice: random.Random) -> Words:
    """The year's words; 'organisations' and the Council in some years."""
    return Words(
        similar=dice.choice(("authorities", "authorities", "organisations")),
        body=dice.choice(("the authority", "the authority", "the Council", "the organisation")),
        note=prose_2019.NOTE if dice.random() < 0.6 else None,
    )


def outcome_of(year: Year, dice: random.Random) -> Outcome:
    """Decisions that agree with the blocks."""
    closed = tuple(spread(dice, dice.randint(1, 120), len(CLOSED)))
    return Outcome(closed, year.investigations - year.upheld, year.upheld, dice.choice(("0", "0", "-")))


def _tables_only(book: Book, who: Who, year: Year, dice: random.Random, held: bool) -> None:
    """Received, decided with the average uphold rate, remedies as a count and a percentage, compliance."""
    book.add(Break(wide=True))
    report_head(book, who, dice)
    year = replace(year, misprint="")
    outcome = outcome_of(year, dice)
    matrices(book, who, outcome, dice, held)
    rate = next((number for number, part in enumerate(book.parts) if isinstance(part, Table) and part.groups), None)
    average = names.AVERAGES.get(who.body_type, (None,))[0]
    if rate is not None and average is not None:
        table = book.parts[rate]
        assert isinstance(table, Table)
        head = "Average uphold rate (%) of similar authorities"
        printed = text(book.say("upheld_rate_similar", f"{average}%", average, block=True))
        row = Row(table.rows[0].label, (*table.rows[0].cells, printed))
        book.parts[rate] = replace(table, headings=(*table.headings, head), rows=(row,))
    _remedies(book, year, dice)
    compliance(book, who, dice, held)


def _remedies(book: Book, year: Year, dice: random.Random) -> None:
    count = figure(book, "satisfactory_remedies", year.remedies)
    share = cell("-")
    if year.upheld:
        share = text(book.say("remedy_rate", f"{percent_of(year.remedies, year.upheld)}%", block=True))
    book.imply("remedy_base", str(year.upheld))
    book.heading("Satisfactory remedies provided by the authority")
    heads = ("Upheld cases where the authority had provided a satisfactory remedy", "Percentage of upheld cases")
    book.add(Table(heads, (Row((), (count, share)),), labelled=False))
