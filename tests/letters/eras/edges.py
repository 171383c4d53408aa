"""Which edge cases a letter of the corpus has, told from its words, figures and look before it is typeset; and a plan of all.

The cases are those that letters.md lists as met elsewhere. What is done to the pages afterwards is a case too, `~scan-200`.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from ombudsview.letters.fields import FIELDS, Unit
from tests.letters import names
from tests.letters.eras.book import Book, Lines, Para, Sides, Table
from tests.letters.eras.corpus import Order, book_of
from tests.letters.eras.look import Look, look_of
from tests.letters.eras.setters import wanting
from tests.letters.truth import Answer
from tests.letters.wording import Block, Text

_TRIES = 400
_WORDED = re.compile(r"\b(?:one|two|three|four|five|six|seven|eight|nine)\b")
_SAID = {"organisations": "similar organisations", "the Council": "by the Council"}
_REMARKED = {
    "late_remedy": "a late remedy",
    "public_report": "a public report",
    "poor_handling": "poor handling",
    "praise": "praise",
    "": "a remark that goes on",
}
_NAMED = ("London Borough of", "Royal Borough", "Isles", "'", "\N{RIGHT SINGLE QUOTATION MARK}")
_ALONE = tuple(name for some in names.UNCOMPARED.values() for name in some)


def edges(order: Order) -> frozenset[str]:
    """The edge cases that this letter has."""
    cases = _written(order.era, order.seed, order.held)
    return cases | {f"~{order.change}"} if order.change else cases


@cache
def _written(era: str, seed: int, held: bool) -> frozenset[str]:
    book, look = book_of(Order(era, "", seed, held=held)), look_of(random.Random(f"look {seed} {era}"))
    return frozenset((*_of_figures(book), *_of_words(book), *_of_look(book, look)))


def plan(
    seed: int, eras: Sequence[str], engines: Sequence[str], changes: Sequence[str], held: bool | None = None
) -> Iterator[Order]:
    """Of every layout each edge case that it can have, by each engine, in few letters; and each of these changes once by each.

    `held` None mixes kept-back wordings in.
    """
    able = tuple(engine for engine in engines if wanting(engine) is None)
    for era in eras:
        dice = (
            Order(era, "", seed * 1000 + number, held=held if held is not None else number % 3 == 2)
            for number in range(_TRIES)
        )
        known = {order: edges(order) for order in dice}
        met = Counter(case for cases in known.values() for case in cases)
        rare = sorted(met, key=lambda case: (met[case], case))
        for turn, engine in enumerate(able):
            chosen = list(_covering(rare, known, turn))
            yield from (replace(order, engine=engine) for order in chosen)
            yield from (
                replace(chosen[number % len(chosen)], engine=engine, change=change)
                for number, change in enumerate(changes)
            )


def uncovered(orders: Sequence[Order]) -> list[tuple[str, str, str]]:
    """Layout, engine and edge case: the case stands in a letter of that layout, but in none that this engine set."""
    engines = {order.engine for order in orders}
    there = {(order.era, order.engine, case) for order in orders for case in edges(order)}
    cases = {(era, case) for era, _, case in there}
    every = ((era, engine, case) for (era, case), engine in product(cases, engines))
    return sorted(one for one in every if one not in there)


def _covering(rare: Sequence[str], known: dict[Order, frozenset[str]], turn: int) -> Iterator[Order]:
    """Letters that have all cases together, the rarest first; another `turn` takes other letters where there are any."""
    missing = set(rare)
    for case in rare:
        if case in missing:
            some = sorted((order for order in known if case in known[order]), key=lambda order: order.seed)
            some = some[turn % len(some) :] + some[: turn % len(some)]
            best = max(some[:40], key=lambda order: len(known[order] & missing))
            missing -= known[best]
            yield best


def _of_figures(book: Book) -> Iterator[str]:
    for key, answer in book.answers.items():
        unit, printed = FIELDS[key].unit, answer.printed
        if unit is Unit.COUNT and any("," in text for text in printed):
            yield "thousands"
        if unit is Unit.PERCENT and any("." in text for text in printed):
            yield "a rate with a decimal"
        if unit is Unit.RATE and any(text.isdigit() for text in printed):
            yield "a whole rate by population"
        if unit is Unit.RATE and any("%" in text for text in printed):
            yield "a rate by population with a sign of per cent"
        if key in ("investigations", "compliance_outcomes") and "0" in (*answer.values, *answer.implied):
            yield f"no {key}"
        if key == "compliance_rate" and answer.values and answer.value != "100":
            yield "compliance below 100"
    yield from (f"{key.partition('@')[0]} contradicts itself" for key in book.doubtful)


def _of_words(book: Book) -> Iterator[str]:
    words = "\n".join(_words(book))
    yield from (case for case, said in _SAID.items() if said in words)
    known = [str(value) for value in book.answers["authority"].values]
    yield from (f"a name with {part}" for part in _NAMED if any(part in name for name in known))
    yield from (_REMARKED[kind] for kind in book.remark_kinds)
    if len([kind for kind in book.remark_kinds if kind]) > 1:
        yield "two remarks"
    if "late_remedy" in book.remark_kinds and "100" in book.answers.get("compliance_rate", Answer()).values:
        yield "a late remedy with full compliance"
    if book.answers["authority"].printed - set(known):
        yield "a name cut short"
    if any(name in known for name in _ALONE):
        yield "no average"
    if book.kind in ("annual-letter-2006", "annual-review-2009") and _WORDED.search(words.lower()):
        yield "a number as a word"
    if any(isinstance(part, Block) and not part.base for part in book.parts):
        yield "a block without figures"


def _of_look(book: Book, look: Look) -> Iterator[str]:
    if look.script != "plain":
        yield f"script {look.script}"
    if not any(isinstance(part, Table) for part in book.parts):
        return
    yield from (f"tables {look.rules}", f"pages {look.pages}", f"drawn {look.order}")
    if look.split != "no":
        yield f"a table goes on, {look.split}"
    if look.far >= 40:
        yield "headings far from figures"
    if look.joined:
        yield "a row drawn as one"


def _words(book: Book) -> Iterator[str]:
    for part in book.parts:
        texts: tuple[Text, ...] = ()
        match part:
            case Para():
                texts = (part.text,)
            case Lines():
                texts = part.lines
            case Sides():
                texts = (part.left, part.right)
            case Block():
                texts = (*part.sentences, *((part.base,) if part.base else ()))
                yield part.heading
        yield from ("".join(run.text for run in text) for text in texts)
