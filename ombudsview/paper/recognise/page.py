"""One page's picture to its words: turned upright, straightened, found, spelt, split, and laid back on the page as shown."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ombudsview.paper.geometry import Box, around
from ombudsview.paper.paper import Sheet, Word
from ombudsview.paper.recognise.engine import Engine, Grey
from ombudsview.paper.recognise.find import Strip, find
from ombudsview.paper.recognise.leftover import dashes, leftover
from ombudsview.paper.recognise.light import evened
from ombudsview.paper.recognise.rules import unruled
from ombudsview.paper.recognise.spell import Sign, spell
from ombudsview.paper.recognise.split import Piece, split
from ombudsview.paper.recognise.straight import slants, straightened

_LEAST = 0.6  # the mean chance of a line below which it is no text but a signature or a crest
_UNSURE = 0.9
_SURE = 0.97
_SAMPLES = 4
_LARGE, _LARGEST = 0.05, 0.2  # heights of a line, in heights of the page
_FIGURE = re.compile(r"[\d,.]*\d%?")
_FIGURE_LEAST = 0.4  # a nought may be an O as well; what is below _UNSURE is said to be hard to read


class _Found(NamedTuple):
    strip: Strip
    signs: list[Sign]

    @property
    def text(self) -> str:
        return "".join(sign.text for sign in self.signs)

    @property
    def chance(self) -> float:
        return sum(sign.chance for sign in self.signs) / len(self.signs) if self.signs else 0.0


def recognise(engine: Engine, picture: Grey, width: float, height: float) -> Sheet:
    """The sheet of a page of that size in points, from its picture as shown."""
    level, strips, angle, turn = _level(engine, picture, math.sqrt(picture.size / (width * height)))
    if _upside_down(engine, level, strips):
        turn += 180
        level = np.ascontiguousarray(np.rot90(level, 2))
        strips = [_about(strip, level.shape) for strip in strips]
    lines = list(_lines(engine, level, strips))
    words: list[Word] = []
    unsure: list[int] = []
    back = _Back(level.shape, angle, turn, width, height)
    for number, line in enumerate(lines):
        for piece in split(level, line.strip, line.signs):
            if piece.chance < _UNSURE:
                unsure.append(len(words))
            words.append(Word(piece.text, back.box(piece), number))
    return Sheet(width, height, turn, tuple(words), engine.name, angle, tuple(unsure))


def _level(engine: Engine, picture: Grey, scale: float) -> tuple[Grey, list[Strip], float, int]:
    """The picture with its lines level and its rules gone, where its lines stand, its angle, and its turn: 0 or 90."""
    seen = []
    for angle, sideways in slants(evened(picture)):
        level = unruled(straightened(np.rot90(picture, -1) if sideways else picture, angle), scale)
        strips = find(engine, level)
        seen.append((level, strips, angle, 90 if sideways else 0))
        if _runs_across(strips):
            return seen[-1]
    return seen[0]


def _runs_across(strips: list[Strip]) -> bool:
    """Whether most of the lines found are wider than high, as lines are."""
    return sum(strip.x1 - strip.x0 for strip in strips) >= sum(strip.height for strip in strips)


def _lines(engine: Engine, level: Grey, strips: list[Strip]) -> Iterator[_Found]:
    read = [_Found(strip, spell(engine, level, strip)) for strip in strips]
    text = [line for line in read if line.chance >= _LEAST and not _drawn(line, level.shape[0])]
    yield from text
    alone = list(_figures(engine, level, [line.strip for line in text]))
    yield from alone
    figures = [line.strip for line in (*text, *alone) if _FIGURE.fullmatch(line.text)]
    for strip in dashes(level, [line.strip for line in (*text, *alone)], figures):
        yield _Found(strip, [Sign("-", (strip.x0 + strip.x1) / 2, 1.0)])


def _figures(engine: Engine, level: Grey, strips: list[Strip]) -> Iterator[_Found]:
    """The figures that stand where no strip is."""
    for strip in leftover(level, strips):
        found = _Found(strip, [sign for sign in spell(engine, level, strip) if sign.text != " "])
        if _FIGURE.fullmatch(found.text) and min(sign.chance for sign in found.signs) >= _FIGURE_LEAST:
            yield found


def _drawn(line: _Found, rows: int) -> bool:
    """Whether this is a drawing that looks like a letter: far larger than letters are, unless it is a figure."""
    part = line.strip.height / rows
    return part > _LARGEST or (part > _LARGE and len(line.text) < 3 and not _FIGURE.fullmatch(line.text))


def _upside_down(engine: Engine, level: Grey, strips: list[Strip]) -> bool:
    """Whether the longest lines read better the other way up."""
    longest = sorted(strips, key=lambda strip: strip.x0 - strip.x1)[:_SAMPLES]
    upright = [_Found(strip, spell(engine, level, strip)).chance for strip in longest]
    if not upright or sum(upright) / len(upright) > _SURE:
        return False
    turned = np.ascontiguousarray(np.rot90(level, 2))
    over = [_about(strip, level.shape) for strip in longest]
    return sum(_Found(strip, spell(engine, turned, strip)).chance for strip in over) > sum(upright)


def _about(strip: Strip, shape: tuple[int, ...]) -> Strip:
    """Where a strip stands once the picture has been turned by 180 degrees."""
    rows, columns = shape
    return Strip(columns - strip.x1, rows - strip.y1, columns - strip.x0, rows - strip.y0)


class _Back:
    """The way back from the level picture to the page as shown."""

    def __init__(self, shape: tuple[int, ...], angle: float, turn: int, width: float, height: float) -> None:
        self._rows, self._columns = shape
        self._sine, self._cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
        self._turn, self._width, self._height = turn, width, height

    def box(self, piece: Piece) -> Box:
        """The box around a word in points of the page as shown, kept on the page."""
        x0, y0, x1, y1 = around([self._leaned(x, y) for x in piece.box[::2] for y in piece.box[1::2]])
        across, down = (
            (self._height, self._width) if self._turn in {90, 270} else (self._width, self._height)
        )  # of the page turned upright
        box = Box(
            _kept(x0 * across / self._columns, across),
            _kept(y0 * down / self._rows, down),
            _kept(x1 * across / self._columns, across),
            _kept(y1 * down / self._rows, down),
        )
        return box.turned(-self._turn % 360, across, down)

    def _leaned(self, x: float, y: float) -> Box:
        """A point of the level picture on the picture as it lay."""
        x, y = x - self._columns / 2, y - self._rows / 2
        x, y = x * self._cosine - y * self._sine, x * self._sine + y * self._cosine
        return Box(*(x + self._columns / 2, y + self._rows / 2) * 2)


def _kept(side: float, most: float) -> float:
    return min(max(side, 0.0), most)
