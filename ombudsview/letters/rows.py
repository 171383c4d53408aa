"""The rows of figures among the words of a page: what stands on one line, and the run of figures at its end."""

from __future__ import annotations

import re

from ombudsview.letters.row_labels import begins_year, goes_on
from ombudsview.paper.geometry import around
from ombudsview.paper.text import Placed

MARKS = "*†‡¹²³⁰⁴⁵⁶⁷⁸⁹"
"""What stands behind a figure for a footnote."""
SPACES = "\u00a0\u2007\u2009\u202f"
"""Spaces that part thousands within a word."""
_BLANKS = f" {SPACES}"
FIGURE = re.compile(
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,3}}(?:[{_BLANKS}][0-9]{{3}})+|[0-9]+)(?:\.[0-9]+)?%?[{MARKS}]*\Z"
)
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})?\Z")
_PAGE = re.compile(r"(?<!\S)page \d{1,4}(?: ?(?:of|/) ?\d{1,4})?(?!\S)", re.IGNORECASE)
_HUNDREDS = re.compile(rf"[0-9]{{3}}[{MARKS}]*\Z")
SPACE = 0.4
"""Heights of a word that a space within a figure takes at the most."""
_NOTHING = frozenset(("-", "–", "—", "n/a", "nil", "*"))
_GOES_ON = frozenset(("-", "–", "to", "/"))


def rows_of(words: list[Placed]) -> list[list[Placed]]:
    """The figures of each row, top to bottom; rows with far fewer figures than the fullest are no rows of the table."""
    lines = [
        _without_page(sorted(line, key=lambda word: word.box.x0))
        for line in lines_of(_with_signs(with_thousands(words)))
    ]
    cells = [_figures(line) for line in lines]
    most = max((len(row) for row in cells), default=0)
    return [row for row, line in zip(cells, lines, strict=True) if len(row) >= max(2, most / 3) or _is_years(line, row)]


def _without_page(line: list[Placed]) -> list[Placed]:
    """A line without the number of its page, "Page 4 of 5": with a stray figure beside it, it would be a row of two."""
    said = " ".join(word.text for word in line)
    if (found := _PAGE.search(said)) is None:
        return line
    first = said.count(" ", 0, found.start())
    return line[:first] + line[first + found[0].count(" ") + 1 :]


def _with_signs(words: list[Placed]) -> list[Placed]:
    """The words, a figure and the percent sign set apart from it made one."""
    if not any(word.text == "%" for word in words):
        return words
    found: list[Placed] = []
    for word in words:
        before = found[-1] if found else None
        if word.text == "%" and before and _is_bare(before.text) and before.end + 1 == word.start:
            box = around((before.box, word.box))
            found[-1] = Placed(before.page, box, before.start, word.end, before.text + "%")
        else:
            found.append(word)
    return found


def with_thousands(words: list[Placed]) -> list[Placed]:
    """The words, thousands that a space parts from what follows made one figure with it: of one size, no further apart than words."""
    found: list[Placed] = []
    for word in words:
        before = found[-1] if found else None
        if before and _HUNDREDS.match(word.text) and _THOUSANDS.match(before.text) and _goes_with(before, word):
            box = around((before.box, word.box))
            found[-1] = Placed(before.page, box, before.start, word.end, f"{before.text} {word.text}")
        else:
            found.append(word)
    return found


def _goes_with(thousands: Placed, word: Placed) -> bool:
    one, other = thousands.box, word.box
    return (
        thousands.end + 1 == word.start
        and abs(one.height - other.height) < 0.05 * other.height
        and abs(one.middle[1] - other.middle[1]) < 0.1 * other.height
        and 0 < other.x0 - one.x1 < SPACE * other.height
    )


def _is_bare(figure: str) -> bool:
    """Whether this is a figure without a sign or a mark behind it, which a percent sign may follow."""
    return FIGURE.match(figure) is not None and figure[-1].isdecimal()


def _is_years(line: list[Placed], figures: list[Placed]) -> bool:
    """Whether a line with a lone figure is labelled with a year: a row whose other cells are empty."""
    return bool(figures) and begins_year(" ".join(word.text for word in line[: -len(figures)]))


def lines_of(words: list[Placed]) -> list[list[Placed]]:
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
    while start and (FIGURE.match(row[start - 1].text) or is_nothing(row[start - 1])):
        start -= 1
    while 0 < start < len(row) and _ends_label(row, start):
        start += 1
    return row[start:]


def is_nothing(cell: Placed) -> bool:
    """Whether a cell holds a sign that there is no figure."""
    return cell.text.lower() in _NOTHING


def _ends_label(row: list[Placed], number: int) -> bool:
    """Whether a figure or a dash still belongs to the label before it: "2007 / 2008", "01/04/06 -"."""
    before, word = row[number - 1], row[number]
    if word.box.x0 - before.box.x1 >= word.box.height:
        return False
    label = " ".join(word.text for word in row[:number])
    return is_nothing(word) or ((before.text in _GOES_ON or before.text.endswith("/")) and goes_on(label, word.text))
