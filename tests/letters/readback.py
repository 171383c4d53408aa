"""What a PDF says at a place, read with pdfium, which shares no code with the program's own reader.

Coordinates are the public contract's: points from the top left of the page as shown, after rotation and crop.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from tests.letters.marks import unshade

AROUND = " .,;:!?()[]\"'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}•"
_LINE_HYPHEN = "\x02"  # what pdfium makes of a hyphen at the end of a line


@dataclass(frozen=True)
class Glyph:
    """One printed character: the middle of its box on the page as shown, and the field whose mark it bears.

    `way` is the direction of its line, in degrees clockwise as shown.
    """

    text: str
    x: float
    y: float
    way: int
    key: str | None
    in_block: bool

    @property
    def along(self) -> float:
        """How far along its line the character stands."""
        way = math.radians(self.way)
        return round(self.x * math.cos(way) + self.y * math.sin(way), 2)


@dataclass(frozen=True)
class Leaf:
    """One page as shown, with its characters in the order of the file."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]

    def under(self, box: Sequence[float]) -> tuple[Glyph, ...]:
        """The characters of the word whose box this is.

        A word's box reaches from its font's highest ascent to its lowest descent: that of a big number may reach over the
        line below. So an eighth is taken off both ends of its height.
        """
        x0, y0, x1, y1 = box
        slack_x, slack_y = (x1 - x0) / 8, (y1 - y0) / 8

        def inside(glyph: Glyph) -> bool:
            dx, dy = (slack_x, 0) if glyph.way % 180 else (0, slack_y)
            return x0 + dx <= glyph.x <= x1 - dx and y0 + dy <= glyph.y <= y1 - dy

        # pdfium may put the full stop of a line that stands on its head before the word.
        return tuple(sorted(filter(inside, self.glyphs), key=lambda glyph: glyph.along))


def leaves(pdf: bytes) -> tuple[Leaf, ...]:
    """Every page of the PDF."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_leaf(document[number]) for number in range(len(document)))
    finally:
        document.close()


def _leaf(page: pypdfium2.PdfPage) -> Leaf:
    left, bottom, right, top = page.get_cropbox()
    wide, high, turn = right - left, top - bottom, page.get_rotation()
    text = page.get_textpage()
    glyphs = []
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace():
            continue
        x0, y0, x1, y1 = text.get_charbox(index)
        x, y = _shown((x0 + x1) / 2 - left, top - (y0 + y1) / 2, wide, high, turn)
        key, in_block = unshade(_ink(text, index))
        way = (turn + round(math.degrees(raw.FPDFText_GetCharAngle(text, index)))) % 360
        glyphs.append(Glyph("-" if letter == _LINE_HYPHEN else letter, x, y, way, key, in_block))
    if turn in (90, 270):
        wide, high = high, wide
    return Leaf(wide, high, tuple(glyphs))


def _shown(x: float, y: float, wide: float, high: float, turn: int) -> tuple[float, float]:
    """A place on the page before its clockwise turn, as a place after it."""
    if turn == 90:
        return high - y, x
    if turn == 180:
        return wide - x, high - y
    if turn == 270:
        return y, wide - x
    return x, y


def _ink(text: pypdfium2.PdfTextPage, index: int) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return red.value, green.value, blue.value


def words_under(leaf: Leaf, boxes: Iterable[Sequence[float]]) -> str:
    """The words under the boxes, a box a word, with single spaces between them."""
    return " ".join("".join(glyph.text for glyph in leaf.under(box)) for box in boxes)


def stripped(words: str) -> str:
    """The words without the punctuation around them."""
    return words.strip(AROUND)


def marked(leaf: Leaf) -> dict[str, list[str]]:
    """For each field, the stretches of characters that bear its mark, in the order of the file."""
    found: dict[str, list[str]] = {}
    before: str | None = None
    for glyph in leaf.glyphs:
        if glyph.key:
            parts = found.setdefault(glyph.key, [])
            if glyph.key == before:
                parts[-1] += glyph.text
            else:
                parts.append(glyph.text)
        before = glyph.key
    return found
