"""The text of each page of the letter on the desk, made when it is first asked for: a pack of hundreds would take long at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ombudsview.paper.text import TextMap

if TYPE_CHECKING:
    from ombudsview.paper.paper import Paper


class PageTexts:
    """One paper's pages."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._made: dict[int, TextMap] = {}

    def __len__(self) -> int:
        return len(self._paper.sheets)

    def page(self, page: int) -> TextMap:
        """The text of a page (from 0)."""
        if page not in self._made:
            self._made[page] = TextMap(self._paper, page + 1, page + 1)
        return self._made[page]
