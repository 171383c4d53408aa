"""Where a value goes on at the head of the next page: the officer says that it does, and here is what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from ombudsview.letters.fields import FIELDS
from ombudsview.letters.paragraphs import paragraphs
from ombudsview.paper.flow import Block, is_page_number, without_header
from ombudsview.paper.geometry import Box, around
from ombudsview.paper.layout import blocks
from ombudsview.paper.paper import Paper, Word
from ombudsview.reading.model import Source
from ombudsview.reading.printed_value import value_of

_CLOSING = re.compile(
    r"(?:yours (?:sincerely|faithfully|truly)|(?:with )?(?:kind|best) (?:regards|wishes))\b.{0,40}\Z", re.IGNORECASE
)
_HEADING = re.compile(r"(?=[A-Z0-9])(?:\S+ ){0,11}\S*[^\s.!?:;,]\Z")
"""A few words, the first with a capital, that end neither a sentence nor a clause."""


def rest_of_text(paper: Paper, after: Source) -> Source | None:
    """The first paragraph of the page after a source, in its column where there are several; None where the page has no text.

    No heading, which a text goes on beneath, and nothing from the letter's closing on.
    """
    words = _first_paragraph(_text(paper, after.page + 1), _upright(paper, after))
    if not words:
        return None
    return Source(after.page + 1, tuple(word.box for word in words), " ".join(word.said for word in words))


def figures_below(paper: Paper, key: str, column: Source) -> tuple[Source, ...]:
    """The figures at the head of the next page that a table may go on with for a field: those under `column`, from the top."""
    over = _upright(paper, column)
    runs = [run for block in _printed(paper, column.page + 1) for run in block]
    words = [(box, word) for run in runs for word, box in zip(run.words, run.boxes, strict=True)]
    fitting = [
        (box.y0, word)
        for box, word in words
        if _under(over, box) and value_of(FIELDS[key].unit, word.text) is not None and _in_a_row(box, words)
    ]
    return tuple(Source(column.page + 1, (word.box,), word.text) for _, word in sorted(fitting, key=itemgetter(0)))


def is_head(paper: Paper, source: Source) -> bool:
    """Whether a source is the first paragraph of its page already."""
    words = _first_paragraph(_text(paper, source.page), _upright(paper, source))
    return tuple(word.box for word in words) == source.boxes


def _first_paragraph(text: list[Block], column: Box) -> list[Word]:
    """The words of the first paragraph under a column, or of the first at all where nothing stands under it."""
    beneath = [block for block in text if any(_under(column, run.box) for run in block)]
    parted = [part for block in beneath or text for part in _paragraphs(block)]
    closing = next((n for n, part in enumerate(parted) if _CLOSING.match(_said(part))), len(parted))
    before = parted[:closing]
    first = next((part for part in before if not _HEADING.match(_said(part))), next(iter(before), []))
    return [word for run in first for word in run.words]


def _paragraphs(block: Block) -> Iterator[Block]:
    for first, last in paragraphs([(run.box, _said([run])) for run in block]):
        yield block[first : last + 1]


def _said(block: Block) -> str:
    return " ".join(word.text for run in block for word in run.words)


def _in_a_row(box: Box, words: list[tuple[Box, Word]]) -> bool:
    """Whether other words stand beside it: a number by itself is the page's."""
    return any(other is not box and other.y0 < box.middle[1] < other.y1 for other, _ in words)


def _under(over: Box, box: Box) -> bool:
    return box.x0 < over.x1 and box.x1 > over.x0


def _upright(paper: Paper, source: Source) -> Box:
    """Where a source stands on its page turned upright."""
    return around(paper.sheets[source.page - 1].upright(box) for box in source.boxes)


def _text(paper: Paper, page: int) -> list[Block]:
    """What is written on a page (from 1), running header and page numbers left out."""
    return [block for block in _printed(paper, page) if not is_page_number(block)]


def _printed(paper: Paper, page: int) -> list[Block]:
    """What is printed on a page, its running header left out."""
    if not 1 <= page <= len(paper.sheets):
        return []
    around = range(max(1, page - 1), min(len(paper.sheets), page + 1) + 1)
    return without_header([blocks(paper.sheets[number - 1]) for number in around], page - around[0])
