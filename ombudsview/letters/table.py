"""Tables of figures, read by where things stand: column headings wrapped over several lines, rows of figures under them.

Headings are found word by word, figures are paired with them from left to right by place. Whether a row is right is for the
sums to say; here nothing is guessed: a column without its heading, or a cell that could be two columns', gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ombudsview.letters.headings import Column, find_headings
from ombudsview.letters.pairing import pair
from ombudsview.paper.text import Placed, TextMap

Span = tuple[int, int]

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?\Z")
_NOTHING = frozenset(("-", "–", "—", "n/a", "nil", "*"))
_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-/]\s?(?:20)?(?P<last>\d\d)\b")
_PERIOD = re.compile(
    r"\d{1,2}[./]\d{1,2}[./](?:\d\d)?(?P<first>\d\d)\s?(?:-|to)\s?\d{1,2}[./]\d{1,2}[./](?:\d\d)?(?P<last>\d\d)"
)


@dataclass(frozen=True)
class Table:
    """A table under its title: a pattern for the line that heads it, its columns, and patterns of lines that end it.

    `row` is a pattern for the label of the row that counts where a table has a row for each kind of thing and not for each year.
    """

    title: str
    columns: tuple[Column, ...]
    ends: tuple[str, ...] = ()
    row: str | None = None


@dataclass(frozen=True)
class Row:
    """A row of figures: its year (`2005-06`) where one is named, and the place of each column's figure."""

    year: str | None
    cells: dict[str, Span]


@dataclass(frozen=True)
class Cell:
    """A finder: the figure of one column in a table's row of this year."""

    table: Table
    key: str

    def find(self, text: TextMap, regions: object) -> Iterator[Span]:  # noqa: ARG002  the finders share one form
        """The place of the figure, once for each table that has it."""
        for row in read_rows(text, self.table)[:1]:
            if self.key in row.cells:
                yield row.cells[self.key]


@lru_cache(maxsize=32)
def read_rows(text: TextMap, table: Table) -> tuple[Row, ...]:
    """The rows of a table, this year's first; none where the table is not there."""
    for start in _titles(text, table):
        words, rows = _region(text, table, start)
        headings = find_headings([word for word in words if not rows or _above(word, rows[0])], table.columns)
        if len(headings) < 2 or not rows:
            continue
        found = [_read(row, label, headings, table) for row, label in _labelled(rows, words)]
        kept = _wanted(found, table)
        if kept:
            return tuple(row for _, row in kept)
    return ()


def _titles(text: TextMap, table: Table) -> Iterator[int]:
    """The places of lines that head the table, the last first: prose may name it before."""
    pattern = re.compile(r"(?<![^\n\f])(?:" + table.title.replace(" ", r"\s") + r")[^\n\f]{0,40}(?=[\n\f])")
    yield from reversed([match.start() for match in pattern.finditer(text.text)])


def _region(text: TextMap, table: Table, start: int) -> tuple[list[Placed], list[list[Placed]]]:
    """The words under the title as far as the next title, on this page and, where no figures are here, the next."""
    title = text.line_at(start)
    words = [word for word in text.placed(title.page) if word.box.y0 >= title.box.y1 - 0.3 * title.box.height]
    words = _until_end(text, table, words, start)
    rows = _rows(words)
    if not rows and title.page < text.pages[1]:
        rows = _rows(_until_end(text, table, text.placed(title.page + 1), start))
    return words, rows


def _until_end(text: TextMap, table: Table, words: list[Placed], after: int) -> list[Placed]:
    """The words above the first line that ends the table."""
    if not words or not table.ends:
        return words
    page = words[0].page
    pattern = re.compile("|".join(r"(?<![^\n\f])(?:" + end.replace(" ", r"\s") + ")" for end in table.ends))
    lines = [text.line_at(match.start()) for match in pattern.finditer(text.text) if match.start() != after]
    ends = [line.box.y0 for line in lines if line.page == page and line.box.y0 > words[0].box.y0]
    return [word for word in words if word.box.middle[1] < min(ends)] if ends else words


def _rows(words: list[Placed]) -> list[list[Placed]]:
    """Rows with figures of which the words right of the first figure are all figures, or signs for none; top to bottom."""
    rows: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (word.box.middle[1], word.box.x0)):
        if rows and abs(word.box.middle[1] - rows[-1][0].box.middle[1]) < 0.5 * word.box.height:
            rows[-1].append(word)
        else:
            rows.append([word])
    found = []
    for row in rows:
        row.sort(key=lambda word: word.box.x0)
        figures = _figures(row)
        if figures:
            found.append(row)
    return found


def _figures(row: list[Placed]) -> list[Placed]:
    """The cells of a row: the unbroken run of figures at its end."""
    cells: list[Placed] = []
    for word in reversed(row):
        if not (_FIGURE.match(word.text) or word.text in _NOTHING):
            break
        cells.append(word)
    return cells[::-1]


def _above(word: Placed, row: list[Placed]) -> bool:
    return word.page < row[0].page or word.box.middle[1] < row[0].box.y0


def _labelled(rows: list[list[Placed]], words: list[Placed]) -> Iterator[tuple[list[Placed], str]]:
    """Each row's cells with the words that stand left of them; a label may be wrapped above or below its row."""
    for row in rows:
        cells = _figures(row)
        label = [word for word in row if word not in cells]
        left = cells[0].box.x0
        height = cells[0].box.height
        middle = cells[0].box.middle[1]
        label += [
            word
            for word in words
            if word not in row
            and word.box.x1 < left
            and abs(word.box.middle[1] - middle) < 1.6 * height
            and word.page == row[0].page
        ]
        yield cells, " ".join(word.text for word in sorted(label, key=lambda word: (round(word.box.y0), word.box.x0)))


def _read(cells: list[Placed], label: str, headings: dict[str, tuple[float, float]], table: Table) -> tuple[str, Row]:
    percents = {column.key for column in table.columns if column.percent}
    paired = pair(cells, headings, percents)
    return label, Row(
        _year(label), {key: (cell.start, cell.end) for key, cell in paired.items() if cell.text not in _NOTHING}
    )


def _year(label: str) -> str | None:
    if found := _PERIOD.search(label):
        century = 2000 if int(found["first"]) < 80 else 1900
        return f"{century + int(found['first'])}-{found['last']}"
    if found := _YEAR.search(label):
        return f"{found['first']}-{found['last']}"
    return None


def _wanted(found: list[tuple[str, Row]], table: Table) -> list[tuple[str, Row]]:
    """The rows that hold figures of this table: one for each year, this year's first; or the one with the label asked for."""
    full = [(label, row) for label, row in found if len(row.cells) >= 2]
    if table.row is not None:
        named = re.compile(table.row)
        return [(label, row) for label, row in full if named.search(label.lower())][:1]
    years = [(label, row) for label, row in full if row.year]
    if years:
        return sorted(years, key=lambda pair: pair[1].year or "", reverse=True)
    return full[:1]
