"""Tables of figures, read by where things stand: column headings wrapped over several lines, rows of figures under them.

Headings are found word by word, figures are paired with them from left to right by place. Whether a row is right is for the
sums to say; here nothing is guessed: a column without its heading, or a cell that could be two columns', gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from ombudsview.letters.find import compiled
from ombudsview.letters.headings import NO_FIELD, Column, Extent, Headings, table_headings
from ombudsview.letters.pairing import pair, stands_under
from ombudsview.letters.row_labels import begins_year, goes_on, labels, year_of
from ombudsview.paper.geometry import Box
from ombudsview.paper.text import Placed, TextMap

Span = tuple[int, int]

_FIGURE = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?\Z")
_NOTHING = frozenset(("-", "–", "—", "n/a", "nil", "*"))
_MOST_PAGES = 4
_LINE_START = r"(?<![^\n\f])"
_GOES_ON = frozenset(("-", "–", "to", "/"))


@dataclass(frozen=True, eq=False)  # told apart by identity: its rows are remembered by it
class Table:
    """A table under its title: a pattern for the line that heads it, its columns, and patterns of lines that end it.

    `row` is a pattern for the label of the row that counts where a table has a row for each kind of thing and not for each year.
    Fewer headings than `fewest` make no such table.
    """

    title: str
    columns: tuple[Column, ...]
    ends: tuple[str, ...] = ()
    row: str | None = None
    fewest: int = 2


@dataclass(frozen=True)
class Row:
    """A row of figures: its year (`2005-06`) where one is named, and the place of each column's figure.

    `sure` is false where cells are empty and a figure might stand in either of two columns: no sum would tell. `guessed` holds
    the headings of columns that were guessed, as they are printed.
    """

    year: str | None
    cells: dict[str, Span]
    sure: bool
    guessed: dict[str, str] = field(default_factory=dict)


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
        for start in titles(text, table):
            title = text.line_at(start)
            for page in range(title.page, min(title.page + _MOST_PAGES, text.pages[1] + 1)):
                top = title.box.y0 if page == title.page else -1.0
                below = [word for word in text.placed(page) if word.box.y0 > top]
                figure = _figure_right_of(named, _until_end(text, table, below, page, top))
                if figure is not None:
                    yield figure.start, figure.end
                    return
                if _ends(text, table, page, top):
                    break


def _figure_right_of(label: re.Pattern[str], words: list[Placed]) -> Placed | None:
    """The first figure of the row whose other words are the label."""
    for row in _lines_of(words):
        row.sort(key=lambda word: word.box.x0)
        named = " ".join(word.text for word in row if not _FIGURE.match(word.text)).lower()
        figure = next((word for word in row if _FIGURE.match(word.text)), None)
        if figure is not None and label.fullmatch(named):
            return figure
    return None


@lru_cache(maxsize=32)
def read_rows(text: TextMap, table: Table) -> tuple[Row, ...]:
    """The rows of a table, this year's first; none where the table is not there."""
    for start in titles(text, table):
        words, rows = _region(text, table, start)
        if not rows:
            continue
        fullest = max(rows, key=len)
        headings = table_headings([word for word in words if _above(word, rows[0])], fullest, table.columns)
        if len(headings.extents) < table.fewest:
            continue
        left = _left_edge(headings.extents)
        cells = [figures for row in rows if (figures := [cell for cell in row if cell.box.x1 > left])]
        kept = _wanted(_read(cells, labels(cells, words), headings, table), table) if cells else []
        if kept:
            return tuple(row for _, row in kept)
    return ()


