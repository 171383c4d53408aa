"""The labels of a table's rows: what stands left of the figures, wrapped or not, and the year that it names."""

from __future__ import annotations

import re

from ombudsview.letters.stacks import in_lines
from ombudsview.paper.text import Placed

_UNFINISHED = re.compile(r"(?:[-–/]|\bto|/\d)\Z")
_RESUMES = re.compile(r"/\d")
_BROKEN_DATE = re.compile(r"(?<=/\d) (?=\d\b)")
_ENDS_DATE = re.compile(r"\d[./]\d{1,2}[./]\d{2,4}\s?(?:[-–/]|to)\Z")
_ENDS_YEAR = re.compile(r"\b((?:19|20)\d\d)\s?(?:[-–/]|to)\Z")
_YEAR = re.compile(r"(?P<first>(?:19|20)\d\d)\s?[-/]\s?(?:20)?(?P<last>\d\d)\b")
_SHORT = re.compile(r"(?<![\d./-])(?P<first>[0-3]\d)/(?P<last>\d\d)(?![\d./-])")
_PERIOD = re.compile(
    r"\d{1,2}[./]\d{1,2}[./](?:\d\d)?(?P<first>\d\d)\s?(?:-|to|/)\s?\d{1,2}[./]\d{1,2}[./](?:\d\d)?(?P<last>\d\d)"
)
# What is left of a period whose other date is over the page or lost: the Ombudsman's years are from April to March.
_STARTS = re.compile(r"\s*0?1[./]0?4[./](?:\d\d)?(?P<first>\d\d)\s?(?:[-–/]|to)?\s*\Z")
_ENDS = re.compile(r"\s*(?:[-–/]|to)?\s?31[./]0?3[./](?:\d\d)?(?P<last>\d\d)\s*\Z")


def labels(cells: list[list[Placed]], words: list[Placed]) -> list[str]:
    """What stands left of each row's figures. The lines of a wrapped label belong to the nearest row, or, where the line above
    ends unfinished or the next one begins with a stroke, with that."""
    if not cells:
        return []
    left = min(row[0].box.x0 for row in cells)
    lines = in_lines([word for word in words if word.box.x1 <= left])
    beside = [word for line in lines for word in sorted(line, key=lambda word: word.box.x0)]
    found: list[list[str]] = [[] for _ in cells]
    last: int | None = None
    before = ""
    for word in beside:
        same = last is not None and (_UNFINISHED.search(before) or _RESUMES.match(word.text))
        last, before = last if same else _nearest_row(word, cells), word.text
        if last is not None:
            found[last].append(word.text)
    return [_own_year(_joined(label), row, beside) for label, row in zip(found, cells, strict=True)]


def _joined(words: list[str]) -> str:
    return _BROKEN_DATE.sub("", re.sub(r"\s*/\s*", "/", " ".join(words)))


def _own_year(label: str, row: list[Placed], beside: list[Placed]) -> str:
    """The label; of one that names several years, what stands on the row's own line, if that names one: the rest may belong to a
    row above or below whose figures could not be read."""
    height = row[0].box.height
    line = [
        word.text
        for word in beside
        if word.page == row[0].page and abs(word.box.middle[1] - row[0].box.middle[1]) < 0.5 * height
    ]
    own = _joined(line)
    return own if year_of(own) not in (None, year_of(label)) else label


def _nearest_row(word: Placed, rows: list[list[Placed]]) -> int | None:
    """The row that a word beside the table belongs to, the upper of two as near."""
    near = [
        (round(abs(word.box.middle[1] - row[0].box.middle[1]) / row[0].box.height, 1), number)
        for number, row in enumerate(rows)
        if row[0].page == word.page
    ]
    return min(near)[1] if near and min(near)[0] < 2.6 else None


def goes_on(label: str, figure: str) -> bool:
    """Whether a figure can be the rest of a label that ends with a stroke: after a date another, after a year the next."""
    if _ENDS_DATE.search(label):
        return "/" in figure or "." in figure
    year = _ENDS_YEAR.search(label)
    return year is None or figure in (following := str(int(year[1]) + 1), following[2:])


def begins_year(label: str) -> bool:
    """Whether the first line of a label names a year, or the first day of one that goes on in the next line."""
    return year_of(label) is not None or _ENDS_DATE.search(label) is not None


def year_of(label: str) -> str | None:
    """The year that a row's label names, as `2005-06`; two that do not follow each other are misread, and name none."""
    if found := _PERIOD.search(label):
        first = _in_full(found["first"])
    elif found := _YEAR.search(label):
        first = int(found["first"])
    elif found := _SHORT.search(label):
        first = 2000 + int(found["first"])
    elif found := _STARTS.match(label):
        return _year_from(_in_full(found["first"]))
    elif found := _ENDS.match(label):
        return _year_from(_in_full(found["last"]) - 1)
    else:
        return None
    return _year_from(first) if int(found["last"]) == (first + 1) % 100 else None


def _in_full(year: str) -> int:
    return int(year) + (2000 if int(year) < 80 else 1900)


def _year_from(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02d}"
