"""Evens the light of a photographed page, so that its lines tell its angle: shadows, dark corners and the desk around it become
as white as the paper."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.straight import ink

_SMALL = 600  # pixels of the picture on which the ground is looked for
_STROKE = 9  # of those: print is thinner, what is wider is ground
_PART = 0.2  # of the blackest ink: what differs by as much from the usual ground is counted
_MOST_INK = 0.25
"""Of a page: print and tables take less; where more differs from the ground, the ground itself does."""


def evened(picture: Grey) -> Grey:
    """The picture with its ground white throughout; the same one where the light on it is even."""
    scale = min(1.0, _SMALL / max(picture.shape))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    small = Image.fromarray(picture).resize(size, Image.Resampling.BOX)
    if ink(np.asarray(small), _PART).mean() <= _MOST_INK:
        return picture
    ground = small.filter(ImageFilter.MaxFilter(_STROKE)).filter(ImageFilter.MinFilter(_STROKE))
    ground = ground.resize(picture.shape[::-1], Image.Resampling.BILINEAR)
    even = picture.astype(np.float32) * (255.0 / np.maximum(np.asarray(ground, np.float32), 1.0))
    return np.minimum(even, 255.0).astype(np.uint8)
