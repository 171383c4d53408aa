"""Letters as a scanner makes them: pages as pictures, a little askew, with noise and JPEG, and perhaps a poor layer of hidden text."""

from __future__ import annotations

import io
import math
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pymupdf
from PIL import Image

Move = Callable[[tuple[float, float, float, float]], tuple[float, float, float, float]]
_UNHEARD = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u2013": "-", "\u00ad": "", "\u2019": "'"})
_SWAPS = str.maketrans("lI1O0S5B8eaoc", "1l|0O5SB6co0e")


@dataclass(frozen=True)
class Scan:
    """`dpi`, the most degrees askew, the noise's deviation of 255, JPEG's quality; `layer` is "", "stray", "bad" or "good"."""

    dpi: int
    skew: float = 0.5
    noise: float = 4.0
    jpeg: int = 70
    layer: str = ""


def scanned(pdf: bytes, how: Scan, dice: random.Random) -> tuple[bytes, list[Move]]:
    """The PDF as pictures, and for each page how a place on it has moved."""
    moves: list[Move] = []
    with pymupdf.open("pdf", pdf) as source, pymupdf.open() as document:
        for page in source:
            angle = dice.uniform(-how.skew, how.skew)
            wide, high = page.rect.width, page.rect.height
            sheet = document.new_page(width=wide, height=high)
            sheet.insert_image(sheet.rect, stream=_picture(page, how, angle, dice))
            move = _skewed(wide, high, angle)
            moves.append(move)
            if how.layer == "stray":
                sheet.insert_text((wide - 30, high - 30), "l", fontsize=6)
            elif how.layer:
                _hide(page, sheet, how.layer, move, dice)
        return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True)), moves


def _picture(page: pymupdf.Page, how: Scan, angle: float, dice: random.Random) -> bytes:
    pixels = page.get_pixmap(dpi=how.dpi, colorspace=pymupdf.csGRAY)
    picture = Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)
    picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=250)
    grain = np.random.default_rng(dice.randrange(2**32)).normal(0, how.noise, (pixels.height, pixels.width))
    noisy = np.clip(np.asarray(picture, dtype=float) * 0.94 + 6 + grain, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(noisy).save(out, "JPEG", quality=how.jpeg)
    return out.getvalue()


def _skewed(wide: float, high: float, angle: float) -> Move:
    """Where a box lands when the picture is turned by `angle` degrees against the clock about its middle."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def point(x: float, y: float) -> tuple[float, float]:
        dx, dy = x - wide / 2, y - high / 2
        return wide / 2 + dx * cos + dy * sin, high / 2 - dx * sin + dy * cos

    def move(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        corners = [point(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs, ys = zip(*corners, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    return move


def _hide(page: pymupdf.Page, sheet: pymupdf.Page, layer: str, move: Move, dice: random.Random) -> None:
    """Invisible words under the picture, as an old recogniser left them: as they are, or half of them garbled."""
    for x0, y0, x1, y1, word, *_ in page.get_text("words"):
        box = pymupdf.Rect(x0, y0, x1, y1) * page.rotation_matrix
        left, top, right, bottom = move(tuple(box))
        word = unicodedata.normalize("NFKC", word).translate(_UNHEARD)
        if layer == "bad" and dice.random() < 0.6:
            word = "".join(letter for letter in word.translate(_SWAPS) if dice.random() < 0.85) or "~"
        # As high as its line, and as wide as the word in the picture.
        size = max((bottom - top) * 0.75, 1.0)
        base = pymupdf.Point(left, bottom - (bottom - top) * 0.22)
        stretch = pymupdf.Matrix((right - left) / max(pymupdf.get_text_length(word, fontsize=size), 0.1), 1)
        sheet.insert_text(base, word, fontsize=size, render_mode=3, morph=(base, stretch))
