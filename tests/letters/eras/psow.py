"""A letter of another sender, the Public Services Ombudsman for Wales: an invented layout, for nothing of it is confirmed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.letters.eras import kept_back
from tests.letters.eras.book import Book, Break, Row, Table, text
from tests.letters.eras.head import Who, address, dated, imply_start, period, salutation, signed, year_name
from tests.letters.eras.matrix import cell, figure
from tests.letters.eras.numbers import spread
from tests.letters.facts import Person

COUNCILS = (
    "Dyffryn Taf County Borough Council",
    "Penrhos County Council",
    "Cyngor Bro Wen",
    "City and County of Abermawr",
)
SUBJECTS = {
    "Adult Social Services": "received.adult_care",
    "Benefits Administration": "received.benefits",
    "Children's Social Services": "received.children_and_family",
    "Community Facilities, Recreation and Leisure": None,
    "Complaints Handling": None,
    "Education": "received.education",
    "Environment and Environmental Health": None,
    "Finance and Taxation": "received.public_finance",
    "Housing": "received.housing",
    "Planning and Building Control": "received.planning_and_building_control",
    "Roads and Transport": "received.transport_and_highways",
    "Various Other": "received.other",
}
OUTCOMES = (
    "Out of Jurisdiction",
    "Premature",
    "Other cases closed after initial consideration",
    "Early Resolution/ voluntary settlement",
)
REPORTS = ("Discontinued", "Other Reports - Not Upheld", "Other Reports - Upheld", "Public Interest Reports")


def write(dice: random.Random, held: bool) -> Book:
    """A letter to a council in Wales."""
    book = Book("psow", dice.choice((2020, 2021, 2022, 2023, 2024)))
    who = Who(
        dice.choice(COUNCILS),
        "unitary",
        Person(dice.choice(("Mrs Thistlewood", "Dr Quillfeather"))),
        "Chief Executive",
        (),
    )
    day = date(book.year, 8, 1) + timedelta(days=dice.randrange(25))
    book.lines([text("Date: ", dated(book, day))], side=dice.choice(("left", "right")))
    book.lines(address(book, who))
    book.lines(["By email only"])
    title = dice.choice((f"Annual Letter {year_name(book.year)}", f"Annual Letter {book.year - 1}-{book.year % 100}"))
    book.heading(book.say("title", title), look="title")
    salutation(book, who)
    total = dice.randint(8, 140)
    words = kept_back.PSOW if held else PROSE
    before, after = words[0].split("{period}")
    book.body(before, period(book, "long"), after)
    for paragraph in words[1:]:
        book.body(paragraph.format(near=dice.randint(10, 30)))
    signed(book, dice.choice(("Nick Bennett", "Michelle Morris")), ("Public Services Ombudsman for Wales",))
    imply_start(book)
    _sheet(book, who, dice, total)
    return book


PROSE = (
    (
        "I am pleased to send you the letter about complaints to my office concerning your council in the year that "
        "ended on {period}."
    ),
    (
        "Across Wales we received 1,143 complaints about local councils, 22% more than the year before; we closed 77 of "
        "them early."
    ),
    (
        "For each 1,000 residents we received 0.{near} complaints. I should be grateful if this letter were put before "
        "your Cabinet."
    ),
    "Yours is one of the 22 councils that now send us their own figures four times a year. Factsheets A to D are enclosed.",
)


def _sheet(book: Book, who: Who, dice: random.Random, total: int) -> None:
    book.add(Break())
    book.heading("Factsheet", look="title")
    others = [
        Row(text(name), (cell(str(dice.randint(5, 90))), cell(f"0.{dice.randint(10, 60)}")))
        for name in COUNCILS
        if name != who.council
    ]
    book.heading("A. Complaints Received")
    own = Row(
        text(book.say("authority", who.council)),
        (figure(book, "received.total", total), cell(f"0.{dice.randint(10, 60)}")),
    )
    rows = (*others[:1], own, *others[1:])
    book.add(Table(("Complaints Received", "Received per 1000 residents"), rows, corner="Local Authority"))
    book.heading("B. Received by Subject")
    parts = spread(dice, total, len(SUBJECTS))
    lines = []
    for (name, key), number in zip(SUBJECTS.items(), parts, strict=True):
        if key:
            book.imply(key, str(number))
        lines.append(Row(text(name), (cell(str(number)), cell(f"{100 * number // total}%"))))
    lines.append(Row(text("Total"), (figure(book, "received.total", total), cell(""))))
    book.add(Table(("Complaints Received", "% share"), tuple(lines), corner=who.council))
    book.heading("C. Complaint Outcomes")
    done = spread(dice, max(total - 2, 1), len(OUTCOMES) + len(REPORTS))
    book.imply("decided.total", str(sum(done)))
    book.imply("decided.premature", str(done[1]))
    rest = [
        Row(text(name), (cell(str(number)), cell(f"{100 * number // sum(done)}%")))
        for name, number in zip((*OUTCOMES, *REPORTS), done, strict=True)
    ]
    book.add(
        Table(
            ("Complaints", "% share"), (*rest, Row(text("Total"), (cell(str(sum(done))), cell("")))), corner=who.council
        )
    )
