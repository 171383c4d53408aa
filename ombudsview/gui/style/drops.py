"""Files that are dropped on a window: it shows that it takes them while they are held over it, and tells which came."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ombudsview.gui.style.theme import CORNER, UNIT, theme, type_font

_ENDS = (QEvent.Type.DragLeave, QEvent.Type.Drop)
_VEIL = 0.82


class Drops(QObject):
    """Listens to a window that accepts drops. `came`: addresses were dropped (`list[QUrl]`), once the other program's drag is over."""

    came = Signal(list)

    def __init__(self, window: QWidget, words: str) -> None:
        """`words` say what a drop does."""
        super().__init__(window)
        self._window, self._words = window, words
        self._frame: DropFrame | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if event.mimeData().hasUrls():
                event.acceptProposedAction()
                self._show()
            return True
        if event.type() in _ENDS and self._frame is not None:
            self._frame.hide()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            urls = event.mimeData().urls()
            QTimer.singleShot(0, self, lambda: self.came.emit(urls))
            return True
        return False

    def _show(self) -> None:
        if self._frame is None:  # most sittings have no drop
            self._frame = DropFrame(self._words, self._window)
        self._frame.setGeometry(self._window.rect())
        self._frame.show()
        self._frame.raise_()


class DropFrame(QWidget):
    """Lies over the window, and lets the pointer through."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme()
        veil = QColor(tokens.canvas)
        veil.setAlphaF(_VEIL)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(tokens.accent), 3))
        inset = UNIT + 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 2 * CORNER, 2 * CORNER)
        painter.setFont(type_font(20, bold=True))
        around = painter.fontMetrics().boundingRect(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(around.adjusted(-3 * UNIT, -2 * UNIT, 3 * UNIT, 2 * UNIT), 2 * CORNER, 2 * CORNER)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)
        painter.end()
