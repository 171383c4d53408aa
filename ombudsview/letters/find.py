"""Finders: frozen data that say where a value stands, interpreted here and nowhere else.

A pattern is written as the letter's own words, with `{count}`, `{percent}`, `{date}` where the value is; regular expressions
may be used for what changes from year to year. A space stands for any one white space within a block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ombudsview.letters.number_words import WORDED
from ombudsview.letters.sections import Regions
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, TextMap

MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
# A digit first, what stands before it after: a pattern that begins with a digit is found many times faster, and a plain one
# (which is all that letters have) faster than `\d`.
_DATE = rf"[0-9](?<![0-9].)[0-9]?(?:(?:st|nd|rd|th)?\s{MONTH},?\s[0-9]{{4}}|/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9])"
# Thousands may be parted by a space: "1 204" is one count; its first and its last figures by themselves are none.
_BLANK = r"[^\S\n\f]"
_NO_PART = "".join(rf"(?<!(?<![0-9,./])[0-9]{{{count}}}{_BLANK}[0-9]{{3}})" for count in (1, 2, 3))
_NO_PART += rf"(?!{_BLANK}[0-9]{{3}}(?![0-9%]|[.,][0-9]|\s%))"
_SPACED = rf"[0-9]{{0,2}}(?:{_BLANK}[0-9]{{3}}){{1,2}}(?!{_BLANK}[0-9]{{3}}(?![0-9]))"
_COUNT = rf"[0-9](?<![0-9.,/].)(?:[0-9]{{0,2}}(?:,[0-9]{{3}})+|{_SPACED}|[0-9]*{_NO_PART})(?![0-9%/]|[.,][0-9]|\s%)"
_PERCENT = r"[0-9](?<![0-9.,].)[0-9]{0,2}(?:\.[0-9]+)?\s?%"

# The parts of a pattern that stand for something; `{value:…}` marks the value where it is not simply the one blank.
_RATE = r"[0-9](?<![0-9.,].)[0-9]{0,2}(?:\.[0-9]+)?%?(?![0-9]|[.,][0-9])"
_BLANKS = {
    "{count}": f"(?P<value>{_COUNT})",
    "{number}": f"(?P<value>{_COUNT}|{WORDED})",
    "{percent}": f"(?P<value>{_PERCENT})",
    "{rate}": f"(?P<value>{_RATE})",
    "{date}": f"(?P<value>{_DATE})",
    "{any_date}": f"(?:{_DATE})",
    "{line}": r"(?P<value>[^\n\f]+)",
}

# What must not stand before a figure: looked at once a digit is there.
_GUARDED = re.compile(r"\(\?<!(?P<words>[a-z ]+)\)(?P<blank>\{(?:count|percent|rate|date)\})")

Span = tuple[int, int]


@dataclass(frozen=True)
class Says:
    """A sentence with the value in it; in one section only, where that is named."""

    pattern: str
    section: str | None = None

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """Every place of the value, in the order of the text."""
        first = 0 if self.section is None else regions.first
        for match in compiled(self.pattern).finditer(text.text, first):
            if self.section is None or regions.section_at(match.start("value")) == self.section:
                yield match.span("value")


class Side(StrEnum):
    """Where a figure set as a graphic may stand, seen from its label."""

    ANY = "any"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Beside:
    """A figure that stands by itself, above, before, after or below its label: figures set as graphics.

    `blank` is what it is: `{count}`, `{percent}` or `{rate}`. On the side `BEFORE` it is above or left of the label, as a sentence is
    read that it begins; `AFTER` below or right.
    """

    label: str
    section: str | None = None
    blank: str = "{count}"
    side: Side = Side.ANY

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """The number nearest to each place of the label, where there is one near."""
        first = 0 if self.section is None else regions.first
        for match in compiled(self.label).finditer(text.text, first):
            if self.section is not None and regions.section_at(match.start()) != self.section:
                continue
            nearest = _nearest(text, match, lone_figures(text, self.blank), self.side)
            if nearest is not None:
                yield nearest.start, nearest.end


@dataclass(frozen=True)
class Seeks:
    """A twist: a small function of the text that gives the places itself."""

    function: Callable[[TextMap], Iterator[Span]]

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:  # noqa: ARG002  the finders share one form
        """The function's places."""
        return self.function(text)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the letters' words as a regular expression on the folded text."""
    if (guarded := _GUARDED.match(pattern)) is not None:
        value = _BLANKS[guarded["blank"]].replace("[0-9]", f"[0-9](?<!{guarded['words']}.)", 1)
        pattern = value + pattern[guarded.end() :]
    for blank, expression in _BLANKS.items():
        pattern = pattern.replace(blank, expression)
    # A letter first and the line's start after it is found ten times faster than the other way round.
    pattern = re.sub(r"\A(\(\?P<value>)?\(\?<!\[\^\\n\\f\]\)([a-z])", r"\1\2(?<![^\\n\\f].)", pattern)
    return re.compile(pattern.replace(" ", r"\s"))


def at_line_starts(text: TextMap, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What `finditer` finds by a pattern that begins with a line, at a fifth of the time: only where lines begin is it tried."""
    until = 0
    for line in text.lines:
        if line.start >= until and (match := pattern.match(text.text, line.start)):
            until = match.end()
            yield match


@lru_cache(maxsize=4)  # one field after the other asks
def lone_figures(text: TextMap, blank: str) -> tuple[Line, ...]:
    """The lines that are a figure and nothing else."""
    figure = compiled(blank)
    return tuple(
        line
        for line in text.lines
        if text.text[line.start].isdigit() and figure.fullmatch(text.text, line.start, line.end)
    )


def _nearest(text: TextMap, match: re.Match[str], figures: tuple[Line, ...], side: Side) -> Line | None:
    """The lone figure nearest to a label; none where two are about as near, for a guess would be a silent wrong number."""
    first, last = text.line_at(match.start()), text.line_at(match.end() - 1)
    label = Box(
        min(first.box.x0, last.box.x0), first.box.y0, max(first.box.x1, last.box.x1), max(first.box.y1, last.box.y1)
    )
    height = first.box.height
    near = sorted(
        (
            (distance, line)
            for line in figures
            if line.page == first.page
            and _is_on(side, line.box, label)
            and (distance := _distance(line.box, label, height)) < 1
        ),
        key=lambda pair: pair[0],
    )
    if not near or (len(near) > 1 and near[1][0] - near[0][0] < 0.1):
        return None
    return near[0][1]


def _is_on(side: Side, figure: Box, label: Box) -> bool:
    """Whether a figure stands before or after its label, as one reads."""
    if side is Side.ANY:
        return True
    aside = figure.x0 >= label.x1 or figure.x1 <= label.x0
    before = figure.x1 <= label.x0 if aside else figure.middle[1] < label.middle[1]
    return before == (side is Side.BEFORE)


def _distance(number: Box, label: Box, height: float) -> float:
    """How far a number stands from its label, 1 being too far; above is the usual place, so it counts as nearest."""
    aside = max(label.x0 - number.x1, number.x0 - label.x1, 0.0)
    apart = max(label.y0 - number.y1, number.y0 - label.y1, 0.0)
    reach = 2 * height + number.height
    if aside == 0:
        below = number.middle[1] > label.middle[1]
        return apart / reach + (0.3 if below else 0.0)
    if apart == 0 or number.y0 < label.middle[1] < number.y1:
        return 0.15 + aside / (2 * reach)
    return 1.0
