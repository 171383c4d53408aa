"""A rule that the officer taught by pointing: plain data, from which a finder of the same kind as a shipped one is made.

It holds a few words of a letter with blanks for what differs, never a regular expression and never a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.letters.crossing import Crossing
from ombudsview.letters.fields import FIELDS, Unit
from ombudsview.letters.find import Says, Span, compiled
from ombudsview.letters.lone import Lone, Where
from ombudsview.letters.phrase import BLANKS, VARIANTS, is_phrase, pattern, said
from ombudsview.letters.sections import Regions, Section
from ombudsview.paper.text import TextMap

MOST_OTHERS = 8
MOST_MARKS = 4
MOST_SPANS = 20
_HERE = "here"


@dataclass(frozen=True)
class Between:
    """The figure right after some words, right before some words, or between both; phrases, one of them may be empty."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Label:
    """The figure that stands by itself on one side of its label, a phrase."""

    words: str
    where: Where


@dataclass(frozen=True)
class Meeting:
    """The figure where a column meets a row; without words for the row it is the first row of figures."""

    column: str
    row: str = ""


Anchor = Between | Label | Meeting


@dataclass(frozen=True)
class Rule:
    """Where a field stands, as the officer pointed it out in one letter.

    `under` is the heading above, `others` are headings under which the same words must not be taken. The rule is for letters
    of layout `kind`; where that is None, for letters of no known layout in which all the phrases `marks` stand. `instead`: it
    is asked before the program's own finders, and not only where these find nothing.
    """

    key: str
    anchor: Anchor
    under: str = ""
    others: tuple[str, ...] = ()
    kind: str | None = None
    marks: tuple[str, ...] = ()
    instead: bool = False

    def __post_init__(self) -> None:
        """ValueError for what is no rule: a wrong name, words that are no phrase, too many of them."""
        if self.key not in FIELDS or FIELDS[self.key].many:
            raise ValueError("no single field is called so")
        if not all(is_phrase(phrase) for phrase in _phrases(self)):
            raise ValueError("a rule is made of words and of named blanks only")
        if len(self.others) > MOST_OTHERS or len(self.marks) > MOST_MARKS or (self.others and not self.under):
            raise ValueError("too many headings or marks")
        if isinstance(self.anchor, Between) and not (self.anchor.before or self.anchor.after):
            raise ValueError("a rule needs words to go by")
        if self.unit is Unit.TEXT and not _gives_text(self.anchor):
            raise ValueError("text is the rest of a line, or the line above or below its label")
        if isinstance(self.anchor, Meeting) and "{" in self.anchor.column:
            raise ValueError("a column has no blanks in its heading")

    @property
    def unit(self) -> Unit:
        """What is found: the field's unit."""
        return FIELDS[self.key].unit

    def suits(self, text: TextMap, kind: str | None) -> bool:
        """Whether this rule is for such a letter."""
        if self.kind is not None or kind is not None:
            return self.kind == kind
        return all(compiled(pattern(mark)).search(text.text) for mark in self.marks)

    def find(self, text: TextMap) -> tuple[Span, ...]:
        """Every place in the letter that the rule points at, without asking whether it is for such a letter."""
        found: dict[Span, None] = {}
        for span in self._finder().find(text, Regions(text, self._sections())):
            found[span] = None
            if len(found) == MOST_SPANS:
                break
        return tuple(found)

    def _finder(self) -> Says | Lone | Crossing:
        section = _HERE if self.under else None
        match self.anchor:
            case Between(before, after):
                return Says(between(before, after, self.unit), section)
            case Label(words, where):
                return Lone(pattern(words), where, self.unit, section)
            case Meeting(column, row):
                return Crossing(column, pattern(row) if row else None, self.unit, section)

    def _sections(self) -> tuple[Section, ...]:
        if not self.under:
            return ()
        return (Section(_HERE, pattern(self.under)), *(Section("", pattern(other)) for other in self.others))


_VALUES = {
    Unit.COUNT: "{count}",
    Unit.PERCENT: "{percent}",
    Unit.RATE: "{rate}",
    Unit.DAYS: "{rate}",
    Unit.DATE: "{date}",
    Unit.TEXT: "{line}",
}
_MARKS = r"[^\w\n\f]{0,4}"


def between(before: str, after: str, unit: Unit) -> str:
    """The finder's pattern for a value between two phrases, either of which may be empty."""
    left = rf"{pattern(before)}{_MARKS}\s?{_MARKS}" if before else ""
    right = rf"{_MARKS}\s?{_MARKS}{pattern(after)}" if after else ""
    return left + _VALUES[unit] + right


def _gives_text(anchor: Anchor) -> bool:
    match anchor:
        case Between(_, after):
            return not after
        case Label(_, where):
            return where in (Where.ABOVE, Where.BELOW)
        case Meeting():
            return False


def _phrases(rule: Rule) -> Iterator[str]:
    match rule.anchor:
        case Between(before, after):
            yield from (words for words in (before, after) if words)
        case Label(words, _):
            yield words
        case Meeting(column, row):
            yield column
            yield from (row,) if row else ()
    yield from (rule.under,) if rule.under else ()
    yield from (*rule.others, *rule.marks)


def literals(rule: Rule) -> frozenset[str]:
    """Letters and digits that every letter holds in which the rule finds something, however it breaks and bends its words."""
    match rule.anchor:
        case Between(before, after):
            phrases = (before, after)
        case Label(words, _):
            phrases = (words, "")
        case Meeting(column, row):
            phrases = (column, row)
    every = {word for phrase in (*phrases, rule.under) for word in phrase.split(" ")} - BLANKS.keys() - VARIANTS.keys()
    plain = ("".join(c for c in word if c.isalnum()) for word in every)
    return frozenset(word.removesuffix("ies").removesuffix("y").removesuffix("s") for word in plain if word)


_NOUNS = {
    Unit.COUNT: "the number",
    Unit.PERCENT: "the percentage",
    Unit.RATE: "the number",
    Unit.DAYS: "the number of days",
    Unit.DATE: "the date",
    Unit.TEXT: "the rest of the line",
}


def in_words(rule: Rule) -> str:
    """The rule for the officer: `the percentage before “of complaints were settled”, under the heading “outcomes”`."""
    whole_line = rule.unit is Unit.TEXT and isinstance(rule.anchor, Label)
    parts = [f"{'the line' if whole_line else _NOUNS[rule.unit]} {_stands(rule.anchor)}"]
    if rule.under:
        parts.append(f"under the heading “{said(rule.under)}”")
    return ", ".join(parts)


def _stands(anchor: Anchor) -> str:
    match anchor:
        case Between(before, ""):
            return f"after “{said(before)}”"
        case Between("", after):
            return f"before “{said(after)}”"
        case Between(before, after):
            return f"between “{said(before)}” and “{said(after)}”"
        case Label(words, where):
            places = {Where.BEFORE: "to the left of", Where.AFTER: "to the right of"}
            return f"{places.get(where, str(where))} “{said(words)}”"
        case Meeting(column, ""):
            return f"in the column “{column}”, in the row of the latest year or else the first"
        case Meeting(column, row):
            return f"in the column “{column}” and the row “{said(row)}”"
