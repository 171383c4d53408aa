"""What fits the screen, and what scrolls where something does not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_FRAME = QSize(16, 64)
"""What a desktop puts round a window, and its bar, at most."""


def room_of(window: QWidget) -> QSize:
    """The largest that a window may be on its screen."""
    return window.screen().availableSize() - _FRAME


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window this size in pixels, or what the screen has of it."""
    window.resize(QSize(width, height).boundedTo(room_of(window)))


def scrolling(page: QWidget, area: QScrollArea | None = None) -> QScrollArea:
    """The page in a frame that scrolls where there is more than fits; the focus stays with what is on it, and is followed."""
    area = area if area is not None else QScrollArea()
    area.setViewport(QWidget())  # to wrap Qt's own, PySide would first make every class of widget there is (9 ms)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(page)
    for each in (area.viewport(), page):
        each.setAutoFillBackground(False)
    return area
