"""Straightens a page's picture: the small angle at which it lay on the scanner, and whether its lines run across or upwards."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ombudsview.paper.recognise.engine import Grey

_LONGEST = 2_000  # pixels of the small picture on which angles are tried
_MOST, _COARSE, _FINE = 5.0, 0.25, 0.05  # degrees
_NEGLIGIBLE = 0.05
_MOST_INK = 150_000


def ink(picture: Grey, part: float = 0.5) -> NDArray[np.bool_]:
    """Where something is printed: pixels that differ from the ground by half (or that part) of what the farthest ones do."""
    ground = float(np.median(picture))
    away = np.abs(picture.astype(np.float32) - ground)
    farthest = float(np.percentile(away, 99.5))
    inked: NDArray[np.bool_] = away > max(part * farthest, 25.0)
    return inked


def slants(picture: Grey) -> list[tuple[float, bool]]:
    """How far (in degrees, clockwise) the lines of a page fall, and whether they run up or down the picture instead of across.

    Both ways to see it, the likelier first: a page of narrow columns can look like one that lies on its side.
    """
    scale = min(1.0, _LONGEST / max(picture.shape))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    rows, columns = np.nonzero(ink(np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))))
    if len(rows) < 50:
        return [(0.0, False)]
    step = max(1, len(rows) // _MOST_INK)
    # Whole rows and columns would sort themselves best where they are not turned at all.
    within = np.random.default_rng(0).random((2, len(rows[::step])), np.float32)
    down, right = rows[::step] + within[0], columns[::step] + within[1]
    across, along = _best(down, right), _best(-right, down)
    ways = [(across[1], across[0], False), (along[1], along[0], True)]
    ways.sort(key=lambda way: -way[0])
    return [(0.0 if abs(angle) < _NEGLIGIBLE else angle, sideways) for _, angle, sideways in ways]


def straightened(picture: Grey, angle: float) -> Grey:
    """The picture turned about its middle so that lines that fell by so many degrees lie level; it keeps its size."""
    if angle == 0.0:
        return picture
    ground = int(np.median(picture))
    turned = Image.fromarray(picture).rotate(angle, Image.Resampling.BICUBIC, fillcolor=ground)
    return np.asarray(turned)


def _best(rows: NDArray[np.float32], columns: NDArray[np.float32]) -> tuple[float, float]:
    """The angle that gathers the ink best into lines, and how well it then lies in lines with white between."""
    tried = np.arange(-_MOST, _MOST + _COARSE / 2, _COARSE)
    coarse = float(max(tried, key=lambda angle: _gathered(rows, columns, float(angle))))
    near = np.arange(coarse - _COARSE, coarse + _COARSE + _FINE / 2, _FINE)
    best = float(max(near, key=lambda angle: _gathered(rows, columns, float(angle))))
    return best, float(np.sum(np.diff(_counts(rows, columns, best)) ** 2))


def _gathered(rows: NDArray[np.float32], columns: NDArray[np.float32], angle: float) -> float:
    return float(np.sum(_counts(rows, columns, angle) ** 2))


def _counts(rows: NDArray[np.float32], columns: NDArray[np.float32], angle: float) -> NDArray[np.float64]:
    """How much ink each line of pixels holds that falls by so many degrees."""
    level = rows - columns * math.tan(math.radians(angle))
    return np.bincount((level - level.min()).astype(np.int32)).astype(np.float64)
