"""A pane that gives way by itself where the window is too narrow for it, and comes back once there is room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QWidget


class Yielding(QObject):
    """`action` shows the pane while it is checked; `over` is what both share, and narrow with less than `least` pixels.

    Whoever asks for the pane there all the same has it until the window changes.
    """

    def __init__(self, action: QAction, over: QWidget, least: int) -> None:
        super().__init__(over)
        self._action, self._over, self._least = action, over, least
        self._narrow = self._gave_way = False
        action.toggled.connect(self._toggled)
        over.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for the pane."""
        return self._narrow

    def wish(self) -> None:
        """The pane should show, as soon as there is room."""
        if self._narrow and not self._action.isChecked():
            self._gave_way = True
        else:
            self._action.setChecked(True)

    def come_back(self) -> None:
        """What needed the room is not there: the pane shows where it gave way."""
        if self._gave_way:
            self._action.setChecked(True)

    def give_way(self) -> None:
        """It needs the room again."""
        if self._narrow and self._action.isChecked():
            self._action.setChecked(False)
            self._gave_way = True

    def _toggled(self) -> None:
        self._gave_way = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and watched is self._over:
            narrow = event.size().width() < self._least
            if narrow is not self._narrow:
                self._narrow = narrow
                if narrow:
                    self.give_way()
                else:
                    self.come_back()
        return False
