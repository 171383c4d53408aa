"""The annual letters of 2006, 2007 and 2008: prose by region, then three-year tables and response times."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.letters.eras import kept_back, prose_2006
from tests.letters.eras.book import Book, Break, Group, Row, Sides, Table, text
from tests.letters.eras.head import (
    Who,
    address,
    dated,
    imply_start,
    period,
    period_row,
    salutation,
    signed,
    who_of,
    year_name,
)
from tests.letters.eras.matrix import ZEROES, at, cell, figure, figures, misprinted
from tests.letters.eras.numbers import spread, total_of, worded
from tests.letters.eras.remarked import Remarks
from tests.letters.wording import Text

SUBJECTS = {
    "adult_care": "Adult care services",
    "benefits": "Benefits",
    "children_and_family": "Children and family services",
    "education": "Education",
    "housing": "Housing",
    "other": "Other",
    "planning_and_building_control": "Planning & building control",
    "public_finance": "Public finance",
    "transport_and_highways": "Transport and highways",
}
OUTCOMES = {
    "mi_reports": "MI reps",
    "local_settlement": "LS",
    "m_reports": "M reps",
    "nm_reports": "NM reps",
    "no_maladministration": "No mal",
    "ombudsmans_discretion": "Omb disc",
    "outside_jurisdiction": "Outside jurisdiction",
}
NOT_FOR_DISTRICTS = ("adult_care", "children_and_family", "education")
TYPES = (
    "District Councils",
    "Unitary Authorities",
    "Metropolitan Authorities",
    "County Councils",
    "London Boroughs",
    "National Park Authorities",
)
Labels = dict[int, Text]
SIGNATORIES = ("J R White", "Tony Redmond", "Anne Seex")


def write(dice: random.Random, held: bool) -> Book:
    """A letter of one of the three years."""
    book = Book("annual-letter-2006", dice.choice((2006, 2007, 2008)))
    who = who_of(dice, postal=True)
    {2006: _of_2006, 2007: _of_2007, 2008: _of_2008}[book.year](book, who, dice, held)
    return book


def _of_2006(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    day = date(2006, 6, 12) + timedelta(days=dice.randrange(30))
    _letter_head(book, who, dice, day)
    book.heading(book.say("title", "Annual Letter 2005/06"), look="title")
    total = total_of(dice, who.body_type)
    _prose(book, who, dice, held, total)
    signed(book, dice.choice(SIGNATORIES), ("Local Government Ombudsman",))
    _statistics(book, who, dice, held, total)


def _of_2007(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    day = date(2007, 6, 12) + timedelta(days=dice.randrange(30))
    _letter_head(book, who, dice, day)
    book.heading(book.say("title", "Annual Letter 2006/07"), look="title")
    book.body(
        "I am pleased to send you my annual letter about the complaints that we dealt with. I hope you will find it of use."
    )
    book.body(
        "We shall put it on our website in four weeks. Please tell us within three weeks of any figure you think wrong."
    )
    signed(book, signatory := dice.choice(SIGNATORIES), ("Local Government Ombudsman",))
    book.add(Break())
    book.heading("The Local Government Ombudsman's ", book.echo("title", "Annual Letter"), look="cover")
    book.heading(book.say("authority", who.council), look="cover")
    book.heading("for the year ended ", period(book, "long"), look="heading")
    total = total_of(dice, who.body_type)
    _prose(book, who, dice, held, total)
    book.lines(
        [text(book.say("signatory", signatory)), text(book.echo("signatory_role", "Local Government Ombudsman"))]
    )
    _statistics(book, who, dice, held, total)


def _of_2008(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    book.heading("The Local Government Ombudsman's", look="cover")
    book.heading(book.echo("title", "Annual Letter"), look="cover")
    book.heading(book.say("authority", who.council), look="cover")
    book.heading("for the year ended", look="cover")
    book.heading(period(book, "long"), look="cover")
    book.add(Break())
    whole = "Annual Letter 2007/08 - Introduction"
    book.heading(
        book.say("title", "Annual Letter 2007/08", None, whole, "Annual Letter"), " - Introduction", look="title"
    )
    book.echo("title", whole)
    total = total_of(dice, who.body_type)
    _prose(book, who, dice, held, total)
    book.lines(
        [
            text(book.say("signatory", dice.choice(SIGNATORIES))),
            text(book.say("signatory_role", "Local Government Ombudsman")),
            text(dated(book, date(2008, 6, 18))),
        ]
    )
    _statistics(book, who, dice, held, total)


def _letter_head(book: Book, who: Who, dice: random.Random, day: date) -> None:
    reference = f"{dice.choice(('JRW', 'TR', 'AS'))}/{dice.randrange(100, 999)}/cc"
    contacts = [
        text("Our ref: ", book.say("reference", reference)),
        text("If telephoning contact: ", dice.choice(("Mrs Harwell on 01234 500217", "020 7946 0412"))),
        text("Email: ", "letters@lgo.example"),
    ]
    book.lines([text(dated(book, day))], side=dice.choice(("left", "right")))
    book.lines(address(book, who))
    book.lines(contacts, side=dice.choice(("left", "right")))
    salutation(book, who)


def _prose(book: Book, who: Who, dice: random.Random, held: bool, total: int) -> None:
    """Headings, counts in words, and now and then a total that is not the table's."""
    words = kept_back.PROSE_2006 if held else prose_2006.PROSE
    book.heading("Complaints received")
    if book.year == 2008:
        book.heading("Volume")
    said = total
    if dice.random() < 0.15:
        said = total + dice.choice((1, 3))
        book.doubt("received.total")
    before, after = dice.choice(words["volume"]).split("{total}")
    more = dice.randrange(1, 14)
    book.body(before, book.echo("received.total", worded(said)), after.format(more=worded(more)))
    if book.year == 2008:
        book.heading("Character")
    some = dice.randrange(2, 10)
    book.body(dice.choice(words["character"]).format(some=worded(some, capital=True), few=worded(dice.randrange(1, 5))))
    remarks = Remarks(book, who, dice, held)
    remarks.put(0, len(words["rest"]))
    for number, (heading, paragraphs) in enumerate(words["rest"], 1):
        book.heading(heading)
        words_here = dice.choice(paragraphs)
        fill = {"some": worded(dice.randrange(1, 9)), "days": f"{dice.randrange(15, 50)}.{some}"}
        remarks.section(number, len(words["rest"]), words_here.format(**fill))


