"""What lies over words of a page: a line through them, something painted on top, a reader's mark. Runs in the reader process only.

MuPDF's words tell nothing of it, and asking it where everything is painted costs as much as the words did: it is asked only where
the page's own content has a filled rectangle or a short level stroke, which is what lines through words and bars over them are.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import pymupdf

from ombudsview.paper.geometry import Box, around

_LONGEST_STROKE = (
    250.0  # of the page's units, whatever they are: a line through some words is shorter, a table's mostly longer
)
_THIN, _PART = 0.25, 0.4  # of a word's height, of its width: how thin a line through it is, and how far it goes
_THROUGH = (0.35, 0.75)  # of a word's height from its top: where a line goes through it
_HIDES, _TOUCHES = 0.6, 0.25  # of a word's area
_EDGE = 0.7  # points
_SCALE, _SEEN = 3.0, 40  # pixels a point; grey levels between the lightest and the darkest where something can be read
_MOST_PIXELS, _LEAST_SCALE = 500_000_000, 1.0  # drawn over one another, of which a usual page has some millions
_HARMLESS = frozenset(
    "Link Popup Widget Text Highlight Underline Squiggly FileAttachment Watermark PrinterMark".split()  # noqa: SIM905
)
_FRAMES = frozenset(("Square", "Circle", "Polygon"))
_NOT_SHOWN = 2 | 32  # the flags Hidden and NoView of the PDF standard


class Over(StrEnum):
    """What lies over a word."""

    STRUCK = "struck"
    HIDDEN = "hidden"
    MARKED = "marked"


def over(page: pymupdf.Page, words: Sequence[Box]) -> list[Over | None]:
    """For each word's box (points of the page as shown) what lies over it, if anything. Raises what MuPDF raises."""
    width, height = page.rect.width, page.rect.height
    back = -page.rotation % 360  # all else is told of the page before it was turned
    lying = [word.turned(back, width, height) for word in words]
    found: list[Over | None] = [None] * len(words)
    near = _Near(lying, [at for at, word in enumerate(words) if word.width > 0 and word.height > 0])
    for mark in _marks(page):
        for at in near.to(mark):
            if _shared(mark, lying[at]) >= _TOUCHES * _area(lying[at]):
                found[at] = Over.MARKED
                near.leave(at)
    if _may_be_painted_over(page.read_contents()):
        near.leave(*(at for at, word in enumerate(words) if word.width > width or word.height > height))
        painted = [(kind, Box(*rect)) for kind, rect in page.get_bboxlog()]
        for at in _struck(painted, lying, near):
            found[at] = Over.STRUCK
        covers = _covers(painted, lying, near)
        parts = {at: _within(words[at], cover.turned(page.rotation, *_unturned(page))) for at, cover in covers.items()}
        for at in _unseen(page, [box for _, box in painted], parts):
            found[at] = Over.HIDDEN
    return found


class _Near:
    """Which of the words that are still looked at are level with a box, or stand below one another with it, whichever are fewer.

    Pages have a hundred thousand drawings: each is held against these alone.
    """

    def __init__(self, words: Sequence[Box], looked_at: Iterable[int]) -> None:
        self._words = words
        self._down = sorted(looked_at, key=lambda at: words[at].y0)
        self._across = sorted(self._down, key=lambda at: words[at].x0)
        self._measure()

    def _measure(self) -> None:
        words = [self._words[at] for at in self._down]
        self._tops, self._lefts = [word.y0 for word in words], [self._words[at].x0 for at in self._across]
        heights, widths = [word.height for word in words] or [0.0], [word.width for word in words] or [0.0]
        self.lowest, self.highest = min(heights), max(heights)
        self.narrowest, self.widest = min(widths), max(widths)

    def __bool__(self) -> bool:
        return bool(self._down)

    def to(self, box: Box) -> list[int]:
        """The words that may touch a box, by their numbers."""
        top, bottom = bisect_left(self._tops, box.y0 - self.highest), bisect_right(self._tops, box.y1)
        left, right = bisect_left(self._lefts, box.x0 - self.widest), bisect_right(self._lefts, box.x1)
        return self._down[top:bottom] if bottom - top <= right - left else self._across[left:right]

    def leave(self, *settled: int) -> None:
        """Look at these words no more."""
        if settled:
            self._down = [at for at in self._down if at not in settled]
            self._across = [at for at in self._across if at not in settled]
            self._measure()


def _marks(page: pymupdf.Page) -> list[Box]:
    """Where, on the page before it is turned, a reader's marks lie that change or hide what is printed; highlighting does not."""
    if page.first_annot is None:
        return []
    found = []
    for mark in page.annots():
        kind = mark.type[1]
        framed = kind in _FRAMES and not mark.colors["fill"]
        if kind not in _HARMLESS and not framed and not mark.flags & _NOT_SHOWN:
            found.append(Box(*mark.rect))
    return found


def _may_be_painted_over(content: bytes) -> bool:
    """Whether a page's content fills a rectangle, by one order or drawn side by side, or strokes a short level line."""
    if any(part[:1].isspace() and part.lstrip()[:1] not in b"Wn" for part in content.split(b" re")[1:]):
        return True
    before = b""
    for part in content.split(b" m"):
        if before and (_RECTANGLE.match(part) or ((line := _STROKE.match(part)) and _is_short(before, line))):
            return True
        before = part
    return False


