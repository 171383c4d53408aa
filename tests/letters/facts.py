"""What a test letter declares: who wrote to whom, when, with which figures, and how the letter words and lays it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Person:
    """One addressee: the name as the address prints it, and a role of their own where nobody shares it."""

    name: str
    role: str | None = None


@dataclass(frozen=True)
class Measure:
    """The figures of one block. Rates are as printed, without the sign; None is not printed.

    `silence` says how a block without cases is printed: "zero" prints a nought, "sentence" says it in words, "empty" leaves
    the heading alone.
    """

    rate: str | None
    average: str | None
    base: int
    count: int | None = None
    silence: str = "zero"

    @property
    def silent(self) -> bool:
        """Whether the block prints no figures at all."""
        return self.rate is None and self.silence in ("sentence", "empty")


@dataclass(frozen=True)
class Wording:
    """The words that differ from year to year and from letter to letter."""

    similar: str = "authorities"
    body: str = "the authority"
    remedy_base: str = "detailed investigation"
    joiner: str = "&"
    share_line: bool = True
    by_email: bool = True
    header: str | None = "short"  # "For the period ending: 31/03/20"; "long" prints 2020; None leaves it out
    running: bool = False  # the council and the title at the top of every page after the first
    date_side: str = "left"  # "right" puts date and reference beside the address
    prose: int = 2  # 0 to 3: how much is said before the signature
    remark: bool = False  # a paragraph about this authority, with rates that are none of the fields
    note: bool = True  # the reminder under the compliance block


@dataclass(frozen=True)
class Facts:
    """One letter. `year` is that of the period's end; `shared_role` stands under all the addressees."""

    council: str
    body_type: str
    people: tuple[Person, ...]
    shared_role: str | None
    letter_date: date
    published: date
    year: int
    upheld: Measure
    compliance: Measure
    remedies: Measure
    known_as: str | None = None  # the name above the blocks where it is not that of the address
    reference: str | None = None
    postal: tuple[str, ...] = ()
    signatory: str = "Rosalind Tarrant"
    signatory_role: tuple[str, ...] = (
        "Local Government and Social Care Ombudsman",
        "Chair, Commission for Local Administration in England",
    )
    wording: Wording = field(default_factory=Wording)

    @property
    def title(self) -> str:
        """The heading of the letter, named after the year of issue."""
        return f"Annual Review letter {self.letter_date.year}"


def percent(part: int, whole: int, decimals: int = 0) -> str:
    """A rate rounded half up, as letters print it: `79`, `68.8`."""
    scale = 10**decimals
    scaled = (200 * scale * part + whole) // (2 * whole)
    return f"{scaled // scale}.{scaled % scale:0{decimals}d}" if decimals else str(scaled)


def long_date(day: date) -> str:
    """`22 July 2020`."""
    return f"{day.day} {day:%B} {day.year}"
