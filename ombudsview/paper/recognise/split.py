"""Splits a spelt line into words, each with a box of its own.

The network forgets spaces and knows places only roughly, so both are taken from the white between the letters. Boxes are as
high as a PDF's are, whatever letters a word has: 0.95 of the type's size above the base line and 0.25 below.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ombudsview.paper.geometry import Box
from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.find import Strip
from ombudsview.paper.recognise.spell import Sign, cut
from ombudsview.paper.recognise.straight import ink

ABOVE, BELOW = 0.95, 0.25
_TALL, _SMALL, _DEEP = (
    0.72,
    0.52,
    0.21,
)  # of the type's size: capitals and figures, small letters, what hangs below the line
_SMALL_LETTERS = set("acemnorsuvwxzgpqy")
_HANGING = set("gjpqyQ,;()[]")
_FIGURES = set("0123456789,.%/")
_OTHER_SIZE = 1.3
_RULED, _SPECK, _SPECK_LARGE, _LARGE_TYPE = 0.85, 0.02, 0.05, 80
_SPACE, _SPACE_LEAST, _SPACE_LIKE = 0.25, 0.16, 0.7  # of the type's size; of the line's usual space
_SPACE_FIGURES = 0.42  # of the type's size: a 1 has much white beside it

Gap = tuple[int, int]


class Piece(NamedTuple):
    """A word on the picture, its box in the picture's pixels, and the chance of its least sure sign."""

    text: str
    box: Box
    chance: float


class _Rise(NamedTuple):
    base: float
    size: float


def split(picture: Grey, strip: Strip, signs: list[Sign]) -> list[Piece]:
    """The words of a strip, from the left."""
    mask = _unruled(ink(cut(picture, strip)))
    gaps = _gaps(mask.sum(axis=0) > 0)
    left = round(strip.x0)
    size = strip.height / (ABOVE + BELOW)
    groups = _groups([sign._replace(x=sign.x - left) for sign in signs], gaps, size)
    if not groups:
        return []
    edges = _edges(groups, gaps, mask)
    texts = ["".join(sign.text for sign in group) for group in groups]
    rises = [_rise(mask, edge, text) for edge, text in zip(edges, texts, strict=True)]
    common = _common(rises) or _Rise(mask.shape[0] * ABOVE / (ABOVE + BELOW), size)
    pieces = []
    for group, text, (x0, x1), rise in zip(groups, texts, edges, rises, strict=True):
        base, size = rise if rise and not 1 / _OTHER_SIZE < rise.size / common.size < _OTHER_SIZE else common
        top = round(strip.y0) + base
        box = Box(left + x0, top - ABOVE * size, left + x1, top + BELOW * size)
        pieces.append(Piece(text, box, min(sign.chance for sign in group)))
    return pieces


def _unruled(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink without rules across the strip and without specks."""
    mask = mask.copy()
    mask[mask.mean(axis=1) > _RULED] = False
    # In large type the same grain of the paper weighs less than the thinnest stroke by far.
    mask[:, mask.mean(axis=0) < (_SPECK if len(mask) < _LARGE_TYPE else _SPECK_LARGE)] = False
    return mask


def _gaps(inked: NDArray[np.bool_]) -> list[Gap]:
    """The runs of columns without ink, each its first column and the one after its last."""
    edges = np.diff(np.pad(inked, 1, constant_values=True).astype(np.int8))
    return list(zip(np.nonzero(edges == -1)[0].tolist(), np.nonzero(edges == 1)[0].tolist(), strict=True))


def _groups(signs: list[Sign], gaps: list[Gap], size: float) -> list[list[Sign]]:
    """The signs word by word."""
    letters = [(at, sign) for at, sign in enumerate(signs) if sign.text != " "]
    pairs = [(one, other, at - before > 1) for (before, one), (at, other) in pairwise(letters)]
    widths = [_widest(gaps, one.x, other.x) for one, other, _ in pairs]
    spaces = [width for width, (*_, spaced) in zip(widths, pairs, strict=True) if spaced and width]
    joined = [width for width, (*_, spaced) in zip(widths, pairs, strict=True) if not spaced]
    enough = max(_SPACE_LEAST * size, _SPACE_LIKE * median(spaces)) if len(spaces) > 2 else _SPACE * size
    if joined and median(joined) > enough / 2:  # set wide, letter by letter
        enough = float("inf")
    groups = [[letters[0][1]]] if letters else []
    for (one, other, spaced), width in zip(pairs, widths, strict=True):
        if one.text in _FIGURES and other.text in _FIGURES:
            least = max(enough, _SPACE_FIGURES * size)
        elif one.text.islower() and other.text.isupper():  # no name but a few goes on like that
            least = min(enough, _SPACE_LEAST * size)
        else:
            least = enough
        if spaced or width >= least:
            groups.append([other])
        else:
            groups[-1].append(other)
    return groups


def _widest(gaps: list[Gap], x0: float, x1: float) -> int:
    return max((end - start for start, end in gaps if x0 < (start + end) / 2 < x1), default=0)


def _edges(groups: list[list[Sign]], gaps: list[Gap], mask: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """The first and last column of each word: up to the white on either side."""
    inked = np.nonzero(mask.any(axis=0))[0]
    first, last = (float(inked[0]), float(inked[-1] + 1)) if len(inked) else (0.0, float(mask.shape[1]))
    cuts = [(first, first)]
    for group, following in pairwise(groups):
        x0, x1 = group[-1].x, following[0].x
        between = [gap for gap in gaps if x0 < (gap[0] + gap[1]) / 2 < x1]
        gap = max(between, key=lambda gap: gap[1] - gap[0]) if between else ((x0 + x1) / 2, (x0 + x1) / 2)
        cuts.append((float(gap[0]), float(gap[1])))
    cuts.append((last, last))
    return [(before[1], max(after[0], before[1] + 1)) for before, after in pairwise(cuts)]


def _rise(mask: NDArray[np.bool_], edge: tuple[float, float], text: str) -> _Rise | None:
    """The base line (rows from the top) and the size of type that a word's ink speaks for; None where it has no letter."""
    rows = np.nonzero(mask[:, int(edge[0]) : int(edge[1]) + 1].any(axis=1))[0]
    if not any(sign.isalnum() for sign in text) or not len(rows):
        return None
    deep = _DEEP if _HANGING & set(text) else 0.0
    tall = _SMALL if set(text) <= _SMALL_LETTERS else _TALL
    size = (rows[-1] + 1 - rows[0]) / (tall + deep)
    return _Rise(float(rows[-1] + 1 - deep * size), float(size))


def _common(rises: list[_Rise | None]) -> _Rise | None:
    known = [rise for rise in rises if rise]
    return _Rise(median(rise.base for rise in known), median(rise.size for rise in known)) if known else None
