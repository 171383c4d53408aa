"""What stands around a place in a letter: the words of its sentence, the labels beside it, the column and row that meet there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ombudsview.letters.crossing import cells, label_of, rows
from ombudsview.letters.fields import Unit
from ombudsview.letters.find import Span
from ombudsview.letters.lone import Where, beside
from ombudsview.letters.phrase import BLANKS, blanked
from ombudsview.letters.punctuation import AROUND_LABEL
from ombudsview.letters.words_by_place import AROUND, across, box_of, in_row, is_figure, on_page
from ombudsview.paper.geometry import Box, around
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
        return row if any(self._is_here(word) for word in cells(row)) else None

    def _is_here(self, word: Placed) -> bool:
        return word.start <= self.span[0] < word.end

    def _column(self, row: list[Placed], words: tuple[Placed, ...]) -> list[str]:
        """The words of the heading over the figure, from the top; as far up as lines follow closely."""
        cell = next(word for word in row if self._is_here(word))
        figures = [word for word in row if is_figure(self.unit, word.text)]
        mine: list[list[Placed]] = []
        for group in _groups([word for word in words if word.box.middle[1] < cell.box.y0]):
            if any(re.search(r"\d", word.text) for word in group) or _over(group, figures) is not cell:
                continue
            if mine and mine[-1][0].box.y0 - group[0].box.y1 > 0.9 * group[0].box.height:
                break
            mine.append(group)
            if sum(map(len, mine)) >= _COLUMN_WORDS:
                break
        return [bare for group in mine[::-1] for word in group if (bare := word.text.strip(AROUND_LABEL).lower())]


def _groups(words: list[Placed]) -> list[list[Placed]]:
    """Words side by side with no more than a space between them, the lowest line first."""
    lines: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (-word.box.middle[1], word.box.x0)):
        if lines and in_row(word.box, lines[-1][0].box):
            lines[-1].append(word)
        else:
            lines.append([word])
    groups: list[list[Placed]] = []
    for line in lines:
        line.sort(key=lambda word: word.box.x0)
        for before, word in zip((None, *line), line, strict=False):
            if before is not None and word.box.x0 - before.box.x1 < 0.55 * word.box.height:
                groups[-1].append(word)
            else:
                groups.append([word])
    return groups


def _over(group: list[Placed], figures: list[Placed]) -> Placed | None:
    """The figure that a heading's words stand over: flush left or right with it, or with the same middle."""
    whole = around(word.box for word in group)

    def apart(figure: Placed) -> float:
        box = figure.box
        return min(abs(whole.middle[0] - box.middle[0]), abs(whole.x0 - box.x0), abs(whole.x1 - box.x1))

    nearest = min(figures, key=apart)
    return nearest if across(whole, nearest.box) > -2 * nearest.box.height else None


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
