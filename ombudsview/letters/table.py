"""Tables of figures, read by where things stand: column headings wrapped over several lines, rows of figures under them.

Headings are found word by word, figures are paired with them from left to right by place. Whether a row is right is for the
sums to say; here nothing is guessed: a column without its heading, or a cell that could be two columns', gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from ombudsview.letters.find import compiled
from ombudsview.letters.headings import NO_FIELD, Column, Extent, Headings, table_headings
from ombudsview.letters.label_lists import read_list
from ombudsview.letters.pairing import pair, stands_under
from ombudsview.letters.row_labels import labels, year_of
from ombudsview.letters.rows import is_nothing, rows_of
from ombudsview.letters.titles import titles
from ombudsview.letters.vocabularies import both, spoken
from ombudsview.letters.words_by_place import like_page
from ombudsview.paper.text import Line, Placed, TextMap

Span = tuple[int, int]

MOST_PAGES = 4
_LINE_START = r"(?<![^\n\f])"


@dataclass(frozen=True, eq=False)  # told apart by identity: its rows are remembered by it
class Table:
    """A table under its title: a pattern for the line that heads it, its columns, and patterns of lines that end it.

    `row` is a pattern for the label of the row that counts where a table has a row for each kind of thing and not for each year.
    Fewer headings than `fewest` make no such table. `yearly` tells that its rows always name their years; `other` are columns as
    letters of other years head them.
    """

    title: str
    columns: tuple[Column, ...]
    ends: tuple[str, ...] = ()
    row: str | None = None
    fewest: int = 2
    yearly: bool = False
    other: tuple[Column, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """The fields that it can give."""
        return frozenset(column.key for column in (*self.columns, *self.other))


@dataclass(frozen=True)
class Row:
    """A row of figures: its year (`2005-06`) where one is named, and the place of each column's figure.

    `sure` is false where cells are empty and a figure might stand in either of two columns: no sum would tell. `guessed` holds
    the headings of columns that were guessed, as they are printed. `unclaimed` tells of figures under no heading that is known.
    `others` counts, on a table's first row, those left out because no year tells whose they are. `listed` is a row that is
    printed as a list of labels and figures, `mixed` one with headings that letters of different years use.
    """

    year: str | None
    cells: dict[str, Span]
    sure: bool
    guessed: dict[str, str] = field(default_factory=dict)
    others: int = 0
    unclaimed: bool = False
    listed: bool = False
    mixed: bool = False


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


def read_rows(text: TextMap, table: Table) -> tuple[Row, ...]:
    """The rows of a table, this year's first; none where the table is not there."""
    return _first(text, table)[1]


@lru_cache(maxsize=32)
def _first(text: TextMap, table: Table) -> tuple[int, tuple[Row, ...]]:
    """The place of the title that has a table under it, or else a list, and the rows of that."""
    for under in (_rows_under, _list_under):
        for start in _titles(text, table):
            if rows := under(text, table, start):
                return start, rows
    return 0, ()


def title_of(text: TextMap, table: Table) -> str:
    """The title of the table that was read, as it is printed."""
    line = text.line_at(_first(text, table)[0])
    return text.printed(line.start, line.end)


def second_table(text: TextMap, table: Table) -> Row | None:
    """The first row of another table under a line that is the same title and no more, where its figures are others than were read."""
    own, read = _first(text, table)
    if not read or read[0].listed:  # a list is read only where under none of the titles there is a table
        return None
    # Under the titles before that of the table that was read there was none.
    places = _titles(text, table)
    for start in places[places.index(own) + 1 :]:
        line = text.line_at(start)
        if compiled(f"{table.title}[^\n.]{{0,12}}").fullmatch(text.text, line.start, line.end):
            rows = _rows_under(text, table, start)
            if rows and _said(text, rows[0]) != _said(text, read[0]):
                return rows[0]
    return None


@lru_cache(maxsize=32)
def _titles(text: TextMap, table: Table) -> tuple[int, ...]:
    return tuple(titles(text, table.title))


def _said(text: TextMap, row: Row) -> dict[str, str]:
    return {key: text.printed(*span) for key, span in row.cells.items()}


def _rows_under(text: TextMap, table: Table, start: int) -> tuple[Row, ...]:
    """The rows of the table whose title stands at a place; none where nothing under it can be read as one."""
    words, rows = _region(text, table, start)
    if not rows:
        return ()
    fullest = max(rows, key=len)
    above = [word for word in words if _above(word, rows[0])]
    columns, mixed = spoken(above, table.columns, table.other)
    headings = table_headings(above, fullest, columns)
    if len(headings.extents) < table.fewest:
        return ()
    left = _left_edge(headings.extents)
    cells = [figures for row in rows if (figures := [cell for cell in row if cell.box.x1 > left])]
    found = _read(cells, labels(cells, words), headings, columns) if cells else []
    return tuple(replace(row, mixed=mixed) for row in _wanted(found, table))


def _list_under(text: TextMap, table: Table, start: int) -> tuple[Row, ...]:
    """The same of a list of labels and figures: labels read as columns are headed."""
    words, _ = _region(text, table, start)
    line = text.line_at(start)
    title = [
        word for word in text.placed(line.page) if abs(word.box.middle[1] - line.box.middle[1]) < 0.3 * line.box.height
    ]
    ways = [
        [(column.key, column.headings, column.percent) for column in columns]
        for columns in (table.columns, *((table.other, both(table.columns, table.other)) if table.other else ()))
    ]
    rows = []
    for listing in read_list(words, ways, table.row, title):
        cells = {key: (figure.start, figure.end) for key, figure in listing.cells.items()}
        rows.append(Row(listing.year, cells, listing.sure, {}, 0, listing.unclaimed, listed=True, mixed=listing.mixed))
    return tuple(_by_year(rows))


