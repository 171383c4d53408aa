"""What stands between the fields and Finish: summary and notes. Where the window is low they scroll, and Finish stays in sight.

Other words beside the fields that may be long do so too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ombudsview.gui.style.room import scrolling
from ombudsview.gui.style.theme import UNIT

_LEAST_LINES = 3


class Notes(QScrollArea):
    """As high as what is in it wants to be, and lower only where the fields would have no room."""

    def __init__(self, parts: tuple[QWidget, ...], parent: QWidget, *, least_lines: int = _LEAST_LINES) -> None:
        super().__init__(parent)
        self._least_lines = least_lines
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._follow)
        inside = QWidget(self)  # never a window of its own: Tab would take its boxes after all others
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        self._column = column
        scrolling(inside, self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._settle.start())
        for box in inside.findChildren(QLineEdit):
            box.installEventFilter(self)

    def sizeHint(self) -> QSize:
        width = self._column.totalMinimumSize().width()
        if not self._column.hasHeightForWidth():  # nothing in it goes over more lines where it is narrow
            return self._column.totalSizeHint()
        return QSize(width, self._column.totalHeightForWidth(max(self.width(), width)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), self._least_lines * self.fontMetrics().lineSpacing()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, QLineEdit):
            self.ensureWidgetVisible(watched, 0, UNIT)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _follow(self) -> None:
        """The box that is typed in stays in sight when more or less comes to stand above it."""
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit) and focus.hasFocus():
            self.ensureWidgetVisible(focus, 0, UNIT)
