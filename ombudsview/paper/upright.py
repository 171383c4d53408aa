"""Which way up the text of a page is: the turn that lets most of it be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

_TURNS = {(1, 0): 0, (0, 1): 270, (-1, 0): 180, (0, -1): 90}


def guess(raw: Sequence[Sequence[Any]]) -> int | None:
    """The clockwise turn that most lines ask for by the run of their words, or None where no line has two words.

    `raw` is MuPDF's words in shown space. Quick, and wrong for scripts that run from right to left: anything but 0 is to be
    checked with `turn`.
    """
    votes = [0, 0, 0, 0]  # rightwards, downwards, leftwards, upwards
    block, line, first, last = -1, -1, None, None
    for word in (*raw, None):
        if word is not None and word[6] == line and word[5] == block:
            last = word
            continue
        if first is not None and last is not None:
            along, down = last[0] - first[0], last[1] - first[1]
            votes[(0 if along > 0 else 2) if abs(along) >= abs(down) else (1 if down > 0 else 3)] += 1
        if word is not None:
            block, line, first, last = word[5], word[6], word, None
    most = max(votes)
    return (0, 270, 180, 90)[votes.index(most)] if most else None


def turn(blocks: Iterable[dict[str, Any]], rotation: int) -> int:
    """The clockwise turn (0, 90, 180, 270) that makes most characters upright on a page shown at that rotation.

    `blocks` is MuPDF's "dict" of the page before rotation, whose lines tell the direction in which they were written.
    """
    characters: Counter[int] = Counter()
    for block in blocks:
        for line in block.get("lines", ()):
            across, down = line["dir"]
            way = (round(across), 0) if abs(across) >= abs(down) else (0, round(down))
            asked = (_TURNS.get(way, 0) - rotation) % 360
            characters[asked] += sum(len(span["text"].strip()) for span in line["spans"])
    return characters.most_common(1)[0][0] if characters else 0
