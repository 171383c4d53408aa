"""A strip of a page: how much of it is the printed line of a figure, the words of that line, and the outline around the figure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ombudsview.paper.geometry import Box, around
from ombudsview.paper.paper import Sheet

MARGIN = 3.0
"""Points of the page that are seen around the line, where no other words stand there."""

CLEAR = 1.6
"""Points between a figure and its outline, so that no letter is touched."""

ALIKE = 1.6
"""How many times as high as another a word may be and still be of one size with it; a big decorative number is more."""


FEWEST_IN_ROW = 3
"""Figures in one line that make it a row of a table, which says little without the heading over it."""

# Heights of the figure: up to its heading, between the heading's lines and where these are set solid, and as far as its last line.
_GAP, _APART, _SOLID, _HIGHEST = 8.0, 1.5, 0.5, 16.0
_FIGURE = re.compile(r"[\d.,]+%?|[-\u2013\u2014*]|n/a|nil", re.IGNORECASE)


@dataclass(frozen=True)
class Cutting:
    """`clip` is what is cut out, `outlines` what is outlined, both in points of the page as shown; `words` those of the line.

    `turn` is how far, clockwise in degrees, the picture must be turned for its words to stand upright. Of a figure in a row of figures
    the `heading` of its column is cut out with the row.
    """

    clip: Box
    outlines: tuple[Box, ...]
    words: str
    turn: int = 0
    heading: str = ""


class _Word(NamedTuple):
    """A word's box on the page as shown, and on the page turned so that it can be read."""

    box: Box
    upright: Box
    text: str


def cutting(sheet: Sheet | None, size: tuple[float, float], boxes: Sequence[Box]) -> Cutting | None:
    """The line that the boxes of a figure stand in; None where no such place is on a page of that size.

    Without the page's words the line is taken to be as wide as the page.
    """
    page = Box(0.0, 0.0, *size)
    if not boxes or not all(_is_on(page, box) for box in boxes):
        return None
    words = (
        [_Word(word.box, sheet.upright(word.box), word.text) for word in sheet.words if _is_on(page, word.box)]
        if sheet
        else []
    )
    line = _line(words, [sheet.upright(box) for box in boxes]) if sheet else []
    if not line:
        extent = around(boxes)
        clip = Box(0.0, extent.y0 - MARGIN, size[0], extent.y1 + MARGIN)
        return Cutting(_within(clip, page), tuple(_grown(box, CLEAR) for box in _joined(boxes)), "")
    heads = _heading(words, line, around([sheet.upright(box) for box in boxes])) if sheet else []
    whole = [*line, *heads, *_cut_through(words, line, heads)]
    extent = around([*boxes, *(word.box for word in whole)])
    others = [word.box for word in words if word not in whole]
    outlines = tuple(_clear_of(box, [word.box for word in line]) for box in _joined(boxes))
    return Cutting(
        _within(_with_margin(extent, others), page), outlines, _text(line), sheet.turn if sheet else 0, _text(heads)
    )


def _is_on(page: Box, box: Box) -> bool:
    whole = all(math.isfinite(edge) for edge in box) and box.width > 0 and box.height > 0
    return whole and page.holds(box.x0, box.y0) and page.holds(box.x1, box.y1)


def _line(words: Sequence[_Word], figure: Sequence[Box]) -> list[_Word]:
    """The figure's own words, those of its size in its line, and the small ones beside, above and below a big number."""
    found = [word for word in words if any(_of_one_line(word.upright, box) for box in figure)]
    height = max(box.height for box in figure)
    small = [word for word in words if word.upright.height * ALIKE < height]
    near = [
        word for word in small if any(_is_close(word.upright, box) or _is_label(word.upright, box) for box in figure)
    ]
    return [*found, *_run(small, near)]


def _heading(words: Sequence[_Word], line: Sequence[_Word], figure: Box) -> list[_Word]:
    """The words over a figure's column, where its line is a row of figures; the rows of other years between are passed over."""
    row = [word.upright for word in line if _FIGURE.fullmatch(word.text)]
    if len(row) < FEWEST_IN_ROW or len(row) < len(line) / 2:  # a sentence may have as many
        return []
    left = min((figure.x0 - box.x1 for box in row if box.x1 <= figure.x0), default=0.0)
    right = min((box.x0 - figure.x1 for box in row if box.x0 >= figure.x1), default=0.0)
    band = (
        figure.x0 - (left or right) / 2,
        figure.x1 + (right or left) / 2,
    )  # the first and the last column are as wide as the next
    over = [word for word in words if word.upright.y1 <= figure.y0 + 1 and band[0] < word.upright.middle[0] < band[1]]
    found: list[_Word] = []
    top = figure.y0
    for word in sorted(over, key=lambda word: -word.upright.y1):
        is_figure = _FIGURE.fullmatch(word.text) is not None
        away = (top - word.upright.y1) / figure.height
        if (found and is_figure) or away > (_APART if found else _GAP):
            break  # what is over the heading is another table, or the text before this one
        if not found and figure.y0 - word.upright.y0 > _HIGHEST * figure.height:
            break
        if any(not band[0] < one.upright.middle[0] < band[1] for one in _run(words, [word], 0.6)):
            if found and away < _SOLID:
                return []  # the heading goes on, close beside another: a part of it would say something else
            break  # a title over the whole table
        top = min(top, word.upright.y0)
        if not is_figure:
            found.append(word)
    return found


