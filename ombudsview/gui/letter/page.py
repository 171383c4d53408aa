"""The pages of the letter in one column, with what is lit upon them. Draws what shows, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ombudsview.gui.letter.column import GAP, LARGEST, SMALLEST, ZOOM_STEP, Column, Sizes, fit_width
from ombudsview.gui.letter.found import Found, paint_found
from ombudsview.gui.letter.glide import Glide, Glow
from ombudsview.gui.letter.highlights import Highlight, frame_of
from ombudsview.gui.letter.lie import Lie
from ombudsview.gui.letter.picker import Picker
from ombudsview.gui.letter.pictures import Pictures
from ombudsview.gui.letter.pinch import Pinch
from ombudsview.gui.letter.sheet_painter import Lights, paint_lights, paint_sheet
from ombudsview.gui.letter.showing import Showing
from ombudsview.gui.style.theme import UNIT, theme
from ombudsview.paper.geometry import Box, around

if TYPE_CHECKING:
    from ombudsview.reading.model import Source

_FARTHEST = 2**30
"""Pixels that a scroll bar goes; its numbers end at twice as many, and what stands beyond that no letter has."""

FOOT = 16 * UNIT
"""Pixels that the pages can be scrolled past their end, and where no source is brought to: the notice floats there."""


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
        self._focus = ""
        self._turn = 0
        self._found = Found()
        self._glide = Glide(self.verticalScrollBar(), self)
        self._glow = Glow(self)
        self._glow.faded.connect(self.viewport().update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Pages of the letter"))
        self.picker = Picker(self)
        Pinch(self.viewport()).pinched.connect(self.zoom_by)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        pictures.came.connect(self.viewport().update)
        pictures.failed.connect(self.viewport().update)

    # What it is given

    def set_pages(self, sizes: Sizes) -> None:
        """Show the pages of a letter from its beginning; none clears the view."""
        self._highlights, self._words, self._focus, self._found, self._turn = (), {}, "", Found(), 0
        self._lay_out(fit_width(sizes, self.viewport().width()) if self._fits else self._column.scale, sizes)
        self.verticalScrollBar().setValue(0)
        self._tell_page()
        if self.isVisible():  # not only with the next painting: the reader draws while the rows of fields are made
            self._showing.want(self._pictures)

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

    def source_place(self) -> QRectF | None:
        """The frame that the thread to the field in focus starts at, on the viewport; None where nothing of it shows."""
        lie, view = self.lie, QRectF(self.viewport().rect())
        for mark in self.focus_marks():
            frame = frame_of(lie.place(mark.page, mark.boxes[0]), focused=True)
            if view.contains(QPointF(frame.right(), frame.center().y())):
                return frame
        return None

    def focus_marks(self) -> list[Highlight]:
        """What is lit of the field in focus."""
        return [mark for mark in self._highlights if mark.key == self._focus]

    def place_of(self, key: str) -> QRectF | None:
        """The place of a field's first source on the viewport, whether it shows or not; None without a source."""
        return next(iter(self._places(key)), None)

    def reveal(self, key: str) -> None:
        """Bring a field's source into view: not at all where one of them shows, gliding where near, at once where far."""
        # Nothing floats over what the officer clicks on, and a second click must fall on it too.
        self._bring_one(self._places(key), QRectF(self.viewport().rect()) if key == self.picker.pressed else self.clear)

    def _bring_one(self, places: list[QRectF], seen: QRectF) -> None:
        """The first into view, unless one is `seen` now; where the page glides just now, what counts is where it will stand."""
        if places and not any(seen.contains(place.translated(0, -self._glide.ahead)) for place in places):
            self._glide.stop()
            if not any(seen.contains(place) for place in places):
                self.bring(places[0])

    def bring(self, place: QRectF) -> None:
        """Bring a place of the viewport into view."""
        view, across = self.clear, self.horizontalScrollBar()
        if place.left() < 0 or place.right() > view.width():
            across.setValue(round(across.value() + place.center().x() - view.width() / 2))
        if place.top() < 8 or place.bottom() > view.height():
            target = self.verticalScrollBar().value() + place.center().y() - view.height() * 0.4
            self._glide.to(round(target), near=round(view.height() * 1.5))

    def bring_source(self, source: Source) -> None:
        """Bring a place of the letter into view, unless it shows."""
        self._bring_one([self.lie.place(source.page - 1, around(source.boxes))], self.clear)

    @property
    def clear(self) -> QRectF:
        """The part of the viewport over which nothing floats."""
        return QRectF(self.viewport().rect()).adjusted(0, 0, 0, -FOOT)

    def _places(self, key: str) -> list[QRectF]:
        """The places of all of a field's sources on the viewport, whether they show or not."""
        return [self.lie.place(mark.page, around(mark.boxes)) for mark in self._highlights if mark.key == key]

    def _offset(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def words_of(self, key: str) -> str:
        """The words that describe a field; empty where it has no highlight."""
        return self._words.get(key, "")

    def highlight_at(self, point: QPointF) -> Highlight | None:
        """The smallest highlight under a point of the viewport."""
        page, x, y = self.lie.at(point)
        under = [mark for mark in self._highlights if mark.page == page and mark.holds(x, y)]
        return min(under, key=lambda mark: (mark.key != self._focus, sum(b.width for b in mark.boxes)), default=None)

    # Zoom

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Larger or smaller; the place `about` stays where it is: unless given the source in focus, or the middle."""
        self._fits = False
        scale = self._column.scale * factor
        if about is not None:
            self._zoom_to(scale, about)
        else:
            self._zoom_with_source(scale, QPointF(self.viewport().rect().center()))

    def fit_width(self) -> None:
        """As wide as the view, from now on."""
        self._fits = True
        scale = fit_width(self._column.shown, self.viewport().width())
        self._zoom_with_source(scale, QPointF(self.viewport().width() / 2, 0))

    def turn_by(self, degrees: int) -> None:
        """Turn all pages clockwise; what lies in the middle stays in view."""
        if not self._column.sizes:
            return
        page, x, y = self.lie.at(QPointF(self.viewport().rect().center()))
        self._turn = (self._turn + degrees) % 360
        turned = replace(self._column, turn=self._turn)
        scale = fit_width(turned.shown, self.viewport().width()) if self._fits else turned.scale
        self._lay_out(scale, turned.sizes)
        self.bring(self.lie.place(page, Box(x, y, x, y)))
        self._tell_page()

    def show_found(self, found: Found) -> None:
        """Mark what was looked for, and bring the one that is looked at into view."""
        self._found = found
        if found.current is not None:
            self._bring_one([self.lie.place(found.current.page, around(found.current.boxes))], self.clear)
        self.viewport().update()

    def show_page(self, page: int) -> None:
        """Scroll to the top of a page (from 0)."""
        if 0 <= page < len(self._column.sizes):
            self._glide.stop()
            self.verticalScrollBar().setValue(round(self._column.page(page).y0) - GAP)

    def _zoom_with_source(self, scale: float, about: QPointF) -> None:
        """Zoom about a place, but where the source in focus shows about that, and keep the whole of it in view."""
        before = self.source_place()
        self._zoom_to(scale, about if before is None else before.center())
        place = self.source_place() if before is not None else None
        if place is not None:
            room, across, down = self.clear, self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() + round(min(place.left(), max(0.0, place.right() - room.width()))))
            down.setValue(down.value() + round(min(place.top(), max(0.0, place.bottom() - room.height()))))

    def _zoom_to(self, scale: float, about: QPointF) -> None:
        if not self._column.sizes:
            return
        page, x, y = self.lie.at(about)
        self._lay_out(max(SMALLEST, min(LARGEST, scale)), self._column.sizes)
        place = self._column.place(page, Box(x, y, x, y))
        self.horizontalScrollBar().setValue(round(place.x0 - about.x()))
        self.verticalScrollBar().setValue(round(place.y0 - about.y()))

    def _lay_out(self, scale: float, sizes: Sizes) -> None:
        self._glide.stop()
        view = self.viewport()
        self._column = Column(sizes, scale, view.width(), self._turn)
        for bar, page, end in (
            (self.verticalScrollBar(), view.height(), self._column.height + FOOT),
            (self.horizontalScrollBar(), view.width(), self._column.width),
        ):
            bar.setPageStep(page)
            bar.setSingleStep(48)
            bar.setRange(0, min(_FARTHEST, max(0, round(end) - page)))
        view.update()
        self.zoomed.emit(scale, self._fits)
        self.moved.emit()

    # What Qt says

    def resizeEvent(self, event: QResizeEvent) -> None:
        column = self._column
        if not column.sizes:
            return
        page, _, y = column.at(0, self._glide.bound_for)  # a source on its way into view arrives
        scale = fit_width(column.shown, self.viewport().width()) if self._fits else column.scale
        self._lay_out(scale, column.sizes)
        self.verticalScrollBar().setValue(round(self._column.place(page, Box(0, y, 0, y)).y0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().canvas))
        lie, showing = self.lie, self._showing
        for page, keys in showing.keys.items():
            frame = lie.frame(page)
            paint_sheet(painter, frame, keys, self._pictures, self.devicePixelRatioF(), turn=lie.column.turn)
        shown = [mark for mark in self._highlights if mark.page in showing.keys]
        paint_found(painter, lie.place, self._found, showing.keys)
        paint_lights(painter, lie.place, shown, Lights(self._focus, self.picker.hover, self._glow.strength))
        painter.end()
        showing.want(self._pictures)

    @property
    def _showing(self) -> Showing:
        return Showing(self.lie, self.viewport().width(), self.viewport().height(), self.devicePixelRatioF())

    def scale_to_come(self) -> Callable[[Sizes], float]:
        """How a letter with pages of given sizes would be drawn just now, device pixels a point; any thread may ask that."""
        fits, width, scale, ratio = self._fits, self.viewport().width(), self._column.scale, self.devicePixelRatioF()
        return lambda sizes: round((fit_width(sizes, width) if fits else scale) * ratio, 4)

    def _scrolled(self) -> None:
        self.viewport().update()
        self._tell_page()
        self.moved.emit()

    def _tell_page(self) -> None:
        count = len(self._column.sizes)
        if count:
            middle = self._offset()[1] + self.viewport().height() / 2
            self.turned.emit(self._column.at(0, middle)[0] + 1, count)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 240), event.position())
            event.accept()
        else:
            self._glide.stop()
            super().wheelEvent(event)
