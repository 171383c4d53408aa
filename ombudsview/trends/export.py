"""The chart as a picture for a document: its finding as the heading, and the same in words for those who cannot see it."""

from __future__ import annotations

from io import BytesIO

import matplotlib as mpl

from ombudsview.trends.figure import draw
from ombudsview.trends.finding import finding, summary
from ombudsview.trends.frame import Look
from ombudsview.trends.lettering import DPI
from ombudsview.trends.palette import PRINT
from ombudsview.trends.series import Series

SIZE = (1000.0, 480.0)
"""Pixels before scaling: half the height of a page of A4 at its width."""


def as_png(series: Series, *, compare: bool = True, scale: float = 2.0) -> bytes:
    """A PNG, at twice a screen's sharpness unless told otherwise, always in the colours of print."""
    return _saved(series, "png", compare, dpi=DPI * scale)


def as_svg(series: Series, *, compare: bool = True) -> bytes:
    """An SVG, the same bytes each time; letters are drawn as shapes, so that no font is needed to show it."""
    return _saved(series, "svg", compare, dpi=DPI)


def _saved(series: Series, form: str, compare: bool, dpi: float) -> bytes:
    figure = draw(series, PRINT, Look(SIZE, compare=compare, titled=True))
    told: dict[str, str | None] = {
        "Title": finding(series, compare=compare),
        "Description": summary(series, compare=compare),
    }
    if form == "svg":
        told["Date"] = None
    out = BytesIO()
    with mpl.rc_context({"svg.hashsalt": "ombudsview", "svg.fonttype": "path"}):
        figure.savefig(out, format=form, dpi=dpi, metadata=told)
    return out.getvalue()
