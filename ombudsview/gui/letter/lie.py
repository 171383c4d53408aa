"""How the pages lie under the viewport at this moment: from places on the paper to the screen's pixels, and back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ombudsview.gui.letter.column import Column
from ombudsview.paper.geometry import Box


@dataclass(frozen=True)
class Lie:
    """The column of pages, and by how many pixels it is scrolled."""

    column: Column
    dx: int
    dy: int

    def place(self, page: int, box: Box) -> QRectF:
        """The place on the viewport of a box given in points of a page (from 0)."""
        x0, y0, x1, y1 = self.column.place(page, box)
        return QRectF(x0 - self.dx, y0 - self.dy, x1 - x0, y1 - y0)

    def at(self, point: QPointF, page: int | None = None) -> tuple[int, float, float]:
        """The page (from 0) at a point of the viewport, or the one given, and the point on it; page -1 where there is none."""
        if not self.column.sizes:
            return -1, 0.0, 0.0
        x, y = point.x() + self.dx, point.y() + self.dy
        if page is None:
            return self.column.at(x, y)
        frame = self.column.page(page)
        return page, (x - frame.x0) / self.column.scale, (y - frame.y0) / self.column.scale
