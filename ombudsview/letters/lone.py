"""A finder for the figure that stands beside its label: above it, below it, before it or after it on its row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ombudsview.letters.fields import Unit
from ombudsview.letters.find import Span, compiled
from ombudsview.letters.sections import Regions
from ombudsview.letters.words_by_place import AROUND, across, bare, box_of, in_row, is_figure, on_page
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, TextMap


class Where(StrEnum):
    """Where a figure stands, seen from its label."""

    ABOVE = "above"
    BELOW = "below"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True)
class Lone:
    """A figure of a unit next to each place of a label (a pattern), on one side of it; in one section only, where that is named.

    Text is the whole line above or below.
    """

    label: str
    where: Where
    unit: Unit
    section: str | None = None

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """The figure of each label that has one on that side, in the order of the text."""
        for match in compiled(self.label).finditer(text.text):
            span = beside(text, match.start(), match.end(), self.where, self.unit)
            if span is not None and (self.section is None or regions.section_at(span[0]) == self.section):
                yield span


def beside(text: TextMap, start: int, end: int, where: Where, unit: Unit) -> Span | None:
    """The figure on that side of a label; None where the nearest words there are no figure, or two are about as near."""
    label = box_of(text, start, end)
    page = text.line_at(start).page
    if where in (Where.BEFORE, Where.AFTER):
        return _aside(text, page, label, where, unit)
    near = sorted(
        (apart, line.start, line)
        for line in text.lines
        if line.page == page and (apart := _apart(line, label, where)) is not None
    )
    if not near or (len(near) > 1 and near[1][0] - near[0][0] < 0.3 * label.height):
        return None
    line = near[0][2]
    stands = unit is Unit.TEXT or is_figure(unit, text.raw[line.start : line.end])
    return bare(text, line.start, line.end) if stands else None


def _apart(line: Line, label: Box, where: Where) -> float | None:
    """The white between a label and a line above or below it; None where that is too much or they do not overlap."""
    if across(line.box, label) <= 0:
        return None
    white = label.y0 - line.box.y1 if where is Where.ABOVE else line.box.y0 - label.y1
    # The boxes of big figures reach beyond what is drawn, over the line that stands next to them.
    lowest = -0.4 * max(line.box.height, label.height)
    beyond = line.box.middle[1] < label.y0 if where is Where.ABOVE else line.box.middle[1] > label.y1
    return max(white, 0.0) if beyond and lowest <= white <= 2 * label.height + line.box.height else None


def _aside(text: TextMap, page: int, label: Box, where: Where, unit: Unit) -> Span | None:
    """The words next to the label on its row, as many as make one figure, where the two are not part of a longer line."""
    after = where is Where.AFTER
    row = [word for word in on_page(text, page) if in_row(word.box, label) and word.text.strip(AROUND)]
    right = sorted((word for word in row if word.box.x0 >= label.x1 - 1), key=lambda word: word.box.x0)
    left = sorted((word for word in row if word.box.x1 <= label.x0 + 1), key=lambda word: -word.box.x1)
    near, far = (right, left) if after else (left, right)
    if far and _touch(far[0].box, label):
        return None
    found = None
    for count in (1, 2, 3):  # `45 %` is two words, `31 March 2020` three
        some = sorted(near[:count], key=lambda word: word.start)
        following = near[count : count + 1]
        goes_on = following and following[0].text[0].isalnum() and _touch(following[0].box, near[count - 1].box)
        figure = text.raw[some[0].start : some[-1].end].replace("\n", " ") if len(some) == count else ""
        if is_figure(unit, figure) and not goes_on:
            found = bare(text, some[0].start, some[-1].end)
    return found


def _touch(one: Box, other: Box) -> bool:
    """Whether there is no more than a space between two boxes of a row."""
    return -across(one, other) < 0.6 * min(one.height, other.height)