def _read(rows: list[list[Placed]], named: list[str], headings: Headings, table: Table) -> list[tuple[str, Row]]:
    """Each row's figures paired with the columns, by the headings or, where a row has a figure for each, by that row."""
    percents = {column.key for column in table.columns if column.percent}
    columns = sorted(headings.extents, key=lambda key: sum(headings.extents[key]))
    full = next((row for row in rows if len(row) == len(columns)), None)
    places = headings.extents | headings.places
    # As many figures as headings may be an empty cell here and a heading unknown there: each must stand under its own.
    fits = full is None or headings.whole or stands_under(full, headings.extents)
    if full is not None and fits:
        places = {key: (cell.box.x0, cell.box.x1) for key, cell in zip(columns, full, strict=True)}
    found = []
    for row, label in zip(rows, named, strict=True):
        paired, sure = pair(row, places, percents)
        if not paired:
            continue
        claimed = {id(cell) for cell in paired.values()}
        # A sign for none may stand in a column left out, unless there are more figures than headings known.
        spare = len(row) <= len(columns)
        sure = fits and sure and all(id(cell) in claimed or (spare and _is_nothing(cell)) for cell in row)
        figures = {
            key: (cell.start, cell.end) for key, cell in paired.items() if not _is_nothing(cell) and key[0] != NO_FIELD
        }
        guessed = {key: words for key, words in headings.guessed.items() if key in figures}
        found.append((label, Row(year_of(label), figures, sure, guessed)))
    return found


def _left_edge(headings: dict[str, Extent]) -> float:
    """Where the first column may begin: half a column left of its heading's middle. What stands further left is a label."""
    middles = sorted(sum(extent) / 2 for extent in headings.values())
    pitch = (middles[-1] - middles[0]) / max(1, len(middles) - 1)
    return min(middles[0] - 0.55 * pitch, *(extent[0] for extent in headings.values()))


def titles(text: TextMap, table: Table) -> Iterator[int]:
    """The places of lines that head the table, the last first: prose may name it before."""
    pattern = compiled(rf"{_LINE_START}{table.title}[^\n\f]{{0,80}}(?=[\n\f])")
    yield from reversed([match.start() for match in pattern.finditer(text.text)])


def _region(text: TextMap, table: Table, start: int) -> tuple[list[Placed], list[list[Placed]]]:
    """The words under the title as far as the next title, and the rows of figures, which may stand on the next page only."""
    title = text.line_at(start)
    words = [word for word in text.placed(title.page) if word.box.y0 >= title.box.y1 - 0.3 * title.box.height]
    words = _until_end(text, table, words, title.page, title.box.y0)
    rows = _rows(words)
    top = title.box.y0
    for page in range(title.page + 1, min(title.page + _MOST_PAGES, text.pages[1] + 1)):
        if _ends(text, table, page - 1, top):
            break
        top = -1.0
        over = _like_page(text, title.page, _until_end(text, table, text.placed(page), page, top))
        more = _rows(over)
        if rows:
            more = _going_on(more, over, table)
            if not more:
                break
        rows += more
        words += over
    return words, rows


def _going_on(rows: list[list[Placed]], words: list[Placed], table: Table) -> list[list[Placed]]:
    """The rows over the page that go on a table: each a year's, or those as far as the row that is asked for."""
    named = [labels([row], words)[0] for row in rows]
    if table.row is None:
        return [row for row, _ in takewhile(lambda pair: year_of(pair[1]) is not None, zip(rows, named, strict=True))]
    asked = next((number for number, label in enumerate(named) if re.search(table.row, label.lower())), -1)
    return rows[: asked + 1]


def _like_page(text: TextMap, first: int, words: list[Placed]) -> list[Placed]:
    """Some words of one page, as they would stand on the first page of a table where the same paper is printed at another size."""
    if not words:
        return words
    (wide, high), (this_wide, this_high) = (_size(text, page) for page in (first, words[0].page))
    factor = wide / this_wide
    if abs(factor - 1) < 0.01 or abs(high / this_high / factor - 1) > 0.01:
        return words
    return [
        Placed(word.page, Box(*(part * factor for part in word.box)), word.start, word.end, word.text) for word in words
    ]


