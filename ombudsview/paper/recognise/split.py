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
from ombudsview.paper.recognise.patches import patches
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
_FIGURE_SIGNS = set("0123456789")
_FIGURE_WIDE = 0.5  # of the type's size: what a figure takes in a PDF, a 1 with its white
_OTHER_SIZE = 1.3
_RULED, _SPECK, _SPECK_LARGE, _LARGE_TYPE = 0.85, 0.02, 0.05, 80
_SPACE, _SPACE_LEAST, _SPACE_LIKE = 0.25, 0.16, 0.7  # of the type's size; of the line's usual space
_CORE = (
    0.5  # of the usual row of ink in the middle of a line: small letters without what rises above them or hangs below
)
_BEYOND_CORE = 0.5  # of the core's height: how far a line's letters rise above it, or hang below
_WHITE = 0.17  # of the core's height: the white under the dot of an i, which is less than that between two lines
_ALONE = 3.0  # of its height: a strip no wider holds a figure or two, whose rows of ink differ as much as a line's do from its white
_ASTRAY = 0.3  # of the type's size: how far the network may place a sign from its ink
_SET_WIDE = 0.6  # of a space: letters as far apart are set wide
_BEFORE_CAPITALS = frozenset(("Mc", "Mac", "De", "Du", "Le", "La", "Fitz"))
_SPACE_FIGURES = 0.55  # of the type's size: a 1 has much white beside it

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
    mask = _own(_unruled(ink(cut(picture, strip))))
    gaps = _gaps(mask.sum(axis=0) > 0)
    left = round(strip.x0)
    size = strip.height / (ABOVE + BELOW)
    letters = [sign._replace(x=sign.x - left) for sign in signs]
    joins = _joins(letters, gaps, size)
    parted = _parted(joins, size)
    groups = _groups(letters, parted)
    if not groups:
        return []
    edges = _edges(joins, parted, mask)
    texts = ["".join(sign.text for sign in group) for group in groups]
    rises = [_rise(mask, edge, text) for edge, text in zip(edges, texts, strict=True)]
    common = _common(rises) or _Rise(mask.shape[0] * ABOVE / (ABOVE + BELOW), size)
    pieces = []
    for group, text, (x0, x1), rise in zip(groups, texts, edges, rises, strict=True):
        base, size = rise if rise and not 1 / _OTHER_SIZE < rise.size / common.size < _OTHER_SIZE else common
        top = round(strip.y0) + base
        wide = max(0.0, _FIGURE_WIDE * size * len(text) - (x1 - x0)) / 2 if set(text) <= _FIGURE_SIGNS else 0.0
        box = Box(left + x0 - wide, top - ABOVE * size, left + x1 + wide, top + BELOW * size)
        pieces.append(Piece(text, box, min(sign.chance for sign in group)))
    return pieces


