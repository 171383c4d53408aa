"""From where the officer points to whole words of a page: the word under the mouse, the words in a box, the figure they are of."""

from __future__ import annotations

from ombudsview.letters.fields import Unit
from ombudsview.letters.words_by_place import figures_in
from ombudsview.paper.geometry import Box
from ombudsview.paper.paper import Paper
from ombudsview.paper.text import TextMap
from ombudsview.reading.model import Source
from ombudsview.reading.printed_value import value_of

Numbers = tuple[int, ...]
"""Words by their numbers in the page's reading order."""

_SLACK = 1.5
_PART = 0.25  # of a word's width that a box must cover to take the word
_LONGEST_DATE = 3  # words before and after one of its words that a date may have


class PageWords:
    """The words of one page (from 1) in reading order, each with its box as shown. Made when the officer first points there."""

    def __init__(self, paper: Paper, page: int) -> None:
        self.page = page
        self._text = TextMap(paper, page, page)
        words = self._text.words(0, len(self._text.raw) + 1)
        self.words = tuple((word.said, word.box) for _, word in words)
        self._spans = tuple((word.start, word.end) for word in self._text.placed(page))

    def __len__(self) -> int:
        return len(self.words)

    def box(self, number: int) -> Box:
        """A word's box on the page as shown."""
        return self.words[number][1]

    def at(self, x: float, y: float) -> int | None:
        """The word under a point of the page as shown, a little slack allowed; of several the smallest."""
        under = [
            number
            for number, (_, b) in enumerate(self.words)
            if Box(b.x0 - _SLACK, b.y0, b.x1 + _SLACK, b.y1).holds(x, y)
        ]
        return min(under, key=lambda number: self.box(number).width * self.box(number).height, default=None)

    def within(self, box: Box) -> Numbers:
        """The words that a box takes, whole ones: those it covers at least in part, in the lines that it goes over."""
        return tuple(number for number, (_, word) in enumerate(self.words) if _takes(box, word))

    def near(self, y: float) -> int | None:
        """The first word in reading order that stands below a height of the page; the last one where none does."""
        below = (number for number, (_, box) in enumerate(self.words) if box.y0 >= y)
        return next(below, len(self.words) - 1 if self.words else None)

    def figure(self, number: int, unit: Unit) -> Numbers:
        """The words of the value that a word belongs to, such as the three of a date; the word alone where it is of none."""
        reach = _LONGEST_DATE if unit is Unit.DATE else 1
        first, last = max(0, number - reach), min(len(self.words) - 1, number + reach)
        if unit is not Unit.TEXT:
            for start, end in figures_in(self._text, self._spans[first][0], self._spans[last][1], unit):
                over = tuple(n for n in range(first, last + 1) if self._spans[n][0] < end and start < self._spans[n][1])
                if number in over and value_of(unit, self.source(over).text) is not None:
                    return over
        return (number,)

    def numbers(self, source: Source) -> Numbers:
        """The words of a place on this page."""
        return tuple(number for number, (_, box) in enumerate(self.words) if box in source.boxes)

    def source(self, numbers: Numbers) -> Source:
        """These words, at least one, as the place of a value."""
        return Source(
            self.page, tuple(self.box(number) for number in numbers), " ".join(self.words[n][0] for n in numbers)
        )


def _takes(box: Box, word: Box) -> bool:
    middle = word.middle[1]
    level = box.y0 <= middle <= box.y1 or word.y0 <= box.y0 <= box.y1 <= word.y1
    covered = min(box.x1, word.x1) - max(box.x0, word.x0)
    # A box may be so narrow that it stands within a word.
    return level and covered > 0 and (covered >= _PART * word.width or (word.x0 < box.x0 and box.x1 < word.x1))
