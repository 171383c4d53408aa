"""What a kind of letter declares: who sends it, how to know it, and for each field where it stands and whether it must be there."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from ombudsview.letters.cards import Carded
from ombudsview.letters.fields import FIELDS, Value
from ombudsview.letters.find import Beside, Says, Seeks, compiled
from ombudsview.letters.listed import Listed
from ombudsview.letters.sections import Section
from ombudsview.letters.stated import Stated
from ombudsview.letters.table import Cell, Table
from ombudsview.letters.told import Told

Finder = Says | Beside | Seeks | Stated | Cell | Listed | Carded


class Need(StrEnum):
    """Whether such a letter must give a field."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    CONDITIONAL = "conditional"


@dataclass(frozen=True)
class Entry:
    """One field of a kind. All `finders` are asked, the most telling place first; `fallbacks` only where they find nothing.

    A conditional field need not be there where the count named by `of` is nought, an optional one is expected where one of its
    kin `beside` it is printed, and the figure `within` whose block it stands. `noughts` are sentences that say in words
    that a count is nought: the value is then worked out, for no figure is printed. `told` is what prose says of a table's figure.
    `loose` are finders for wordings that nobody has seen: asked last, and what they find is doubted.
    """

    key: str
    need: Need
    finders: tuple[Finder, ...]
    fallbacks: tuple[Finder, ...] = ()
    of: str | None = None
    noughts: tuple[Says, ...] = ()
    beside: tuple[str, ...] = ()
    within: str | None = None
    told: Told | None = None
    loose: tuple[Finder, ...] = ()


def required(key: str, *finders: Finder) -> Entry:
    """A field that every such letter gives."""
    return Entry(key, Need.REQUIRED, finders)


def optional(key: str, *finders: Finder) -> Entry:
    """A field that such a letter may give."""
    return Entry(key, Need.OPTIONAL, finders)


def conditional(key: str, of: str, *finders: Finder) -> Entry:
    """A field that such a letter gives unless the count `of` is nought."""
    return Entry(key, Need.CONDITIONAL, finders, of=of)


def also(entry: Entry, *finders: Finder) -> Entry:
    """The entry with more places to look at, after those it has."""
    return replace(entry, finders=(*entry.finders, *finders))


@dataclass(
    frozen=True, eq=False
)  # told apart by identity: hashing the words each time would cost more than finding them
class Anchor:
    """A phrase that such letters have, in plain words for the officer, and its weight.

    `block` marks phrases of the figures, `opens` those that stand only on a letter's first page, `once` those that stand once
    in its figures: where all of its phrases of figures have been, a page with one of these again is another paper's.
    """

    name: str
    pattern: str
    weight: int = 1
    block: bool = False
    opens: bool = False
    once: bool = False


@dataclass(frozen=True)
class Kind:
    """One layout. `never` are phrases that no such letter has; `covers` the first and last period end, ISO dates.

    `sender` is the sender's name at the time, `office` the body that it is: names have changed, the record goes by the body.
    `extra` are fields that few such letters carry: they belong to a letter's reading only where they are found.
    """

    key: str
    name: str
    sender: str
    covers: tuple[str, str]
    anchors: tuple[Anchor, ...]
    never: tuple[str, ...]
    sections: tuple[Section, ...]
    entries: tuple[Entry, ...]
    extra: tuple[Entry, ...] = ()
    office: str = "lgsco"

    def __post_init__(self) -> None:
        """A kind with a wrong name in it does not import."""
        names = {section.name for section in self.sections}
        keys = {entry.key for entry in self.entries}
        for entry in (*self.entries, *self.extra):
            if entry.key not in FIELDS:
                raise ValueError(f"{self.key}: no field is called {entry.key}")
            if (entry.need is Need.CONDITIONAL) != (entry.of is not None) or (entry.of and entry.of not in keys):
                raise ValueError(f"{self.key}: {entry.key} needs a count that it depends on, or none")
            if unknown := [key for key in (*entry.beside, entry.within) if key is not None and key not in FIELDS]:
                raise ValueError(f"{self.key}: {entry.key} stands beside {unknown}, which are no fields")
            for finder in (*entry.finders, *entry.fallbacks, *entry.noughts, *entry.loose):
                self._police(entry.key, finder, names)
        headings = (pattern for section in self.sections for pattern in (section.heading, *section.openers))
        for pattern in (*self.never, *(anchor.pattern for anchor in self.anchors), *headings):
            compiled(pattern)
        if len(keys | {entry.key for entry in self.extra}) != len(self.entries) + len(self.extra):
            raise ValueError(f"{self.key}: a field is declared twice")

    def _police(self, key: str, finder: Finder, sections: set[str]) -> None:
        if isinstance(finder, (Says, Beside, Stated)) and finder.section is not None and finder.section not in sections:
            raise ValueError(f"{self.key}: {key} looks in a section {finder.section} that is not declared")
        if isinstance(finder, Carded) and (
            finder.key not in finder.cards.labels or finder.cards.section not in {None, *sections}
        ):
            raise ValueError(f"{self.key}: {key} is on no card of {finder.cards.section}")
        if isinstance(finder, Beside):
            compiled(finder.label)
        if isinstance(finder, Stated):
            compiled(finder.about)
        if isinstance(finder, Says) and "value" not in compiled(finder.pattern).groupindex:
            raise ValueError(f"{self.key}: the pattern of {key} has no place for the value")

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables that its fields are read from."""
        finders = (finder for entry in (*self.entries, *self.extra) for finder in entry.finders)
        return tuple(dict.fromkeys(finder.table for finder in finders if isinstance(finder, Cell)))

    def expects(self, entry: Entry, values: Mapping[str, Value | None], printed: Set[str]) -> bool:
        """Whether the field should be in the letter, going by the other values and by which of them are printed."""
        if entry.need is Need.CONDITIONAL and entry.of is not None:
            return values.get(entry.of) != "0"
        kin = any(key in printed for key in entry.beside) and (entry.within is None or entry.within in printed)
        return entry.need is Need.REQUIRED or kin

    def entry(self, key: str) -> Entry:
        """The declaration of one field; KeyError where there is none."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        raise KeyError(key)