def _unruled(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink without rules across the strip and without specks."""
    mask = mask.copy()
    mask[mask.mean(axis=1) > _RULED] = False
    # In large type the same grain of the paper weighs less than the thinnest stroke by far.
    mask[:, mask.mean(axis=0) < (_SPECK if len(mask) < _LARGE_TYPE else _SPECK_LARGE)] = False
    return mask


def _own(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The ink of the strip's own line, without what hangs down into it from the line above or reaches up from the one below."""
    counts = mask.sum(axis=1)
    rows = len(counts)
    core = counts > _CORE * median(counts[rows // 3 : rows - rows // 3].tolist())
    top = rows // 2 - _reach(core[: rows // 2][::-1], 1)
    bottom = rows // 2 + _reach(core[rows // 2 :], 1)
    beyond, white = round(_BEYOND_CORE * (bottom - top)), max(1, round(_WHITE * (bottom - top)))
    first = top - _reach(counts[max(0, top - beyond) : top][::-1] > 0, white)
    last = bottom + _reach(counts[bottom : bottom + beyond] > 0, white)
    if mask.shape[1] <= _ALONE * rows:
        first, last = _whole(mask, (top, bottom), (first, last))
    own = np.zeros_like(mask)
    own[first:last] = mask[first:last]
    return own


def _whole(mask: NDArray[np.bool_], core: Gap, found: Gap) -> Gap:
    """The rows found, with the rest of whatever touches the core: a 3 is thin where it turns, and would be cut there."""
    own = [patch for patch in patches(mask) if patch.y0 < core[1] and patch.y1 > core[0]]
    return min((found[0], *(patch.y0 for patch in own))), max((found[1], *(patch.y1 for patch in own)))


def _reach(inked: NDArray[np.bool_], white: int) -> int:
    """How many rows on the ink goes, over at most so many white ones at a time."""
    reached = 0
    for row in np.nonzero(inked)[0].tolist():
        if row - reached > white:
            break
        reached = row + 1
    return reached


def _gaps(inked: NDArray[np.bool_]) -> list[Gap]:
    """The runs of columns without ink between two with, each its first column and the one after its last."""
    edges = np.diff(np.pad(inked, 1, constant_values=True).astype(np.int8))
    gaps = zip(np.nonzero(edges == -1)[0].tolist(), np.nonzero(edges == 1)[0].tolist(), strict=True)
    return [gap for gap in gaps if gap[0] > 0 and gap[1] < len(inked)]


def _groups(signs: list[Sign], parted: list[bool]) -> list[list[Sign]]:
    """The signs word by word."""
    groups: list[list[Sign]] = []
    for sign, apart in zip((sign for sign in signs if sign.text != " "), (True, *parted), strict=False):
        if apart:
            groups.append([])
        groups[-1].append(sign)
    return groups


class _Join(NamedTuple):
    """Two neighbouring signs, whether the network saw a space between them, and the white between their ink."""

    one: Sign
    other: Sign
    spaced: bool
    gap: Gap | None

    @property
    def width(self) -> int:
        return self.gap[1] - self.gap[0] if self.gap else 0


def _joins(signs: list[Sign], gaps: list[Gap], size: float) -> list[_Join]:
    """Every two neighbours on a line. The network places signs roughly, most of all a narrow one at the end of a word, so each
    space that it saw takes its white first, which may begin a little before; no white is taken twice."""
    letters = [(at, sign) for at, sign in enumerate(signs) if sign.text != " "]
    joins = [_Join(one, other, at - before > 1, None) for (before, one), (at, other) in pairwise(letters)]
    free = set(gaps)
    wide = {gap for gap in gaps if gap[1] - gap[0] >= _SPACE_LEAST * size}
    for number, join in enumerate(joins):
        if join.spaced and (gap := _widest(wide, join) or _widest(wide, join, _ASTRAY * size)):
            joins[number] = join._replace(gap=gap)
            free.discard(gap)
            wide.discard(gap)
    return [join if join.gap else join._replace(gap=_widest(free, join)) for join in joins]


def _widest(gaps: set[Gap], join: _Join, beyond: float = 0.0) -> Gap | None:
    """The widest white between two signs, or so far beyond them."""
    x0, x1 = join.one.x - beyond, join.other.x + beyond
    between = (gap for gap in gaps if x0 < (gap[0] + gap[1]) / 2 < x1)
    return max(between, key=lambda gap: (gap[1] - gap[0], gap), default=None)


def _parted(joins: list[_Join], size: float) -> list[bool]:
    """Whether each two neighbours belong to different words."""
    spaces = [join.width for join in joins if join.spaced and join.gap]
    joined = [join.width for join in joins if not join.spaced and (join.one.text + join.other.text).isalpha()]
    enough = max(_SPACE_LEAST * size, _SPACE_LIKE * median(spaces)) if len(spaces) > 2 else _SPACE * size
    if joined and median(joined) > _SET_WIDE * _SPACE * size:  # letter by letter
        enough = size
    parted = []
    word = ""
    for join in joins:
        word += join.one.text
        parted.append(join.spaced or join.width >= _least(word, join.other.text, enough, size))
        word = "" if parted[-1] else word
    return parted


def _least(word: str, following: str, enough: float, size: float) -> float:
    """The white that parts a word so far from the sign behind it, between which the network saw no space."""
    if word[-1] in _FIGURES and following in _FIGURES:
        return max(enough, _SPACE_FIGURES * size)
    # No word but a few goes on in capitals; and the hook of an f hides the space behind it.
    turns = word[-1].islower() and following.isupper() and word not in _BEFORE_CAPITALS
    if turns or (word in ("of", "Of") and following.isalpha() and following not in "ft"):
        return 1.0
    if word[-1].isalpha() and following.isdigit():  # as in "of 4"
        return min(enough, _SPACE_LEAST * size)
    return enough


def _edges(joins: list[_Join], parted: list[bool], mask: NDArray[np.bool_]) -> list[tuple[float, float]]:
    """The first and last column of each word: up to the white on either side."""
    inked = np.nonzero(mask.any(axis=0))[0]
    first, last = (float(inked[0]), float(inked[-1] + 1)) if len(inked) else (0.0, float(mask.shape[1]))
    cuts = [(first, first)]
    for join in (join for join, apart in zip(joins, parted, strict=True) if apart):
        middle = (join.one.x + join.other.x) / 2
        cuts.append((float(join.gap[0]), float(join.gap[1])) if join.gap else (middle, middle))
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