def _statistics(book: Book, who: Who, dice: random.Random, held: bool, total: int) -> None:
    book.add(Break(wide=True))
    name = who.cut_short
    title = text("LOCAL AUTHORITY REPORT - ", book.say("authority", name, who.council))
    book.add(Sides(title, text("For the period ending ", period(book, "full"))))
    zero = dice.choice(ZEROES)
    rows = dice.choice((3, 3, 3, 1))
    plain = held and dice.random() < 0.5
    labels = {end: text(year_name(end)) for end in range(book.year, book.year - rows, -1)}
    if plain:
        imply_start(book)
    else:
        labels[book.year] = period_row(book)
    book.heading("Complaints received by subject area")
    book.add(_received(book, who, dice, total, labels, zero))
    book.heading("Decisions")
    book.add(_decisions(book, dice, labels, zero, kept_back.OUTCOMES_2006 if held else OUTCOMES))
    if dice.random() < 0.3:
        book.add(Break(wide=True))
    _response(book, dice, labels)


def _received(book: Book, who: Who, dice: random.Random, total: int, labels: Labels, zero: str) -> Table:
    small = who.body_type == "district" and dice.random() < 0.7
    subjects = {key: words for key, words in SUBJECTS.items() if not (small and key in NOT_FOR_DISTRICTS)}
    keys = [f"received.{key}" for key in (*subjects, "total")]
    rows = []
    for end, label in labels.items():
        year_total = total if end == book.year else max(total + dice.randrange(-9, 10), 0)
        parts = spread(dice, year_total, len(subjects))
        printed = misprinted(book, dice, at("received.total", end, book), year_total, 0.03)
        rows.append(Row(label, figures(book, keys, [*parts, printed], end, zero)))
    return Table((*subjects.values(), "Total"), tuple(rows))


def _decisions(book: Book, dice: random.Random, labels: Labels, zero: str, outcomes: dict[str, str]) -> Table:
    keys = [f"decided.{key}" for key in (*outcomes, "premature", "total_excluding_premature", "total")]
    rows = []
    for end, label in labels.items():
        parts = spread(dice, dice.randint(2, 90), len(outcomes))
        premature = dice.randrange(0, 30)
        total = misprinted(book, dice, at("decided.total", end, book), sum(parts) + premature, 0.03)
        rows.append(Row(label, figures(book, keys, [*parts, premature, sum(parts), total], end, zero)))
    heads = (*outcomes.values(), "Premature complaints", "Total excl premature", "Total")
    return Table(heads, tuple(rows))


def _response(book: Book, dice: random.Random, labels: Labels) -> None:
    """First enquiries, and the averages of all types, which are nobody's fields."""
    book.heading("Response times", look="title")
    rows = []
    for end, label in labels.items():
        number = dice.randrange(0, 60)
        days = f"{dice.randrange(8, 70)}.{dice.randrange(10)}"
        count = figure(book, at("first_enquiries", end, book), number)
        key = at("first_enquiries_days", end, book)
        printed = days if number else dice.choice(("", "0.0"))
        taken = text(book.say(key, printed)) if printed else cell("")
        if not number:
            book.imply(key, "0")
        rows.append(Row(label, (count, taken)))
    book.add(
        Table(
            ("No. of First Enquiries", "Avg no. of days to respond"),
            tuple(rows),
            groups=(Group("FIRST ENQUIRIES", 0, 1),),
        )
    )
    book.heading("Average local authority response times ", *labels[book.year])
    shares = [(first := dice.randrange(40, 80), second := dice.randrange(8, 20), 100 - first - second) for _ in TYPES]
    lines = [
        Row(text(name), tuple(cell(f"{share}.{dice.randrange(10)}") for share in three))
        for name, three in zip(TYPES, shares, strict=True)
    ]
    book.add(Table(("<= 28 days %", "29 - 35 days %", ">= 36 days %"), tuple(lines), corner="Types of authority"))
