"""The chart on the screen: its picture comes from the process that draws; a click on a mark asks for the figure's printed line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ombudsview.gui.style.theme import Theme, theme, type_font, type_size
from ombudsview.gui.style.words import plain_tip
from ombudsview.gui.trends.drawer import Drawer
from ombudsview.trends.drawing import Drawn, Form, Order
from ombudsview.trends.finding import finding, summary, year_in_words
from ombudsview.trends.frame import Frame, Look
from ombudsview.trends.palette import Palette
from ombudsview.trends.point import Point, Quoted
from ombudsview.trends.series import Series

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class Chart(QWidget):
    """One series. `picked` gives the letter and the key of the figure whose mark was clicked.

    `shown`: it is another series now.

    While a picture of another size is on its way the one that is there is stretched; marks answer once theirs has come.
    """

    picked = Signal(str, str)
    shown = Signal()

    def __init__(self, drawer: Drawer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawer = drawer
        self._series: Series | None = None
        self._compare = True
        self._wanted: tuple[object, ...] = ()
        self._ticket = 0
        self._picture = QImage()
        self._failed = False
        self.plan: Frame | None = None
        """By which the picture was drawn; None while another one is on its way."""
        drawer.drawn.connect(self._take)
        drawer.failed.connect(self._fail)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table below says and opens the same by keyboard
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def series(self) -> Series | None:
        """What is shown."""
        return self._series

    @property
    def compares(self) -> bool:
        """Whether the average is shown beside it."""
        return self._compare

    def show_series(self, series: Series, *, compare: bool) -> None:
        """Draw this instead."""
        self._series, self._compare = series, compare
        self.setAccessibleName(self.tr("Chart: {finding}").format(finding=finding(series, compare=compare)))
        self.setAccessibleDescription(summary(series, compare=compare))
        self.shown.emit()
        self._redraw()

    def make_accessible(self) -> QAccessibleInterface:
        from ombudsview.gui.trends.chart_access import ChartAccess

        return ChartAccess(self)

    def _redraw(self) -> None:
        """Have it drawn again where anything differs that the drawing depends on."""
        ratio = self.devicePixelRatioF()
        wanted = (self._series, self._compare, self.width(), self.height(), theme(), type_size(11), ratio)
        if self._series is None or wanted == self._wanted or min(self.width(), self.height()) < 2:
            return
        self._wanted = wanted
        self.plan = None
        look = Look((self.width(), self.height()), compare=self._compare, text=type_size(11))
        order = Order(0, Form.SCREEN, self._series, self._compare, palette_of(theme()), look, ratio)
        self._ticket = self._drawer.ask(order)

    def _take(self, drawn: Drawn) -> None:
        if drawn.ticket != self._ticket:
            return
        whole = QImage(drawn.data, drawn.width, drawn.height, 4 * drawn.width, QImage.Format.Format_RGBA8888)
        self._picture = whole.copy()  # of its own: Qt does not keep the bytes
        self._failed, self.plan = False, drawn.plan
        self.update()

    def _fail(self, ticket: int) -> None:
        if ticket == self._ticket:
            self._failed, self._picture, self._wanted = True, QImage(), ()
            self.update()

    def at(self, place: QPointF) -> tuple[Point, Quoted] | None:
        """The figure whose mark is there."""
        if self._series is None or self.plan is None:
            return None
        return self.plan.pick(self._series, place.x(), place.y(), compare=self._compare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme().panel))
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._picture)
        else:
            painter.setFont(type_font(13))
            painter.setPen(QColor(theme().soft))
            waiting = self.tr("Drawing the chart…")
            failed = self.tr("The chart could not be drawn. The table below gives every figure.")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, failed if self._failed else waiting)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._redraw()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._redraw()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor)
        self.setToolTip(plain_tip(self._told(hit[0])) if hit else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self.at(event.position())
        if hit and hit[0].letter and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(hit[0].letter, hit[1].key)

    def _told(self, point: Point) -> str:
        measure = self._series.measure if self._series else None
        if measure is None:
            return ""
        lines = (f"{point.name}: {year_in_words(measure, point, compare=self._compare)}", *point.notes)
        return "\n".join((*lines, self.tr("Click to see its printed line.")))


def palette_of(tokens: Theme) -> Palette:
    """The chart's colours in a theme of the window."""
    return Palette(tokens.panel, tokens.line, tokens.ink, tokens.soft, tokens.accent, tokens.look)
