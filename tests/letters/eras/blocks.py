"""The three blocks of figures that letters carry from 2019 on: upheld, compliance, remedies, each with its base."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from tests.letters import names
from tests.letters.eras.book import Book, text
from tests.letters.eras.head import Who
from tests.letters.eras.numbers import percent_of
from tests.letters.wording import Block, Run, Text


@dataclass(frozen=True)
class Words:
    """The words that differ from year to year and from letter to letter."""

    similar: str = "authorities"
    body: str = "the authority"
    base: str = "detailed investigation"
    remedy_base: str = "detailed investigation"
    upheld: str = "{rate} of complaints we investigated were upheld."
    average: str = "This compares to an average of {rate} in similar {similar}."
    complied: str = "In {rate} of cases we were satisfied {body} had successfully implemented our recommendations."
    remedied: str = (
        "In {rate} of upheld cases we found {body} had provided a satisfactory remedy before the complaint reached the "
        "Ombudsman."
    )
    adjusted: str = "Adjusted for {authority}'s population, this is {rate} upheld decisions per 100,000 residents."
    adjusted_average: str = "The average for authorities of this type is {rate} upheld decisions per 100,000 residents."
    based: str = "Statistics are based on a total of {base} {thing} for the period between {start} to {end}"
    note: str | None = None


@dataclass(frozen=True)
class Year:
    """The figures behind the blocks; `silence` says how a block without cases looks: "zero", "sentence" or "empty"."""

    investigations: int
    upheld: int
    outcomes: int
    complied: int
    remedies: int
    silence: str
    decimals: int
    misprint: str = ""


def year_of(dice: random.Random, who: Who) -> Year:
    """Figures by dice."""
    small = not who.compared
    most = 6 if small else {"county": 150, "london": 160, "metropolitan": 200, "unitary": 120}.get(who.body_type, 20)
    investigations = dice.choice((0, 1, 2, dice.randint(1, most), dice.randint(1, most), dice.randint(most, most * 9)))
    upheld = dice.choice((0, investigations, dice.randint(0, investigations), dice.randint(0, investigations)))
    outcomes = dice.choice((0, 1, dice.randint(0, upheld + 2), dice.randint(0, upheld + 2)))
    return Year(
        investigations,
        upheld,
        outcomes,
        dice.choice((outcomes, outcomes, dice.randint(0, outcomes))),
        dice.choice((0, dice.randint(0, upheld), dice.randint(0, upheld // 4))),
        dice.choice(("zero", "zero", "sentence", "empty")),
        dice.choice((0, 0, 0, 1)),
        "upheld_rate" if dice.random() < 0.05 and investigations > 3 else "",
    )


def shifted(part: int, whole: int) -> int:
    """Another part of the whole, far enough to change a rounded rate."""
    step = max(whole // 10, 1)
    return part - step if part >= step else part + step


def filled(words: str, parts: dict[str, Run | str]) -> Text:
    """A sentence with runs in its braces."""
    out: list[Run | str] = []
    for number, piece in enumerate(words.replace("{", "}").split("}")):
        out.append(parts[piece] if number % 2 else piece)
    return text(*(piece for piece in out if piece != ""))


class Blocks:
    """Builds the blocks of one letter into its book."""

    def __init__(self, book: Book, who: Who, year: Year, words: Words, dice: random.Random) -> None:
        self.book, self.who, self.year, self.words, self.dice = book, who, year, words, dice
        averages = names.AVERAGES.get(who.body_type, (None, None, None))
        self.averages = dict(zip(("upheld_rate", "compliance_rate", "remedy_rate"), averages, strict=True))

    def rate(self, key: str, part: int, whole: int) -> Run:
        """A rate as printed; a misprinted one must be doubted."""
        if self.year.misprint == key:
            self.book.doubt(key)
            part = shifted(part, whole)
        return self.book.say(key, f"{percent_of(part, whole, self.year.decimals)}%", block=True)

    def average(self, key: str) -> list[Text]:
        """The average of similar bodies, where there is one."""
        average = self.averages[key]
        if average is None:
            return []
        printed = self.book.say(f"{key}_similar", f"{average}%", block=True)
        return [filled(self.words.average, {"rate": printed, "similar": self.words.similar})]

    def based(self, key: str, number: int, thing: str) -> Text:
        """The line that names the base and the period."""
        start, end = date(self.book.year - 1, 4, 1), date(self.book.year, 3, 31)
        return filled(
            self.words.based,
            {
                "base": self.book.say(key, f"{number:,}", block=True),
                "thing": thing if number == 1 else f"{thing}s",
                "start": self.book.say("period_start", f"1 April {start.year}", start.isoformat()),
                "end": self.book.say("period_end", f"31 March {end.year}", end.isoformat()),
            },
        )

    def silent(self, keys: Sequence[str], sentence: str, heading: str) -> Block:
        """A block that prints no figures, in words or in none."""
        for key in keys:
            self.book.imply(key, "0")
        said = (text(sentence),) if self.year.silence == "sentence" else ()
        return Block(heading, said, None, "", None, None, 0.0)

    def upheld(self, more: Callable[[], list[Text]] = list, before: Sequence[Text] = ()) -> Block:
        """The first block; `more` gives the sentences about the population."""
        year, heading = self.year, "Complaints upheld"
        if not year.investigations and year.silence != "zero":
            return self.silent(
                ("upheld_decisions", "investigations"), "There were no detailed investigations in this period.", heading
            )
        lines: list[Text] = list(before)
        if year.investigations:
            rate = self.rate("upheld_rate", year.upheld, year.investigations)
            lines.append(filled(self.words.upheld, {"rate": rate}))
        lines += [*self.average("upheld_rate"), *more()]
        count = None if before else text(self.book.say("upheld_decisions", f"{year.upheld:,}", block=True))
        label = "upheld decision" if year.upheld == 1 else "upheld decisions"
        base = self.based("investigations", year.investigations, self.words.base)
        return Block(heading, tuple(lines), count, label, base, None, 0.0)

    def compliance(self) -> Block:
        """The second block."""
        year, heading = self.year, "Compliance with Ombudsman recommendations"
        if not year.outcomes and year.silence != "zero":
            return self.silent(
                ("compliance_outcomes",), "No recommendations were due for compliance in this period.", heading
            )
        lines: list[Text] = []
        if year.outcomes:
            rate = self.rate("compliance_rate", year.complied, year.outcomes)
            lines.append(filled(self.words.complied, {"rate": rate, "body": self.words.body}))
        lines += self.average("compliance_rate")
        base = self.based("compliance_outcomes", year.outcomes, "compliance outcome")
        return Block(heading, tuple(lines), None, "", base, text(self.words.note) if self.words.note else None, 0.0)

    def remedies(self) -> Block:
        """The third block."""
        year, heading = self.year, f"Satisfactory remedies provided by {self.words.body}"
        if not year.upheld and year.silence != "zero":
            return self.silent(
                ("satisfactory_remedies", "remedy_base"), "No complaints were upheld in this period.", heading
            )
        lines: list[Text] = []
        if year.upheld:
            rate = self.rate("remedy_rate", year.remedies, year.upheld)
            lines.append(filled(self.words.remedied, {"rate": rate, "body": self.words.body}))
        lines += self.average("remedy_rate")
        count = text(self.book.say("satisfactory_remedies", f"{year.remedies:,}", block=True))
        label = "satisfactory remedy decision" if year.remedies == 1 else "satisfactory remedy decisions"
        return Block(
            heading,
            tuple(lines),
            count,
            label,
            self.based("remedy_base", year.upheld, self.words.remedy_base),
            None,
            0.0,
        )
