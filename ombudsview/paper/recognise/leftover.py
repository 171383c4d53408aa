"""Ink that no line covers: a figure that stands alone in a table is what the networks overlook, so it is looked for by hand."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
from PIL import Image

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.find import Strip
from ombudsview.paper.recognise.patches import Patch, patches
from ombudsview.paper.recognise.straight import ink

_LONGEST = 1_400  # pixels of the picture that is searched
_LOWEST, _HIGHEST = (
    0.35,
    6.0,
)  # heights of a figure, in heights of the page's usual line; some are set large beside the text
_WIDEST = 4.0  # in its own heights
_NEAR = 0.45
_MOST = 60


def leftover(picture: Grey, strips: Sequence[Strip]) -> list[Strip]:
    """Where figures may stand that no strip covers: small groups of ink with white around them."""
    if not strips:
        return []
    scale = min(1.0, _LONGEST / max(picture.shape))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    mask = ink(np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX)))
    for strip in strips:
        mask[round(strip.y0 * scale) : round(strip.y1 * scale), round(strip.x0 * scale) : round(strip.x1 * scale)] = (
            False
        )
    line = median(strip.height for strip in strips) * scale
    found = [patch for patch in patches(mask) if _LOWEST * line <= patch.y1 - patch.y0 <= _HIGHEST * line]
    groups = [
        _padded(group, scale) for group in _grouped(found) if group.x1 - group.x0 <= _WIDEST * (group.y1 - group.y0)
    ]
    return groups[:_MOST]


def _grouped(found: list[Patch]) -> list[Patch]:
    """Patches side by side taken together."""
    groups: list[Patch] = []
    for patch in sorted(found):
        last = groups[-1] if groups else None
        height = patch.y1 - patch.y0
        if (
            last
            and patch.x0 - last.x1 <= _NEAR * height
            and min(patch.y1, last.y1) - max(patch.y0, last.y0) > 0.5 * height
        ):
            groups[-1] = Patch(
                last.x0, min(last.y0, patch.y0), max(last.x1, patch.x1), max(last.y1, patch.y1), last.pixels
            )
        else:
            groups.append(patch)
    return groups


def _padded(group: Patch, scale: float) -> Strip:
    """The strip around a group, with the white around it that the network is used to."""
    beyond = 0.3 * (group.y1 - group.y0)
    x0, y0, x1, y1 = (
        side / scale for side in (group.x0 - beyond, group.y0 - beyond, group.x1 + beyond, group.y1 + beyond)
    )
    return Strip(max(0.0, x0), max(0.0, y0), x1, y1)
