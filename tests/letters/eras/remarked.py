"""Which paragraphs about the authority itself a letter has, of which kinds, and where they stand."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from tests.letters.eras import kept_back, prose_remarks
from tests.letters.eras.book import Book
from tests.letters.eras.head import Who
from tests.letters.eras.numbers import WORDS

KINDS = ("late_remedy", "public_report", "poor_handling", "praise")
_SERVICES = (
    "adult social care",
    "housing allocations",
    "school admissions",
    "council tax recovery",
    "planning enforcement",
    "support for children with special needs",
)
_OTHER_SERVICES = ("planning enforcement", "customer services", "the care of its own land")
_MONTHS = ("April", "June", "July", "September", "October", "November", "January", "February")
_NO_REPORT = ("no report", "ended in a report", "issued none")
_HOW_MANY = (0, 0, 0, 0, 1, 1, 1, 1, 2, 2)
_GOES_ON, _FOR_ALL = (
    0.5,
    0.4,
)  # how often a remark goes on in a paragraph of its own, and how often what is told to all follows


@dataclass(frozen=True)
class Remark:
    """One paragraph. `place` is 0 behind the letter's opening, 1 at the end of its first section, -1 at the end of its last.

    `going_on` is a paragraph of its own that goes on about the authority, `for_all` one behind that which does not.
    """

    kind: str
    words: str
    place: int
    going_on: str = ""
    for_all: str = ""


class Remarks:
    """The remarks of one letter.

    Their dice are their own, thrown from how the letter's dice lie, so that none of those falls otherwise for a remark.
    """

    def __init__(self, book: Book, who: Who, dice: random.Random, held: bool) -> None:
        own = random.Random(repr(dice.getstate()))
        self._book = book
        kinds = own.sample(KINDS, own.choice(_HOW_MANY))
        self.left = [_remark(who, kind, own, held) for kind in kinds]
        self._reported = "public_report" in kinds
        later = random.Random(f"going on {own.getstate()!r}")
        self.left = [_with_more(remark, who, later, held) for remark in self.left]

    def section(self, place: int, last: int, *paragraphs: str) -> None:
        """The paragraphs of a section (0: the opening), and what is said there of the authority.

        A paragraph that there was no report gives way in a letter that tells of one.
        """
        for paragraph in paragraphs:
            if not (self._reported and any(words in paragraph for words in _NO_REPORT)):
                self._book.body(paragraph)
        self.put(place, last)

    def put(self, place: int, last: int) -> None:
        """What is said of the authority at that place, of places up to `last`; what has no place yet stands at the last."""
        here = {place, -1} if place == last else {place}
        for remark in [remark for remark in self.left if remark.place in here or place == last]:
            self.left.remove(remark)
            self._book.body(self._book.remark(remark.kind, remark.words))
            if remark.going_on:
                self._book.body(self._book.remark("", remark.going_on))
            if remark.for_all:
                self._book.body(remark.for_all)


def _remark(who: Who, kind: str, dice: random.Random, held: bool) -> Remark:
    words = dice.choice((kept_back.REMARKS if held else prose_remarks.REMARKS)[kind])
    said = _filled(words, who, kind, dice)
    return Remark(kind, said, dice.choice((0, 1, 1, -1)))


def _with_more(remark: Remark, who: Who, dice: random.Random, held: bool) -> Remark:
    """The remark with what stands behind it: more of the same, or what is told to all, or both, or neither."""
    prose = kept_back if held else prose_remarks
    going_on = _filled(dice.choice(prose.GOING_ON[remark.kind]), who, remark.kind, dice)
    for_all = _filled(dice.choice(prose.FOR_ALL), who, remark.kind, dice)
    return replace(
        remark,
        going_on=going_on if dice.random() < _GOES_ON else "",
        for_all=for_all if dice.random() < _FOR_ALL else "",
    )


def _filled(words: str, who: Who, kind: str, dice: random.Random) -> str:
    council = who.compared or "Council" in who.council
    said = words.format(
        name=who.council,
        body="council" if council else "authority",
        service=dice.choice(_SERVICES if council else _OTHER_SERVICES),
        two=dice.choice(WORDS[2:]),
        weeks=dice.randint(5, 40),
        days=dice.randint(31, 90) if kind != "praise" else dice.randint(10, 25),
        month=dice.choice(_MONTHS),
        money=f"£{dice.randint(3, 38) * 50:,}",
    )
    sentences = said.split(". ")
    return ". ".join(one[0].upper() + one[1:] for one in sentences)
