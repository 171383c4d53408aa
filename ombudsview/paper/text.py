"""The text map: a letter's words as one string, in which each character knows its word, and each word its box.

Lines and blocks are made from the words' places alone, so that a sentence is whole however the file orders it. Words of very
different size, or far apart, never stand in one line. A line ends with a line feed, a block with two, a page with a form feed:
one white space in a pattern never leaves the block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from functools import cached_property

import msgspec

from ombudsview.paper.flow import flowing
from ombudsview.paper.geometry import Box
from ombudsview.paper.layout import Run, drawn_blocks
from ombudsview.paper.layout import blocks as placed_blocks
from ombudsview.paper.paper import SOFT_HYPHEN, Paper, Word, without_marks

# One character for one: places in the folded text are places in the printed text.
_FOLD = (
    *((quote, "'") for quote in "\u2018\u2019\u02bc"),
    *((quote, '"') for quote in "\u201c\u201d"),
    *((dash, "-") for dash in "\u2010\u2011\u2012\u2013\u2014\u2212"),
    *((space, " ") for space in "\u00a0\u2007\u2009\u202f"),
)
_BREAKS = f"-\u2010{SOFT_HYPHEN}"
_HYPHENED = re.compile(r"[^\W\d_]+[-\u2010][^\W\d_]")


class Line(msgspec.Struct, frozen=True, gc=False):
    """Words side by side on one page (from 1), between two places of the text; `box` is on the page turned upright."""

    page: int
    box: Box
    start: int
    end: int
    block: int


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A word by itself: its page (from 1), its box on the page turned upright, and its place in the text."""

    page: int
    box: Box
    start: int
    end: int
    text: str


class TextMap:
    """The text of some pages of a paper, and the way back from each character to the word that it came from."""

    def __init__(self, paper: Paper, first: int = 1, last: int | None = None, *, as_drawn: bool = False) -> None:
        """The pages `first` to `last` (from 1, both included); all of them by default.

        `as_drawn` keeps the file's own order, which is worth a second look where columns stand so close that they touch.
        """
        self.paper = paper
        blocks = drawn_blocks if as_drawn else placed_blocks
        last = len(paper.sheets) if last is None else last
        self.pages = (first, last)
        self._parts: list[str] = []
        self._length = 0
        self._starts: list[int] = []
        self._words: list[Word] = []
        self._firsts: list[int] = []  # how many words stand before each page
        self.lines: list[Line] = []
        placed = [blocks(paper.sheets[page - 1]) for page in range(first, last + 1)]
        runs_on = flowing(placed)
        number = 0
        for page, on_page in enumerate(placed, first):
            self._firsts.append(len(self._words))
            for block in on_page:
                number += 1
                self._lay(page, block, number)
                self._add("\n")
            if runs_on[page - first]:
                self._take_back(2)
            self._add("\f")
        self._placed: dict[int, list[Placed]] = {}
        self.raw = "".join(self._parts)
        """The text as printed."""
        self.text = folded(self.raw)
        """The text folded for finding: small letters, plain quotes, dashes and spaces; as long as `raw`."""

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _take_back(self, count: int) -> None:
        """Unsay the line feeds that part the last block from what follows."""
        while count and self._parts and self._parts[-1].endswith("\n"):
            self._parts[-1] = self._parts[-1][:-1]
            self._parts = self._parts if self._parts[-1] else self._parts[:-1]
            self._length -= 1
            count -= 1

    def _lay(self, page: int, block: list[Run], number: int) -> None:
        last = len(block) - 1
        for place, run in enumerate(block):
            texts = [word.text for word in run.words]
            broken = False
            if place < last and texts[-1][-1] in _BREAKS:
                whole = _mended(texts[-1], block[place + 1].words[0].text)
                broken = whole is not None
                texts[-1] = whole or texts[-1]
            text = " ".join(texts)
            if not text.isascii():
                texts = list(map(without_marks, texts))
                text = " ".join(texts)
            if SOFT_HYPHEN in text:
                texts = [text.replace(SOFT_HYPHEN, "") for text in texts]
                text = " ".join(texts)
            start = at = self._length
            begin = self._starts.append
            for word_text in texts:
                begin(at)
                at += len(word_text) + 1
            self._words += run.words
            self.lines.append(Line(page, run.box, start, at - 1, number))
            self._add(text if broken else text + "\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def line_at(self, place: int) -> Line:
        """The line in which a character stands (or that ends just before it)."""
        return self.lines[max(0, bisect_right(self._line_starts, place) - 1)]

    def line_above(self, line: Line, reach: float = 3) -> Line | None:
        """The nearest line on the same page that stands over this one, at most `reach` of its heights above it."""
        above = [
            other
            for other in self.lines
            if other.page == line.page
            and other.box.y0 < line.box.y0
            and line.box.y0 - other.box.y1 < reach * line.box.height
            and other.box.x0 < line.box.x1
            and other.box.x1 > line.box.x0
        ]
        return max(above, key=lambda other: other.box.y0, default=None)

    def words(self, start: int, end: int) -> list[tuple[int, Word]]:
        """The words, with their pages, that have any character in the span."""
        first = max(0, bisect_right(self._starts, start) - 1)
        words = self._words[first : bisect_left(self._starts, end)]
        return [(self._page_of(number), word) for number, word in enumerate(words, first)]

    def _page_of(self, number: int) -> int:
        return self.pages[0] + bisect_right(self._firsts, number) - 1

    def placed(self, page: int) -> list[Placed]:
        """Every word of a page with its upright box, for those who read by place: one table after the other asks for them."""
        if page not in self._placed:
            self._placed[page] = self._place(page)
        return self._placed[page].copy()

    def _place(self, page: int) -> list[Placed]:
        sheet = self.paper.sheets[page - 1]
        place = page - self.pages[0]
        here = slice(self._firsts[place], (*self._firsts, len(self._words))[place + 1])
        return [
            Placed(page, sheet.upright(word.box), start, start + len(text), text)
            for word, start in zip(self._words[here], self._starts[here], strict=True)
            for text in (word.said,)
        ]

    def span_of(self, page: int, boxes: Collection[Box]) -> tuple[int, int] | None:
        """From the first to the last word of a page that stands in one of these boxes; None where none does."""
        place = page - self.pages[0]
        first, end = self._firsts[place], (*self._firsts, len(self._words))[place + 1]
        mine = [number for number in range(first, end) if self._words[number].box in boxes]
        if not mine:
            return None
        return self._starts[mine[0]], self._starts[mine[-1]] + len(self._words[mine[-1]].said)

    def printed(self, start: int, end: int) -> str:
        """What is printed in the span, with single spaces."""
        return " ".join(self.raw[start:end].split())


def _mended(word: str, following: str) -> str | None:
    """What a word at the end of a line, with a hyphen last, gives to the word on the next; None where it does not go on."""
    if word[-1] == SOFT_HYPHEN:
        return word[:-1]
    # Names such as Stoke-on-Trent break after a hyphen of their own: another in them tells.
    if word[-2:-1].isalpha() and following[0].isalpha() and (_HYPHENED.match(word) or _HYPHENED.match(following)):
        return word
    return word[:-1] if len(word) > 2 and word[-2].islower() and following[0].islower() else None


def folded(text: str) -> str:
    """Small letters and plain marks, one for one: the few letters that grow when made small stay as they are."""
    if not text.isascii():
        for mark, plain in _FOLD:  # several times faster than `translate`
            text = text.replace(mark, plain)
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
