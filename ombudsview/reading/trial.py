"""A rule tried on letters that are kept: what it would find in each, beside what is recorded. Nothing is changed by trying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from ombudsview.letters.fields import FIELDS, Value
from ombudsview.letters.rule import Rule, literals
from ombudsview.paper.paper import Paper
from ombudsview.reading.evidence import alike
from ombudsview.reading.identify import Found, find_letters
from ombudsview.reading.model import Reading, Source
from ombudsview.reading.taught import by_rules

_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Stored:
    """A letter of the record: its name there and for people, its paper and newest reading."""

    letter: str
    name: str
    paper: Paper
    reading: Reading


class Outcome(StrEnum):
    """What a rule does in one letter."""

    SAME = "same"  # finds what is recorded
    FOUND = "found"  # finds a figure where none is recorded
    CHANGED = "changed"  # finds another than is recorded, and reading again would take it
    AGAINST = "against"  # finds another than is recorded, though the program's own finders would still be believed
    UNSURE = "unsure"  # finds places that say different things
    NOTHING = "nothing"  # finds nothing
    OTHER_KIND = "other_kind"  # the rule is not for such letters


@dataclass(frozen=True)
class Tried:
    """One letter: what is recorded for the field, what the rule finds (canonical, and as printed), and the places."""

    letter: str
    name: str
    outcome: Outcome
    recorded: Value | None = None
    finds: Value | None = None
    printed: Value | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Trial:
    """A rule's trial on some letters, in their order."""

    rule: Rule
    tried: tuple[Tried, ...]

    def of(self, *outcomes: Outcome) -> tuple[Tried, ...]:
        """The letters in which it came out so."""
        return tuple(one for one in self.tried if one.outcome in outcomes)

    @property
    def is_safe(self) -> bool:
        """Whether it contradicts nothing that is recorded."""
        return not self.of(Outcome.CHANGED, Outcome.AGAINST, Outcome.UNSURE)

    @property
    def sentence(self) -> str:
        """The trial for the officer, in one or two sentences."""
        label = FIELDS[self.rule.key].label
        if not self.tried:
            return "No letter is saved yet, so the rule could not be tried."
        same, found = len(self.of(Outcome.SAME)), len(self.of(Outcome.FOUND))
        said = f"Tried on {_letters(len(self.tried))}: it finds “{label}” as recorded in {same}, and newly in {found}."
        wrong = len(self.of(Outcome.CHANGED, Outcome.AGAINST, Outcome.UNSURE))
        return (
            f"{said} In {_letters(wrong)} it finds something else than is recorded: look at these first."
            if wrong
            else said
        )


def best(trials: Iterable[Trial]) -> Trial | None:
    """The one to propose: of those that contradict nothing, the narrowest of those that find the most; else the narrowest.

    `trials` go from the narrowest rule to the broadest, as they were derived.
    """
    trials = tuple(trials)
    safe = [one for one in trials if one.is_safe]
    return max(safe or trials[:1], key=lambda one: len(one.of(Outcome.SAME, Outcome.FOUND)), default=None)


def try_each(rules: Iterable[Rule], stored: Stored, recorded: Mapping[str, Value | None]) -> tuple[Tried, ...]:
    """What each of the rules would do in one letter by itself; `recorded` holds the letter's final values by field."""
    opened = _Opened(stored)
    return tuple(_try(rule, opened, recorded.get(rule.key)) for rule in rules)


class _Opened:
    """A letter whose text is made once for however many rules, and only where one of them may find something."""

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        words = (word.text for sheet in stored.paper.sheets for word in sheet.words)
        self._letters = _NO_LETTER.sub("", "".join(words).lower())

    @cached_property
    def found(self) -> Found:
        """The letter within its file, as the reader would find it."""
        found = find_letters(self.stored.paper)
        pages = self.stored.reading.pages
        first = pages[0] if pages else 1
        return next((one for one in found if one.text.pages[0] <= first <= one.text.pages[1]), found[0])

    def may_hold(self, rule: Rule) -> bool:
        """Whether the paper has the rule's words at all: most letters are told apart by that in no time."""
        return all(word in self._letters for word in literals(rule))


def _try(rule: Rule, opened: _Opened, recorded: Value | None) -> Tried:
    stored = opened.stored
    if not opened.may_hold(rule):
        return Tried(stored.letter, stored.name, Outcome.NOTHING, recorded)
    found = opened.found
    if not rule.suits(found.text, found.kind.key if found.kind else None):
        return Tried(stored.letter, stored.name, Outcome.OTHER_KIND, recorded)
    alone = by_rules(None, found.text, (rule,))
    if alone is None:
        return Tried(stored.letter, stored.name, Outcome.NOTHING, recorded)
    taken = by_rules(stored.reading.field(rule.key), found.text, (rule,)) is not None
    if any(doubt.code == "printed_twice" for doubt in alone.doubts):
        outcome = Outcome.UNSURE
    elif recorded is None:
        outcome = Outcome.FOUND
    elif _same(rule, recorded, alone.value):
        outcome = Outcome.SAME
    else:
        outcome = Outcome.CHANGED if taken else Outcome.AGAINST
    return Tried(stored.letter, stored.name, outcome, recorded, alone.value, alone.printed, alone.sources)


def _same(rule: Rule, recorded: Value, found: Value | None) -> bool:
    if isinstance(recorded, str) and isinstance(found, str):
        return alike(rule.unit, recorded, found)
    return recorded == found


def _letters(count: int) -> str:
    return "1 letter" if count == 1 else f"{count:,} letters"
