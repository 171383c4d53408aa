"""The sections of a letter's figures: which heading a place on the page belongs to, told from where the headings stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ombudsview.letters.reading_order import Place, reading_order
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, TextMap

_PROSE = 20
"""Letters of a line of prose: the caption of a figure has fewer."""
_SENTENCE = 400  # characters; a sentence may begin on the page before the one that its figure stands on


@dataclass(frozen=True)
class Section:
    """A group of figures: a heading that fills its line, and sentences that open it where the heading is worded differently."""

    name: str
    heading: str
    openers: tuple[str, ...] = ()


class Regions:
    """Where the sections of one text lie. A place belongs to the nearest heading before it: above it, or, where the page is set in
    columns, higher in its column or in the one before."""

    def __init__(self, text: TextMap, sections: Sequence[Section]) -> None:
        self._text = text
        self._sections = sections
        self._orders: dict[int, Callable[[Box], Place] | None] = {}

    @cached_property
    def marks(self) -> list[tuple[int, Box, str]]:
        """Page, upright box and section name of every heading and opener, from top to bottom."""
        found: list[tuple[int, Box, str]] = []
        for section in self._sections:
            heading = re.compile(section.heading.replace(" ", r"\s"))
            places = [match.start() for match in heading.finditer(self._text.text) if self._fills_lines(match)]
            # Prose may quote last year's figures in the same words: openers count only where the heading is missing.
            for opener in section.openers if not places else ():
                places += [match.start() for match in re.finditer(opener.replace(" ", r"\s"), self._text.text)]
            found += [(line.page, line.box, section.name) for line in map(self._text.line_at, places)]
        return sorted(found, key=lambda mark: (mark[0], mark[1].y0))

    def _fills_lines(self, match: re.Match[str]) -> bool:
        """Whether nothing else stands in the heading's lines: the same words also open paragraphs of the prose."""
        text = self._text.text
        return (match.end() >= len(text) or text[match.end()] in "\n\f") and (
            match.start() == 0 or text[match.start() - 1] in "\n\f"
        )

    @cached_property
    def first(self) -> int:
        """A place before which nothing belongs to a section: a sentence's length ahead of the first page with a heading."""
        if not self.marks:
            return len(self._text.text)
        page = self.marks[0][0]
        start = next(line.start for line in self._text.lines if line.page == page)
        return max(0, start - _SENTENCE)

    def section_at(self, place: int) -> str | None:
        """The name of the section that a place in the text belongs to, or None before the first."""
        return self._section_of(self._text.line_at(place))

    def _section_of(self, line: Line) -> str | None:
        if (order := self._order(line.page)) is not None:
            here = line.page, order(line.box)
            read = [(place, name) for page, box, name in self.marks if (place := (page, order(box))) <= here]
            return max(read)[1] if read else None
        above = [
            mark for mark in self.marks if mark[0] == line.page and mark[1].y0 <= line.box.y1 - line.box.height / 2
        ]
        if not above:
            before = [mark for mark in self.marks if mark[0] < line.page]
            return before[-1][2] if before else None
        # Headings on one row head columns: the one furthest right that does not start right of the line's middle.
        row = [mark for mark in above if above[-1][1].y0 - mark[1].y0 < mark[1].height]
        own = [mark for mark in row if mark[1].x0 <= line.box.middle[0]]
        return max(own or row, key=lambda mark: mark[1].x0)[2]

    def _order(self, page: int) -> Callable[[Box], Place] | None:
        """How a page is read that is set in columns; None where it is not."""
        if page not in self._orders:
            self._orders[page] = reading_order(self._prose.get(page, ()))
        return self._orders[page]

    @cached_property
    def _prose(self) -> dict[int, list[Box]]:
        """The boxes of each page's lines of prose: letters of thousands of pages have too many lines to go through for each."""
        prose: dict[int, list[Box]] = {}
        for line in self._text.lines:
            if line.end - line.start >= _PROSE:
                prose.setdefault(line.page, []).append(line.box)
        return prose