_RECTANGLE = re.compile(rb"\s+(?:\S+\s+\S+\s+l\s+){3,4}(?:h\s+)?[fFB]")
_STROKE = re.compile(rb"\s+(\S+)\s+(\S+)\s+l\s(?:[^lcvyhm]{0,60}?\s)?S\s")


def _is_short(before: bytes, line: re.Match[bytes]) -> bool:
    """Whether a line from the last two numbers before it is level, or upright, and no table's."""
    try:
        x0, y0, x1, y1 = (float(side) for side in (*before[-40:].split()[-2:], line[1], line[2]))
    except ValueError:
        return False
    across, along = sorted((abs(x1 - x0), abs(y1 - y0)))
    return across < 0.1 * along <= 0.1 * _LONGEST_STROKE


def _unturned(page: pymupdf.Page) -> tuple[float, float]:
    """The size of a page before it is turned."""
    width, height = page.rect.width, page.rect.height
    return (height, width) if page.rotation in {90, 270} else (width, height)


def _struck(painted: Sequence[tuple[str, Box]], words: Sequence[Box], near: _Near) -> list[int]:
    """The words that a line goes through; they are looked at no more."""
    found: list[int] = []
    for kind, box in painted:
        if kind.endswith("-path") and min(box.width, box.height) <= _THIN * max(near.highest, near.widest):
            through = [at for at in near.to(box) if _goes_through(box, words[at])]
            near.leave(*through)
            found += through
    return found


def _covers(painted: Sequence[tuple[str, Box]], words: Sequence[Box], near: _Near) -> dict[int, Box]:
    """What was painted last over each word that no text was painted on after it: a ring around a word has a box over it too."""
    found: dict[int, Box] = {}
    for kind, box in reversed(painted):
        if not near:
            break
        is_text = kind.endswith("-text")
        if not is_text and kind not in ("fill-path", "fill-image"):
            continue
        part = _TOUCHES if is_text else _HIDES
        if box.width < part * near.narrowest or box.height < part * near.lowest:
            continue
        over = [at for at in near.to(box) if _shared(box, words[at]) >= part * _area(words[at])]
        near.leave(*over)
        if not is_text:
            found |= dict.fromkeys(over, box)
    return found


def _goes_through(line: Box, word: Box) -> bool:
    """Whether a thin box goes through a word, whichever way it is written."""
    if line.width < line.height:
        line, word = Box(line.y0, line.x0, line.y1, line.x1), Box(word.y0, word.x0, word.y1, word.x1)
    down = ((line.y0 + line.y1) / 2 - word.y0) / word.height
    along = min(line.x1, word.x1) - max(line.x0, word.x0)
    return line.height <= _THIN * word.height and _THROUGH[0] <= down <= _THROUGH[1] and along >= _PART * word.width


def _within(word: Box, cover: Box) -> Box:
    """The part of a word that is covered, but for the edges of what covers it."""
    return Box(
        max(word.x0, cover.x0 + _EDGE),
        max(word.y0, cover.y0 + _EDGE),
        min(word.x1, cover.x1 - _EDGE),
        min(word.y1, cover.y1 - _EDGE),
    )


def _unseen(page: pymupdf.Page, painted: Iterable[Box], parts: Mapping[int, Box]) -> list[int]:
    """Those parts of a page as shown on which nothing is to be seen, drawn in one picture: to draw each takes as long.

    Where so much lies over one another that to draw it would take longer than there is time, all of them.
    """
    parts = {at: part for at, part in parts.items() if part.width > 0 and part.height > 0}
    if not parts:
        return []
    clip = around(parts.values())
    unturned = clip.turned(-page.rotation % 360, page.rect.width, page.rect.height)
    scale = min(_SCALE, math.sqrt(_MOST_PIXELS / (_area(clip) + sum(_shared(box, unturned) for box in painted))))
    if scale < _LEAST_SCALE:
        return list(parts)
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), clip=pymupdf.Rect(*clip), colorspace=pymupdf.csGRAY, alpha=False
    )
    return [at for at, part in parts.items() if _is_even(picture, part, scale)]


def _is_even(picture: pymupdf.Pixmap, part: Box, scale: float) -> bool:
    """Whether a part of the page is of one grey in its picture; no where it has no whole pixel."""
    left, right = (
        max(0, math.ceil(part.x0 * scale) - picture.x),
        min(picture.width, math.floor(part.x1 * scale) - picture.x),
    )
    top, bottom = (
        max(0, math.ceil(part.y0 * scale) - picture.y),
        min(picture.height, math.floor(part.y1 * scale) - picture.y),
    )
    rows = [picture.samples_mv[row * picture.stride :][left:right] for row in range(top, bottom)]
    if right <= left or not rows:
        return False
    return bool(max(map(max, rows)) - min(map(min, rows)) <= _SEEN)


def _shared(one: Box, other: Box) -> float:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, wide) * max(0.0, high)


def _area(box: Box) -> float:
    return box.width * box.height
