"""Where the lines of a block are parted into paragraphs: by the leading, by an indent, by a last line that is short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ombudsview.letters.punctuation import QUOTES
from ombudsview.paper.geometry import Box

Printed = tuple[Box, str]
"""A line: its box on the page turned upright, and what it says."""

_SHORT = 0.2  # of the measure
_CLOSING = f"{QUOTES})]"  # what may stand behind the stop
_GROWS, _INDENT, _FLUSH = 0.3, 0.8, 0.2  # of a line's height


def paragraphs(lines: Sequence[Printed]) -> Iterator[tuple[int, int]]:
    """First and last line of each paragraph of a block that has lines.

    One ends where the next line's first word would still have fitted, where the leading grows (after a sentence: where it grows
    over what a quarter of the lines have, for half of them may end paragraphs), or, after a sentence, where the next line alone
    is indented or is a heading. A line that ends no sentence ends a paragraph only where it is far too short, as a heading is,
    and so does one that ends a sentence where the block's leading tells its paragraphs: lines are not always filled.
    """
    left, right = min(box.x0 for box, _ in lines), max(box.x1 for box, _ in lines)
    gaps = sorted(after.y0 - box.y1 for (box, _), (after, _) in pairwise(lines))
    usual, least = (gaps[len(gaps) // 2], gaps[(len(gaps) - 1) // 4]) if gaps else (0.0, 0.0)
    grown = [
        after.y0 - box.y1 - (least if ends_sentence(words, ".!?:") else usual) > _GROWS * box.height
        for (box, words), (after, _) in pairwise(lines)
    ]
    by_leading = any(grows and ends_sentence(words) for grows, (_, words) in zip(grown, lines, strict=False))
    start = 0
    for number, ((box, words), after) in enumerate(pairwise(lines)):
        ends = ends_sentence(words, ".!?:")
        room = right - box.x1
        far_too_short = _SHORT * (right - left)
        short = room > (_first_word(after) + 0.5 * box.height if ends and not by_leading else far_too_short)
        heads = ends and not ends_sentence(after[1], ".!?:") and right - after[0].x1 > far_too_short
        if grown[number] or short or heads or _indented(lines, number, left):
            yield start, number
            start = number + 1
    yield start, len(lines) - 1


def ends_sentence(words: str, stops: str = ".!?") -> bool:
    """Whether words end with one of the stops, a closing quote or bracket behind it or not."""
    return words.rstrip(_CLOSING).endswith(tuple(stops))


def _indented(lines: Sequence[Printed], number: int, left: float) -> bool:
    """Whether the line after this one is indented by itself; an item of a list has its further lines under the first."""
    (box, words), further = lines[number], lines[number + 2 : number + 3]
    flush = [box, *(other for other, _ in further)]
    in_line = all(other.x0 - left < _FLUSH * other.height for other in flush)
    return ends_sentence(words) and in_line and lines[number + 1][0].x0 - left > _INDENT * box.height


def _first_word(line: Printed) -> float:
    """About how wide a line's first word is, in points."""
    box, words = line
    return box.width * len(words.split(maxsplit=1)[0]) / max(1, len(words))
