"""Papers made by hand, so that the core is tested without a PDF: words laid on a page, or a page typed as on a typewriter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import count

from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper, Sheet, Word

WIDTH, HEIGHT = 595.0, 842.0
SIZE = 11.0
TALL = 1.2  # the height of a word's box, in sizes
BROAD = 0.5  # the width of a character
_LEADING = 1.3

_numbers = count()

Laid = list[Word]


def laid(text: str, x: float, y: float, *, size: float = SIZE, gap: float = 0.25) -> Laid:
    """The words of one drawn line from a left top corner; `gap` is the white between two words, in sizes."""
    line = next(_numbers)
    words: Laid = []
    for word in text.split(" "):
        right = x + BROAD * size * len(word)
        words.append(Word(word, Box(x, y, right, y + TALL * size), line))
        x = right + gap * size
    return words


def typed(page: str, *, x: float = 40, y: float = 40, size: float = SIZE) -> Laid:
    """A page as typed: one line below the other, every character as wide as the next, two spaces part what is drawn apart."""
    words: Laid = []
    for row, line in enumerate(page.strip("\n").split("\n")):
        for part in re.finditer(r"\S+(?: \S+)*", line):
            left = x + BROAD * size * part.start()
            words += laid(part[0], left, y + row * _LEADING * size, size=size, gap=BROAD)
    return words


def sheet(*words: Laid, width: float = WIDTH, height: float = HEIGHT, turn: int = 0) -> Sheet:
    """One page, its words given upright; `turn` lays it on its side as a scanner would, to be turned back by so much."""
    flat = [word for line in words for word in line]
    if not turn:
        return Sheet(width, height, 0, tuple(flat))
    shown = tuple(Word(w.text, w.box.turned(360 - turn, width, height), w.line) for w in flat)
    across = turn in (90, 270)
    return Sheet(height if across else width, width if across else height, turn, shown)


def paper(*sheets: Sheet) -> Paper:
    """Pages put together."""
    return Paper("ab" * 32, sheets)


def typed_paper(*pages: str) -> Paper:
    """One sheet for each typed page; long ones get longer sheets."""
    return paper(*(sheet(typed(page), height=max(HEIGHT, 80 + 15.0 * page.count("\n"))) for page in pages))


def renumbered(words: Iterable[Word], lines: Sequence[int]) -> tuple[Word, ...]:
    """The same words under other line numbers."""
    return tuple(Word(word.text, word.box, line) for word, line in zip(words, lines, strict=True))