def _read(
    rows: list[list[Placed]], named: list[str], headings: Headings, known: tuple[Column, ...]
) -> list[tuple[str, Row]]:
    """Each row's figures paired with the columns, by the headings or, where a row has a figure for each, by that row."""
    percents = {column.key for column in known if column.percent}
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
        left_over = [cell for cell in row if id(cell) not in claimed]
        # A sign for none may stand in a column left out, unless there are more figures than headings known.
        spare = len(row) <= len(columns)
        sure = fits and sure and all(spare and is_nothing(cell) for cell in left_over)
        figures = {
            key: (cell.start, cell.end) for key, cell in paired.items() if not is_nothing(cell) and key[0] != NO_FIELD
        }
        guessed = {key: words for key, words in headings.guessed.items() if key in figures}
        unclaimed = not all(map(is_nothing, left_over))
        found.append((label, Row(year_of(label), figures, sure, guessed, unclaimed=unclaimed)))
    return found


def _left_edge(headings: dict[str, Extent]) -> float:
    """Where the first column may begin: half a column left of its heading's middle. What stands further left is a label."""
    middles = sorted(sum(extent) / 2 for extent in headings.values())
    pitch = (middles[-1] - middles[0]) / max(1, len(middles) - 1)
    return min(middles[0] - 0.55 * pitch, *(extent[0] for extent in headings.values()))


def _region(text: TextMap, table: Table, start: int) -> tuple[list[Placed], list[list[Placed]]]:
    """The words under the title as far as the next title, and the rows of figures, which may stand on the next page only."""
    title = text.line_at(start)
    words = [word for word in text.placed(title.page) if word.box.y0 >= title.box.y1 - 0.3 * title.box.height]
    words = until_end(text, table, words, title.page, title.box.y0)
    rows = rows_of(words)
    top = title.box.y0
    for page in range(title.page + 1, min(title.page + MOST_PAGES, text.pages[1] + 1)):
        if end_lines(text, table, page - 1, top):
            break
        top = -1.0
        over = like_page(text, title.page, until_end(text, table, text.placed(page), page, top))
        more = rows_of(over)
        if rows:
            more = _going_on(more, over, table, max(map(len, rows)))
            if not more:
                break
        rows += more
        words += over
    return words, rows


def _going_on(rows: list[list[Placed]], words: list[Placed], table: Table, most: int) -> list[list[Placed]]:
    """The rows over the page that go on a table: each a year's, or those as far as the row that is asked for. Where rows always
    name their years, one with `most` figures that names none goes on too, so that it is missed."""
    named = (
        labels([row], words)[0] for row in rows
    )  # a label is sought in all the words: not for the rows of other tables
    if table.row is None:
        both = zip(rows, named, strict=True)
        return [row for row, label in takewhile(lambda pair: _may_go_on(*pair, table, most), both)]
    asked = next((number for number, label in enumerate(named) if re.search(table.row, label.lower())), -1)
    return rows[: asked + 1]


def _may_go_on(row: list[Placed], label: str, table: Table, most: int) -> bool:
    return year_of(label) is not None or (table.yearly and len(row) == most)


def end_lines(text: TextMap, table: Table, page: int, top: float) -> list[float]:
    """Where on a page the lines below `top` stand that end the table."""
    return [line.box.y0 for line in _ends(text, table) if line.page == page and line.box.y0 > top + 1]


@lru_cache(maxsize=32)  # page after page is asked for
def _ends(text: TextMap, table: Table) -> tuple[Line, ...]:
    patterns = [compiled(_LINE_START + end) for end in table.ends]
    return tuple(text.line_at(match.start()) for pattern in patterns for match in pattern.finditer(text.text))


def until_end(text: TextMap, table: Table, words: list[Placed], page: int, top: float) -> list[Placed]:
    """The words of a page above the first line, below `top`, that ends the table."""
    end = min(end_lines(text, table, page, top), default=None)
    return words if end is None else [word for word in words if word.box.middle[1] < end]


def _above(word: Placed, row: list[Placed]) -> bool:
    """Whether a word stands above a row, where headings are."""
    return (word.page, word.box.middle[1]) < (row[0].page, row[0].box.y0)


def _wanted(found: list[tuple[str, Row]], table: Table) -> list[Row]:
    """The rows that hold figures of this table: one for each year, this year's first; or the one with the label asked for."""
    if table.row is not None:
        named = re.compile(table.row)
        return [row for label, row in found if row.cells and named.search(label.lower())][:1]
    return _by_year([row for _, row in found if row.cells])


def _by_year(full: list[Row]) -> list[Row]:
    """This year's row first, which may name no year where it stands above those that do, then the others."""
    years = sorted((row for row in full if row.year), key=lambda row: row.year or "", reverse=True)
    # A row without a year above those of other years is this year's.
    kept = [*full[:1], *years] if full and not full[0].year else years
    return [replace(row, others=0 if number else len(full) - len(kept)) for number, row in enumerate(kept)]
