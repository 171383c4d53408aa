"""One letter as it is written: its parts in order, and beside them the right reading, kept as the words are put down.

A part that prints a field is made by `Book.say`, so that words, marks and truth cannot part ways.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ombudsview.letters.fields import FIELDS, Unit, Value
from tests.letters.truth import Answer
from tests.letters.wording import Block, Run, Text


@dataclass(frozen=True)
class Para:
    """A paragraph; `look` is "body", "heading", "title", "cover" (large, in the middle) or "small"."""

    look: str
    text: Text


@dataclass(frozen=True)
class Lines:
    """Lines that stay lines: an address, a signature. `side` is "left" or "right"."""

    lines: tuple[Text, ...]
    side: str = "left"


@dataclass(frozen=True)
class Sides:
    """One line with something at its left end and something at its right."""

    left: Text
    right: Text
    look: str = "heading"


@dataclass(frozen=True)
class Row:
    """One row of a table: what stands in the first column, and a text for each heading."""

    label: Text
    cells: tuple[Text, ...]


@dataclass(frozen=True)
class Group:
    """A heading that stands over the columns `first` to `last` (from 0, the labels' column not counted)."""

    heading: str
    first: int
    last: int


@dataclass(frozen=True)
class Table:
    """A table; `labelled` where it has a first column for labels, headed by `corner`."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    corner: str = ""
    labelled: bool = True
    groups: tuple[Group, ...] = ()
    split: str = "no"  # how it meets the end of its page: see `look.Look`


@dataclass(frozen=True)
class Break:
    """A new page: upright, or wide where the look has wide pages for tables."""

    wide: bool = False


Part = Para | Lines | Sides | Table | Block | Break


@dataclass
class Book:
    """A letter in the making. `kind` is the layout's key; `year` that of the period's end."""

    kind: str
    year: int
    parts: list[Part] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    remark_kinds: list[str] = field(default_factory=list)

    def say(self, key: str, printed: str, value: Value | None = None, *others: Value, block: bool = False) -> Run:
        """Words that print a field. `value` is what they mean (worked out where not given), `others` may pass for it too."""
        values = (value if value is not None else _plain(key, printed), *others)
        before = self.answers.get(key, Answer())
        kept = tuple(dict.fromkeys((*before.values, *values)))
        self.answers[key] = Answer(kept, before.printed | {printed.strip()}, before.implied)
        return Run(printed, key, block=block)

    def remark(self, kind: str, printed: str) -> Run:
        """A paragraph about the authority itself: one more of a list. The marks around it are no part of a value."""
        before = self.answers.get("remarks", Answer(((),)))
        assert isinstance(before.value, tuple)
        self.answers["remarks"] = Answer(((*before.value, printed.rstrip(".")),), before.printed | {printed})
        self.remark_kinds.append(kind)
        return Run(printed, "remarks")

    def echo(self, key: str, printed: str) -> Run:
        """The same field printed once more in other words, without a say in its value."""
        before = self.answers.get(key, Answer())
        self.answers[key] = Answer(before.values, before.printed | {printed}, before.implied)
        return Run(printed, key)

    def imply(self, key: str, *values: str) -> None:
        """The letter does not print this field so, but a reader may give it."""
        before = self.answers.get(key, Answer())
        self.answers[key] = Answer(before.values, before.printed, tuple(dict.fromkeys((*before.implied, *values))))

    def doubt(self, key: str) -> None:
        """The letter contradicts itself here: a reading of this field without a doubt is wrong."""
        self.doubtful.add(key)

    def add(self, *parts: Part) -> None:
        """The next parts."""
        self.parts.extend(parts)

    def body(self, *words: str | Run) -> None:
        """A paragraph."""
        self.add(Para("body", text(*words)))

    def heading(self, *words: str | Run, look: str = "heading") -> None:
        """A heading."""
        self.add(Para(look, text(*words)))

    def lines(self, lines: Sequence[Text | str], side: str = "left") -> None:
        """Lines that stay lines."""
        self.add(Lines(tuple(text(line) if isinstance(line, str) else line for line in lines), side))

    @property
    def keys(self) -> tuple[str, ...]:
        """Every field that the letter prints somewhere."""
        return tuple(key for key, answer in self.answers.items() if answer.printed)


def text(*words: str | Run) -> Text:
    """Words and runs as one text."""
    return tuple(Run(word) if isinstance(word, str) else word for word in words)


def _plain(key: str, printed: str) -> Value:
    """The canonical value of what was printed, written here without asking the program."""
    known = FIELDS[key]
    words = " ".join(printed.split())
    if known.many:
        return (words,)
    if known.unit in (Unit.TEXT, Unit.DATE):
        return words
    whole, _, part = words.rstrip("%").replace(",", "").partition(".")
    part = part.rstrip("0")
    return f"{int(whole)}.{part}" if part else str(int(whole))
