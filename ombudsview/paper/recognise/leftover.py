"""Ink that no line covers: figures and dashes that stand alone in a table are what the networks overlook; here they are found."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ombudsview.paper.recognise.engine import Grey
from ombudsview.paper.recognise.find import Strip
from ombudsview.paper.recognise.patches import Patch, patches
from ombudsview.paper.recognise.split import ABOVE, BELOW
from ombudsview.paper.recognise.straight import ink

Mask = NDArray[np.bool_]

_LONGEST = 1_400  # pixels of the picture that is searched
_LOWEST, _HIGHEST = (
    0.35,
    6.0,
)  # heights of a figure, in heights of the page's usual line; some are set large beside the text
_WIDEST = 4.0  # in its own heights
_NEAR = 0.45
_MOST = 60
_DASH, _DASH_HIGH = (0.18, 1.1), 0.2  # how wide and how high a dash is, of the type's size
_DASH_SLIM = 1.8  # times as wide as high, at least
_DASH_BESIDE = 0.1  # of its height: the white beside a dash
_DASH_UP = 0.27  # of the type's size: how far above the base line its middle stands


def leftover(picture: Grey, strips: Sequence[Strip]) -> list[Strip]:
    """Where figures may stand that no strip covers: small groups of ink with white around them."""
    if not strips:
        return []
    scale = min(1.0, _LONGEST / max(picture.shape))
    size = (max(1, round(picture.shape[1] * scale)), max(1, round(picture.shape[0] * scale)))
    mask = _uncovered(ink(np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))), strips, scale)
    line = median(strip.height for strip in strips) * scale
    found = [patch for patch in patches(mask) if _LOWEST * line <= patch.y1 - patch.y0 <= _HIGHEST * line]
    groups = [
        _padded(group, scale) for group in _grouped(found) if group.x1 - group.x0 <= _WIDEST * (group.y1 - group.y0)
    ]
    return groups[:_MOST]


def dashes(picture: Grey, strips: Sequence[Strip], figures: Sequence[Strip]) -> list[Strip]:
    """Where dashes stand alone beside `figures`, as a table's sign for none: each as high as the type, on its base line."""
    if not figures:
        return []
    size = median(strip.height for strip in figures) / (ABOVE + BELOW)
    mask = ink(picture)
    found = [
        _on_base_line(patch, size)
        for patch in patches(_uncovered(mask.copy(), [*strips, *figures], 1.0))
        if _DASH[0] * size <= patch.x1 - patch.x0 <= _DASH[1] * size
        and patch.y1 - patch.y0 <= _DASH_HIGH * size
        and patch.x1 - patch.x0 >= _DASH_SLIM * (patch.y1 - patch.y0)
    ]
    return [dash for dash in found if _is_alone(dash, mask) and any(_in_row(dash, strip) for strip in figures)]


def _is_alone(dash: Strip, mask: Mask) -> bool:
    """Whether nothing is printed above or below a dash or close beside it: the foot of a 0 that its strip cuts off is none."""
    beside = round(_DASH_BESIDE * dash.height)
    rows = slice(round(dash.y0), round(dash.y1))
    cell = mask[rows, max(0, round(dash.x0) - beside) : round(dash.x1) + beside]
    inked = np.nonzero(cell.any(axis=1))[0]
    return len(inked) > 0 and inked[-1] - inked[0] < _DASH_HIGH * dash.height and not cell[:, [0, -1]].any()


def _on_base_line(patch: Patch, size: float) -> Strip:
    base = (patch.y0 + patch.y1) / 2 + _DASH_UP * size
    return Strip(patch.x0, max(0.0, base - ABOVE * size), patch.x1, base + BELOW * size)


def _in_row(dash: Strip, figure: Strip) -> bool:
    return abs(dash.y0 + dash.y1 - figure.y0 - figure.y1) < 0.5 * dash.height


def _uncovered(mask: Mask, strips: Sequence[Strip], scale: float) -> Mask:
    """The mask without what the strips cover; it has `scale` of their pixels."""
    for strip in strips:
        rows = slice(round(strip.y0 * scale), round(strip.y1 * scale))
        mask[rows, round(strip.x0 * scale) : round(strip.x1 * scale)] = False
    return mask


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
