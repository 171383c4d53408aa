"""A finder for the figure where a column and a row of a table cross, both known by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from ombudsview.letters.fields import Unit
from ombudsview.letters.find import Span, compiled
from ombudsview.letters.headings import Column, find_headings
from ombudsview.letters.punctuation import AROUND_LABEL
from ombudsview.letters.sections import Regions
from ombudsview.letters.words_by_place import across, bare, in_row, is_figure, on_page
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Placed, TextMap

_YEARS = re.compile(r"(?:19|20)\d\d[-/]\d\d\b|\b(?:19|20)\d\d\b|\d[./]\d{1,2}[./]\d{2,4}\b")
_CELL = re.compile(r"[\d.,]+%?|[-\u2013\u2014*]|n/a|nil", re.IGNORECASE)
_MOST_PAGES = 40  # of one letter; a table's words are looked at page by page


@dataclass(frozen=True)
class Crossing:
    """The figure of a unit under a column heading (its words, parted by spaces), in the row whose label fits the pattern `row`.

    Without `row` it is the row of the latest year, or where rows have no years the first row of figures under the heading.
    """

    column: str
    row: str | None
    unit: Unit
    section: str | None = None

    def find(self, text: TextMap, regions: Regions) -> Iterator[Span]:
        """The figure on each page that has such a column and row."""
        tokens = self.column.split()
        first, last = text.pages
        for page in range(first, min(last, first + _MOST_PAGES) + 1):
            words = on_page(text, page)
            known = {word.text.strip(AROUND_LABEL).lower() for word in words}
            if not all(token in known for token in tokens):
                continue
            found = [row for row in self._rows(words) if self.section is None or self._is_here(row, regions)]
            if found:
                # The row is chosen first: where it has no such figure, no other row's is taken for it.
                row = max(found, key=lambda row: _year(label_of(row.words, words, self.unit)))
                cell = _under(row.heading, row.words, self.unit)
                if cell is not None:
                    yield bare(text, cell.start, cell.end)

    def _is_here(self, row: _Row, regions: Regions) -> bool:
        return regions.section_at(row.words[-1].start) == self.section

    def _rows(self, words: tuple[Placed, ...]) -> Iterator[_Row]:
        """Each fitting row that stands under the heading, from the top."""
        for row in rows(words, self.unit):
            if self.row is not None and not compiled(self.row).search(label_of(row, words, self.unit)):
                continue
            top = row[0].box.y0
            above = [word for word in words if word.box.middle[1] < top]
            found = find_headings(above, (Column("it", (self.column,)),)).get("it")
            if found:
                yield _Row(row, found)


@dataclass(frozen=True)
class _Row:
    """The words of a row, and the left and right of the column's heading above it."""

    words: list[Placed]
    heading: tuple[float, float]


def _year(label: str) -> int:
    """The latest year that a row's label names, 0 where it names none."""
    return max(
        (2000 + int(year[-2:]) if int(year[-2:]) < 80 else 1900 + int(year[-2:]) for year in _YEARS.findall(label)),
        default=0,
    )


def rows(words: tuple[Placed, ...], unit: Unit) -> list[list[Placed]]:
    """The rows of a page that end with two figures or more, one of the unit; top to bottom, each from left to right."""
    found: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (word.box.middle[1], word.box.x0)):
        if found and in_row(word.box, found[-1][0].box):
            found[-1].append(word)
        else:
            found.append([word])
    for row in found:
        row.sort(key=lambda word: word.box.x0)
    return [row for row in found if len(run := cells(row)) > 1 and any(is_figure(unit, word.text) for word in run)]


def cells(row: list[Placed]) -> list[Placed]:
    """The unbroken run of figures, or signs for none, at the end of a row."""
    return list(takewhile(lambda word: _CELL.fullmatch(word.text), row[::-1]))[::-1]


def label_of(row: list[Placed], words: tuple[Placed, ...], unit: Unit) -> str:
    """The words left of a row's first figure, or where there are none those of a label wrapped around it; folded."""
    first = next((word for word in row if is_figure(unit, word.text)), row[-1])
    middle, height = first.box.middle[1], first.box.height
    label = [word for word in row if word.box.x1 < first.box.x0]
    label = label or [
        word
        for word in words
        if word.box.x1 < first.box.x0
        and abs(word.box.middle[1] - middle) < 1.6 * height
        and not re.fullmatch(r"[\d,.]+%?", word.text)
    ]
    label.sort(key=lambda word: (round(word.box.y0), word.box.x0))
    return " ".join(word.text for word in label).lower()


def _under(heading: tuple[float, float], row: list[Placed], unit: Unit) -> Placed | None:
    """The one figure of a row that stands under a heading; none where two do, or none does."""
    wide = Box(heading[0], 0, heading[1], 0)
    over = [word for word in row if is_figure(unit, word.text) and across(word.box, wide) > 0]
    return over[0] if len(over) == 1 else None
