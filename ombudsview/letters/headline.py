"""Headings told by their looks alone: short lines that begin with a capital letter, end without a stop and have text below."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from ombudsview.letters.words_by_place import box_of, in_row
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Line, TextMap

_MOST_WORDS = 12
_MOST_LINES = 3
_FEW_WORDS = 7
_CAPITAL = re.compile(r"\W{0,2}(?:\d{1,2}[.)]?\s)?[^\W\d_]")

Heading = tuple[int, int, int, Box]
"""Start and end in the text, page, upright box."""


@lru_cache(maxsize=4)
def headlines(text: TextMap) -> tuple[Heading, ...]:
    """Everything that looks like a heading, in the order of the text."""
    found = []
    for _, lines in groupby(text.lines, key=lambda line: (line.page, line.block)):
        block = list(lines)
        whole = len(block) <= _MOST_LINES and _looks_like_one(text, block[0].start, block[-1].end)
        last = block[-1] if whole else block[0]
        if (whole or (len(block) > 1 and _stands_out(text, block))) and not _in_table(text, block[0]):
            start, end = block[0].start, last.end
            found.append((start, end, block[0].page, box_of(text, start, end)))
    return tuple(found)


def above(text: TextMap, place: int) -> list[Heading]:
    """The headings above a place on its page that do not start right of it, the nearest first."""
    line = text.line_at(place)
    x, y = line.box.middle
    over = [head for head in headlines(text) if head[2] == line.page and head[3].middle[1] < y and head[3].x0 <= x]
    over = [head for head in over if not head[0] <= place < head[1]]
    return sorted(over, key=lambda head: -head[3].y1)


def below(text: TextMap, place: int) -> Heading | None:
    """The nearest heading below a place on its page."""
    line = text.line_at(place)
    under = [head for head in headlines(text) if head[2] == line.page and head[3].y0 > line.box.y1]
    return min(under, key=lambda head: head[3].y0, default=None)


def _in_table(text: TextMap, line: Line) -> bool:
    """Whether a figure stands in the same row, so that this is the row's label; or two other lines, so that it is a column's."""
    row = [
        other for other in text.lines if other.page == line.page and other is not line and in_row(other.box, line.box)
    ]
    return len(row) > 1 or any(re.search(r"\d", text.raw[other.start : other.end]) for other in row)


def _looks_like_one(text: TextMap, start: int, end: int) -> bool:
    words = text.raw[start:end].rstrip()
    initial = _CAPITAL.match(words)
    if initial is None or not initial[0][-1].isupper() or words[-1] in ".,;!?":
        return False
    return len(words.split()) <= _MOST_WORDS and sum(c.isalpha() for c in words) > 3


def _stands_out(text: TextMap, block: list[Line]) -> bool:
    """Whether a block's first line heads the rest: it is short or tall beside the next, or that one begins a sentence."""
    first, second = block[0], block[1]
    short = first.box.width < 0.6 * second.box.width or first.box.height > 1.15 * second.box.height
    initial = text.raw[second.start : second.start + 1]
    begins = (initial.isupper() or initial.isdigit()) and len(text.raw[first.start : first.end].split()) <= _FEW_WORDS
    return (short or begins) and _looks_like_one(text, first.start, first.end)
