"""How an entry of the queue is drawn: its mark, the letter, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ombudsview.gui.queue.model import DESK_ROLE, NOTE_ROLE, PART_ROLE, STATUS_ROLE
from ombudsview.gui.queue.status import Status, colour_of, shape_of
from ombudsview.gui.style.marks import paint_shape
from ombudsview.gui.style.theme import CORNER, UNIT, theme, type_font, type_size

Index = QModelIndex | QPersistentModelIndex


class EntryPainter(QStyledItemDelegate):
    """Two lines. What has the keyboard has a frame; the letter on the desk has a bar at its side as well."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, type_size(13) + type_size(11) + 3 * UNIT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, place = theme(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on_desk = bool(index.data(DESK_ROLE))
        if option.state & QStyle.StateFlag.State_Selected or on_desk:
            _ground(painter, place, framed=bool(option.state & QStyle.StateFlag.State_HasFocus))
        if on_desk:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(
                QRectF(place.left() + 1, place.top() + UNIT, 3, place.height() - 2 * UNIT), 1.5, 1.5
            )
        status = Status(index.data(STATUS_ROLE))
        size = type_size(16)
        mark = QRectF(place.left() + UNIT, place.top() + UNIT, size, size)
        paint_shape(painter, shape_of(status), mark, QColor(colour_of(status, tokens)))
        words = place.adjusted(2 * UNIT + size, UNIT - 1, -UNIT, -UNIT)
        done = status in (Status.FINISHED, Status.PROBLEM)
        # The end of a name tells it from others as much as its beginning does.
        _line(
            painter, words, str(index.data()), 13, tokens.soft if done else tokens.ink, cut=Qt.TextElideMode.ElideMiddle
        )
        note = words.adjusted(0, type_size(13) + 6, 0, 0)
        _line(painter, note, str(index.data(NOTE_ROLE)), 11, tokens.soft, cut=Qt.TextElideMode.ElideRight)
        part = index.data(PART_ROLE)
        if part is not None:
            _bar(painter, QRectF(words.left(), place.bottom() - 5, words.width(), 3), float(part))
        painter.restore()


def _bar(painter: QPainter, place: QRectF, part: float) -> None:
    """How far something is that goes on behind."""
    tokens = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, width in ((tokens.line, 1.0), (tokens.accent, part)):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), place.width() * width, place.height()), 1.5, 1.5)


def _ground(painter: QPainter, place: QRectF, *, framed: bool) -> None:
    tokens = theme()
    painter.setPen(QPen(QColor(tokens.accent), 2) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.row))
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), CORNER, CORNER)


def _line(painter: QPainter, place: QRectF, text: str, size: int, ink: str, *, cut: Qt.TextElideMode) -> None:
    font = type_font(size)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    text = QFontMetricsF(font).elidedText(text, cut, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)
