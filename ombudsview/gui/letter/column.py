"""Where each page lies: all pages in one column, in pixels of the screen. Arithmetic only."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ombudsview.paper.geometry import Box

GAP = 16
MARGIN = 24
SMALLEST, LARGEST = 0.1, 16.0
ZOOM_STEP = 1.2
"""What one press of Ctrl++ does; a notch of the wheel does half of it."""

Sizes = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Column:
    """Pages of these sizes (points) at a scale (pixels a point), in a view of that width (pixels).

    All lie turned clockwise by `turn` degrees (0, 90, 180, 270); places on a page are those of the page that is not turned.
    """

    sizes: Sizes
    scale: float
    view_width: int
    turn: int = 0

    @cached_property
    def shown(self) -> Sizes:
        """The sizes of the pages as they lie."""
        return self.sizes if self.turn % 180 == 0 else tuple((height, width) for width, height in self.sizes)

    @cached_property
    def width(self) -> float:
        """Width of the whole column, margins included; at least the view's."""
        widest = max((width for width, _ in self.shown), default=0.0)
        return max(float(self.view_width), widest * self.scale + 2 * MARGIN)

    @cached_property
    def tops(self) -> tuple[float, ...]:
        """The upper edge of each page."""
        tops, y = [], float(MARGIN)
        for _, height in self.shown:
            tops.append(round(y))
            y += height * self.scale + GAP
        return tuple(tops)

    @cached_property
    def height(self) -> float:
        """Height of the whole column, margins included."""
        if not self.sizes:
            return 0.0
        return self.tops[-1] + self.shown[-1][1] * self.scale + MARGIN

    def page(self, number: int) -> Box:
        """The place of a page (from 0)."""
        width, height = self.shown[number]
        left, top = round((self.width - width * self.scale) / 2), self.tops[number]
        return Box(left, top, left + round(width * self.scale), top + round(height * self.scale))

    def place(self, number: int, box: Box) -> Box:
        """The place of a box given in points of a page."""
        page, box = self.page(number), box.turned(self.turn, *self.sizes[number])
        return Box(*(origin + at * self.scale for origin, at in zip((page.x0, page.y0) * 2, box, strict=True)))

    def at(self, x: float, y: float) -> tuple[int, float, float]:
        """The page at or before a place, and the point on it."""
        number = max(0, bisect_right(self.tops, y) - 1)
        return number, *self.on(number, x, y)

    def on(self, number: int, x: float, y: float) -> tuple[float, float]:
        """The point on a page at a place, which may lie outside of it."""
        page = self.page(number)
        x, y = (x - page.x0) / self.scale, (y - page.y0) / self.scale
        back = Box(x, y, x, y).turned(-self.turn % 360, *self.shown[number])
        return back.x0, back.y0

    def between(self, top: float, bottom: float) -> range:
        """The pages that show between two heights."""
        if not self.sizes:
            return range(0)
        first = max(0, bisect_right(self.tops, top) - 1)
        if self.page(first).y1 < top and first + 1 < len(self.sizes):
            first += 1
        last = max(first, bisect_right(self.tops, bottom) - 1)
        return range(first, last + 1)


def fit_width(sizes: Sizes, view_width: int) -> float:
    """The scale at which the widest page just fits between the margins."""
    widest = max((width for width, _ in sizes), default=595.0)
    return max(SMALLEST, min(LARGEST, (view_width - 2 * MARGIN) / widest))
