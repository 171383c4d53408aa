"""What the reader process may say about pages and pictures; it is treated as hostile, so that each answer is looked at first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ombudsview.errors import Verdict
from ombudsview.paper.bounds import LARGEST_PAGE, LONGEST_WORD, MOST_PAGES, MOST_PIXELS, MOST_WORDS
from ombudsview.paper.frames import Opened, Picture
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Sheet

TOLERANCE = 1.0
"""Points by which a box may stand over the edge of its page: boxes are rounded."""

_LONGEST_NAME = 200
_MOST_SLANT = 45.0  # degrees


def pixels(sizes: Sequence[tuple[float, float]], page: int, scale: float, clip: Box | None) -> tuple[float, float]:
    """Width and height that the picture will have, rounding apart."""
    if not 0 <= page < len(sizes):
        raise ValueError(f"no page {page}")
    right, bottom = sizes[page]
    x0, y0, x1, y1 = clip or (0.0, 0.0, right, bottom)
    width = (min(x1, right) - max(x0, 0.0)) * scale
    height = (min(y1, bottom) - max(y0, 0.0)) * scale
    if not (width > 0 and height > 0 and (width + 2) * (height + 2) <= MOST_PIXELS):
        raise ValueError(f"a picture of {width:.0f} x {height:.0f}")
    return width, height


def believable(picture: Picture, width: float, height: float) -> bool:
    """Whether this may be the picture of so many pixels, rounding apart."""
    return (
        abs(picture.width - width) <= 2
        and abs(picture.height - height) <= 2
        and picture.width > 0
        and picture.height > 0
        and picture.stride >= 3 * picture.width
        and len(picture.pixels) == picture.stride * picture.height
    )


def credible(opened: Opened, sha256: str) -> bool:
    """Whether a document may have been opened like that."""
    return (
        opened.verdict in {Verdict.OK, Verdict.REPAIRED}
        and opened.sha256 == sha256
        and 0 < len(opened.sizes) <= MOST_PAGES
        and all(0 < width < math.inf and 0 < height < math.inf for width, height in opened.sizes)
        and len(opened.broken) <= len(opened.sizes)
        and all(0 <= page < len(opened.sizes) for page in opened.broken)
    )


def is_sheet(sheet: Sheet) -> bool:
    """Whether a page may be like that, and each of its words stand inside it. Written so that NaN fails."""
    return (
        sheet.turn in {0, 90, 180, 270}
        and 0 < sheet.width <= LARGEST_PAGE
        and 0 < sheet.height <= LARGEST_PAGE
        and len(sheet.recognised) <= _LONGEST_NAME
        and abs(sheet.slant) <= _MOST_SLANT
        and all(0 <= word < len(sheet.words) for word in sheet.unsure)
        and 0 <= sheet.pictured <= 1
        and 0 <= sheet.unseen <= 1
        and _are_words(sheet)
    )


def _are_words(sheet: Sheet) -> bool:
    right, bottom = sheet.width + TOLERANCE, sheet.height + TOLERANCE
    last_line = 2 * len(sheet.words) + MOST_WORDS
    for word in sheet.words:
        x0, y0, x1, y1 = word.box
        if not (-TOLERANCE <= x0 <= x1 <= right and -TOLERANCE <= y0 <= y1 <= bottom):
            return False
        if not (0 < len(word.text) <= LONGEST_WORD and 0 <= word.line <= last_line):
            return False
    return True
