"""Boxes on a page, in PDF points from the top left of the page as it is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def middle(self) -> tuple[float, float]:
        """The centre as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def turned(self, turn: int, width: float, height: float) -> Box:
        """This box after a page of that size was turned clockwise by `turn` degrees (0, 90, 180, 270)."""
        x0, y0, x1, y1 = self
        if turn == 90:
            return Box(height - y1, x0, height - y0, x1)
        if turn == 180:
            return Box(width - x1, height - y1, width - x0, height - y0)
        if turn == 270:
            return Box(y0, width - x1, y1, width - x0)
        return self


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; at least one is needed."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
