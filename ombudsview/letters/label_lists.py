"""Statistics that are a list of labels and figures instead of a table: "Housing ........ 12", or a label and its figure below it.

Labels are those that head a table's columns, each the whole of its line or lines. A figure belongs to a label on its own line;
where all stand on lines of their own they must take turns. Whether the list is right is for the sums to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.list_lines import Line, heads, lines
from ombudsview.letters.pairing import pair
from ombudsview.letters.rows import is_nothing
from ombudsview.letters.stacks import letters_of
from ombudsview.letters.sums import comes_out
from ombudsview.paper.text import Placed

_MOST_WRAPPED = 4
_MOST_STRAYS = 4  # lines that are no labels, after which a list is at an end
_FEWEST = 2
_APART = 2.5  # heights between a label and its figure on the next line

Wordings = Sequence[tuple[str, tuple[str, ...], bool]]
"""For each label: the field, how it may read, whether its figure is a percentage."""


@dataclass
class Listing:
    """The figures of one year (`2005-06`) by field. `sure` is false where lines might be paired otherwise and no total tells;
    `unclaimed` tells of figures beside labels that are not known, `mixed` of labels that letters of different years use."""

    year: str | None
    cells: dict[str, Placed] = field(default_factory=dict)
    sure: bool = True
    unclaimed: bool = False
    clashes: bool = False
    mixed: bool = False

    def put(self, key: str, figure: Placed) -> None:
        """One figure; a label that is there twice with other figures spoils the list."""
        self.clashes |= key in self.cells and self.cells[key].text != figure.text
        self.cells.setdefault(key, figure)


@dataclass(frozen=True)
class _Item:
    """A label with its field, the figures on its lines, or figures alone, or neither: a line that is no label (`key` None)."""

    key: str | None
    line: Line
    figures: tuple[Placed, ...]

    @property
    def alone(self) -> bool:
        return not self.line.words


def read_list(
    words: list[Placed], ways: Sequence[Wordings], wanted: str | None = None, title: list[Placed] | None = None
) -> list[Listing]:
    """The years' figures, in their order, from the words under a title; none where they are no such list.

    Of several `ways` in which labels are worded that counts by which most are known, the first before the others. `wanted` is a
    pattern for the heading of the one column of figures that counts where there are several for one year. A `title` that reads as a
    label is a part of a list itself.
    """
    found = [_read(words, columns, wanted, title) for columns in ways]
    places = [{figure.start for listing in listings for figure in listing.cells.values()} for listings in found]
    best = max(range(len(found)), key=lambda number: len(places[number]))
    mixed = any(one - other and other - one for one, other in combinations(places, 2))
    for listing in found[best]:
        listing.mixed = mixed
    return found[best]


def _read(words: list[Placed], columns: Wordings, wanted: str | None, title: list[Placed] | None) -> list[Listing]:
    keys = {letters_of(wording): key for key, wordings, _ in columns for wording in reversed(wordings)}
    if any(letters_of(line.said) in keys for line in lines(title or [])):
        return []
    items = _within(list(_items(lines(words), keys)))
    aside = [item for item in items if item.key is not None and item.figures]
    found = _beside(items, aside, words, wanted) if aside else _in_turn(items)
    percents = {key for key, _, percent in columns if percent}
    for listing in found:
        _drop_misfits(listing, percents)
        listing.sure |= comes_out(_values(listing))
    return found if all(_holds(listing) for listing in found) else []


def _items(rows: list[Line], keys: dict[str, str]) -> Iterator[_Item]:
    """The lines, those that are one label together."""
    at = 0
    while at < len(rows):
        for count in range(min(_MOST_WRAPPED, len(rows) - at), 0, -1):
            some = rows[at : at + count]
            key = keys.get(letters_of(" ".join(line.said for line in some))) if _may_be_one(some) else None
            if key is not None:
                yield _Item(key, some[-1], tuple(figure for line in some for figure in line.figures))
                at += count
                break
        else:
            yield _Item(None, rows[at], rows[at].figures)
            at += 1


def _may_be_one(some: list[Line]) -> bool:
    """Whether lines may be one label: close under one another, with the figures of no more than one."""
    return (
        bool(some[0].words and some[-1].words)
        and all(line.plain for line in some)
        and sum(bool(line.figures) for line in some) <= 1
        and all(above.is_over(below) for above, below in pairwise(some))
    )


def _within(items: list[_Item]) -> list[_Item]:
    """The items from the first label to the last before lines that are something else, with a figure alone on either side."""
    first = next((number for number, item in enumerate(items) if item.key is not None), len(items))
    last = first
    for number, item in enumerate(items[first:], first):
        if number - last > _MOST_STRAYS:
            break
        if item.key is not None or item.line.year:
            last = number
    before = [item for item in items[max(0, first - _MOST_STRAYS) : first] if item.line.year]
    first -= bool(first and items[first - 1].alone)
    return [*before, *items[first : last + 1], *(item for item in items[last + 1 : last + 2] if item.alone)]


def _beside(items: list[_Item], aside: list[_Item], words: list[Placed], wanted: str | None) -> list[Listing]:
    """A list whose figures stand on the lines of their labels: one for each, or one for each year that heads a column."""
    several = max(len(item.figures) for item in aside)
    if several > 1:
        return _by_columns(aside, several, words, wanted)
    if not _is_column([(item.line, item.figures[0]) for item in aside]):
        return []
    found = []
    for year, some in _years(items):
        listing = Listing(year)
        for item in some:
            if item.key is not None and item.figures:
                listing.put(item.key, item.figures[0])
            listing.unclaimed |= item.key is None and bool(item.figures)
        found.append(listing)
    return [listing for listing in found if listing.cells]


def _is_column(pairs: list[tuple[Line, Placed]]) -> bool:
    """Whether each figure stands right by its label, or is led to, or stands in a column with another: no wide gap is crossed else."""
    figures = [figure for _, figure in pairs]
    return all(
        line.near(figure) or any(other is not figure and _share_edge(other, figure) for other in figures)
        for line, figure in pairs
    )


def _share_edge(one: Placed, other: Placed) -> bool:
    apart = (one.box.x0 - other.box.x0, one.box.x1 - other.box.x1, one.box.middle[0] - other.box.middle[0])
    return min(map(abs, apart)) < 0.3 * one.box.height


def _by_columns(aside: list[_Item], several: int, words: list[Placed], wanted: str | None) -> list[Listing]:
    """A list with a column for each year, or one that is wanted: a label that lacks a figure gives those that stand in a column."""
    full = next(item.figures for item in aside if len(item.figures) == several)
    columns = {str(number): (figure.box.x0, figure.box.x1) for number, figure in enumerate(full)}
    found = [Listing(year) for year in heads(words, full, wanted)]
    for item in aside if found else ():
        paired, sure = pair(list(item.figures), columns, set(columns))
        for number, figure in paired.items():
            listing = found[int(number)]
            listing.put(str(item.key), figure)
            listing.sure &= sure
    return [listing for listing in found if listing.year != NO_FIELD]


def _in_turn(items: list[_Item]) -> list[Listing]:
    """A list in which labels and figures take turns, each figure right under its label or else right above it: whichever fits,
    or where both do, whichever adds up."""
    ways = []
    for above in (False, True):
        found = [_paired(list(some), above, year) for year, some in _years(items)]
        if found and all(found):
            ways.append([listing for listing in found if listing is not None])
    proven = [found for found in ways if all(comes_out(_values(listing)) for listing in found)]
    return proven[0] if len(proven) == 1 else ways[0] if len(ways) == 1 else []


def _years(items: list[_Item]) -> Iterator[tuple[str | None, list[_Item]]]:
    """The items under each line that names a year, and those above the first."""
    year: str | None = None
    some: list[_Item] = []
    for item in items:
        if item.key is None and item.line.year:
            if any(one.key is not None for one in some):
                yield year, some
            year, some = item.line.year, []
        else:
            some.append(item)
    yield year, some


def _paired(items: list[_Item], above: bool, year: str | None) -> Listing | None:
    """The labels, each with the figure above it or below; None where one has none, or a figure is left over in between."""
    labels = [number for number, item in enumerate(items) if item.key is not None]
    found = Listing(year, sure=False)
    if not labels:
        return None
    for label, following in zip(labels, (*labels[1:], len(items)), strict=True):
        number = label - 1 if above else label + 1
        one, other = (number, label) if above else (label, number)
        between = [item for item in items[label + 1 : following] if item.figures]
        if number < 0 or number >= len(items) or not items[number].alone or len(items[number].figures) != 1:
            return None
        if not items[one].line.is_over(items[other].line, _APART) or (len(between) > 1 and following < len(items)):
            return None
        found.put(str(items[label].key), items[number].figures[0])
    return found


def _values(listing: Listing) -> dict[str, str]:
    return {
        key: re.sub("[^0-9]", "", figure.text) if "%" not in figure.text else figure.text
        for key, figure in listing.cells.items()
    }


def _drop_misfits(listing: Listing, percents: set[str]) -> None:
    """Leaves out signs for none, columns of no field, and percentages where there can be none; tells whether the rest is sure."""
    for key, figure in list(listing.cells.items()):
        misfit = figure.text.endswith("%") and key not in percents
        listing.unclaimed |= misfit
        if misfit or is_nothing(figure) or key[0] == NO_FIELD:
            del listing.cells[key]


def _holds(listing: Listing) -> bool:
    return len(listing.cells) >= _FEWEST and not listing.clashes
