"""How much of a page pictures cover, and how much of its text nobody can see. Runs in the reader process only.

MuPDF tells where everything is painted without decoding a picture; even that is asked only where it may matter.
"""

from __future__ import annotations

from typing import Any, NamedTuple

_FEW_WORDS = 12
_MANY_PIXELS = 400_000
_MANY_PICTURES = 20
_CELLS = 32
_PICTURES = ("fill-image", "fill-imgmask", "clip-imgmask")
_PAINTED = (*_PICTURES, "fill-path", "stroke-path", "fill-shade", "fill-text", "stroke-text")

Rect = tuple[float, float, float, float]
Painted = tuple[str, Rect]


class Covered(NamedTuple):
    """Parts from 0 to 1: of the page that pictures (without words: anything painted) cover; of the text that is not seen."""

    pictured: float = 0.0
    unseen: float = 0.0


def worth_asking(words: int, pictures: list[Any]) -> bool:
    """Whether pictures may be what the page is: hardly any words, or pictures as large as scans are.

    `pictures` is MuPDF's list of the page's pictures: number, mask, width, height in pixels, ...
    """
    pixels = sum(width * height for _, _, width, height, *_ in pictures)
    return words < _FEW_WORDS or pixels >= _MANY_PIXELS or len(pictures) >= _MANY_PICTURES


def covered(painted: list[Painted], width: float, height: float, *, words: bool) -> Covered:
    """What MuPDF's log of a page says, in the order of painting; the size is that of the page before it is turned."""
    counting = _PICTURES if words else _PAINTED
    cells: set[tuple[int, int]] = set()
    for kind, rect in painted:
        if kind in counting and len(cells) < _CELLS * _CELLS:
            cells |= _touched(rect, width, height)
    return Covered(len(cells) / (_CELLS * _CELLS), _unseen(painted))


def _touched(rect: Rect, width: float, height: float) -> set[tuple[int, int]]:
    x0, y0, x1, y1 = rect
    # Written so that nothing that is not a number comes through.
    if not (x0 < x1 and y0 < y1 and x1 > 0 and y1 > 0 and x0 < width and y0 < height):
        return set()
    left, top = (int(max(0.0, side) / length * _CELLS) for side, length in ((x0, width), (y0, height)))
    right, bottom = (
        min(_CELLS - 1, int(min(side, length) / length * _CELLS)) for side, length in ((x1, width), (y1, height))
    )
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


def _unseen(painted: list[Painted]) -> float:
    """The part of the text, by its area, that is not painted or that a later picture covers."""
    total = hidden = 0.0
    pictures: list[Rect] = []
    for kind, rect in reversed(painted):
        if kind in _PICTURES[:1]:
            pictures.append(rect)
        elif kind.endswith("-text"):
            area = max(0.0, rect[2] - rect[0]) * max(0.0, rect[3] - rect[1])
            total += area
            if kind == "ignore-text" or any(_holds(picture, rect) for picture in pictures[-50:]):
                hidden += area
    return min(1.0, hidden / total) if 0 < total < float("inf") else 0.0


def _holds(outer: Rect, inner: Rect) -> bool:
    return (
        outer[0] <= inner[0] + 1 and outer[1] <= inner[1] + 1 and outer[2] >= inner[2] - 1 and outer[3] >= inner[3] - 1
    )
