"""What stands around a place in a letter: the words of its sentence, the labels beside it, the column and row that meet there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from ombudsview.letters.crossing import label_of, rows
from ombudsview.letters.fields import Unit
from ombudsview.letters.find import Span
from ombudsview.letters.lone import Where, beside
from ombudsview.letters.phrase import BLANKS, blanked
from ombudsview.letters.words_by_place import AROUND, across, box_of, in_row, is_figure, on_page
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, Placed, TextMap

# How many words before and after a figure are tried, the most telling pairs.
_REACHES = ((8, 8), (4, 4), (8, 0), (0, 8), (4, 0), (0, 4), (2, 0), (0, 2))
_SENTENCE_END = re.compile(r"[.!?]['\")]?\s+(?=[A-Z\u201c\"'])")
_LABEL_WORDS = 10
_SENTENCE = re.compile(r".*[a-z)][.!?]['\")]?\Z|.*,\Z", re.DOTALL)
_COLUMN_WORDS = 8


@dataclass(frozen=True)
class Surroundings:
    """The place `span` of a figure of a unit; `names` become blanks."""

    text: TextMap
    span: Span
    unit: Unit
    names: tuple[str, ...]

    def sentences(self) -> Iterator[tuple[str, str]]:
        """Phrases before and after the figure in its sentence, the longest first."""
        start, end = self._sentence()
        before = blanked(self.text.text[start : self.span[0]], self.names)
        after = blanked(self.text.text[self.span[1] : end], self.names)
        for left, right in _REACHES:
            words = _inner(before[len(before) - min(left, len(before)) :]), _inner(after[:right], from_left=False)
            if any(words):
                yield words

    def _sentence(self) -> Span:
        """The sentence's ends: those of its block, or the stops nearest to the figure."""
        raw, (start, end) = self.text.raw, self.span
        line = self.text.line_at(start)
        block = [other for other in self.text.lines if other.block == line.block and other.page == line.page]
        first, last = block[0].start, block[-1].end
        if self.unit is Unit.TEXT:
            return line.start, line.end
        stops = [match.end() for match in _SENTENCE_END.finditer(raw, first, start)]
        stop = _SENTENCE_END.search(raw, end, last)
        return (stops[-1] if stops else first), (stop.start() if stop else last)

    def labels(self) -> Iterator[tuple[str, Where]]:
        """The labels beside the figure, whole and line by line, with the side on which the figure stands."""
        page = self.text.line_at(self.span[0]).page
        box = box_of(self.text, *self.span)
        for line in self.text.lines:
            if line.page != page or line.start <= self.span[0] < line.end or not _near(line.box, box):
                continue
            for start, end in self._label_spans(line):
                words = self._label(start, end)
                if not words:
                    continue
                for where in Where:
                    if beside(self.text, start, end, where, self.unit) == self.span:
                        yield " ".join(words), where
        yield from self._in_line()

    def _in_line(self) -> Iterator[tuple[str, Where]]:
        """The words of the figure's own line, which another typesetter may set apart from it."""
        line = self.text.line_at(self.span[0])
        for start, end, where in ((line.start, self.span[0], Where.AFTER), (self.span[1], line.end, Where.BEFORE)):
            words = self._label(start, end)
            if words and self._fills(line, start, end):
                yield " ".join(words), where

    def _fills(self, line: Line, start: int, end: int) -> bool:
        """Whether the line holds the figure and these words and nothing else."""
        rest = self.text.text[line.start : min(start, self.span[0])] + self.text.text[max(end, self.span[1]) : line.end]
        return not rest.strip(AROUND)

    def _label(self, start: int, end: int) -> list[str]:
        """The words of a label as a phrase's; none where they are a sentence, or hold figures of their own."""
        if _SENTENCE.match(self.text.raw[start:end].rstrip()):
            return []
        words = blanked(self.text.text[start:end], self.names)
        return words if len(words) <= _LABEL_WORDS and not any(word in BLANKS for word in words) else []

    @property
    def is_cell(self) -> bool:
        """Whether the figure is one of several at the end of its row."""
        return self._row is not None

    @property
    def is_alone(self) -> bool:
        """Whether nothing else stands in the figure's line."""
        line = self.text.line_at(self.span[0])
        return self._fills(line, *self.span)

    def _label_spans(self, line: Line) -> Iterator[Span]:
        """The whole block where it is short, then the line by itself."""
        block = [other for other in self.text.lines if other.block == line.block and other.page == line.page]
        if 1 < len(block) <= 4:
            yield block[0].start, block[-1].end
        yield line.start, line.end

    def crossings(self) -> Iterator[tuple[str, str]]:
        """Headings of the column that the figure stands in, with the label of its row, and without."""
        row, words = self._row, on_page(self.text, self.text.line_at(self.span[0]).page)
        if row is None:
            return
        column = self._column(row, words)
        label = blanked(label_of(row, words, self.unit), self.names)[:_LABEL_WORDS]
        for size in range(len(column), 0, -1):
            heading = " ".join(column[:size])
            if label:
                yield heading, _inner(_inner(label).split(" "), from_left=False)
            yield heading, ""

    @cached_property
    def _row(self) -> list[Placed] | None:
        """The row of a table that the figure stands in: the words at its end are figures, two at least."""
        words = on_page(self.text, self.text.line_at(self.span[0]).page)
        row = next((row for row in rows(words, self.unit) if any(self._is_here(word) for word in row)), [])
        figures = list(
            takewhile(lambda word: re.fullmatch(r"[\d.,]+%?|[-\u2013\u2014*]|n/a|nil", word.text), row[::-1])
        )
        return row if len(figures) > 1 and any(self._is_here(word) for word in figures) else None

    def _is_here(self, word: Placed) -> bool:
        return word.start <= self.span[0] < word.end

    def _column(self, row: list[Placed], words: tuple[Placed, ...]) -> list[str]:
        """The words over the figure that stand under no neighbour's heading, in reading order, without what stands far above."""
        cell = next(word for word in row if self._is_here(word))
        others = [word for word in row if word is not cell and is_figure(self.unit, word.text)]
        mine: list[Placed] = []
        over = [
            word
            for word in words
            if word.box.middle[1] < cell.box.y0 and _nearest(word, cell, others) and across(word.box, _wide(cell)) > 0
        ]
        for word in sorted(over, key=lambda word: -word.box.middle[1]):
            if re.search(r"\d", word.text):
                continue
            low = min((other.box.y0 for other in mine), default=None)
            if low is not None and low - word.box.y1 > 0.9 * word.box.height:
                break
            mine.append(word)
            if len(mine) == _COLUMN_WORDS:
                break
        mine.sort(key=lambda word: (round(word.box.middle[1] / max(word.box.height, 1)), word.box.x0))
        return [stripped for word in mine if (stripped := word.text.strip(".,:;*()").lower())]


def _wide(cell: Placed) -> Box:
    half = 3 * cell.box.height
    return Box(cell.box.middle[0] - half, 0, cell.box.middle[0] + half, 0)


def _nearest(word: Placed, cell: Placed, others: list[Placed]) -> bool:
    """Whether a heading's word stands over this figure rather than over another of the row."""
    mine = abs(word.box.middle[0] - cell.box.middle[0])
    return all(mine < abs(word.box.middle[0] - other.box.middle[0]) for other in others)


def _near(line: Box, figure: Box) -> bool:
    reach = 3 * line.height + figure.height
    return in_row(line, figure) or (across(line, figure) > 0 and -reach < line.middle[1] - figure.middle[1] < reach)


def _inner(words: list[str], *, from_left: bool = True) -> str:
    """The phrase without blanks at its far end, which would tell nothing."""
    words = list(words)
    far = 0 if from_left else -1
    while words and words[far] in BLANKS:
        words.pop(far)
    return " ".join(words)
