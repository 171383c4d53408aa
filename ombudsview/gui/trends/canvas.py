"""The chart on the screen: drawn at the device's own sharpness; a click on a mark asks for the figure's printed line.

Imported only when the first chart is shown, since it brings matplotlib.
"""

from __future__ import annotations

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ombudsview.gui.theme import Theme, theme, type_size
from ombudsview.gui.words import plain_tip
from ombudsview.trends.figure import fill
from ombudsview.trends.finding import summary, year_in_words
from ombudsview.trends.frame import Frame, Look
from ombudsview.trends.lettering import DPI
from ombudsview.trends.palette import Palette
from ombudsview.trends.point import Point, Quoted
from ombudsview.trends.series import Series


class Chart(FigureCanvasQTAgg):
    """One series. `picked` gives the letter and the key of the figure whose mark was clicked."""

    picked = Signal(str, str)

    # Here and not in the constructor: Qt and matplotlib already call the overrides below from the base's.
    _series: Series | None = None
    _compare = True
    _plan: Frame | None = None
    _drawn: tuple[object, ...] = ()

    def __init__(self) -> None:
        super().__init__(Figure(dpi=DPI))  # type: ignore[no-untyped-call]
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the table below says and opens the same by keyboard
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Chart"))

    def show_series(self, series: Series, *, compare: bool) -> None:
        """Draw this instead."""
        self._series, self._compare = series, compare
        self.setAccessibleDescription(summary(series, compare=compare))
        self._redraw()

    def _redraw(self) -> None:
        """Draw again where anything differs that the drawing depends on."""
        wanted = (self._series, self._compare, self.width(), self.height(), theme(), type_size(11))
        if self._series is None or wanted == self._drawn or min(self.width(), self.height()) < 2:
            return
        self._drawn = wanted
        look = Look((self.width(), self.height()), compare=self._compare, text=type_size(11))
        self._plan = fill(self.figure, self._series, palette_of(theme()), look)
        self.draw_idle()  # type: ignore[no-untyped-call]

    def at(self, place: QPointF) -> tuple[Point, Quoted] | None:
        """The figure whose mark is there."""
        if self._series is None or self._plan is None:
            return None
        return self._plan.pick(self._series, place.x(), place.y(), compare=self._compare)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)  # type: ignore[no-untyped-call]
        self._redraw()

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
