"""Spells one line: the characters on it, each with its place along the line and how sure the network was of it."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from PIL import Image

from ombudsview.paper.recognise.engine import LINE_HEIGHT, STEP, Engine, Grey
from ombudsview.paper.recognise.find import Strip

_SHORTEST, _LONGEST = 48, 3_200  # pixels of a line brought to its height


class Sign(NamedTuple):
    """One character, the middle of its place in pixels of the page's picture, and its chance; spaces are signs too."""

    text: str
    x: float
    chance: float


def cut(picture: Grey, strip: Strip) -> Grey:
    """The strip's part of a picture."""
    return picture[round(strip.y0) : max(round(strip.y1), round(strip.y0) + 1), round(strip.x0) : round(strip.x1)]


def spell(engine: Engine, picture: Grey, strip: Strip) -> list[Sign]:
    """The signs of a strip, from the left; none where it is empty."""
    line = cut(picture, strip)
    if min(line.shape) < 3:
        return []
    width = min(_LONGEST, max(1, round(line.shape[1] * LINE_HEIGHT / line.shape[0])))
    level = np.asarray(Image.fromarray(line).resize((width, LINE_HEIGHT), Image.Resampling.BILINEAR))
    missing = max(_SHORTEST - width, -width % STEP)
    level = np.pad(level, ((0, 0), (0, missing)), constant_values=int(np.median(level)))
    spelt = engine.spell(level)
    step = (width + missing) / len(spelt.signs) * line.shape[1] / width
    return as_figures(_collapsed(spelt.signs, spelt.chances.tolist(), strip.x0, step))


_ROUND, _STRAIGHT = "OoQ", "lI|"
_IN_FIGURES = re.compile(rf"(?:[{_ROUND}]|[{_STRAIGHT}]|[\d,.{_ROUND}{_STRAIGHT}]*\d[\d,.{_ROUND}{_STRAIGHT}]*)%?\Z")
_GUESSED = 0.5


def as_figures(signs: list[Sign]) -> list[Sign]:
    """The signs of a line by itself, with what can only be a figure made one: a lone O is nought, and so is the O in 1O.

    A stroke that is made a 1 counts as unsure.
    """
    if not _IN_FIGURES.match("".join(sign.text for sign in signs)):
        return signs
    made = []
    for sign in signs:
        if sign.text in _ROUND:
            made.append(sign._replace(text="0"))
        elif sign.text in _STRAIGHT:
            made.append(sign._replace(text="1", chance=min(sign.chance, _GUESSED)))
        else:
            made.append(sign)
    return made


def _collapsed(signs: list[str], chances: list[float], left: float, step: float) -> list[Sign]:
    """One sign for each run of equal steps; a run of nothing parts two equal signs."""
    found = []
    start = 0
    for at in range(1, len(signs) + 1):
        if at < len(signs) and signs[at] == signs[start]:
            continue
        if signs[start]:
            middle = left + (start + at) / 2 * step
            found.append(Sign(signs[start], middle, max(chances[start:at])))
        start = at
    return found
