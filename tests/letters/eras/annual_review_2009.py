"""The annual reviews of 2009 and 2010, the letter of 2011, and the short letters of 2012 and 2013."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.letters.eras import kept_back, prose_2009
from tests.letters.eras.annual_letter_2006 import NOT_FOR_DISTRICTS, SUBJECTS, TYPES
from tests.letters.eras.book import Book, Break, Group, Row, Table, text
from tests.letters.eras.head import Who, address, dated, imply_start, period, salutation, signed, who_of, year_name
from tests.letters.eras.matrix import ZEROES, at, cell, figure, figures, misprinted
from tests.letters.eras.numbers import spread, total_of, worded
from tests.letters.eras.remarked import Remarks
from tests.letters.wording import Text

OUTCOMES = {
    "mi_reports": "MI reps",
    "local_settlement": "LS",
    "m_reports": "M reps",
    "nm_reports": "NM reps",
    "no_maladministration": "No mal",
    "ombudsmans_discretion": "Omb disc",
    "outside_jurisdiction": "Outside jurisdiction",
}
ADVICE = (
    "Advice given",
    "Forwarded to the investigative team (resubmitted prematures)",
    "Forwarded to the investigative team (new)",
)
SIGNATORIES = ("Tony Redmond", "Anne Seex", "Jane Martin", "Dr Jane Martin")
ENDINGS = ("Local Government Ombudsman",)


def write(dice: random.Random, held: bool) -> Book:
    """A letter of one of the five years."""
    book = Book("annual-review-2009", dice.choice((2009, 2010, 2010, 2011, 2011, 2012, 2013)))
    who = who_of(dice, postal=True)
    match book.year:
        case 2009 | 2010:
            _review(book, who, dice, held)
        case 2011:
            _letter(book, who, dice, held)
        case _:
            _short(book, who, dice, held)
    return book


def _review(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    """A cover page, numbered sections, appendices; no addressee."""
    name = year_name(book.year)
    book.heading("The Local Government Ombudsman's", look="cover")
    book.heading(book.say("title", "Annual Review", None, f"Annual Review {name}"), look="cover")
    book.heading(book.say("authority", who.council), look="cover")
    book.heading("for the year ended", look="cover")
    book.heading(period(book, "long"), look="cover")
    book.add(Break())
    total = total_of(dice, who.body_type)
    book.heading("Section 1: Complaints about ", book.say("authority", who.council), f" {name}", look="title")
    book.heading("Introduction")
    book.body(prose_2009.INTRODUCTION.format(year=name))
    _prose(book, who, dice, held, total)
    book.lines(
        [
            text(book.say("signatory", dice.choice(SIGNATORIES[:2]))),
            text(book.say("signatory_role", ENDINGS[0])),
            text(dated(book, date(book.year, 6, 12) + timedelta(days=dice.randrange(20)))),
        ]
    )
    book.heading("Section 2: LGO developments", look="title")
    book.body(prose_2009.DEVELOPMENTS)
    book.heading("Appendix 1: Notes to assist interpretation of the statistics", look="title")
    book.body(prose_2009.NOTES)
    _tables(book, who, dice, held, total)


def _letter(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    """2011: a letter again, its tables behind it."""
    _head(book, who, dice, date(2011, 6, 20))
    title = dice.choice(("Annual Review Letter", "Annual Review 2010/11", "Annual Letter 2010/11"))
    book.heading(book.say("title", title), look="title")
    book.body(
        "I write with our yearly summary of the complaints about your authority for the year ended ",
        period(book, "long"),
        ".",
    )
    total = total_of(dice, who.body_type)
    _prose(book, who, dice, held, total)
    book.heading("Communicating decisions")
    book.body(prose_2009.COMMUNICATING)
    book.heading("Extended powers")
    book.body(prose_2009.POWERS)
    signed(book, dice.choice(SIGNATORIES[1:]), ENDINGS)
    _tables(book, who, dice, held, total)


def _short(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    """2012 and 2013: hardly a page, with three kinds of decision or with one total beside averages."""
    _head(book, who, dice, date(book.year, 7, 4))
    year = year_name(book.year)
    title = dice.choice(("Annual Review Letter", f"Annual Review letter {year}", f"Annual Letter {year}"))
    book.heading(book.say("title", title), look="title")
    book.body(
        "I am writing with our summary of complaints about your authority for the year ended ",
        period(book, "long"),
        ".",
    )
    imply_start(book)
    total = total_of(dice, who.body_type)
    if dice.random() < 0.5:
        _total_only(book, dice, held, total)
    else:
        _three_kinds(book, dice, held, total)
    remarks = Remarks(book, who, dice, held)
    remarks.put(0, 1)
    book.heading("Changes to our role")
    remarks.section(1, 1, prose_2009.CHANGES)
    signed(
        book, "Dr Jane Martin", ("Local Government Ombudsman", "Chair, Commission for Local Administration in England")
    )


def _total_only(book: Book, dice: random.Random, held: bool, total: int) -> None:
    words = kept_back.TOTAL_2013 if held else prose_2009.TOTAL
    before, after = dice.choice(words).split("{total}")
    book.body(before, book.say("received.total", f"{total:,}"), after)
    averages = {kind: dice.randrange(4, 90) for kind in TYPES[:5]}
    book.body(", ".join(f"{kind} {number}" for kind, number in averages.items()) + ".")


def _three_kinds(book: Book, dice: random.Random, held: bool, total: int) -> None:
    book.body(
        "In the year we received ",
        book.say("received.total", f"{total:,}"),
        " enquiries and complaints about your authority.",
    )
    parts = spread(dice, max(total - dice.randrange(0, 5), 0), 3)
    heads = kept_back.DECISIONS_2012 if held else ("Not investigated", "Investigated", "Report", "Total")
    cells = (*(cell(str(part)) for part in parts), figure(book, "decided.total", sum(parts)))
    book.heading("Decisions")
    book.add(Table(tuple(heads), (Row((), cells),), labelled=False))


def _head(book: Book, who: Who, dice: random.Random, first: date) -> None:
    book.lines([text(dated(book, first + timedelta(days=dice.randrange(20))))], side=dice.choice(("left", "right")))
    book.lines(address(book, who))
    reference = f"{dice.choice(('AS', 'JM'))}/{dice.randrange(1000, 9999)}"
    book.lines(
        [text("Our ref: ", book.say("reference", reference)), text("(Please quote our reference when contacting us)")]
    )
    salutation(book, who)


def _prose(book: Book, who: Who, dice: random.Random, held: bool, total: int) -> None:
    words = kept_back.PROSE_2009 if held else prose_2009.PROSE
    book.heading("Enquiries and complaints received")
    said = total
    if dice.random() < 0.12:
        said += dice.choice((1, 2, 5))
        book.doubt("received.total")
    before, after = dice.choice(words["volume"]).split("{total}")
    fill = {
        "few": worded(dice.randrange(2, 10)),
        "more": worded(dice.randrange(2, 10)),
        "rate": f"{dice.randrange(18, 40)}.{dice.randrange(1, 9)}",
    }
    book.body(before, book.echo("received.total", worded(said)), after.format(**fill))
    remarks = Remarks(book, who, dice, held)
    remarks.put(0, len(words["rest"]))
    for number, (heading, paragraphs) in enumerate(words["rest"], 1):
        book.heading(heading)
        remarks.section(number, len(words["rest"]), dice.choice(paragraphs).format(**fill))


def _tables(book: Book, who: Who, dice: random.Random, held: bool, total: int) -> None:
    book.add(Break(wide=True))
    book.heading(
        "Appendix 2: Local authority report - ", book.say("authority", who.cut_short, who.council), look="title"
    )
    book.heading("For the period ending - ", period(book, "full"), look="title")
    imply_start(book)
    book.heading("Table 1. LGO Advice Team: Enquiries and complaints received")
    book.add(_advice(book, who, dice, held, total))
    book.heading("Table 2. Investigative Team: Decisions")
    book.add(_decisions(book, dice, held))
    if dice.random() < 0.8:
        _response(book, dice)


def _advice(book: Book, who: Who, dice: random.Random, held: bool, total: int) -> Table:
    """Rows of what became of the enquiries, columns of subjects; only the last row is the letter's figures."""
    small = who.body_type == "district" and dice.random() < 0.7
    subjects = {key: words for key, words in SUBJECTS.items() if not (small and key in NOT_FOR_DISTRICTS)}
    first = dice.choice(("Formal/informal premature complaints", "Formal/informal prematures", "Premature complaints"))
    labels = (first, *(kept_back.ADVICE_2009 if held else ADVICE))
    zero = dice.choice(ZEROES)
    rows = [spread(dice, part, len(subjects)) for part in spread(dice, total, len(labels))]
    columns = [sum(column) for column in zip(*rows, strict=True)]
    keys = [f"received.{key}" for key in (*subjects, "total")]
    printed = misprinted(book, dice, "received.total", total, 0.03)
    last = figures(book, keys, [*columns, printed], book.year, zero)
    table = [
        Row(text(label), tuple(_free(part, zero) for part in (*row, sum(row))))
        for label, row in zip(labels, rows, strict=True)
    ]
    return Table((*subjects.values(), "Total"), (*table, Row(text("Total"), last)))


