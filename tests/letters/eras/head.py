"""Who writes to whom: the head of a letter of any era, and its signature."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from tests.letters import names
from tests.letters.eras.book import Book, text
from tests.letters.facts import Person, long_date
from tests.letters.wording import Run, Text

OLD_POSTAL = (
    ("Civic Offices", "14 High Street", "Wraxmere", "WX2 7QR"),
    ("Town Hall", "The Broadway", "FENHOLME", "FN1 1AA"),
    ("PO Box 212", "Castle Hill", "Merrow MW9 3ZZ"),
)


@dataclass(frozen=True)
class Who:
    """The body written to, and the person."""

    council: str
    body_type: str
    person: Person
    role: str
    postal: tuple[str, ...]

    @property
    def compared(self) -> bool:
        """Whether there is an average for such bodies."""
        return self.body_type in names.COMPARED

    @property
    def cut_short(self) -> str:
        """The name as old statistics titles cut it."""
        name = self.council
        for whole, short in (
            (" Borough Council", ""), (" District Council", ""), (" County Council", ""), (" City Council", ""),
            (" Metropolitan", " Met"), ("London Borough of ", "LB "), (" and ", " & "), ("Authority", "Auth"),
        ):  # fmt: skip
            name = name.replace(whole, short)
        return (name if len(name) <= 22 else name[:22]).strip()


def who_of(dice: random.Random, postal: bool = False) -> Who:
    """A body by dice; one without averages now and then."""
    kinds = names.COMPARED if dice.random() < 0.85 else names.UNCOMPARED
    body_type = dice.choice(sorted(kinds))
    place = dice.choice(OLD_POSTAL) if postal or dice.random() < 0.3 else ()
    return Who(dice.choice(kinds[body_type]), body_type, dice.choice(names.PEOPLE), dice.choice(names.ROLES), place)


def dated(book: Book, day: date) -> Run:
    """The letter's date."""
    return book.say("letter_date", long_date(day), day.isoformat())


def address(book: Book, who: Who) -> tuple[Text, ...]:
    """Name, role, body, and where it lives."""
    return (
        text(book.say("addressees", who.person.name, (who.person.name,))),
        text(book.say("addressee_role", who.role)),
        text(book.say("authority", who.council)),
        *(text(line) for line in who.postal),
    )


def salutation(book: Book, who: Who) -> None:
    """The greeting, which prints the name again."""
    book.body("Dear ", book.say("addressees", who.person.name, (who.person.name,)))


def period(book: Book, form: str) -> Run:
    """The end of the period: "long" (31 March 2007), "short" (31/03/07), "full" (31/03/2007)."""
    end = date(book.year, 3, 31)
    printed = {"long": long_date(end), "short": f"{end:%d/%m/%y}", "full": f"{end:%d/%m/%Y}"}[form]
    return book.say("period_end", printed, end.isoformat())


def period_row(book: Book) -> Text:
    """The label of this year's row: 01/04/06 - 31/03/07."""
    start = date(book.year - 1, 4, 1)
    return text(book.say("period_start", f"{start:%d/%m/%y}", start.isoformat()), " - ", period(book, "short"))


def imply_start(book: Book) -> None:
    """A letter that prints no first day lets it be worked out."""
    book.imply("period_start", date(book.year - 1, 4, 1).isoformat())


def signed(book: Book, name: str, roles: tuple[str, ...]) -> None:
    """The end of a letter."""
    book.body("Yours sincerely")
    whole = [" ".join(roles), ", ".join(roles), "; ".join(roles)] if len(roles) > 1 else []
    lines = [text(book.say("signatory", name))]
    for number, role in enumerate(roles):
        run = book.say("signatory_role", role, roles[0], *whole) if number == 0 else book.echo("signatory_role", role)
        lines.append(text(run))
    for joined in whole:
        book.echo("signatory_role", joined)
    book.lines(lines)


def year_name(end: int, slash: bool = True) -> str:
    """2006/07 for the year that ended in 2007."""
    return f"{end - 1}{'/' if slash else '-'}{end % 100:02d}"
