"""Draws one page: the paper, its picture (or the stand-in until the sharp one is there), and what is lit upon it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ombudsview.gui.letter import highlights as lit
from ombudsview.gui.letter.highlights import Highlight
from ombudsview.gui.letter.pictures import Key, Pictures
from ombudsview.gui.style.theme import LIGHT, theme, type_font
from ombudsview.paper.geometry import Box


@dataclass(frozen=True)
class Lights:
    """What stands out: the field in focus, the one under the mouse, and how strongly the focus glows."""

    focus: str
    hover: str
    glow: float


def paint_sheet(
    painter: QPainter, frame: QRectF, keys: list[Key], pictures: Pictures, ratio: float, *, turn: int = 0
) -> None:
    """Paper and picture into `frame` (pixels of the screen); `ratio` is the screen's device pixels a pixel.

    `turn` is by how many degrees clockwise the picture lies in the frame.
    """
    _shadow(painter, frame)
    painter.fillRect(frame, QColor(LIGHT.paper))
    if not keys:
        return
    if turn:
        painter.save()
        painter.translate(_CORNERS[turn](frame))
        painter.rotate(turn)
        size = frame.size() if turn == 180 else frame.size().transposed()
        _picture(painter, QRectF(QPointF(), size), keys, pictures, ratio)
        painter.restore()
    else:
        _picture(painter, frame, keys, pictures, ratio)


_CORNERS = {90: QRectF.topRight, 180: QRectF.bottomRight, 270: QRectF.bottomLeft}
"""Where the upper left corner of a page comes to lie that is turned."""


def _picture(painter: QPainter, frame: QRectF, keys: list[Key], pictures: Pictures, ratio: float) -> None:
    sharp = [(key, pictures.sharp(key)) for key in keys]
    if any(image is None for _, image in sharp):
        stand_in = pictures.stand_in(keys[0])
        if stand_in is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, stand_in)
        elif pictures.given_up(keys[0].page):
            _cannot_draw(painter, frame)
    for key, image in sharp:
        if image is not None:
            offset = QPointF(key.clip.x0, key.clip.y0) * key.scale / ratio if key.clip else QPointF()
            corner = _on_device(frame.topLeft() + offset, ratio)
            painter.drawImage(QRectF(corner, QSizeF(image.size()) / ratio), image)


def paint_lights(
    painter: QPainter, place_of: Callable[[int, Box], QRectF], marked: Iterable[Highlight], lights: Lights
) -> None:
    """Highlights, the one in focus on top; `place_of` gives the place of a box of a page."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in sorted(marked, key=lambda mark: mark.key == lights.focus):
        focused = mark.key == lights.focus
        for box in mark.boxes:
            lit.paint(
                painter,
                place_of(mark.page, box),
                mark.state,
                sure=mark.sure,
                focused=focused,
                hovered=mark.key == lights.hover,
                glow=lights.glow if focused else 0.0,
            )


def _on_device(point: QPointF, ratio: float) -> QPointF:
    """The nearest point on the device's own grid, so that pictures are not smeared at 125%."""
    return QPointF(round(point.x() * ratio) / ratio, round(point.y() * ratio) / ratio)


def _shadow(painter: QPainter, frame: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for spread, strength in ((3, 8), (2, 14), (1, 24)):
        painter.setPen(QPen(QColor(0, 0, 0, strength), 1))
        painter.drawRect(frame.adjusted(-spread + 0.5, -spread + 1.5, spread - 0.5, spread + 0.5))


def _cannot_draw(painter: QPainter, frame: QRectF) -> None:
    painter.setPen(QColor(theme().soft if not theme().dark else LIGHT.soft))
    painter.setFont(type_font(14))
    words = QCoreApplication.translate("PageView", "This page cannot be drawn. Its fields can still be filled in.")
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(frame.adjusted(24, 24, -24, -24), int(flags), words)
