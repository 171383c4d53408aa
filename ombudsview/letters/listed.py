"""A finder for tables that have a row for each kind of thing: the figure right of a label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ombudsview.letters.find import Span
from ombudsview.letters.rows import FIGURE, lines_of
from ombudsview.letters.table import MOST_PAGES, Table, end_lines, until_end
from ombudsview.letters.titles import titles
from ombudsview.paper.text import Placed, TextMap


@dataclass(frozen=True)
class Listed:
    """A finder: the first figure right of a label in a table that has a row for each kind of thing."""

    title: str
    label: str
    ends: tuple[str, ...] = ()

    def find(self, text: TextMap, regions: object) -> Iterator[Span]:  # noqa: ARG002  the finders share one form
        """The place of the figure in the last such table."""
        table = Table(self.title, (), self.ends)
        named = re.compile(self.label)
        for start in titles(text, table.title):
            title = text.line_at(start)
            for page in range(title.page, min(title.page + MOST_PAGES, text.pages[1] + 1)):
                top = title.box.y0 if page == title.page else -1.0
                below = [word for word in text.placed(page) if word.box.y0 > top]
                figure = _figure_right_of(named, until_end(text, table, below, page, top))
                if figure is not None:
                    yield figure.start, figure.end
                    return
                if end_lines(text, table, page, top):
                    break


def _figure_right_of(label: re.Pattern[str], words: list[Placed]) -> Placed | None:
    """The first figure of the row whose other words are the label."""
    for row in lines_of(words):
        row.sort(key=lambda word: word.box.x0)
        named = " ".join(word.text for word in row if not FIGURE.match(word.text)).lower()
        figure = next((word for word in row if FIGURE.match(word.text)), None)
        if figure is not None and label.fullmatch(named):
            return figure
    return None
