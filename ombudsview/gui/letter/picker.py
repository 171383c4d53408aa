"""Highlights under the mouse: which one it is on, what a click on it means, and the words that describe it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from ombudsview.gui.style.words import plain_tip

if TYPE_CHECKING:
    from ombudsview.gui.letter.page import PageView


class Picker(QObject):
    """Hears the viewport's mouse for the view. `hover`: the key of the field whose highlight the mouse is on; `pressed`: the
    one that is being clicked this moment."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self.hover = self.pressed = ""
        self._idle = Qt.CursorShape.ArrowCursor
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def set_idle_cursor(self, shape: Qt.CursorShape) -> None:
        """The mouse where it is on no highlight."""
        self._idle = shape
        if not self.hover and self._view.viewport().cursor().shape() is not shape:
            self._view.viewport().setCursor(shape)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._view.words_of(self._key_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tip(words), self._view.viewport())
            return True
        if not isinstance(event, QMouseEvent):
            return False
        key = self._key_at(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        self.pressed = key
        match event.type():
            case QEvent.Type.MouseMove:
                self._over(key)
            case QEvent.Type.MouseButtonPress if key and left:
                self._view.picked.emit(key)
            case QEvent.Type.MouseButtonDblClick if key and left:
                self._view.opened.emit(key)
        self.pressed = ""
        return True

    def _key_at(self, point: QPointF) -> str:
        mark = self._view.highlight_at(point)
        return mark.key if mark is not None else ""

    def _over(self, key: str) -> None:
        if key != self.hover:
            self.hover = key
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if key else self._idle)
            self._view.viewport().update()