def _cut_through(words: Sequence[_Word], line: Sequence[_Word], heads: Sequence[_Word]) -> list[_Word]:
    """Words as high as a column's heading that the ends of the row would cut: the headings of the first and the last column."""
    if not heads:
        return []
    row, over = around([word.upright for word in line]), around([word.upright for word in heads])
    beside = [word for word in words if over.y0 <= word.upright.middle[1] <= over.y1]
    ends = [word for word in beside if any(word.upright.x0 < end < word.upright.x1 for end in (row.x0, row.x1))]
    return _run(beside, ends)


def _of_one_line(one: Box, other: Box) -> bool:
    """Whether two boxes of one size stand side by side."""
    return max(one.height, other.height) <= ALIKE * min(one.height, other.height) and _overlap(one, other) > 0.5


def _overlap(one: Box, other: Box) -> float:
    """How much of the lower of two boxes lies within the height of the other, from 0 to 1."""
    return (min(one.y1, other.y1) - max(one.y0, other.y0)) / min(one.height, other.height)


def _is_close(word: Box, figure: Box) -> bool:
    """Whether a small word stands beside a big number, no further from it than the number is high."""
    away = max(word.x0 - figure.x1, figure.x0 - word.x1)
    return _overlap(word, figure) > 0.5 and away < 0.6 * figure.height


def _is_label(word: Box, figure: Box) -> bool:
    """Whether a small word stands right above or below a big number."""
    across = min(word.x1, figure.x1) - max(word.x0, figure.x0)
    away = max(word.y0 - figure.y1, figure.y0 - word.y1)
    return across > 0 and -0.5 * word.height < away < word.height


def _run(words: Sequence[_Word], seeds: Sequence[_Word], reach: float = 1.0) -> list[_Word]:
    """The seeds with the words that go on from them, to the left and to the right, without a gap of `reach` times their height."""
    run, new, left = [], list(seeds), [word for word in words if word not in seeds]
    while new:
        run += new
        new = [word for word in left if any(_adjoins(word.upright, one.upright, reach) for one in new)]
        left = [word for word in left if word not in new]
    return run


def _adjoins(one: Box, other: Box, reach: float) -> bool:
    away = max(one.x0 - other.x1, other.x0 - one.x1)
    return _of_one_line(one, other) and away < reach * min(one.height, other.height)


def _with_margin(extent: Box, others: Iterable[Box]) -> Box:
    """The extent with a margin that ends where words that are none of it begin."""
    left, top, right, bottom = _grown(extent, MARGIN)
    for box in others:
        if box.x0 < extent.x1 and box.x1 > extent.x0:
            if box.y0 + box.y1 < extent.y0 + extent.y1:
                top = max(top, min(box.y1, extent.y0))
            else:
                bottom = min(bottom, max(box.y0, extent.y1))
        elif box.y0 < extent.y1 and box.y1 > extent.y0:
            if box.x0 + box.x1 < extent.x0 + extent.x1:
                left = max(left, min(box.x1, extent.x0))
            else:
                right = min(right, max(box.x0, extent.x1))
    return Box(left, top, right, bottom)


def _joined(boxes: Iterable[Box]) -> list[Box]:
    """Boxes that stand side by side as one, so that `45 %` has one outline."""
    found: list[Box] = []
    for box in boxes:
        near = found and _overlap(found[-1], box) > 0.5 and box.x0 - found[-1].x1 < max(box.height, found[-1].height)
        if near:
            found[-1] = around([found[-1], box])
        else:
            found.append(box)
    return found


def _clear_of(figure: Box, line: Iterable[Box]) -> Box:
    """The outline of a figure, which does not strike out the label under a big number, whose box reaches far below its ink."""
    left, top, right, bottom = _grown(figure, CLEAR)
    below = (box.y0 for box in line if box.y0 > figure.middle[1] and box.x0 < right and box.x1 > left)
    return Box(left, top, right, max(figure.y0 + 0.7 * figure.height, min([bottom, *below])))


def _grown(box: Box, by: float) -> Box:
    return Box(box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by)


def _within(box: Box, page: Box) -> Box:
    return Box(max(page.x0, box.x0), max(page.y0, box.y0), min(page.x1, box.x1), min(page.y1, box.y1))


def _text(line: Iterable[_Word]) -> str:
    """The words of the line in reading order: row by row, each from left to right."""
    rows: list[list[_Word]] = []
    for word in sorted(line, key=lambda word: word.upright.middle[1]):
        if rows and _overlap(rows[-1][0].upright, word.upright) > 0.5:
            rows[-1].append(word)
        else:
            rows.append([word])
    return " ".join(word.text for row in rows for word in sorted(row, key=lambda word: word.upright.x0))
