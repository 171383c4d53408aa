"""The order in which a page set in columns is read: each column from top to bottom, between lines that go across them all.

Only running prose side by side makes columns: a figure with its caption beside a sentence, or an address beside a reference, does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ombudsview.paper.geometry import Box

Place = tuple[int, int, float]
"""Which stretch between lines across, which column of it, and how far down the page."""

_ACROSS = 1_000


def reading_order(prose: Sequence[Box]) -> Callable[[Box], Place] | None:
    """Where a box of the page comes as one reads, from the boxes of its lines of prose; None where it has one column."""
    gutters = _gutters(prose)
    if not gutters:
        return None
    across = sorted(box.middle[1] for box in prose if _columns(box, gutters)[0] != _columns(box, gutters)[1])

    def place(box: Box) -> Place:
        middle = box.middle[1]
        stretch = sum(line < middle for line in across)
        first, last = _columns(box, gutters)
        return stretch, first if first == last else _ACROSS, middle

    return place


_LEAST, _DENSE = 4, 0.4
"""Lines that have one beside them, and the part of all lines there: fewer are a chance, or captions beside what they belong to."""

_MOST = 1_000
"""Lines of a page of the smallest print; of more, each would be held against each other for longer than there is time."""

_WHITE = 1.0  # points


def _gutters(prose: Sequence[Box]) -> list[float]:
    """Where each column but the first begins, from the left."""
    first = min((box.x1 for box in prose), default=0.0)
    further = [(y0 + y1, y1 - y0, x0) for x0, y0, _, y1 in prose if x0 > first]
    if len(further) < _LEAST or len(prose) > _MOST:  # so it is on nearly all pages
        return []
    white = sorted(
        (x1, min(right), (y0 + y1) / 2)
        for _, y0, x1, y1 in prose
        if (right := [x0 for twice, high, x0 in further if x0 > x1 and abs(twice - y0 - y1) < high + y1 - y0])
    )
    if len(white) < _LEAST:
        return []
    stripes: list[list[tuple[float, float, float]]] = []
    for line in white:
        if stripes and line[0] < min(right for _, right, _ in stripes[-1]):
            stripes[-1].append(line)
        else:
            stripes.append([line])
    # Lines begin sharply and end raggedly: a heading may reach further than what stands below it.
    gutters = (min(right for _, right, _ in stripe) - _WHITE for stripe in stripes)
    return [
        gutter
        for gutter, stripe in zip(gutters, stripes, strict=True)
        if len(stripe) >= max(_LEAST, _DENSE * _lines(prose, gutter, [height for _, _, height in stripe]))
    ]


def _lines(prose: Sequence[Box], gutter: float, heights: list[float]) -> int:
    """How many lines the fuller side of a stripe has where lines stand on both."""
    here = [box for box in prose if min(heights) <= box.middle[1] <= max(heights)]
    return max(sum(box.x1 <= gutter for box in here), sum(box.x0 >= gutter for box in here))


def _columns(box: Box, gutters: Sequence[float]) -> tuple[int, int]:
    """The columns in which a box begins and ends."""
    return sum(gutter < box.x0 for gutter in gutters), sum(gutter < box.x1 for gutter in gutters)
