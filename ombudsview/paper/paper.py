"""Paper: the words that a document prints, page by page, each with its box. Immutable; it crosses the process boundary whole."""

from __future__ import annotations

import math
import re

import msgspec

from ombudsview.paper.geometry import Box

SOFT_HYPHEN = "\u00ad"
"""Seen only where a line breaks at it: last in a word, it says that the word goes on in the next line."""

MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Figures as raised signs: behind a figure they point to a footnote."""
_MARKED = re.compile(rf"(?<=[0-9%)])[{MARKS}]+(?=[.,;:)]*\Z)")


def without_marks(word: str) -> str:
    """A word without the mark of a footnote that stands behind its figure."""
    return _MARKED.sub("", word)


class Word(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One whole word as the PDF spells it, its box on the page as shown, and the number of the line that MuPDF put it in."""

    text: str
    box: Box
    line: int

    @property
    def said(self) -> str:
        """What it says to people: a soft hyphen, which nobody sees in a value, and a footnote's mark behind a figure are no part."""
        return self.text if self.text.isascii() else without_marks(self.text.replace(SOFT_HYPHEN, ""))


class Sheet(msgspec.Struct, frozen=True, array_like=True):
    """One page as shown (after rotation and crop): its size in points, its words, and how it must be turned to be read.

    `turn` is the clockwise turn in degrees (0, 90, 180, 270) that makes most of its text upright. Where the words were recognised
    on a picture of the page, `recognised` names what did it, `slant` is how many degrees clockwise the lines of the turned page
    fall, and `unsure` holds the numbers of the words that were hard to read.

    `pictured` is the part of the page (0 to 1) that pictures cover or, on a page without words, anything drawn; `unseen` the part
    of its words that cannot be seen because they lie under a picture or are not painted.
    """

    width: float
    height: float
    turn: int
    words: tuple[Word, ...]
    recognised: str = ""
    slant: float = 0.0
    unsure: tuple[int, ...] = ()
    pictured: float = 0.0
    unseen: float = 0.0

    def upright(self, box: Box) -> Box:
        """A box of this sheet on the sheet turned upright and straightened."""
        if self.turn:
            box = box.turned(self.turn, self.width, self.height)
        if not self.slant:
            return box
        across, down = (self.height, self.width) if self.turn in {90, 270} else (self.width, self.height)
        x, y = box.middle
        x, y = x - across / 2, y - down / 2
        sine, cosine = math.sin(math.radians(self.slant)), math.cos(math.radians(self.slant))
        right, lower = x * cosine + y * sine - x, y * cosine - x * sine - y
        # What a box grew by when it was laid around slanting letters is taken back.
        less = min(abs(sine) * box.width, 0.4 * box.height) / 2
        return Box(box.x0 + right, box.y0 + lower + less, box.x1 + right, box.y1 + lower - less)


class Paper(msgspec.Struct, frozen=True, array_like=True):
    """A document's sheets, under the SHA-256 (hex) of the bytes they were taken from."""

    sha256: str
    sheets: tuple[Sheet, ...]

    @property
    def has_text(self) -> bool:
        """Whether any page has a word on it."""
        return any(sheet.words for sheet in self.sheets)
