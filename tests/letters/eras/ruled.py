"""Tables for the drawing engine: headings that wrap, groups over them, rules or none, numbers far below, pages between."""

from __future__ import annotations

from tests.letters.eras.book import Row, Table
from tests.letters.eras.desk import Desk
from tests.letters.wording import Run

_LEAST = 4.5


def table(desk: Desk, what: Table) -> None:
    """The table at the cursor, on the next page where this one is too short."""
    edges = _edges(desk, what)
    size = _head_size(desk, what, edges)
    high = _head_height(desk, what, edges, size)
    desk.need(high + desk.look.far + desk.look.size * 3 * len(what.rows))
    top = desk.y
    _headings(desk, what, edges, size)
    desk.y = top + high
    if what.split == "no":
        desk.y += desk.look.far
    _frame(desk, edges, top, desk.y)
    if what.split != "no":
        desk.turn()
        if what.split == "repeated":
            top = desk.y
            _headings(desk, what, edges, size)
            desk.y = top + high
            _frame(desk, edges, top, desk.y)
    for row in what.rows:
        _row(desk, what, row, edges)
    desk.y += desk.look.size * 2


def _edges(desk: Desk, what: Table) -> list[float]:
    """The left edges of all columns, the labels' first, and the right edge of the last."""
    first = desk.room * desk.look.label_share if what.labelled else 0.0
    each = min((desk.room - first) / len(what.headings), 110.0)
    return [desk.left, *(desk.left + first + each * number for number in range(len(what.headings) + 1))]


def _head_size(desk: Desk, what: Table, edges: list[float]) -> float:
    """The size at which the longest word of a heading still fits its column."""
    each = edges[2] - edges[1] - 7
    wide = max(desk.hand.width(word, desk.hand.bold, 1) for head in what.headings for word in head.split())
    return max(min(desk.look.head_size, each / wide), _LEAST)


def _broken(desk: Desk, words: str, size: float, room: float) -> list:  # type: ignore[type-arg]
    return desk.hand.broken((Run(words, bold=True),), size, room - 6)


def _head_height(desk: Desk, what: Table, edges: list[float], size: float) -> float:
    rows = max(len(_broken(desk, head, size, edges[2] - edges[1])) for head in what.headings)
    rows = max(rows, len(_broken(desk, what.corner, size, edges[1] - edges[0])) if what.corner else 0)
    return (rows + bool(what.groups) * 1.4) * size * 1.2 + 6


def _headings(desk: Desk, what: Table, edges: list[float], size: float) -> None:
    top = desk.y
    if what.groups:
        for group in what.groups:
            left, right = edges[group.first + 1], edges[group.last + 2]
            for line in _broken(desk, group.heading, size, right - left)[:1]:
                desk.put(line, left + (right - left - line.width) / 2, top + size * 1.2)
        top += size * 1.7
    if what.labelled and what.corner:
        for step, line in enumerate(_broken(desk, what.corner, size, edges[1] - edges[0]), 1):
            desk.put(line, edges[0] + 2, top + step * size * 1.2)
    for number, head in enumerate(what.headings):
        left, room = edges[number + 1], edges[number + 2] - edges[number + 1]
        for step, line in enumerate(_broken(desk, head, size, room), 1):
            desk.put(line, desk.aligned(line, left, room, desk.look.align), top + step * size * 1.2)


def _row(desk: Desk, what: Table, row: Row, edges: list[float]) -> None:
    size = desk.look.size - 1
    label = desk.hand.broken(row.label, size - 0.5, edges[1] - edges[0] - 4) if what.labelled and row.label else []
    high = max(len(label), 1) * size * 1.25 + 5
    desk.need(high)
    top = desk.y
    for step, line in enumerate(label, 1):
        desk.put(line, edges[0] + 2, top + step * size * 1.25)
    desk.runs += 1
    for number, cell in enumerate(row.cells):
        left, room = edges[number + 1], edges[number + 2] - edges[number + 1]
        for line in desk.hand.broken(cell, size, 300)[:1]:
            x = desk.aligned(line, left, room, desk.look.align)
            desk.put(line, x, top + size * 1.25, number=True, joined=desk.runs * desk.look.joined)
    desk.y = top + high
    _frame(desk, edges, top, desk.y)


def _frame(desk: Desk, edges: list[float], top: float, bottom: float) -> None:
    if desk.look.rules == "none":
        return
    start = min(edges[1], edges[0])
    for y in (top, bottom):
        desk.rule(start, y, edges[-1], y)
    if desk.look.rules == "grid":
        for x in dict.fromkeys(edges):
            desk.rule(x, top, x, bottom)
