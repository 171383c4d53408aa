"""Column headings by the figures under them: a word belongs to the column of figures that it stands over, however it is broken.

What stands over a column and is no wording of a heading that is known is taken for the one column that it can be, by a word of
its own or by its place between two others, and said to be so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from ombudsview.letters.stacks import in_lines, letters_of
from ombudsview.paper.geometry import around
from ombudsview.paper.text import Placed

Extent = tuple[float, float]
"""Left and right of a column, in points on the page turned upright."""
Wordings = tuple[tuple[str, tuple[str, ...], bool], ...]
"""For each column in its usual order: the field, how its heading may read, whether its figures are percentages."""

NO_FIELD = "-"
"""How the key of a column begins that is none of the fields, but must be known to tell the others."""
_MOST_LINES = 12  # headings wrapped over five lines, a group's over them, and both once more where the table goes on
_SLACK = 2.0  # points by which a heading may reach beyond its column's edge
_STEM = 6
_SHORTEST = 4
_EDGES = (0.5, 1.0, 0.0)  # words are set in the middle, to the right or to the left of their column
_NO_TOKEN = re.compile(r"[^a-z0-9&\s]+")


@dataclass(frozen=True)
class Headings:
    """What stands over the columns: left and right of each heading, the words of those that had to be guessed, left and right
    of the figures under them, and whether there is a known heading over each figure."""

    extents: dict[str, Extent]
    guessed: dict[str, str] = field(default_factory=dict)
    places: dict[str, Extent] = field(default_factory=dict)
    whole: bool = False


def headings_over(words: list[Placed], row: list[Placed], columns: Wordings) -> Headings:
    """The headings over a row that has a figure in each column, from the words above it."""
    exact, telling = _exact(columns), _telling(columns)

    told: dict[tuple[int, ...], tuple[str | None, bool]] = {}

    def tell(band: list[Placed]) -> tuple[str | None, bool]:
        places = tuple(word.start for word in band)
        if places not in told:  # most bands are the same ones again, whichever lines are left out and edges gone by
            said = _said(band)
            told[places] = exact.get(letters_of(said)), len(_named(said, telling)) == 1
        return told[places]

    def known(bands: list[list[Placed]]) -> tuple[int, int]:
        found = [tell(band) for band in bands]
        return len({key for key, _ in found if key}), sum(named for _, named in found)

    best = max(_bands(words, row), key=known, default=[])
    if not any(map(len, best)) or known(best) < (0, 2):
        return Headings({})
    keys: list[str | None] = []
    for band in best:
        key = exact.get(letters_of(_said(band))) or _abbreviated(_said(band), columns)
        keys.append(key if key not in keys else None)
    guessed = _guessed(keys, best, row, columns)
    extents, places = {}, {}
    for key, band, figure in zip(keys, best, row, strict=True):
        if key is not None:
            box = around(word.box for word in band)
            extents[key] = (box.x0, box.x1)
            places[key] = (figure.box.x0, figure.box.x1)
    return Headings(extents, guessed, places, whole=None not in keys and not guessed)


def _bands(words: list[Placed], row: list[Placed]) -> Iterator[list[list[Placed]]]:
    """The words over each figure, by the edge at which they are set and from one line after the other: above headings stand
    titles, and headings of several columns. Where the row stands on a later page than its headings, once more without the feet
    and the running heads between them."""
    yield from _cut(words, row)
    if any(word.page < row[0].page for word in words):
        yield from _cut(_without_feet(words, row[0].page), row)


def _without_feet(words: list[Placed], last: int) -> list[Placed]:
    """The words without the last line of each page before the last, and without the first line of that."""
    ends: dict[int, float] = {}
    for word in words:
        middle = word.box.middle[1]
        edge = ends.setdefault(word.page, middle)
        ends[word.page] = max(edge, middle) if word.page < last else min(edge, middle)
    return [word for word in words if abs(word.box.middle[1] - ends[word.page]) > 0.5 * word.box.height]


def _cut(words: list[Placed], row: list[Placed]) -> Iterator[list[list[Placed]]]:
    """The words over each figure, without ever more of their first lines."""
    tops = [(word.page, round(word.box.y0)) for word in words]
    columns = [_columns(words, row, edge) for edge in _EDGES]
    for first in sorted(set(tops))[-_MOST_LINES:]:
        for numbers in columns:
            bands: list[list[Placed]] = [[] for _ in row]
            for word, top, number in zip(words, tops, numbers, strict=True):
                if top >= first:
                    bands[number].append(word)
            yield bands


def _columns(words: list[Placed], row: list[Placed], edge: float) -> list[int]:
    """Which figure each word stands over, where both are set in the middle, to the right or to the left of their column."""
    if edge == 0.5:
        middles = [figure.box.middle[0] for figure in row]
        borders = sorted((left + right) / 2 for left, right in pairwise(middles))
        return [bisect_left(borders, word.box.middle[0]) for word in words]
    if edge == 1.0:
        borders = sorted(figure.box.x1 + _SLACK for figure in row)
        return [min(bisect_left(borders, word.box.x1), len(row) - 1) for word in words]
    borders = sorted(figure.box.x0 - _SLACK for figure in row)
    return [max(bisect_right(borders, word.box.x0) - 1, 0) for word in words]


def _said(band: list[Placed]) -> str:
    return " ".join(word.text for line in in_lines(band) for word in sorted(line, key=lambda word: word.box.x0))


def _tokens(words: str) -> list[str]:
    return _NO_TOKEN.sub("", words.lower()).split()


def _abbreviated(said: str, columns: Wordings) -> str | None:
    """The one column whose heading's words, each cut short or in full, these are."""
    tokens = _tokens(said)
    fits = {
        key
        for key, wordings, _ in columns
        for wording in wordings
        if len(tokens) == len(others := _tokens(wording))
        and all(one == other or _cut_short(one, other) for one, other in zip(tokens, others, strict=True))
    }
    return fits.pop() if len(fits) == 1 else None


