"""Finds the lines of text on a level picture."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PIL import Image

from ombudsview.paper.recognise.engine import Chances, Engine, Grey, multiple
from ombudsview.paper.recognise.patches import patches

_LIKELY, _LIKELY_THROUGHOUT = 0.3, 0.45
_GROWN = (
    1.6  # the network marks the core of a line; so many times its area over its edge is how far the line reaches beyond
)
_LONGEST = 1_376  # pixels; lines of 10 point are 16 high then, on A4
_MOST_LINES = 1_500


class Strip(NamedTuple):
    """Where a line stands on the picture, in its pixels."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def height(self) -> float:
        return self.y1 - self.y0


def find(engine: Engine, picture: Grey) -> list[Strip]:
    """The lines on a picture, from the top."""
    rows, columns = picture.shape
    scale = min(1.0, _LONGEST / max(rows, columns))
    width, height = multiple(columns * scale), multiple(rows * scale)
    small = np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BOX))
    chances = engine.text_chances(small)
    return _strips(chances, columns / width, rows / height)[:_MOST_LINES]


def _strips(chances: Chances, across: float, down: float) -> list[Strip]:
    strips = []
    for patch in patches(chances > _LIKELY):
        core = chances[patch.y0 : patch.y1, patch.x0 : patch.x1]
        if core[core > _LIKELY].mean() < _LIKELY_THROUGHOUT:
            continue
        width, height = patch.x1 - patch.x0, patch.y1 - patch.y0
        beyond = _GROWN * width * height / (2 * (width + height))
        strips.append(
            Strip(
                max(0.0, (patch.x0 - beyond) * across),
                max(0.0, (patch.y0 - beyond) * down),
                min(chances.shape[1], patch.x1 + beyond) * across,
                min(chances.shape[0], patch.y1 + beyond) * down,
            )
        )
    return strips
