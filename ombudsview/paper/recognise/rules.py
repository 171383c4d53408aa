"""Takes the ruled lines off a page's picture: the grid of a table reads as 1s, hides lone figures, and makes words look tall."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.patches import Patch, patches
from ombudsview.paper.recognise.straight import ink

Mask = NDArray[np.bool_]

_FAINT = 0.2  # of the blackest ink: tables are often ruled in grey
# In points. Ruled lines are long and thin; a stroke of a letter is as thin only where it is short.
_LONG, _WALL = 32.0, 8.0
_THICK = 3.0
_BROKEN = 0.8  # the widest gap that noise leaves in a line
_MEETS = 2.0
_SLIM = 6.0  # times as long as thick
_BESIDE = 0.2  # the most of a line's length that letters standing on it take up


def unruled(picture: Grey, scale: float) -> Grey:
    """The level picture, `scale` pixels a point, with its ruled lines painted over; the same picture where it has none."""
    mask = ink(picture, _FAINT)
    across = _lines(mask, scale, _LONG)
    upright = [line for line in _lines(mask.T, scale, _WALL) if _is_wall(line, across, scale)]
    if not across and not upright:
        return picture
    rest = mask.copy()
    for line in across:
        rest[_edged(line)] = False
    for line in upright:
        rest.T[_edged(line)] = False
    clean = picture.copy()
    ground = int(np.median(picture))
    for line in across:
        _paint(clean, rest, line, ground)
    for line in upright:
        _paint(clean.T, rest.T, line, ground)
    return clean


def _lines(mask: Mask, scale: float, least: float) -> list[Patch]:
    """The long thin lines along the rows of a mask, with white on both sides."""
    long = _runs(_closed(mask, round(_BROKEN * scale)), round(least * scale))
    return [line for line in patches(long) if _is_thin(line, scale) and _is_bare(mask, line)]


def _is_thin(line: Patch, scale: float) -> bool:
    thick = line.y1 - line.y0
    return thick <= max(3.0, _THICK * scale) and line.x1 - line.x0 >= _SLIM * thick


def _is_bare(mask: Mask, line: Patch) -> bool:
    """Whether hardly anything stands on a line: the feet of letters in a row look like one."""
    sides = _sides(mask, line)
    return all(side.any(axis=0).mean() <= _BESIDE for side in sides if len(side))


def _sides(mask: Mask, line: Patch) -> tuple[Mask, Mask]:
    """What lies along a line on both sides, beyond its edges: as many rows as it is thick, two at least."""
    deep = max(2, line.y1 - line.y0)
    rows, columns = _edged(line)
    return mask[max(0, rows.start - deep) : rows.start, columns], mask[rows.stop : rows.stop + deep, columns]


def _edged(line: Patch) -> tuple[slice, slice]:
    """Rows and columns of a line with the grey at its edges."""
    return slice(max(0, line.y0 - 1), line.y1 + 1), slice(line.x0, line.x1)


def _is_wall(line: Patch, across: list[Patch], scale: float) -> bool:
    """Whether an upright line (seen on its side) is ruled: as long as no letter is high, or held by lines at both ends."""
    if line.x1 - line.x0 >= _LONG * scale:
        return True
    middle, near = (line.y0 + line.y1) / 2, _MEETS * scale
    meets = [other for other in across if other.x0 - near <= middle <= other.x1 + near]
    return all(any(other.y0 - near <= end <= other.y1 + near for other in meets) for end in (line.x0, line.x1))


def _closed(mask: Mask, gap: int) -> Mask:
    """The mask with short gaps along its rows filled."""
    white = np.pad(~mask, ((0, 0), (1, 1)), constant_values=True)
    return ~_runs(white, gap + 1)[:, 1:-1]


def _runs(mask: Mask, least: int) -> Mask:
    """The pixels of a mask's runs along the rows that are at least so long."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    long = ends - starts >= least
    marks = np.zeros((mask.shape[0], mask.shape[1] + 1), np.int8)
    marks[rows[long], starts[long]] = 1
    marks[rows[long], ends[long]] -= 1
    kept: Mask = marks.cumsum(axis=1, dtype=np.int8)[:, :-1] > 0
    return kept


def _paint(picture: Grey, rest: Mask, line: Patch, ground: int) -> None:
    """Paint a line over, but for what crosses it; `rest` is what is printed besides the lines.

    What ends close to a line does not cross it: left there, a piece of the line over a figure would read as its dot.
    """
    above, below = _sides(rest, line)
    rows, columns = _edged(line)
    picture[rows, columns][:, ~(above.any(axis=0) & below.any(axis=0))] = ground
