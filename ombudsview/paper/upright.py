"""Which way up the text of a page is: the turn that lets most of it be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from ombudsview.paper.paper import Word

_TURNS = {(1, 0): 0, (0, 1): 270, (-1, 0): 180, (0, -1): 90}


_NEARLY_ALL = 2 / 3


def guess(words: Sequence[Word], starts: Sequence[int]) -> int | None:
    """The clockwise turn that most lines ask for by the run of their words, or None where no line has two words.

    `starts` tells where among the words each line begins. Quick, and wrong for scripts that run from right to left: anything
    but 0 is to be checked with `turn`.
    """
    votes = [0, 0, 0, 0]  # rightwards, downwards, leftwards, upwards
    for start, end in pairwise((*starts, len(words))):
        if end - start > 1:
            first, last = words[start].box, words[end - 1].box
            along, down = last.x0 - first.x0, last.y0 - first.y0
            votes[(0 if along > 0 else 2) if abs(along) >= abs(down) else (1 if down > 0 else 3)] += 1
    most = max(votes)
    return (0, 270, 180, 90)[votes.index(most)] if most else None


def turn(blocks: Iterable[dict[str, Any]]) -> int:
    """The clockwise turn (0, 90, 180, 270) that makes most characters upright.

    `blocks` is MuPDF's "dict" of the page as shown, whose lines tell the direction in which they were written.
    """
    characters: Counter[int] = Counter()
    for block in blocks:
        for line in block.get("lines", ()):
            across, down = line["dir"]
            way = (round(across), 0) if abs(across) >= abs(down) else (0, round(down))
            characters[_TURNS.get(way, 0)] += sum(len(span["text"].strip()) for span in line["spans"])
    most = characters.most_common(1)[0][0] if characters else 0
    # Column headings written upwards may be more text than their table; a page that lies on its side has hardly any other.
    return most if characters[most] > _NEARLY_ALL * characters.total() else 0
