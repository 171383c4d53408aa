"""A finder for the figure where a column and a row of a table cross, both known by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.letters.fields import Unit
from ombudsview.letters.find import Span, compiled
from ombudsview.letters.headings import Column, find_headings
from ombudsview.letters.sections import Regions
from ombudsview.letters.words_by_place import across, bare, in_row, is_figure, on_page
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Placed, TextMap

_MOST_PAGES = 40  # of one letter; a table's words are looked at page by page


@dataclass(frozen=True)
class Crossing:
    """The figure of a unit under a column heading (its words, parted by spaces), in the row whose label fits the pattern `row`.

    Without `row` it is the first row of figures under the heading.
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
            known = {word.text.strip(".,:;*()").lower() for word in words}
            if not all(token in known for token in tokens):
                continue
            for cell in self._cells(words):
                span = bare(text, cell.start, cell.end)
                if self.section is None or regions.section_at(span[0]) == self.section:
                    yield span
                    break

    def _cells(self, words: tuple[Placed, ...]) -> Iterator[Placed]:
        """The figures of the column in each fitting row, from the top."""
        for row in rows(words, self.unit):
            if self.row is not None and not compiled(self.row).search(label_of(row, words, self.unit)):
                continue
            top = row[0].box.y0
            above = [word for word in words if word.box.middle[1] < top]
            found = find_headings(above, (Column("it", (self.column,)),)).get("it")
            cell = _under(found, row, self.unit) if found else None
            if cell is not None:
                yield cell


def rows(words: tuple[Placed, ...], unit: Unit) -> list[list[Placed]]:
    """The rows of a page that hold a figure of the unit, top to bottom, each from left to right."""
    found: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (word.box.middle[1], word.box.x0)):
        if found and in_row(word.box, found[-1][0].box):
            found[-1].append(word)
        else:
            found.append([word])
    kept = [row for row in found if any(is_figure(unit, word.text) for word in row)]
    return [sorted(row, key=lambda word: word.box.x0) for row in kept]


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
