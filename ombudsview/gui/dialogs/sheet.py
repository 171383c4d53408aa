"""A sheet to read beside the work: not modal, scrolled with the arrow keys where the screen is too small for all of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from ombudsview.gui.style.room import room_of
from ombudsview.gui.style.theme import UNIT

_SCROLLING = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class Sheet(QDialog):
    """Shows `page` once `fill` has been called with it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._area = QScrollArea(self)
        self._area.setViewport(QWidget())  # as in `PageView`
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys scroll it wherever the focus is
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, 2 * UNIT)
        whole.setSpacing(UNIT)
        whole.addWidget(self._area, 1)
        whole.addWidget(buttons)

    @property
    def room(self) -> QSize:
        """The largest that the sheet may be."""
        return room_of(self)

    def fill(self, page: QWidget) -> None:
        """Show this, as large as it wants to be and as there is room."""
        self._area.setWidget(page)
        beside = QSize(6 * UNIT + self._area.verticalScrollBar().sizeHint().width(), 10 * UNIT)
        self.resize((page.sizeHint().expandedTo(page.minimumSize()) + beside).boundedTo(self.room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING:
            QCoreApplication.sendEvent(self._area.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)
