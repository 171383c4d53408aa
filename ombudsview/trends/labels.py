"""Where to write a label beside its point so that it hides nothing: every place around the point is tried and the best one taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle in pixels from the top left: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, x: float, y: float, width: float, height: float) -> Area:
        """A rectangle by its middle and size."""
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def meets(self, other: Area) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Area) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )


Segment = tuple[float, float, float, float]
Spot = tuple[float, float]


@dataclass
class Room:
    """What is on the chart already: marks that must not be hidden, lines that should not be, bands that had better not be."""

    frame: Area
    marks: list[Area] = field(default_factory=list)
    lines: list[Segment] = field(default_factory=list)
    bands: list[Area] = field(default_factory=list)
    labels: list[Area] = field(default_factory=list)

    def place(self, anchor: Spot, width: float, height: float, wishes: Iterable[Spot]) -> Spot:
        """The middle of the best place for a label, which is taken from then on.

        `wishes` are directions from the anchor in the order of liking: (1, -1) is right above, in units of the clear distance.
        """
        options = []
        for rank, (right, down) in enumerate(wishes):
            middle = (anchor[0] + right * (width / 2 + _CLEAR), anchor[1] + down * (height / 2 + _CLEAR))
            options.append((self._cost(Area.around(*middle, width, height)) + rank, rank, middle))
        _, _, best = min(options)
        self.labels.append(Area.around(*best, width, height))
        return best

    def _cost(self, area: Area) -> float:
        outside = 0 if self.frame.holds(area) else _OUTSIDE
        labels = sum(_LABEL for label in self.labels if area.meets(label))
        marks = sum(_MARK for mark in self.marks if area.meets(mark))
        lines = sum(_LINE for line in self.lines if crosses(line, area))
        bands = sum(_BAND for band in self.bands if area.meets(band))
        return outside + labels + marks + lines + bands


_CLEAR = 6
_OUTSIDE, _LABEL, _MARK, _LINE, _BAND = 4000, 1000, 200, 50, 5

AROUND: tuple[Spot, ...] = (
    (1, -1), (0, -1.4), (-1, -1), (1, 1), (0, 1.4), (-1, 1), (1.1, 0), (-1.1, 0),
    (0, -2.6), (0, 2.6), (1, -2.4), (-1, -2.4), (1, 2.4), (-1, 2.4), (0, -4), (0, 4),
)  # fmt: skip
"""Directions for the number at a point: right above is what eyes expect."""

BESIDE: tuple[Spot, ...] = (
    (1.1, 0),
    (1.1, -1),
    (1.1, 1),
    (1.1, -2.2),
    (1.1, 2.2),
    (0, -2.6),
    (0, 2.6),
    (0, -4),
    (0, 4),
)
"""Directions for the name at a line's end."""


def crosses(line: Segment, area: Area) -> bool:
    """Whether a segment runs through a rectangle (Liang and Barsky's clipping)."""
    x0, y0, x1, y1 = line
    enter, leave = 0.0, 1.0
    for step, room in (
        (x0 - x1, x0 - area.left),
        (x1 - x0, area.right - x0),
        (y0 - y1, y0 - area.top),
        (y1 - y0, area.bottom - y0),
    ):
        if step == 0:
            if room <= 0:
                return False
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    return enter < leave
