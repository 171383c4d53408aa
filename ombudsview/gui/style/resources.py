"""Shipped files that the window shows, by name."""

from __future__ import annotations

from pathlib import Path

from ombudsview.places import resources

ICON = "icons/ombudsview.svg"
DARK_ARROWS = ("back", "forward", "up")
"""Those of Qt's own file dialog, which it has for light grounds alone."""
SAMPLE = "sample-letter.pdf"


def icon_path() -> Path:
    """The program's icon."""
    return resources() / ICON


def dark_arrow(name: str) -> Path:
    """An arrow for dark grounds, in the ink of that theme: `back`, `forward` or `up`."""
    return resources() / "icons" / "dark" / f"{name}.svg"


def sample_letter() -> Path | None:
    """The letter of a council that does not exist; None in an installation without it."""
    path = resources() / SAMPLE
    return path if path.is_file() else None
