"""The pages of the letter in one column, with what is lit upon them. Draws what shows, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from ombudsview.gui.letter.column import LARGEST, SMALLEST, ZOOM_STEP, Column, Sizes, fit_width
from ombudsview.gui.letter.glide import Glide, Glow
from ombudsview.gui.letter.highlights import Highlight
from ombudsview.gui.letter.lie import Lie
from ombudsview.gui.letter.pictures import Key, Pictures, tiles
from ombudsview.gui.letter.sheet_painter import Lights, paint_lights, paint_sheet
from ombudsview.gui.theme import UNIT, theme
from ombudsview.gui.words import plain_tip
from ombudsview.paper.geometry import Box, around

_FARTHEST = 2**30
"""Pixels that a scroll bar goes; its numbers end at twice as many, and what stands beyond that no letter has."""

FOOT = 22 * UNIT
"""Pixels that the pages can be scrolled past their end, and where no source is brought to: the notice and the zoom bar float there."""


class PageView(QAbstractScrollArea):
    """Shows the pages and highlights that it is given, and says what was clicked. It does not know the review.

    `picked`: a highlight was clicked; `opened`: double-clicked (both a field's key). `moved`: places on the page have moved
    on the screen. `zoomed`: the scale in pixels a point, and whether it follows the width. `turned`: page (from 1) of pages.
    """

    picked = Signal(str)
    opened = Signal(str)
    moved = Signal()
    zoomed = Signal(float, bool)
    turned = Signal(int, int)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # to wrap Qt's own, PySide would first make every class of widget there is (9 ms)
        self._pictures = pictures
        self._column = Column((), 1.0, 100)
        self._fits = True
        self._highlights: tuple[Highlight, ...] = ()
        self._words: dict[str, str] = {}
        self._focus = self._hover = ""
        self._glide = Glide(self.verticalScrollBar(), self)
        self._glow = Glow(self)
        self._glow.faded.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Pages of the letter"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        pictures.came.connect(self.viewport().update)
        pictures.failed.connect(self.viewport().update)

    # What it is given

    def set_pages(self, sizes: Sizes) -> None:
        """Show the pages of a letter from its beginning; none clears the view."""
        self._highlights, self._words, self._focus = (), {}, ""
        self._lay_out(fit_width(sizes, self.viewport().width()) if self._fits else self._column.scale, sizes)
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        if self.isVisible():
            self._want(
                self._showing()
            )  # not only with the next painting: the reader draws while the rows of fields are made

    def set_highlights(self, highlights: tuple[Highlight, ...], words: dict[str, str]) -> None:
        """Light these; `words` describes each field for the tooltip."""
        self._highlights, self._words = highlights, words
        self.viewport().update()

    def set_focus_key(self, key: str, *, flash: bool = False) -> None:
        """Put a field's sources into the light and bring the first into view."""
        self._focus = key
        self.reveal(key)
        if flash:
            self._glow.flash()
        self.viewport().update()
        self.moved.emit()

    # Where things are

    @property
    def lie(self) -> Lie:
        """How the pages lie just now."""
        return Lie(self._column, *self._offset())

    def source_place(self) -> QPoint | None:
        """Where the thread to the field in focus starts, on the viewport; None where nothing of it shows."""
        for mark in self._highlights:
            if mark.key == self._focus:
                box = self._on_view(mark.page, mark.boxes[0])
                point = QPoint(round(box.x1) + 3, round(box.middle[1]))
                if self.viewport().rect().contains(point):
                    return point
        return None

    def place_of(self, key: str) -> QRectF | None:
        """The place of a field's first source on the viewport, whether it shows or not; None without a source."""
        return next(iter(self._places(key)), None)

    def reveal(self, key: str) -> None:
        """Bring a field's source into view: not at all where one of them shows, gliding where near, at once where far."""
        place = self.place_of(key)
        view = QRectF(self.viewport().rect()).adjusted(0, 0, 0, -FOOT)
        if place is None or any(view.contains(other) for other in self._places(key)):
            return
        across = self.horizontalScrollBar()
        if place.left() < 0 or place.right() > view.width():
            across.setValue(round(across.value() + place.center().x() - view.width() / 2))
        if place.top() < 8 or place.bottom() > view.height():
            target = self.verticalScrollBar().value() + place.center().y() - view.height() * 0.4
            self._glide.to(round(target), near=round(view.height() * 1.5))

    def _places(self, key: str) -> list[QRectF]:
        """The places of all of a field's sources on the viewport, whether they show or not."""
        boxes = (self._on_view(mark.page, around(mark.boxes)) for mark in self._highlights if mark.key == key)
        return [QRectF(box.x0, box.y0, box.width, box.height) for box in boxes]

    def _on_view(self, page: int, box: Box) -> Box:
        place, (dx, dy) = self._column.place(page, box), self._offset()
        return Box(place.x0 - dx, place.y0 - dy, place.x1 - dx, place.y1 - dy)

    def _offset(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def highlight_at(self, point: QPointF) -> Highlight | None:
        """The smallest highlight under a point of the viewport."""
        if not self._column.sizes:
            return None
        dx, dy = self._offset()
        page, x, y = self._column.at(point.x() + dx, point.y() + dy)
        under = [mark for mark in self._highlights if mark.page == page and mark.holds(x, y)]
        return min(under, key=lambda mark: (mark.key != self._focus, sum(b.width for b in mark.boxes)), default=None)

    # Zoom

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller; the place `about` (the middle, unless given) stays where it is."""
        self._fits = False
        self._zoom_to(self._column.scale * factor, about or QPointF(self.viewport().rect().center()))

    def fit_width(self) -> None:
        """As wide as the view, from now on."""
        self._fits = True
        scale = fit_width(self._column.sizes, self.viewport().width())
        self._zoom_to(scale, QPointF(self.viewport().width() / 2, 0))

    def _zoom_to(self, scale: float, about: QPointF) -> None:
        if not self._column.sizes:
            return
        dx, dy = self._offset()
        page, x, y = self._column.at(about.x() + dx, about.y() + dy)
        self._lay_out(max(SMALLEST, min(LARGEST, scale)), self._column.sizes)
        place = self._column.place(page, Box(x, y, x, y))
        self.horizontalScrollBar().setValue(round(place.x0 - about.x()))
        self.verticalScrollBar().setValue(round(place.y0 - about.y()))

    def _lay_out(self, scale: float, sizes: Sizes) -> None:
        self._glide.stop()
        view = self.viewport()
        self._column = Column(sizes, scale, view.width())
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setPageStep(view.height())
        down.setSingleStep(48)
        down.setRange(0, min(_FARTHEST, max(0, round(self._column.height) + FOOT - view.height())))
        across.setPageStep(view.width())
        across.setSingleStep(48)
        across.setRange(0, min(_FARTHEST, max(0, round(self._column.width) - view.width())))
        view.update()
        self.zoomed.emit(scale, self._fits)
        self.moved.emit()

    # What Qt says

    def resizeEvent(self, event: QResizeEvent) -> None:
        column = self._column
        if not column.sizes:
            return
        page, _, y = column.at(0, self._offset()[1])
        scale = fit_width(column.sizes, self.viewport().width()) if self._fits else column.scale
        self._lay_out(scale, column.sizes)
        self.verticalScrollBar().setValue(round(self._column.place(page, Box(0, y, 0, y)).y0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().canvas))
        dx, dy = self._offset()
        lights = Lights(self._focus, self._hover, self._glow.strength)
        showing = self._showing()
        for page, keys in showing.items():
            place = self._column.page(page)
            frame = QRectF(place.x0 - dx, place.y0 - dy, place.width, place.height)
            paint_sheet(painter, frame, keys, self._pictures, self.devicePixelRatioF())
            marked = (mark for mark in self._highlights if mark.page == page)
            paint_lights(painter, frame, self._column.scale, marked, lights)
        painter.end()
        self._want(showing)

    def _showing(self) -> dict[int, list[Key]]:
        """The pages that show, each with the pictures that cover what shows of it."""
        top = self._offset()[1]
        return {page: self._keys(page) for page in self._column.between(top, top + self.viewport().height())}

    def _want(self, showing: dict[int, list[Key]]) -> None:
        visible = [key for keys in showing.values() for key in keys]
        self._pictures.want(visible, self._next_page(visible))

    def _device_scale(self) -> float:
        return round(self._column.scale * self.devicePixelRatioF(), 4)

    def _keys(self, page: int) -> list[Key]:
        dx, dy = self._offset()
        place, scale = self._column.page(page), self._column.scale
        left, top = (dx - place.x0) / scale, (dy - place.y0) / scale
        shown = Box(left, top, left + self.viewport().width() / scale, top + self.viewport().height() / scale)
        return tiles(page, self._column.sizes[page], self._device_scale(), shown)

    def _next_page(self, visible: list[Key]) -> list[Key]:
        """The page below, drawn ahead where it is one picture."""
        page = max((key.page for key in visible), default=-1) + 1
        if not visible or page >= len(self._column.sizes):
            return []
        keys = tiles(page, self._column.sizes[page], self._device_scale(), Box(0, 0, 0, 0))
        return [key for key in keys if key.clip is None]

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()
        self.moved.emit()

    def _tell_page(self) -> None:
        count = len(self._column.sizes)
        if count:
            middle = self._offset()[1] + self.viewport().height() / 2
            self.turned.emit(self._column.at(0, middle)[0] + 1, count)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self.highlight_at(event.position())
        hover = mark.key if mark is not None else ""
        if hover != self._hover:
            self._hover = hover
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hover else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self.highlight_at(event.position())
        if mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(mark.key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self.highlight_at(event.position())
        if mark is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(mark.key)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 240), event.position())
            event.accept()
        else:
            self._glide.stop()
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_by(1 + event.value(), event.position())
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.highlight_at(QPointF(event.pos()))
            words = self._words.get(mark.key, "") if mark else ""
            QToolTip.showText(event.globalPos(), plain_tip(words), self.viewport())
            return True
        return super().viewportEvent(event)
