"""The letters of 2014 to 2018: a page of prose, then wide matrices of what was received and what was decided."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.letters.eras import kept_back, prose_2014
from tests.letters.eras.blocks import shifted
from tests.letters.eras.book import Book, Break, Group, Para, Row, Table, text
from tests.letters.eras.head import Who, address, dated, imply_start, period, salutation, signed, who_of
from tests.letters.eras.matrix import ZEROES, cell, figure, figures, misprinted
from tests.letters.eras.numbers import percent_of, spread, total_of
from tests.letters.eras.remarked import Remarks
from tests.letters.wording import Text

RECEIVED = {
    "adult_care": ("Adult Care Services", "Adult Social Care"),
    "benefits_and_tax": ("Benefits and Tax",),
    "corporate_and_other": ("Corporate and Other Services",),
    "education_and_children": (
        "Education and Children's Services",
        "Education and Children\N{RIGHT SINGLE QUOTATION MARK}s Services",
    ),
    "environment": (
        "Environment Services",
        "Environmental Services & Public Protection & Regulation",
        "Environmental Services, Public Protection and Regulation",
    ),
    "highways_and_transport": ("Highways and Transport", "Highways & Transport"),
    "housing": ("Housing",),
    "planning_and_development": ("Planning and Development", "Planning & Development"),
    "other": ("Other",),
}
CLOSED = {
    "incomplete_or_invalid": "Incomplete or Invalid",
    "advice_given": "Advice Given",
    "referred_back": "Referred back for Local Resolution",
    "closed_after_initial_enquiries": "Closed After Initial Enquiries",
}


@dataclass(frozen=True)
class Outcome:
    """The figures of a year's decisions."""

    closed: tuple[int, ...]
    not_upheld: int
    upheld: int
    zero: str

    @property
    def investigated(self) -> int:
        """Detailed investigations."""
        return self.not_upheld + self.upheld

    @property
    def total(self) -> int:
        """All decisions."""
        return sum(self.closed) + self.investigated


def outcome_of(dice: random.Random, who: Who) -> Outcome:
    """Decisions by dice."""
    total = total_of(dice, who.body_type)
    *closed, not_upheld, upheld = spread(dice, total, 6)
    if dice.random() < 0.1:
        not_upheld = upheld = 0
    return Outcome(tuple(closed), not_upheld, upheld, dice.choice(ZEROES))


def write(dice: random.Random, held: bool) -> Book:
    """A letter of one of the five years."""
    book = Book("tables-2014", dice.choice((2014, 2015, 2016, 2017, 2018)))
    who = who_of(dice)
    _letter(book, who, dice, held)
    outcome = outcome_of(dice, who)
    book.add(Break(wide=True))
    report_head(book, who, dice)
    matrices(book, who, outcome, dice, held)
    if book.year >= 2016:
        _remedied(book, outcome, dice, held)
    if book.year == 2018 and dice.random() < 0.9:
        compliance(book, who, dice, held)
    return book


