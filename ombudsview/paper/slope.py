"""By how much the lines of a page fall, told by the places of its words: hidden text lies askew as its picture does."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ombudsview.paper.geometry import Box

_GAP, _STEP = 2.0, 0.4  # heights between two words of one line, and by which the one may stand lower
_WIDE, _ENOUGH = 60.0, 300.0  # points: a line that tells, and all that do together
_LEAST, _MOST = 0.05, 5.0  # degrees


def slant(boxes: Sequence[Box]) -> float:
    """How many degrees clockwise the lines of an upright page fall; 0 where they are level, or too few and short to tell."""
    slopes = sorted((down / across, across) for across, down in _lines(boxes) if across >= _WIDE)
    whole = sum(across for _, across in slopes)
    if whole < _ENOUGH:
        return 0.0
    half, middle = whole / 2, 0.0
    for slope, across in slopes:
        middle = slope
        half -= across
        if half <= 0:
            break
    degrees = math.degrees(math.atan(middle))
    return degrees if _LEAST <= abs(degrees) <= _MOST else 0.0


def _lines(boxes: Sequence[Box]) -> Iterator[tuple[float, float]]:
    """How far each run of words side by side goes across the page, and how far down."""
    first: Box | None = None
    for box, following in pairwise((*boxes, None)):
        if box is None:
            continue
        first = first or box
        if following is None or not _follows(box, following):
            (x0, y0), (x1, y1) = first.middle, box.middle
            yield x1 - x0, y1 - y0
            first = None


def _follows(box: Box, other: Box) -> bool:
    height = min(box.height, other.height)
    return 0 <= other.x0 - box.x1 <= _GAP * height and abs(other.middle[1] - box.middle[1]) <= _STEP * height
