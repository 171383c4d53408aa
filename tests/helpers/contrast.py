"""What the colours must reach, as data: which is drawn on which, and the least ratio between them (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

TEXT = 4.5
SHAPE = 3.0

_BACKGROUNDS = ("ground", "panel", "row", "field")
_INKS = ("ink", "soft", "accent", "look", "gone")
_STATES = ("accent", "look", "agreed", "changed", "gone", "soft")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, TEXT) for ink in _INKS for ground in _BACKGROUNDS),
    ("on_accent", "accent", TEXT),
    *((mark, ground, SHAPE) for mark in _STATES for ground in ("ground", "panel", "row")),
    *((state, "line", SHAPE) for state in _STATES),  # the bar of states
    *((edge, ground, SHAPE) for edge in ("edge", "thumb") for ground in ("panel", "ground")),
    ("edge", "field", SHAPE),
    *(("accent", ground, SHAPE) for ground in ("ground", "panel", "row", "field", "canvas")),  # where the keys go
    ("ink", "panel", SHAPE),  # where the keys go, round a button in the accent
    ("accent", "canvas", SHAPE),
)
"""In each theme: a token, the token that it is drawn on, and the ratio."""

ON_PAPER: tuple[tuple[str, str, float], ...] = (
    *((state, under, SHAPE) for state in _STATES for under in ("paper", "source")),
    *(("paper", tag, TEXT) for tag in ("accent", "look")),  # what would be taken of the page, on its tag
)
"""Outlines of what is lit on the page, in the light theme's colours whatever the window's, with the focus' yellow under them."""


def luminance(colour: str) -> float:
    """Relative luminance (0 to 1) of `#rrggbb`."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    """The contrast ratio (1 to 21) of two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
