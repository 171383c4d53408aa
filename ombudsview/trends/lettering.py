"""Text on a chart: how wide it will be, and where to break it. Lengths are pixels of a screen that is not scaled."""

from __future__ import annotations

from functools import cache

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

DPI = 100
"""Pixels an inch before any scaling; everything is laid out in these and scaled as a whole."""

FAMILY = "DejaVu Sans"
"""matplotlib brings it along, so a chart is the same everywhere."""


def in_points(pixels: float) -> float:
    """A length in pixels as the points that matplotlib wants."""
    return pixels * 72 / DPI


def font(pixels: float, *, bold: bool = False) -> FontProperties:
    """The chart's font at a size in pixels."""
    return FontProperties(family=FAMILY, size=in_points(pixels), weight="bold" if bold else "normal")


@cache
def _renderer() -> RendererAgg:
    return RendererAgg(16, 16, DPI)  # type: ignore[no-untyped-call]


@cache
def measured(text: str, pixels: float, *, bold: bool = False) -> tuple[float, float]:
    """Width and height of one line of text."""
    how = font(pixels, bold=bold)
    width, height, _ = _renderer().get_text_width_height_descent(text, how, ismath=False)  # type: ignore[no-untyped-call]
    return width, height


def wrapped(text: str, pixels: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """The text in lines no wider than `width`, broken at spaces; a single word may be wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measured(longer, pixels, bold=bold)[0] > width:
            lines.append(word)
        else:
            lines[-1:] = [longer]
    return tuple(lines)
