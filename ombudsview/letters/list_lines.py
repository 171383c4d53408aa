"""The lines of a list of labels and figures: what is label, what is figure, what are the dots that lead from one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ombudsview.letters.columns import NO_FIELD
from ombudsview.letters.row_labels import year_of
from ombudsview.letters.rows import FIGURE, is_nothing, lines_of, with_thousands
from ombudsview.paper.geometry import Box, around
from ombudsview.paper.text import Placed

_LEADER = re.compile(r"[.…·_:‥]+\Z|[-–—]{2,}\Z")
_LED = re.compile(r"(?P<label>.*?[^.…·_‥])?(?:[.…·_‥]{2,}|:)(?P<figure>[0-9][0-9,.]*%?)\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_FOOT = re.compile(r"(?i)(?:page )?[0-9]{1,3} (?:of|/) [0-9]{1,3}|page [0-9]{1,3}")
_NEAR = 1.6  # heights, as wide as a gap in a line may be
_SIZE_RATIO = 1.75
_CLOSE = 1.2
_HEADS = 6


@dataclass(frozen=True)
class Line:
    """The words of a label, and the figures before or behind them; `led` where dots lead to these, `plain` where it is no more."""

    words: tuple[Placed, ...]
    figures: tuple[Placed, ...]
    led: bool = False
    plain: bool = True

    @property
    def said(self) -> str:
        """The words of the label."""
        return " ".join(word.text for word in self.words)

    @property
    def year(self) -> str | None:
        """The year that a line without figures names."""
        return None if self.figures else year_of(re.sub(r"\s*/\s*", "/", self.said))

    @property
    def box(self) -> Box:
        """Around all of it."""
        return around(word.box for word in (*self.words, *self.figures))

    def near(self, figure: Placed) -> bool:
        """Whether no wide gap parts the figure from its label."""
        gaps = (
            figure.box.x0 - word.box.x1 if word.box.x0 < figure.box.x0 else word.box.x0 - figure.box.x1
            for word in self.words
        )
        return self.led or min(gaps) <= _NEAR * figure.box.height

    def is_over(self, other: Line, apart: float = _CLOSE) -> bool:
        """Whether the other line stands below on the same page, at most so many heights apart, and they share some width."""
        (x0, _, x1, y1), (left, top, right, _) = self.box, other.box
        page = (self.words or self.figures)[0].page == (other.words or other.figures)[0].page
        reach = apart * min(self.box.height, other.box.height)
        return page and -reach < top - y1 < reach and min(x1, right) - max(x0, left) > 0


def lines(words: list[Placed]) -> list[Line]:
    """The lines from top to bottom; one that has several labels, each with its figure, as several."""
    pieces = [piece for word in with_thousands(words) for piece in _parted(word)]
    return [line for row in lines_of(pieces) for line in _lines(sorted(row, key=lambda word: word.box.x0))]


def _parted(word: Placed) -> Iterator[Placed]:
    """A word; label, dots and figure that ran together as the three that they are."""
    found = _LED.match(word.text)
    if found is None:
        yield word
        return
    cuts = [0, found.end("label"), found.start("figure"), len(word.text)]
    share = word.box.width / len(word.text)
    for first, last in pairwise(max(cut, 0) for cut in cuts):
        if last > first:
            box = Box(word.box.x0 + first * share, word.box.y0, word.box.x0 + last * share, word.box.y1)
            yield Placed(word.page, box, word.start + first, word.start + last, word.text[first:last])


def _lines(row: list[Placed]) -> Iterator[Line]:
    led = any(_LEADER.match(word.text) for word in row)
    row = [word for word in row if not _LEADER.match(word.text)]
    if _FOOT.fullmatch(" ".join(word.text for word in row)):
        return
    if year_of(re.sub(r"\s*/\s*", "/", " ".join(word.text for word in row))) and not _has_counts(row):
        yield Line(tuple(row), ())
        return
    parts = list(_parts(row))
    kinds = "".join("f" if figures else "w" for figures, _ in parts)
    if re.fullmatch("(?:wf)+|(?:fw)+", kinds):
        for (is_figures, one), (_, other) in zip(parts[::2], parts[1::2], strict=True):
            label, counts = (other, one) if is_figures else (one, other)
            yield Line(tuple(label), tuple(counts), led, _alike(label, counts))
    elif row:
        figures = tuple(word for is_figures, some in parts if is_figures for word in some)
        rest = tuple(word for is_figures, some in parts if not is_figures for word in some)
        yield Line(rest, figures, led, kinds in ("w", "f"))


def _has_counts(row: list[Placed]) -> bool:
    return any(FIGURE.match(word.text) and not _YEAR.match(word.text) for word in row)


def _parts(row: list[Placed]) -> Iterator[tuple[bool, list[Placed]]]:
    """The row as runs of words and runs of figures, signs for none among these; a dash between a label and its figure is neither."""
    part: list[Placed] = []
    was = False
    for number, word in enumerate(row):
        following = row[number + 1] if number + 1 < len(row) else None
        if is_nothing(word) and _joins(row[number - 1] if number else None, word, following):
            continue
        is_figure = FIGURE.match(word.text) is not None or (is_nothing(word) and following is None)
        is_figure |= is_nothing(word) and following is not None and (was or FIGURE.match(following.text) is not None)
        if part and is_figure != was:
            yield was, part
            part = []
        part.append(word)
        was = is_figure
    if part:
        yield was, part


def _joins(before: Placed | None, dash: Placed, following: Placed | None) -> bool:
    """Whether a dash parts a label from the one figure behind it, with no more white before it than between words."""
    return (
        before is not None
        and following is not None
        and not FIGURE.match(before.text)
        and dash.box.x0 - before.box.x1 < 0.6 * dash.box.height
    )


def _alike(words: list[Placed], figures: list[Placed]) -> bool:
    """Whether label and figures are of like size: a number drawn large is no part of a line of small words."""
    heights = sorted(word.box.height for word in (*words, *figures))
    return heights[-1] <= _SIZE_RATIO * heights[0]


def heads(words: list[Placed], figures: tuple[Placed, ...], wanted: str | None) -> list[str | None]:
    """What heads each column of figures: its year; or None for the one column that is wanted and `NO_FIELD` for the others.

    None at all where that cannot be told.
    """
    first = figures[0]
    over = [word for word in words if word.page == first.page and word.box.middle[1] < first.box.y0]
    rows = lines_of(over)[-_HEADS:]
    edges = [(one.box.x1 + other.box.x0) / 2 for one, other in pairwise(figures)]
    left = first.box.x0 - (edges[0] - first.box.x1 if edges else 0)
    said = [""] * len(figures)
    for word in (word for row in rows for word in sorted(row, key=lambda word: word.box.x0)):
        if word.box.x1 > left:
            said[sum(word.box.middle[0] > edge for edge in edges)] += f" {word.text}"
    years = [year_of(re.sub(r"\s*/\s*", "/", words.strip())) for words in said]
    if None not in years and len(set(years)) == len(years):
        return list(years)
    asked = [wanted is not None and re.search(wanted, words.lower()) is not None for words in said]
    return [None if one else NO_FIELD for one in asked] if sum(asked) == 1 else []