def _cut_short(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 2 and longer.startswith(shorter)


def _guessed(keys: list[str | None], bands: list[list[Placed]], row: list[Placed], columns: Wordings) -> dict[str, str]:
    """Fills in the columns that are not known yet; the words of their headings."""
    telling = _telling(columns)
    percents = {key: percent for key, _, percent in columns}
    guessed: dict[str, str] = {}

    def take(number: int, key: str) -> None:
        if key not in keys and row[number].text.endswith("%") <= percents[key]:
            keys[number] = key
            guessed[key] = _said(bands[number])

    for number, key in enumerate(keys):
        if key is None:
            named = _named(_said(bands[number]), telling)
            if len(named) == 1:
                take(number, named.pop())
    for number, key in enumerate(keys):
        if key is None and bands[number]:
            between = _between(keys, number, [name for name, _, _ in columns])
            if len(between) == 1:
                take(number, between[0])
    return guessed


def only_column(said: str, beside: tuple[str, str], taken: set[str], columns: Wordings) -> str | None:
    """The one column that a heading between two others can be, by a word of its own or by the usual order; none of those taken."""
    named = _named(said, _telling(columns)) - taken
    usual = [key for key, _, _ in columns]
    if len(named) != 1 and all(key in usual for key in beside):
        first, last = (usual.index(key) for key in beside)
        named = {key for key in usual[first + 1 : last] if key not in taken}
    return named.pop() if len(named) == 1 else None


def _named(said: str, telling: dict[str, str]) -> set[str]:
    """The columns that words tell."""
    return {telling[stem] for token in _tokens(said) if (stem := token[:_STEM]) in telling}


@lru_cache(maxsize=32)  # tables have the same columns in every letter
def _exact(columns: Wordings) -> dict[str, str]:
    """The letters of each heading with the field that it stands for."""
    return {letters_of(wording): key for key, wordings, _ in columns for wording in reversed(wordings)}


@lru_cache(maxsize=32)
def _telling(columns: Wordings) -> dict[str, str]:
    """The beginnings of words that stand in the headings of one column only."""
    owners: dict[str, set[str]] = {}
    for key, wordings, _ in columns:
        for token in _tokens(" ".join(wordings)):
            if len(token) >= _SHORTEST:
                owners.setdefault(token[:_STEM], set()).add(key)
    return {stem: next(iter(keys)) for stem, keys in owners.items() if len(keys) == 1}


def _between(keys: list[str | None], number: int, usual: list[str]) -> list[str]:
    """The columns not found that usually stand between the two beside a column; none where its neighbour is not known either."""
    left = keys[number - 1] if number else ""
    right = keys[number + 1] if number + 1 < len(keys) else ""
    if left is None or right is None:
        return []
    first = usual.index(left) + 1 if left else 0
    last = usual.index(right) if right else len(usual)
    return [key for key in usual[first:last] if key not in keys]
