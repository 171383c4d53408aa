"""What lies over words of a page: a line through them, something painted on top, a reader's mark. Runs in the reader process only.

MuPDF's words tell nothing of it, and asking it where everything is painted costs as much as the words did: it is asked only where
the page's own content has a filled rectangle or a short level stroke, which is what lines through words and bars over them are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

import pymupdf

from ombudsview.paper.geometry import Box

_LONGEST_STROKE = (
    250.0  # of the page's units, whatever they are: a line through some words is shorter, a table's mostly longer
)
_THIN, _PART = 0.25, 0.4  # of a word's height, of its width: how thin a line through it is, and how far it goes
_THROUGH = (0.35, 0.75)  # of a word's height from its top: where a line goes through it
_HIDES, _TOUCHES = 0.6, 0.25  # of a word's area
_EDGE = 0.7  # points
_SCALE, _SEEN = 3.0, 40  # pixels a point; grey levels between the lightest and the darkest where something can be read
_HARMLESS = frozenset(("Link", "Popup", "Widget", "Text", "Highlight", "Underline", "Squiggly", "FileAttachment"))
_FRAMES = frozenset(("Square", "Circle", "Polygon"))
_NOT_SHOWN = 2 | 32  # the flags Hidden and NoView of the PDF standard


class Over(StrEnum):
    """What lies over a word."""

    STRUCK = "struck"
    HIDDEN = "hidden"
    MARKED = "marked"


def over(page: pymupdf.Page, words: Sequence[Box]) -> list[Over | None]:
    """For each word's box (points of the page as shown) what lies over it, if anything. Raises what MuPDF raises."""
    marks = _marks(page)
    found = [
        Over.MARKED if any(_shared(mark, word) >= _TOUCHES * _area(word) for mark in marks) else None for word in words
    ]
    if not _may_be_painted_over(page.read_contents()):
        return found
    width, height = page.rect.width, page.rect.height
    painted = [(kind, Box(*rect).turned(page.rotation, *_unturned(page))) for kind, rect in page.get_bboxlog()]
    return [
        one or _painted(page, painted, word) if 0 < word.width <= width and 0 < word.height <= height else one
        for one, word in zip(found, words, strict=True)
    ]


def _marks(page: pymupdf.Page) -> list[Box]:
    """Where a reader's marks lie that change or hide what is printed; highlighting, notes in the margin and links do not."""
    if page.first_annot is None:
        return []
    found = []
    for mark in page.annots():
        kind = mark.type[1]
        framed = kind in _FRAMES and not mark.colors["fill"]
        if kind not in _HARMLESS and not framed and not mark.flags & _NOT_SHOWN:
            found.append(Box(*mark.rect).turned(page.rotation, *_unturned(page)))
    return found


def _may_be_painted_over(content: bytes) -> bool:
    """Whether a page's content fills a rectangle, by one order or drawn side by side, or strokes a short level line."""
    if any(part.lstrip()[:1] not in b"Wn" for part in content.split(b" re")[1:]):
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


def _painted(page: pymupdf.Page, painted: list[tuple[str, Box]], word: Box) -> Over | None:
    """Whether a line goes through a word, or the last that is painted over it hides it: a ring around it has a box over it too."""
    cover = None
    for kind, box in painted:
        if kind.endswith("-text"):
            cover = None if _shared(box, word) >= _TOUCHES * _area(word) else cover
        elif kind.endswith("-path") and _goes_through(box, word):
            return Over.STRUCK
        elif kind in ("fill-path", "fill-image") and _shared(box, word) >= _HIDES * _area(word):
            cover = box
    return Over.HIDDEN if cover is not None and not _can_be_seen(page, word, cover) else None


def _goes_through(line: Box, word: Box) -> bool:
    """Whether a thin box goes through a word, whichever way it is written."""
    if line.width < line.height:
        line, word = Box(line.y0, line.x0, line.y1, line.x1), Box(word.y0, word.x0, word.y1, word.x1)
    down = ((line.y0 + line.y1) / 2 - word.y0) / word.height
    along = min(line.x1, word.x1) - max(line.x0, word.x0)
    return line.height <= _THIN * word.height and _THROUGH[0] <= down <= _THROUGH[1] and along >= _PART * word.width


def _can_be_seen(page: pymupdf.Page, word: Box, cover: Box) -> bool:
    """Whether anything is to be seen of a word where it is covered, but for the edges of what covers it."""
    x0, y0, x1, y1 = cover
    part = pymupdf.Rect(*word) & pymupdf.Rect(x0 + _EDGE, y0 + _EDGE, x1 - _EDGE, y1 - _EDGE)
    if part.is_empty:
        return True
    picture = page.get_pixmap(matrix=pymupdf.Matrix(_SCALE, _SCALE), clip=part, colorspace=pymupdf.csGRAY, alpha=False)
    return len(picture.samples) == 0 or max(picture.samples) - min(picture.samples) > _SEEN


def _shared(one: Box, other: Box) -> float:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(0.0, wide) * max(0.0, high)


def _area(box: Box) -> float:
    return box.width * box.height
