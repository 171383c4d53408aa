"""The test letters: named edge cases first, then a seeded sweep; each typeset by one engine in one style."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tests.letters import drawn, flowed, pages
from tests.letters.facts import Facts
from tests.letters.fillers import APPENDIX, REPORT, paper
from tests.letters.style import Style
from tests.letters.sweep import edge_cases, facts_of, style_of
from tests.letters.truth import Answers, answers
from tests.letters.wording import content

Change = Callable[[bytes], bytes]
ENGINES = {"drawn": drawn.typeset, "flowed": flowed.typeset}


@dataclass(frozen=True)
class Letter:
    """One letter: what it says, how it looks, which engine sets it, and what is done to its pages afterwards."""

    name: str
    facts: Facts
    style: Style
    engine: str
    seed: int = 0
    change: str = ""

    @property
    def answers(self) -> Answers:
        """The right reading."""
        return answers(self.facts)

    def pdf(self) -> bytes:
        """The letter typeset."""
        return CHANGES[self.change](_typeset(self))


@cache
def _typeset(letter: Letter) -> bytes:
    return engine(letter.engine)(content(letter.facts), letter.style, letter.seed)


def engine(name: str) -> Callable[..., bytes]:
    """A typesetting engine by its name; "web" is imported on demand because it needs libraries of the system."""
    if name == "web":
        from tests.letters import webbed

        return webbed.typeset
    return ENGINES[name]


CHANGES: dict[str, Change] = {
    "": lambda pdf: pdf,
    "turned-90": lambda pdf: pages.turned(pdf, 90),
    "turned-180": lambda pdf: pages.turned(pdf, 180),
    "turned-270": lambda pdf: pages.turned(pdf, 270),
    "counter-turned-90": lambda pdf: pages.counter_turned(pdf, 90),
    "counter-turned-180": lambda pdf: pages.counter_turned(pdf, 180),
    "counter-turned-270": lambda pdf: pages.counter_turned(pdf, 270),
    "cropped": pages.cropped,
    "cropped-turned-90": lambda pdf: pages.turned(pages.cropped(pdf), 90),
    "cropped-turned-180": lambda pdf: pages.turned(pages.cropped(pdf), 180),
    "cropped-turned-270": lambda pdf: pages.turned(pages.cropped(pdf), 270),
}


@dataclass(frozen=True)
class Bundle:
    """One file: letters and other papers (None: a report before, an appendix after) in their order."""

    name: str
    parts: tuple[Letter | bytes, ...] = field(repr=False)

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters in the file."""
        return tuple(part for part in self.parts if isinstance(part, Letter))

    def pdf(self) -> bytes:
        """The whole file."""
        parts = [part.pdf() if isinstance(part, Letter) else part for part in self.parts]
        return parts[0] if len(parts) == 1 else pages.bound(parts)

    def spans(self) -> tuple[tuple[int, int], ...]:
        """The first and last page of each letter, from 1."""
        spans, first = [], 1
        for part in self.parts:
            last = first + pages.page_count(part.pdf() if isinstance(part, Letter) else part) - 1
            if isinstance(part, Letter):
                spans.append((first, last))
            first = last + 1
        return tuple(spans)


def letters(seed: int, count: int) -> Iterator[Letter]:
    """`count` letters: the edge cases, each by both engines and with every change in turn, then a sweep of dice."""
    dice = random.Random(seed)
    changes = [change for change in CHANGES if change]
    for number, (name, facts) in zip(range(count), _endless(edge_cases(), dice), strict=False):
        setter = ("drawn", "flowed")[(number + number // len(edge_cases())) % 2]
        change = changes[number // 3 % len(changes)] if number % 3 == 2 else ""
        style = style_of(dice, number)
        label = "-".join(part for part in (f"{number:04d}", name, setter, change) if part)
        yield Letter(label, facts, style, setter, seed + number, change)


def _endless(cases: dict[str, Facts], dice: random.Random) -> Iterator[tuple[str, Facts]]:
    yield from cases.items()
    number = 0
    while True:
        yield f"sweep{number}", facts_of(dice)
        number += 1


def bundles(seed: int = 7) -> tuple[Bundle, ...]:
    """Files with several letters, and letters among a committee's papers."""
    some = list(letters(seed, 8))
    report, appendix = paper(REPORT, 2), paper(APPENDIX)
    return (
        Bundle("two-letters", (some[0], some[3])),
        Bundle("report-letter-appendix", (report, some[1], appendix)),
        Bundle("report-letters-appendix", (report, some[2], some[4], some[6], appendix)),
    )