def _size(text: TextMap, page: int) -> tuple[float, float]:
    sheet = text.paper.sheets[page - 1]
    return (sheet.height, sheet.width) if sheet.turn in {90, 270} else (sheet.width, sheet.height)


def _ends(text: TextMap, table: Table, page: int, top: float) -> list[float]:
    """Where on a page the lines below `top` stand that end the table."""
    if not table.ends:
        return []
    patterns = [compiled(_LINE_START + end) for end in table.ends]
    lines = (text.line_at(match.start()) for pattern in patterns for match in pattern.finditer(text.text))
    return [line.box.y0 for line in lines if line.page == page and line.box.y0 > top + 1]


def _until_end(text: TextMap, table: Table, words: list[Placed], page: int, top: float) -> list[Placed]:
    """The words of a page above the first line, below `top`, that ends the table."""
    end = min(_ends(text, table, page, top), default=None)
    return words if end is None else [word for word in words if word.box.middle[1] < end]


def _rows(words: list[Placed]) -> list[list[Placed]]:
    """The figures of each row, top to bottom; rows with far fewer figures than the fullest are no rows of the table."""
    lines = [sorted(line, key=lambda word: word.box.x0) for line in _lines_of(words)]
    cells = [_figures(line) for line in lines]
    most = max((len(row) for row in cells), default=0)
    return [row for row, line in zip(cells, lines, strict=True) if len(row) >= max(2, most / 3) or _is_years(line, row)]


def _is_years(line: list[Placed], figures: list[Placed]) -> bool:
    """Whether a line with a lone figure is labelled with a year: a row whose other cells are empty."""
    return bool(figures) and begins_year(" ".join(word.text for word in line[: -len(figures)]))


def _lines_of(words: list[Placed]) -> list[list[Placed]]:
    """Words on one base line, from top to bottom."""
    rows: list[list[Placed]] = []
    for word in sorted(words, key=lambda word: (word.page, word.box.middle[1], word.box.x0)):
        last = rows[-1][0] if rows else None
        if last and last.page == word.page and abs(word.box.middle[1] - last.box.middle[1]) < 0.5 * word.box.height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows


def _figures(row: list[Placed]) -> list[Placed]:
    """The cells of a row: the unbroken run of figures, or signs for none, at its end."""
    start = len(row)
    while start and (_FIGURE.match(row[start - 1].text) or _is_nothing(row[start - 1])):
        start -= 1
    while 0 < start < len(row) and _ends_label(row, start):
        start += 1
    return row[start:]


def _is_nothing(cell: Placed) -> bool:
    """Whether a cell holds a sign that there is no figure."""
    return cell.text.lower() in _NOTHING


def _ends_label(row: list[Placed], number: int) -> bool:
    """Whether a figure or a dash still belongs to the label before it: "2007 / 2008", "01/04/06 -"."""
    before, word = row[number - 1], row[number]
    if word.box.x0 - before.box.x1 >= word.box.height:
        return False
    label = " ".join(word.text for word in row[:number])
    return _is_nothing(word) or ((before.text in _GOES_ON or before.text.endswith("/")) and goes_on(label, word.text))


def _above(word: Placed, row: list[Placed]) -> bool:
    """Whether a word stands above a row, where headings are."""
    return word.page < row[0].page or word.box.middle[1] < row[0].box.y0


def _wanted(found: list[tuple[str, Row]], table: Table) -> list[tuple[str, Row]]:
    """The rows that hold figures of this table: one for each year, this year's first; or the one with the label asked for."""
    full = [(label, row) for label, row in found if row.cells]
    if table.row is not None:
        named = re.compile(table.row)
        return [(label, row) for label, row in full if named.search(label.lower())][:1]
    years = [(label, row) for label, row in full if row.year]
    if not years:
        return full[:1]
    # A row without a year above those of other years is this year's.
    first = full[:1] if not full[0][1].year else []
    return first + sorted(years, key=lambda named: named[1].year or "", reverse=True)
