"""What shows of the pages just now: which pages, and the pictures that cover what shows of each."""

from __future__ import annotations

from dataclasses import dataclass

from ombudsview.gui.letter.lie import Lie
from ombudsview.gui.letter.pictures import Key, Pictures, tiles
from ombudsview.paper.geometry import Box

_NOTHING = Box(0, 0, 0, 0)


@dataclass(frozen=True)
class Showing:
    """A view of that size (pixels) over pages that lie so, on a screen with so many device pixels a pixel."""

    lie: Lie
    width: int
    height: int
    ratio: float

    @property
    def keys(self) -> dict[int, list[Key]]:
        """The pages that show, each with its pictures."""
        return {page: self._keys(page) for page in self.lie.column.between(self.lie.dy, self.lie.dy + self.height)}

    def want(self, pictures: Pictures) -> None:
        """Have what shows drawn, and the page below it."""
        visible = [key for keys in self.keys.values() for key in keys]
        pictures.want(visible, self._next_page(visible))

    @property
    def _scale(self) -> float:
        return round(self.lie.column.scale * self.ratio, 4)

    def _keys(self, page: int) -> list[Key]:
        column, left, top = self.lie.column, self.lie.dx, self.lie.dy
        (x0, y0), (x1, y1) = column.on(page, left, top), column.on(page, left + self.width, top + self.height)
        shown = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        return tiles(page, column.sizes[page], self._scale, shown)

    def _next_page(self, visible: list[Key]) -> list[Key]:
        """The page below, drawn ahead where it is one picture."""
        sizes = self.lie.column.sizes
        page = max((key.page for key in visible), default=-1) + 1
        if not visible or page >= len(sizes):
            return []
        return [key for key in tiles(page, sizes[page], self._scale, _NOTHING) if key.clip is None]
