"""Pictures of pages. Runs in the reader process only; nothing that a page links to or wants to run is ever followed."""

from __future__ import annotations

import math
from typing import NamedTuple

import pymupdf

from ombudsview.paper.bounds import MOST_PIXELS
from ombudsview.paper.geometry import Box


class TooManyPixels(ValueError):
    """More pixels were asked for than one picture may have; ask for a smaller clip or scale."""


class Pixels(NamedTuple):
    """RGB, 8 bits each, rows from the top, `stride` bytes a row."""

    width: int
    height: int
    stride: int
    pixels: bytes


def render(page: pymupdf.Page, scale: float, clip: Box | None = None) -> Pixels:
    """One page, or the clip of it (points of the page as shown), at `scale` pixels a point, annotations included.

    Raises TooManyPixels before anything is drawn.
    """
    whole = page.rect
    area = whole if clip is None else pymupdf.Rect(*clip) & whole
    width, height = area.width * scale, area.height * scale
    if not (math.isfinite(width * height) and width > 0 and height > 0 and (width + 2) * (height + 2) <= MOST_PIXELS):
        raise TooManyPixels(f"{width:.0f} x {height:.0f}")
    picture = page.get_pixmap(
        matrix=pymupdf.Matrix(scale, scale), clip=area, colorspace=pymupdf.csRGB, alpha=False, annots=True
    )
    return Pixels(picture.width, picture.height, picture.stride, picture.samples)
