"""Asking where a file shall be saved, and a name for it that every system takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Asked = tuple[Path, bool]
"""Where to save, and whether the officer has agreed that a file there is replaced."""

LONGEST = 120


def plain_name(text: str, ending: str) -> str:
    """A file name from words of a letter: no separators, no marks that mean something to a system, not too long."""
    plain = re.sub(r"[^\w' -]+", " ", text)
    return f"{' '.join(plain.split())[:LONGEST].strip()}.{ending}"


def ask_path(parent: QWidget, title: str, kinds: str, ending: str, suggested: str) -> Asked | None:
    """Ask where to save; the dialog itself asks before it names a file that is there. None where the officer thought better."""
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, f"{kinds} (*.{ending})")
    if not name:
        return None
    path = Path(name)
    if path.suffix.casefold() == f".{ending}":
        return path, True
    # The dialog asked about the name without its ending: whatever has this other name must not be replaced.
    return path.with_name(f"{path.name}.{ending}"), False
