"""The titles of tables: lines that head one, told from the first cell of its headings, which may say the same once more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ombudsview.letters.find import compiled
from ombudsview.paper.text import TextMap

_NEAR = 4  # a title's heights between it and its table's headings, of up to three lines over the first cell


def titles(text: TextMap, title: str) -> Iterator[int]:
    """The places of lines that begin with the pattern `title`, the last first: prose may name a table before."""
    pattern = compiled(rf"(?<![^\n\f]){title}[^\n\f]{{0,80}}(?=[\n\f])")
    places = [match.start() for match in pattern.finditer(text.text)]
    corners = {later for earlier, later in pairwise(places) if _is_corner(text, earlier, later)}
    yield from reversed([place for place in places if place not in corners])


def _is_corner(text: TextMap, title: int, place: int) -> bool:
    """Whether a line stands so close under a title of the same words that it begins the headings of its table."""
    over, line = text.line_at(title), text.line_at(place)
    apart = line.box.y0 - over.box.y1
    return over.page == line.page and 0 <= apart < _NEAR * over.box.height