def _letter(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    words = kept_back.PROSE_2014 if held else prose_2014.PROSE
    book.lines(
        [text(dated(book, date(book.year, 7, 3) + timedelta(days=dice.randrange(25))))],
        side=dice.choice(("left", "right")),
    )
    if dice.random() < 0.7:
        book.lines(["By email"])
    book.lines(address(book, who))
    salutation(book, who)
    title = dice.choice((f"Annual Review Letter {book.year}", f"Annual Review letter {book.year}"))
    book.heading(book.say("title", title), look="title")
    before, after = dice.choice(words["opening"]).split("{period}")
    book.body(before, period(book, "long"), after)
    remarks = Remarks(book, who, dice, held)
    remarks.put(0, len(words["rest"]))
    for number, (heading, paragraphs) in enumerate(words["rest"], 1):
        book.heading(heading)
        remarks.section(number, len(words["rest"]), dice.choice(paragraphs))
    early = book.year < 2017
    office = "Local Government Ombudsman" if book.year < 2017 else "Local Government and Social Care Ombudsman"
    name = "Dr Jane Martin" if early else "Michael King"
    signed(book, name, (office, "Chair, Commission for Local Administration in England"))


def report_head(book: Book, who: Who, dice: random.Random) -> None:
    """What stands over the tables: the body's name again and the period's end."""
    imply_start(book)
    colon = dice.choice((": ", " - ", ": "))
    book.heading(f"Local Authority Report{colon}", book.say("authority", who.council))
    book.heading(f"For the Period Ending{colon}", period(book, dice.choice(("full", "full", "short"))), look="title")
    if dice.random() < 0.7:
        book.body("How to read these figures is explained on our website, www.lgo.example/statistics.")


def matrices(book: Book, who: Who, outcome: Outcome, dice: random.Random, held: bool) -> None:
    """The two tables that every letter of 2014 to 2019 has."""
    label = dice.choice((None, who.council, f"{who.council}"))
    book.heading("Complaints and enquiries received")
    book.add(_received(book, who, dice, held, label))
    if dice.random() < 0.25:
        book.add(Break(wide=True))
    book.heading("Decisions made")
    book.add(_decided(book, dice, outcome, held, label))
    if dice.random() < 0.5:
        book.add(Para("small", text(prose_2014.NOTE)))


def _label(book: Book, name: str | None) -> Text:
    return text(book.say("authority", name)) if name else ()


def _received(book: Book, who: Who, dice: random.Random, held: bool, label: str | None) -> Table:
    heads = kept_back.received_2014(RECEIVED) if held else {key: dice.choice(words) for key, words in RECEIVED.items()}
    if who.body_type == "district" and dice.random() < 0.2:
        for key in ("adult_care", "education_and_children"):
            heads.pop(key)
    total = total_of(dice, who.body_type)
    parts = spread(dice, total, len(heads))
    printed = misprinted(book, dice, "received.total", total, 0.05)
    keys = [f"received.{key}" for key in (*heads, "total")]
    cells = figures(book, keys, [*parts, printed], book.year, dice.choice(ZEROES))
    corner = dice.choice(("", "Authority")) if label else ""
    return Table((*heads.values(), "Total"), (Row(_label(book, label), cells),), corner, label is not None)


def _decided(book: Book, dice: random.Random, outcome: Outcome, held: bool, label: str | None) -> Table:
    """Four outcomes, then the two of detailed investigations, whose group may hold the uphold rate too; the total last."""
    over, rate_head = (
        kept_back.DECIDED_2014 if held else ("Detailed Investigations", dice.choice(("Uphold Rate", "Uphold Rate (%)")))
    )
    keys = [f"decided.{key}" for key in (*CLOSED, "not_upheld", "upheld")]
    cells = [*figures(book, keys, [*outcome.closed, outcome.not_upheld, outcome.upheld], book.year, outcome.zero)]
    heads = [*CLOSED.values(), "Not Upheld", "Upheld"]
    book.imply("upheld_decisions", str(outcome.upheld))
    book.imply("investigations", str(outcome.investigated))
    printed = misprinted(book, dice, "decided.total", outcome.total, 0.05)
    total = figure(book, "decided.total", printed)
    rate = rate_cell(book, dice, outcome, "(%)" not in rate_head)
    if dice.random() < 0.75:
        heads, cells = [*heads, rate_head, "Total"], [*cells, rate, total]
        group = Group(over, 4, dice.choice((5, 6)))
    else:
        heads, cells = [*heads, "Total", rate_head], [*cells, total, rate]
        group = Group(over, 4, 5)
    return Table(tuple(heads), (Row(_label(book, label), tuple(cells)),), "", label is not None, (group,))


def rate_cell(book: Book, dice: random.Random, outcome: Outcome, sign: bool) -> Text:
    """The uphold rate: a misprinted one contradicts its counts; without investigations there is none, whatever is printed."""
    if not outcome.investigated:
        return cell(dice.choice(("", "-", "N/A")))
    decimals = dice.choice((0, 0, 0, 1))
    part = outcome.upheld
    if dice.random() < 0.04 and outcome.investigated > 3:
        part = shifted(part, outcome.investigated)
        book.doubt("upheld_rate")
    printed = percent_of(part, outcome.investigated, decimals)
    return text(book.say("upheld_rate", f"{printed}%" if sign else printed, block=True))


def _remedied(book: Book, outcome: Outcome, dice: random.Random, held: bool) -> None:
    by_us, by_you = spread(dice, outcome.upheld, 3)[:2]
    ours = "by LGO" if book.year < 2018 else "by LGSCO"
    heads = kept_back.REMEDIED_2016 if held else (ours, dice.choice(prose_2014.REMEDIED))
    cells = figures(
        book,
        ["remedied.by_ombudsman", "remedied.by_authority"],
        [by_us, by_you],
        book.year,
        dice.choice(("0", "0", "-")),
    )
    book.heading("Complaints Remedied")
    book.add(Table(tuple(heads), (Row((), cells),), labelled=False))
    book.imply("satisfactory_remedies", str(by_you))


def compliance(book: Book, who: Who, dice: random.Random, held: bool) -> None:
    """Complaints in which compliance was recorded, and how it went."""
    number = dice.choice((0, 1, dice.randint(1, 30), dice.randint(1, 30)))
    late, refused = (
        (0, 0) if number == 0 else (dice.randint(0, number // 4), dice.choice((0, 0, dice.randint(0, number // 5))))
    )
    done = number - late - refused
    rate = (
        text(book.say("compliance_rate", f"{percent_of(done + late, number)}%", block=True))
        if number
        else cell(dice.choice(("", "-")))
    )
    keys = ["compliance_outcomes", "compliance.on_time", "compliance.late", "compliance.not_complied"]
    cells = figures(book, keys, [number, done, late, refused], book.year, "0")
    heads = kept_back.COMPLIANCE_2018 if held else prose_2014.COMPLIANCE
    book.heading("Compliance with Ombudsman recommendations")
    book.add(Table(tuple(heads), (Row((), (*cells, rate)),), labelled=False))
