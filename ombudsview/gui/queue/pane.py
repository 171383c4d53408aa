"""The queue beside the letter: what is open today, and what is left to do in each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ombudsview.gui.heading import Heading
from ombudsview.gui.marks import paint_mark
from ombudsview.gui.queue.model import DONE_ROLE, NOTE_ROLE, STATE_ROLE, Entry, Queue
from ombudsview.gui.theme import CORNER, UNIT, theme, type_font, type_size
from ombudsview.review.state import State

Index = QModelIndex | QPersistentModelIndex


class QueuePane(QWidget):
    """Lists the queue; `asked` names the entry that shall come to the desk."""

    asked = Signal(object)

    def __init__(self, queue: Queue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(160)
        self._queue = queue
        self._heading = Heading(parent=self)
        self._heading.setWordWrap(True)
        self.list = QListView(self)
        self.list.setModel(queue)
        self.list.setItemDelegate(_EntryPainter(self))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Queue of letters"))
        self.list.clicked.connect(self._ask)
        self.list.activated.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT // 2, UNIT, UNIT)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self.list)
        for signal in (queue.dataChanged, queue.rowsInserted):
            signal.connect(self._refresh)
        self._refresh()

    def _ask(self, index: QModelIndex) -> None:
        entry = self._queue.entries[index.row()]
        if entry is not self._queue.current:
            self.asked.emit(entry)

    def _refresh(self) -> None:
        count = self.tr("{left} of {count} left").format(left=self._queue.left, count=len(self._queue.entries))
        self._heading.say(f"{self.tr('Queue')}: {count}", shown=f"{self.tr('Queue').upper()}   {count}")
        current: Entry | None = self._queue.current
        if current in self._queue.entries:
            self.list.setCurrentIndex(self._queue.index(self._queue.entries.index(current)))


class _EntryPainter(QStyledItemDelegate):
    """Two lines: the letter, and what is left to do."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, type_size(13) + type_size(11) + 3 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, place = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(QColor(tokens.row))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), CORNER, CORNER)
        state = State(index.data(STATE_ROLE))
        size = type_size(16)
        mark = QRectF(place.left() + UNIT, place.top() + UNIT, size, size)
        paint_mark(painter, state, mark, tokens.of_state(state))
        words = place.adjusted(2 * UNIT + size, UNIT - 1, -UNIT, -UNIT)
        ink = tokens.soft if index.data(DONE_ROLE) else tokens.ink
        _line(painter, words, str(index.data()), 13, ink)
        _line(painter, words.adjusted(0, type_size(13) + 6, 0, 0), str(index.data(NOTE_ROLE)), 11, tokens.soft)
        painter.restore()


def _line(painter: QPainter, place: QRectF, text: str, size: int, ink: str) -> None:
    font = type_font(size)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)