def _free(number: int, zero: str) -> Text:
    """A figure that is none of the fields."""
    return cell(f"{number:,}" if number else zero)


def _decisions(book: Book, dice: random.Random, held: bool) -> Table:
    outcomes = kept_back.OUTCOMES_2006 if held else OUTCOMES
    names = dict(outcomes)
    if dice.random() < 0.3:
        names["premature"] = "Premature complaints"
    parts = spread(dice, dice.randint(0, 80), len(names))
    total = misprinted(book, dice, "decided.total", sum(parts), 0.03)
    keys = [f"decided.{key}" for key in (*names, "total")]
    cells = figures(book, keys, [*parts, total], book.year, dice.choice(ZEROES))
    label = dice.choice((f"{book.year - 1} / {book.year}", year_name(book.year), "Decisions"))
    return Table((*names.values(), "Total"), (Row(text(label), cells),))


def _response(book: Book, dice: random.Random) -> None:
    book.heading("Response times", look="title")
    rows = []
    for end in (book.year, book.year - 1, book.year - 2):
        number = dice.randrange(1, 60)
        days = f"{dice.randrange(8, 70)}.{dice.randrange(10)}"
        label = f"1/04/{end - 1} / 31/03/{end}" if end == book.year else f"{end - 1} / {end}"
        count = figure(book, at("first_enquiries", end, book), number)
        rows.append(Row(text(label), (count, text(book.say(at("first_enquiries_days", end, book), days)))))
    start = book.say("period_start", f"1/04/{book.year - 1}", date(book.year - 1, 4, 1).isoformat())
    rows[0] = Row(text(start, " / ", period(book, "full")), rows[0].cells)
    heads = ("No. of First Enquiries", "Avg no. of days to respond")
    book.add(Table(heads, tuple(rows), corner="Response times", groups=(Group("FIRST ENQUIRIES", 0, 1),)))
    comparative = book.say("period_start", f"01/04/{book.year - 1}", date(book.year - 1, 4, 1).isoformat())
    book.heading("Provisional comparative response times ", comparative, " to ", period(book, "full"), look="title")
    shares = [(first := dice.randrange(40, 80), second := dice.randrange(8, 20), 100 - first - second) for _ in TYPES]
    lines = [
        Row(text(kind), tuple(cell(str(share)) for share in three)) for kind, three in zip(TYPES, shares, strict=True)
    ]
    book.add(Table(("<= 28 days %", "29 - 35 days %", ">= 36 days %"), tuple(lines), corner="Types of authority"))
