"""Marks for one letter: each field's words in a near-black of their own, and the places of those words read back with pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence

import pypdfium2
from pypdfium2 import raw

from tests.letters.marks import Shade

_STEPS = 8
_STEP = 6  # so that no shade is more than 42 of 255 from black

Box = tuple[int, float, float, float, float]
"""A page (from 1) and x0, y0, x1, y1 in points from the top left of the page as shown."""
Places = dict[str, list[Box]]


class Ink:
    """The shades of one letter's fields."""

    def __init__(self, keys: Sequence[str]) -> None:
        assert len(keys) < _STEPS**3, "more fields than shades"
        self._shades = {key: _shade(number) for number, key in enumerate(keys, 1)}
        self._keys = {shade: key for key, shade in self._shades.items()}

    def shade(self, key: str | None) -> Shade:
        """The colour of a field's words; black for None."""
        return self._shades[key] if key else (0, 0, 0)

    def places(self, pdf: bytes) -> Places:
        """Where each field's words stand, a box for each stretch on a line, in the order of the file."""
        found: Places = {}
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number in range(len(document)):
                for key, box in self._stretches(document[number]):
                    found.setdefault(key, []).append((number + 1, *box))
        finally:
            document.close()
        return found

    def _stretches(self, page: pypdfium2.PdfPage) -> Iterable[tuple[str, tuple[float, float, float, float]]]:
        text = page.get_textpage()
        open_key: str | None = None
        box = (0.0, 0.0, 0.0, 0.0)
        for index in range(text.count_chars()):
            if chr(raw.FPDFText_GetUnicode(text, index)).isspace():
                continue
            key = self._keys.get(_colour(text, index))
            glyph = _shown(text.get_charbox(index, loose=True), page)
            if key == open_key and key and _same_line(box, glyph):
                box = _around(box, glyph)
                continue
            if open_key:
                yield open_key, box
            open_key, box = key, glyph
        if open_key:
            yield open_key, box


def _shade(number: int) -> Shade:
    return (
        number // _STEPS**2 * _STEP,
        number // _STEPS % _STEPS * _STEP,
        number % _STEPS * _STEP,
    )


def _colour(text: pypdfium2.PdfTextPage, index: int) -> Shade:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, index, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _shown(box: Sequence[float], page: pypdfium2.PdfPage) -> tuple[float, float, float, float]:
    """A box of the page's own coordinates, as the page is shown."""
    left, bottom, right, top = page.get_cropbox()
    x0, y0, x1, y1 = box[0] - left, top - box[3], box[2] - left, top - box[1]
    return turned((x0, y0, x1, y1), right - left, top - bottom, page.get_rotation())


def turned(
    box: tuple[float, float, float, float], wide: float, high: float, turn: int
) -> tuple[float, float, float, float]:
    """A box on a page of that size, after the page is turned clockwise by 0, 90, 180 or 270 degrees."""
    x0, y0, x1, y1 = box
    match turn:
        case 90:
            return high - y1, x0, high - y0, x1
        case 180:
            return wide - x1, high - y1, wide - x0, high - y0
        case 270:
            return y0, wide - x1, y1, wide - x0
        case _:
            return box


def _same_line(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes stand close enough to belong to one stretch, along or across."""
    tall = max(min(one[3] - one[1], one[2] - one[0]), 4.0)
    gap_x = max(one[0], other[0]) - min(one[2], other[2])
    gap_y = max(one[1], other[1]) - min(one[3], other[3])
    middle = (
        abs((one[1] + one[3]) - (other[1] + other[3])) < tall or abs((one[0] + one[2]) - (other[0] + other[2])) < tall
    )
    return middle and gap_x < tall * 1.5 and gap_y < tall * 1.5


def _around(one: Sequence[float], other: Sequence[float]) -> tuple[float, float, float, float]:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
