"""What follows the desktop while the program runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from ombudsview.gui.style import theme
from ombudsview.gui.window import Window


@pytest.mark.parametrize("choice", ["system", "dark", "light"])
def test_light_and_dark_follow_the_desktop_unless_the_officer_chose(
    window: Window, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    """The desktop's answer is stood in for: no screen of a test has one."""
    window.set_theme(choice)
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _hints, scheme=scheme: scheme)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        dark = scheme is Qt.ColorScheme.Dark if choice == "system" else choice == "dark"
        assert theme.theme() is (theme.DARK if dark else theme.LIGHT)
        assert qapp.palette().window().color().name() == theme.theme().ground
